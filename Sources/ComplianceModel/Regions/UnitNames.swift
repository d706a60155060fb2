/// Finds the units that are watched here by what people write: a code or a name.
///
/// Names are compared as ``ReportCalendar/folded(_:)`` says, by their letters and digits, with or without
/// `Desa`, `Kelurahan` or `Kecamatan` in front, or the words of the region for them. A name that two units
/// bear is never guessed. Every reader asks here: options, tables, settings, names of folders and files.
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

  /// What a word in front of a name says about the unit.
  private enum Kind {
    case desa, kelurahan, kecamatan

    func includes(_ unit: RegionCode) -> Bool {
      switch self {
      case .desa: unit.isDesa
      case .kelurahan: unit.isKelurahan
      case .kecamatan: unit.level == .kecamatan
      }
    }
  }

  /// The units, kecamatan by kecamatan.
  public let units: [Unit]
  /// The units by their codes of any time.
  private let byCode: [RegionCode: Unit]
  private let byName: [String: [Unit]]
  /// What a word in front of a name says, by the word in lower case.
  private let kinds: [String: Kind]
  /// The names and the codes of ``units``, for those that are misspelt.
  private let nearNames, nearCodes: NearestIndex
  /// The names of ``units`` as they are compared.
  private let nearFolded: NearestIndex

  /// Gathers the kecamatan and the desa and kelurahan in them.
  public init(_ kecamatan: [Kecamatan]) {
    let units = kecamatan.flatMap { [$0.unit] + $0.villages + $0.wards }
    self.units = units
    nearNames = NearestIndex(units.map(\.name))
    nearCodes = NearestIndex(units.map(\.code.description))
    nearFolded = NearestIndex(units.map { ReportCalendar.folded($0.name) })
    let own = units.map { ($0.code, $0) }
    let former = units.flatMap { unit in unit.otherCodes.map { ($0, unit) } }
    byCode = Dictionary(own + former, uniquingKeysWith: { first, _ in first })
    // A desa that moved is found by its name where it went, and by its code where it was.
    let moved = Set(units.filter { $0.joined != nil }.flatMap(\.otherCodes))
    var byName: [String: [Unit]] = [:]
    for unit in units where !moved.contains(unit.code) {
      for name in Set(([unit.name] + unit.otherNames).map(ReportCalendar.folded)) {
        byName[name, default: []].append(unit)
      }
    }
    // `Nagari Balah Hilia` is called `Balah Hilia` too, unless another unit is.
    var shortened: [String: [Unit]] = [:]
    for kecamatan in kecamatan where kecamatan.words[.village] != LocalWords.national[.village] {
      let front = kecamatan.words[.village].lowercased() + " "
      for unit in kecamatan.villages where !moved.contains(unit.code) {
        let called = ([unit.name] + unit.otherNames).filter { $0.lowercased().hasPrefix(front) }
        let rests = called.map { ReportCalendar.folded(String($0.dropFirst(front.count))) }
        for name in Set(rests) where !name.isEmpty && byName[name] == nil {
          shortened[name, default: []].append(unit)
        }
      }
    }
    byName.merge(shortened) { whole, _ in whole }
    self.byName = byName
    var kinds: [String: Kind] = [
      "desa": .desa, "ds": .desa, "kelurahan": .kelurahan, "kel": .kelurahan,
      "kecamatan": .kecamatan, "kec": .kecamatan,
    ]
    // `Nagari`, `Gampong`, `Distrik`: as is usual in the region.
    for words in Set(kecamatan.map(\.words)) {
      kinds[words[.village].lowercased()] = .desa
      kinds[words[.kecamatan].lowercased()] = .kecamatan
    }
    self.kinds = kinds
  }

  /// What a text names.
  ///
  /// - Parameters:
  ///   - text: A code, or a name with or without `Desa`, `Kelurahan` or `Kecamatan` in front; with it,
  ///     those alone are meant, unless it is a part of the name.
  ///   - isDesaMeant: Whether desa alone are meant, whatever stands in front.
  ///   - isSuggesting: Whether the nearest is looked for where there is none.
  /// - Returns: One unit, several of that name, or none.
  public func match(
    _ text: String, desaOnly isDesaMeant: Bool = false, suggesting isSuggesting: Bool = true
  ) -> Match {
    if let code = RegionCode(written: text) {
      if let unit = byCode[code] { return .one(unit.code) }
      return .none(nearest: isSuggesting ? nearCodes.word(nearestTo: code.description) : nil)
    }
    let named = units(named: text)
    let matches = isDesaMeant ? named.filter(\.code.isDesa) : named
    guard let first = matches.first else {
      return .none(nearest: isSuggesting ? nearest(to: text) : nil)
    }
    return matches.count == 1 ? .one(first.code) : .several(matches)
  }

  /// The unit with a code, the one that it has or had; `nil` where none is watched here.
  public func unit(_ code: RegionCode) -> Unit? { byCode[code] }

  /// The one unit that a text names.
  ///
  /// - Parameters:
  ///   - text: A code or a name.
  ///   - kecamatan: What is watched here.
  /// - Returns: Its code; `nil` where the text names none or several.
  public static func unit(_ text: String, among kecamatan: [Kecamatan]) -> RegionCode? {
    if let code = unit(written: text, among: kecamatan) { return code }
    guard case .one(let code) = UnitNames(kecamatan).match(text) else { return nil }
    return code
  }

  /// The unit whose code a text is, without a look at any name, of which a country has 91,000.
  ///
  /// - Returns: Its code today; `nil` where the text is no code, or one that only a name index finds.
  public static func unit(written text: String, among kecamatan: [Kecamatan]) -> RegionCode? {
    guard let code = RegionCode(written: text) else { return nil }
    return kecamatan.first { $0.code == code.kecamatan }?.unit(code)?.code
  }

  /// The units that a name may mean, each once: those that are called so, and after `Desa` the desa that
  /// are called what follows.
  public func units(named text: String) -> [Unit] {
    let folded = ReportCalendar.folded(text)
    guard !folded.isEmpty else { return [] }
    var named = byName[folded] ?? []
    if let (kind, rest) = kind(before: text) {
      for unit in byName[ReportCalendar.folded(rest)] ?? []
      where kind.includes(unit.code) && !named.contains(unit) {
        named.append(unit)
      }
    }
    return named
  }

  /// The units of exactly a name that is folded as ``ReportCalendar/folded(_:)`` does.
  public func units(called folded: String) -> [Unit] { byName[folded] ?? [] }

  /// Whether a word in front of a name tells what kind of unit is meant: `Desa`, `Kec`.
  public func isKind(_ word: String) -> Bool { kinds[word.lowercased()] != nil }

  /// The name that was most likely meant; with its kind where only that was mistaken.
  private func nearest(to text: String) -> String? {
    let rest = kind(before: text)?.rest
    if let rest, let other = byName[ReportCalendar.folded(rest)]?.first { return "\(other.code)" }
    return nearNames.word(nearestTo: rest ?? text)
  }

  /// The unit whose name, folded, is nearest to a text that is; `nil` where none is near.
  public func unit(nearestTo folded: String) -> Unit? {
    nearFolded.nearest(to: folded).map { units[$0] }
  }

  /// The first word of a text, where it names a kind of unit, and what follows it.
  private func kind(before text: String) -> (kind: Kind, rest: String)? {
    let start = text.drop { !$0.isLetter }
    var end = start.startIndex
    var isAfterSmall = false
    // `DesaTarungin` is two words, `Desaloka` one.
    while end < start.endIndex, start[end].isLetter, !(isAfterSmall && start[end].isUppercase) {
      isAfterSmall = start[end].isLowercase
      end = start.index(after: end)
    }
    guard let kind = kinds[start[..<end].lowercased()] else { return nil }
    return (kind, String(start[end...]))
  }
}
