internal import CivilCalendar
internal import ComplianceModel
internal import PlainText
internal import Workspace

/// What a view was narrowed to, as its heading and its empty sentence name it: figures of one desa are
/// never shown as those of the kecamatan, nor the duties of one officer as all of them.
struct ViewFilter {
  /// The units that were asked for; all that are watched where none was.
  var units: [RegionCode] = []
  /// The role that was asked for; `nil` for all.
  var role: String?
  /// The last day of recording that is used; `nil` for all.
  var knownThrough: CivilDate?
  /// What else was asked for, in words: `tingkat desa`.
  var others: [String] = []

  /// The part of a heading that names the role and what else was asked for, with what stands between.
  func headingEnd(_ kecamatan: [Kecamatan]) -> String {
    parts(ViewFilter.words(kecamatan)).map { " · \($0)" }.joined()
  }

  /// The words of the kecamatan that a view looks at; those of the law where they are several.
  private static func words(_ kecamatan: [Kecamatan]) -> LocalWords {
    kecamatan.count == 1 ? kecamatan[0].words : .national
  }

  /// The role, as it is named, and what else was asked for.
  private func parts(_ words: LocalWords) -> [String] {
    let duty = role.map {
      "tanggung jawab \(Words.role($0.lowercased(), words).lowercased())"
    }
    return [duty].compactMap(\.self) + others
  }

  /// Whose a view is: `Kecamatan Hatungun`, `Desa Bagak, Kecamatan Hatungun`, `4 kecamatan`.
  ///
  /// - Parameter kecamatan: All that the view looks at.
  /// - Returns: The words.
  func who(_ kecamatan: [Kecamatan]) -> String {
    let names = kecamatan.map { own in
      let named = units.filter { $0.kecamatan == own.code }
      let parts = named.contains(own.code) ? [own.code] : named + [own.code]
      return parts.map { own.displayName(of: $0) }.joined(separator: ", ")
    }
    guard names.count > 3 else { return names.joined(separator: ", ") }
    let isOfWhole = units.allSatisfy { code in kecamatan.contains { $0.code == code } }
    return isOfWhole
      ? "\(names.count) kecamatan" : "\(units.count) unit dalam \(names.count) kecamatan"
  }

  /// The units that were asked for, for programs: a code, several codes, or `null`.
  var unitJSON: JSONValue {
    units.count > 1 ? .array(units.map { JSONValue($0) }) : JSONValue(units.first)
  }

  /// What was looked at, for a sentence that says that there is nothing.
  ///
  /// - Parameters:
  ///   - kecamatan: All that the view looks at.
  ///   - time: The time that it speaks of, in words: `30 hari ke depan`.
  ///   - day: The day of judging; `nil` where the view judges nothing.
  /// - Returns: `Kecamatan Hatungun, tanggung jawab camat, 30 hari ke depan, pada Senin, 6 Juli 2026`.
  func sentence(
    _ kecamatan: [Kecamatan], _ time: String, asOf day: CivilDate?
  ) -> String {
    let words =
      [who(kecamatan)] + parts(ViewFilter.words(kecamatan)) + [time]
      + (day.map { ["pada \(Words.day($0))"] } ?? [])
    return words.joined(separator: ", ") + Words.knowledge(through: knownThrough)
  }

  /// What was asked for, for programs: each key is `null` where nothing was.
  func json(_ more: [String: JSONValue] = [:]) -> JSONValue {
    .object(
      more.merging([
        "unit": unitJSON, "untuk": JSONValue(role),
        "diketahui": JSONValue(knownThrough),
      ]) { own, _ in own })
  }
}
