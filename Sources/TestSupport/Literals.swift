public import CivilCalendar
public import ComplianceModel
public import Testing

/// The day that a test names: `try day("2026-03-31")`.
///
/// - Throws: An expectation failure at the caller's line where the text names no day.
public func day(
  _ text: String, sourceLocation: SourceLocation = #_sourceLocation
) throws -> CivilDate {
  try #require(
    CivilDate(iso: Array(text.utf8)[...]), "\(text) names no day", sourceLocation: sourceLocation)
}

/// The covered period that a test names: `try period("2026-TW1")`.
///
/// - Throws: An expectation failure at the caller's line where the text names no period.
public func period(
  _ text: String, sourceLocation: SourceLocation = #_sourceLocation
) throws -> Period {
  try #require(Period(text), "\(text) names no period", sourceLocation: sourceLocation)
}

/// The region that a test names: `try region("63.05.12.2003")`.
///
/// - Throws: An expectation failure at the caller's line where the text is no kode wilayah.
public func region(
  _ text: String, sourceLocation: SourceLocation = #_sourceLocation
) throws -> RegionCode {
  try #require(RegionCode(text), "\(text) is no kode wilayah", sourceLocation: sourceLocation)
}
