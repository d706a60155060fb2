import ComplianceModel
import Testing

/// Rows as people name them.
@Suite struct `Names of rows` {
  @Test(arguments: [
    ("2026#12", 2026, 12), ("#12", 2027, 12), ("12", 2027, 12), ("1900#1", 1900, 1),
    ("2200#1", 2200, 1),
  ])
  func `a row is read with its year, or in the year that is known`(
    text: String, year: Int, number: Int
  ) {
    #expect(
      LedgerEvent.RowID(written: text, in: 2027) == LedgerEvent.RowID(year: year, number: number))
  }

  @Test(arguments: [
    "", "#", "2026#", "2026#0", "2026#-1", "2026#+1", "2026#01", "1899#1", "2201#1", "2026#1#2",
    "buku#1", "2026 #1", "63.05.12/2026#1",
  ])
  func `anything else names none`(text: String) {
    #expect(LedgerEvent.RowID(written: text, in: 2027) == nil)
  }

  @Test func `where no year is known one has to be written`() {
    #expect(LedgerEvent.RowID(written: "2026#3") == LedgerEvent.RowID(year: 2026, number: 3))
    #expect(LedgerEvent.RowID(written: "#3") == nil)
    #expect(LedgerEvent.RowID(written: "3") == nil)
  }

  @Test func `a row is read as it is printed`() {
    let row = LedgerEvent.RowID(year: 2026, number: 12)
    #expect(LedgerEvent.RowID(written: row.text) == row)
  }
}
