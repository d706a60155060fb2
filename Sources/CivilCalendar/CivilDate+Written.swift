extension CivilDate {
  /// Reads a date as offices write it: `2026-03-31`, `31/3/2026`, `31.03.26`, `Selasa, 31 Maret 2026`.
  ///
  /// The result is `nil` for anything else, for a day that does not exist, and for a date that only
  /// makes sense with the month first (`3/31/2026`): in a country that writes the day first it is more
  /// likely that a program turned its whole column round. ``WrittenDate`` has the forms, and tells
  /// such a date from text that is none.
  ///
  /// - Parameter bytes: The date alone, in UTF-8; blanks around it are passed over.
  public init?(written bytes: ArraySlice<UInt8>) {
    guard let written = WrittenDate(bytes), written.order != .monthFirst else { return nil }
    self = written.date
  }

  /// Reads the same forms from text.
  public init?(written text: some StringProtocol) { self.init(written: Array(text.utf8)[...]) }

  /// The date in numbers as offices write it, the day first: `31/3/2026`.
  public var dayFirst: String {
    let (year, month, day) = parts
    return "\(day)/\(month)/\(year)"
  }
}
