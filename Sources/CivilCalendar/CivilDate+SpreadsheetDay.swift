extension CivilDate {
  /// The day that a spreadsheet keeps as a number: 45852 is 14 July 2025.
  ///
  /// Source: ECMA-376 part 1, 18.17.4.1, the 1900 date system: day 1 is 1 January 1900, and the day
  /// after 28 February 1900 is counted though it never was.
  ///
  /// A number before 1 March 1900, where both counts agree again, or behind the year 2200 gives `nil`.
  ///
  /// - Parameters:
  ///   - number: The number, from 61 to 109,939; from 0 on where it is counted from 1904 on.
  ///   - is1904: Whether it is counted in the 1904 date system, in which day 0 is 1 January 1904.
  public init?(spreadsheetDay number: Int, countedFrom1904 is1904: Bool = false) {
    let day = is1904 ? number + 1_462 : number
    guard number >= 0, (61...109_939).contains(day) else { return nil }
    self.init(dayNumber: day - 25_569)
  }
}
