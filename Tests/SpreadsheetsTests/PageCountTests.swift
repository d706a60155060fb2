import Spreadsheets
import Testing

/// How many pages a sheet with a place for a signature is printed on.
struct PageCountTests {
  /// A sheet of F4, on whose first page 35 rows of 15 points have room and on each that follows 34.
  private func sheet(rows: Int, foot: Int, on paper: Sheet.Paper = .f4, widths: [Int] = [20, 40])
    -> Sheet
  {
    var sheet = Sheet(name: "Uji", paper: paper, widths: widths)
    sheet.rows = (0..<rows + foot).map { _ in Sheet.Row([SheetCell(.whole(1))]) }
    sheet.headingRow = 0
    sheet.lastTableRow = rows - 1
    return sheet
  }

  @Test(arguments: [
    (10, 1), (29, 1), (30, 1), (38, 1), (39, 2), (63, 2), (72, 2), (73, 3), (1000, 30),
  ])
  func `what would tear the signature is put on one page less`(rows: Int, pages: Int) {
    #expect(sheet(rows: rows, foot: 6).pageCount == pages)
  }

  @Test func `wide columns are made smaller and leave room for more rows`() {
    #expect(sheet(rows: 60, foot: 6).pageCount == 2)
    #expect(sheet(rows: 60, foot: 6, widths: [100, 100, 100]).pageCount == 1)
  }

  @Test func `A4 has less room than F4`() {
    #expect(sheet(rows: 37, foot: 6, on: .a4).pageCount == 2)
    #expect(sheet(rows: 35, foot: 6, on: .a4).pageCount == 1)
  }

  @Test func `where nothing stands below the table, or there is none, pages end anywhere`() {
    #expect(sheet(rows: 100, foot: 0).pageCount == nil)
    var plain = sheet(rows: 10, foot: 6)
    plain.headingRow = nil
    #expect(plain.pageCount == nil)
  }
}
