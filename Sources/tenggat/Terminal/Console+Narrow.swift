extension Console {
  /// Below so many columns a table has short dates and periods.
  private static let wide = 110

  /// Whether a table has short dates and periods: `31 Mar 2026`, `2026-TW3`.
  var isNarrow: Bool { width.map { $0 < Console.wide } ?? false }
}
