public import ComplianceModel

/// Finds the units that are watched here by what people write: a code or a name.
///
/// Names are read without regard to case, blanks and hyphens and with or without `Desa` in front. A
/// name that two units bear is never guessed.
public struct UnitNames: Sendable {
  /// What a text names.
  public enum Match: Hashable, Sendable {
    /// One unit.
    case one(RegionCode)
    /// Several units bear the name.
    case several([Unit])
    /// No unit that is watched here; the nearest code or name, where there is one.
    case none(nearest: String?)
  }

  /// The units, kecamatan by kecamatan.
  let units: [Unit]
  private let byCode: Set<RegionCode>
  private let byName: [String: [Unit]]

  /// Gathers the kecamatan and the desa and kelurahan in them.
  public init(_ kecamatan: [Kecamatan]) {
    units = kecamatan.flatMap { [$0.unit] + $0.villages + $0.wards }
    byCode = Set(units.map(\.code))
    byName = Dictionary(grouping: units) { UnitNames.folded($0.name) }
  }

  /// What a text names.
  ///
  /// - Parameters:
  ///   - text: A code, or a name with or without `Desa` or `Kecamatan` in front; with it, those alone
  ///     are meant.
  ///   - isDesaMeant: Whether desa alone are meant, whatever stands in front.
  /// - Returns: One unit, several of that name, or none.
  public func match(_ text: String, desaOnly isDesaMeant: Bool = false) -> Match {
    let text = text.trimmingBlanks
    if let code = RegionCode(written: text) {
      if byCode.contains(code) { return .one(code) }
      return .none(nearest: nearestMatch(to: text, among: units.map(\.code.description)))
    }
    // A kecamatan often shares its name with one of its desa.
    let words = text.lowercased()
    let isKecamatan = ["kecamatan ", "kec. ", "kec "].contains { words.hasPrefix($0) }
    let name = isKecamatan ? String(text.drop { $0 != " " }) : text
    let named = byName[UnitNames.folded(name)] ?? []
    let matches =
      isDesaMeant || words.hasPrefix("desa ")
      ? named.filter(\.code.isDesa)
      : isKecamatan ? named.filter { $0.code.level == .kecamatan } : named
    guard let first = matches.first else {
      return .none(nearest: nearestMatch(to: text, among: units.map(\.name)))
    }
    return matches.count == 1 ? .one(first.code) : .several(matches)
  }

  /// The units that bear a name, folded as ``folded(_:)`` does.
  func units(foldedName: String) -> [Unit] { byName[foldedName] ?? [] }

  /// A name as names are compared, without `Desa` in front.
  static func folded(_ name: String) -> String {
    let folded = ReportCalendar.folded(name)
    return folded.hasPrefix("desa") && folded != "desa" ? String(folded.dropFirst(4)) : folded
  }
}

extension String {
  /// The text without blanks before and after it.
  var trimmingBlanks: String {
    let start = drop(while: \.isWhitespace)
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...last])
  }
}
