extension CivilDate {
  /// Reads a date as offices write it: `2026-03-31`, `31/03/2026` or `31 Maret 2026`.
  ///
  /// The day comes before the month in all but the ISO form. Months are read by their full or short
  /// Indonesian name without regard to case. The result is `nil` for anything else, and for a day that
  /// does not exist.
  ///
  /// - Parameter bytes: The date alone, in ASCII; parts of a worded date may be divided by more than
  ///   one blank.
  public init?(written bytes: ArraySlice<UInt8>) {
    guard
      let date = CivilDate(iso: bytes) ?? CivilDate(slashed: bytes) ?? CivilDate(worded: bytes)
    else { return nil }
    self = date
  }

  /// Reads `31/03/2026`; the day and the month may lack their leading zero.
  private init?(slashed bytes: ArraySlice<UInt8>) {
    let parts = bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count <= 2, parts[1].count <= 2,
      let month = asciiNumber(parts[1])
    else { return nil }
    self.init(day: parts[0], month: month, year: parts[2])
  }

  /// Reads `31 Maret 2026` and `31 Mar 2026`.
  private init?(worded bytes: ArraySlice<UInt8>) {
    let parts = bytes.split(separator: UInt8(ascii: " "))
    guard parts.count == 3, parts[0].count <= 2 else { return nil }
    let name = String(decoding: parts[1], as: UTF8.self)
    let month =
      Month(indonesian: name)
      ?? Month.allCases.first { $0.indonesianShort.lowercased() == name.lowercased() }
    guard let month else { return nil }
    self.init(day: parts[0], month: month.rawValue, year: parts[2])
  }

  private init?(day: ArraySlice<UInt8>, month: Int, year: ArraySlice<UInt8>) {
    guard year.count == 4, let year = asciiNumber(year), let day = asciiNumber(day),
      let date = try? CivilDate(year: year, month: month, day: day)
    else { return nil }
    self = date
  }
}
