extension CivilDate {
  /// The day that a spreadsheet keeps as a number: 45852 is 14 July 2025.
  ///
  /// Source: ECMA-376 part 1, 18.17.4.1, the 1900 date system: day 1 is 1 January 1900, and the day
  /// after 28 February 1900 is counted though it never was.
  ///
  /// A number before 1 March 1900, where both counts agree again, or behind the year 2200 gives `nil`.
  ///
  /// - Parameter number: The number, from 61 to 109,939.
  public init?(spreadsheetDay number: Int) {
    guard (61...109_939).contains(number) else { return nil }
    self.init(dayNumber: number - 25_569)
  }
}
