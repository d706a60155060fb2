public import CivilCalendar
public import ComplianceModel

/// A table of regions: an office's `wilayah.csv`, or a table of the whole country.
public struct RegionTable: Sendable {
  /// A row: a region under one code and one name, always or for some time.
  public struct Entry: Hashable, Sendable {
    /// The code.
    public let code: RegionCode
    /// The name.
    public let name: String
    /// `sejak`: the first day of the code and the name; `nil` where they were always there.
    public let since: CivilDate?
    /// `sampai`: the last day of the code and the name; `nil` where they go on.
    public let through: CivilDate?
    /// `dahulu`: the codes that the same region had before.
    public let formerCodes: [RegionCode]
    /// Where the row stands in its file, from 1.
    public let line: Int

    init(
      code: RegionCode, name: String, since: CivilDate?, through: CivilDate?,
      formerCodes: [RegionCode], line: Int
    ) {
      self.code = code
      self.name = name
      self.since = since
      self.through = through
      self.formerCodes = formerCodes
      self.line = line
    }

    /// Whether it says anything of its time.
    public var hasLife: Bool { since != nil || through != nil || !formerCodes.isEmpty }
  }

  /// The rows, in the order of their codes, then of their days.
  public let entries: [Entry]
  /// The headings of columns that mean nothing here, as they are written.
  public let unreadHeadings: [String]
  private let succession: RegionSuccession?

  /// Whether a region of the table has a first or a last day, or had another code.
  public var hasLife: Bool { succession != nil }

  /// Creates a table of rows in any order whose days agree with each other.
  init(_ entries: [Entry], unreadHeadings: [String] = []) {
    self.entries =
      RegionTable.isSorted(entries) ? entries : entries.sorted(by: RegionTable.isBefore)
    self.unreadHeadings = unreadHeadings
    succession =
      entries.contains(where: \.hasLife) ? RegionSuccession(self.entries) : nil
  }

  /// Whether each row has a higher code than the one before it.
  static func isSorted(_ entries: [Entry]) -> Bool {
    zip(entries, entries.dropFirst()).allSatisfy { $0.code < $1.code }
  }

  private static func isBefore(_ first: Entry, _ second: Entry) -> Bool {
    guard first.code == second.code else { return first.code < second.code }
    guard let since = second.since else { return false }
    return first.since.map { $0 < since } ?? true
  }

  /// The name of the region with a code, the last one that it had; `nil` where the table does not have
  /// it.
  public subscript(code: RegionCode) -> Unit? {
    let index = firstIndex(notBefore: code)
    let last = entries[index...].prefix { $0.code == code }.last
    return last.map { Unit(code: $0.code, name: $0.name) }
  }

  /// The codes that stand in `dahulu` and have no row of their own, with the code that follows them.
  public var formerCodesWithoutRow: [(former: RegionCode, code: RegionCode)] {
    entries.flatMap { entry in
      entry.formerCodes.filter { self[$0] == nil }.map { ($0, entry.code) }
    }
  }

  /// The provinces in which the regions of the table lie, or lay under a code that they had before, by code.
  public var provinces: [RegionCode] {
    var provinces: [RegionCode] = []
    // By code, those of one province follow each other.
    for entry in entries where provinces.last != entry.code.province {
      provinces.append(entry.code.province)
    }
    let former = entries.lazy.flatMap(\.formerCodes).map(\.province)
    for province in former where !provinces.contains(province) { provinces.append(province) }
    return provinces.sorted()
  }

  /// The kecamatan of the table, by code, each under the code and the name of a day.
  ///
  /// - Parameter day: The day; `nil` for the end of all days, when every change has come.
  /// - Returns: The kecamatan, each once.
  public func kecamatan(on day: CivilDate? = nil) -> [Kecamatan] {
    let codes = entries.lazy.map(\.code).filter { $0.level == .kecamatan }
    guard succession != nil else { return codes.compactMap { kecamatan($0) } }
    var seen: Set<RegionCode> = []
    return entries.filter { $0.code.level == .kecamatan }.compactMap { entry in
      guard let found = kecamatan(entry.code, on: day), seen.insert(found.code).inserted else {
        return nil
      }
      return found
    }.sorted { $0.code < $1.code }
  }

  /// A kecamatan with the regions around it and the villages in it, as they are on a day.
  ///
  /// - Parameters:
  ///   - code: Its code of any time.
  ///   - day: The day; `nil` for the end of all days.
  /// - Returns: The kecamatan; `nil` where the table does not have it.
  public func kecamatan(_ code: RegionCode, on day: CivilDate? = nil) -> Kecamatan? {
    guard code.level == .kecamatan else { return nil }
    if let lives = succession { return kecamatan(code, in: lives, on: day) }
    guard let unit = self[code] else { return nil }
    return Kecamatan(
      province: self[code.province], regency: self[code.regency], unit: unit,
      members: members(of: code).map { Unit(code: $0.code, name: $0.name) })
  }

  private func kecamatan(
    _ code: RegionCode, in lives: RegionSuccession, on day: CivilDate?
  ) -> Kecamatan? {
    guard let unit = lives.unit(code, in: nil, on: day) else { return nil }
    let codes = Set([unit.code] + unit.otherCodes)
    let members = Set(codes.flatMap { lives.villages(in: $0) })
    return Kecamatan(
      province: self[unit.code.province], regency: self[unit.code.regency], unit: unit,
      members: members.compactMap { lives.unit($0, in: codes, on: day) })
  }

  /// The rows of a kecamatan and of what lies around it and in it, by code.
  public func rows(around code: RegionCode) -> [Entry] {
    let wanted = [code.province, code.regency, code]
    return wanted.flatMap { code in
      entries[firstIndex(notBefore: code)...].prefix { $0.code == code }
    } + members(of: code)
  }

  private func members(of kecamatan: RegionCode) -> [Entry] {
    entries[firstIndex(notBefore: kecamatan)...].prefix { kecamatan.contains($0.code) }
      .filter { $0.code != kecamatan }
  }

  private func firstIndex(notBefore code: RegionCode) -> Int {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].code < code { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
