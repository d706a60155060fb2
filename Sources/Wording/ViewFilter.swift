package import Answers
package import CivilCalendar
package import ComplianceModel

/// What a view was narrowed to, as its heading and its empty sentence name it: figures of one desa are
/// never shown as those of the kecamatan, nor the duties of one officer as all of them.
package struct ViewFilter: Sendable {
  /// The units that were asked for; all that are watched where none was.
  package var units: [RegionCode] = []
  /// The role that was asked for; `nil` for all.
  package var role: String?
  /// The last day of recording that is used; `nil` for all.
  package var knownThrough: CivilDate?
  /// What else was asked for, in words: `tingkat desa`.
  package var others: [String] = []

  /// Narrows a view.
  package init(
    units: [RegionCode] = [], role: String? = nil, knownThrough: CivilDate? = nil,
    others: [String] = []
  ) {
    self.units = units
    self.role = role
    self.knownThrough = knownThrough
    self.others = others
  }

  /// What a schedule was narrowed to.
  package init(_ schedule: Schedule) {
    self.init(
      units: schedule.question.units.units, role: schedule.role,
      knownThrough: schedule.question.knownThrough)
  }

  /// What a matrix was narrowed to.
  package init(_ answer: Villages) {
    self.init(units: answer.question.units.units, knownThrough: answer.question.knownThrough)
  }

  /// The part of a heading that names the role and what else was asked for, with what stands between.
  package func headingEnd(_ kecamatan: [Kecamatan]) -> String {
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
  package func who(_ kecamatan: [Kecamatan]) -> String {
    let names = kecamatan.map { own in
      let named = units.filter { $0.kecamatan == own.code }
      let parts = named.contains(own.code) ? [own.code] : named + [own.code]
      return parts.map { own.displayName(of: $0) }.text(between: ", ")
    }
    guard names.count > 3 else { return names.text(between: ", ") }
    let isOfWhole = units.allSatisfy { code in kecamatan.contains { code.contains($0.code) } }
    return isOfWhole
      ? "\(names.count.indonesian) kecamatan"
      : "\(units.count) unit dalam \(names.count.indonesian) kecamatan"
  }

  /// What was looked at, for a sentence that says that there is nothing.
  ///
  /// - Parameters:
  ///   - kecamatan: All that the view looks at.
  ///   - time: The time that it speaks of, in words: `30 hari ke depan`.
  ///   - day: The day of judging; `nil` where the view judges nothing.
  /// - Returns: `Kecamatan Hatungun, tanggung jawab camat, 30 hari ke depan, pada Senin, 6 Juli 2026`.
  package func sentence(
    _ kecamatan: [Kecamatan], _ time: String, asOf day: CivilDate?
  ) -> String {
    let words =
      [who(kecamatan)] + parts(ViewFilter.words(kecamatan)) + [time]
      + (day.map { ["pada \(Words.day($0))"] } ?? [])
    return words.text(between: ", ") + Words.knowledge(through: knownThrough)
  }
}
