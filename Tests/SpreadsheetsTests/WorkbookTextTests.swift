import Spreadsheets
import TestSupport
import Testing

/// The lines in which a workbook goes to another program.
@Suite struct `a workbook as lines` {
  private static let sample: Workbook = {
    var heading = CellStyle()
    heading.tone = .heading
    heading.isBold = true
    heading.size = 14
    var percent = CellStyle()
    percent.format = .percent
    percent.isBordered = true
    percent.isWrapped = true
    percent.alignment = .right
    var sheet = Sheet(name: "Satu & dua", paper: .f4, widths: [20, 8])
    sheet.headingRow = 1
    sheet.lastTableRow = 3
    sheet.fixedColumns = 1
    sheet.rows = [
      Sheet.Row([SheetCell(.text("Kop"), heading, span: 2)], height: 30), Sheet.Row([]),
      Sheet.Row([SheetCell(.text("a\tb\\t\nc\r\n=1+1")), SheetCell(.quotient(6, 7), percent)]),
      Sheet.Row([SheetCell(.none), SheetCell(.whole(-12))]),
      Sheet.Row([SheetCell(.day(20_543)), SheetCell(.instant(1_774_000_000))]),
    ]
    var toFillIn = Sheet(name: "Isian", paper: .a4, widths: [9])
    toFillIn.columnStyles = [percent, CellStyle(), percent]
    toFillIn.choices = [
      SheetChoices(
        column: 0, rows: 1...9, .list(sheet: "Satu & dua", column: 1, rows: 2...3), title: "Unit",
        message: "Pilih\tsatu"),
      SheetChoices(column: 2, rows: 1...9, .days(-5, 20_543), title: "Hari", message: ""),
    ]
    return Workbook(
      title: "Uji\tcoba", created: 1_785_715_200,
      sheets: [sheet, toFillIn, Sheet(name: "Kosong", paper: .a4, widths: [])])
  }()

  @Test func `is read back as it was`() throws {
    let bytes = WorkbookText.bytes(of: Self.sample)
    #expect(try WorkbookText.workbook(of: bytes) == Self.sample)
  }

  @Test func `keeps every text`() throws {
    let letters: [Character] = ["\t", "\n", "\\", "t", "n", "\r", "=", "é", "😀", "\"", " "]
    var random = SplitMix64(seed: 16)
    for _ in 1...2_000 {
      let text = String(
        (0..<Int.random(in: 0...12, using: &random)).compactMap { _ in
          letters.randomElement(using: &random)
        })
      var workbook = Self.sample
      workbook.sheets[0].rows[2].cells[0].value = .text(text)
      #expect(try WorkbookText.workbook(of: WorkbookText.bytes(of: workbook)) == workbook)
    }
  }

  private static let head = "tenggat-lembar 2\nbuku\ta\t1\n"
  private static let row = "\(head)gaya\tg.u---\nlembar\ta\tf4\t\t0\t0\t8\nbaris\t\n"

  @Test(arguments: [
    ("", 1), ("tenggat-lembar 1\nbuku\ta\t1\nlembar\ta\tf4\t\t0\t0\t\n", 1),
    ("tenggat-lembar 2\nbuku\ta\tb\nlembar\ta\tf4\t\t0\t0\t\n", 2),
    (head, 3), ("\(head)baris\t\n", 3), ("\(head)\n", 3), ("\(head)gaya\tg.u--\n", 3),
    ("\(head)lembar\ta\tfolio\t\t0\t0\t\n", 3), ("\(head)lembar\ta\tf4\tx\t0\t0\t\n", 3),
    ("\(head)lembar\ta\tf4\t\t0\t0\t8 x\n", 3), ("\(head)lembar\ta\tf4\t\t0\t0\n", 3),
    ("\(head)lembar\ta\tf4\t\t0\t0\t8\tx\n", 3),
    ("\(head)gaya\tg.u---\nlembar\ta\tf4\t\t0\t0\t8\nteks\t0\t1\ta\n", 5),
    ("\(row)teks\t1\t1\ta\n", 6), ("\(row)teks\t-1\t1\ta\n", 6), ("\(row)teks\t0\t0\ta\n", 6),
    ("\(row)teks\t0\t1\n", 6), ("\(row)teks\t0\t1\ta\tb\n", 6), ("\(row)kosong\t0\t1\t\n", 6),
    ("\(row)bulat\t0\t1\t\n", 6), ("\(row)bagi\t0\t1\t1\t0\n", 6), ("\(row)bagi\t0\t1\t1\n", 6),
    ("\(row)rumus\t0\t1\t1\n", 6), ("\(row)baris\tx\n", 6), ("\(row)baris\t", 6),
    ("\(row)teks\t0\t1\ta", 6), ("\(row)kolom\t1\n", 6), ("\(row)pilihan\t0\n", 6),
  ])
  func `is told with its line where it is none`(_ text: String, _ line: Int) {
    #expect(throws: WorkbookText.Fault(line: line)) {
      try WorkbookText.workbook(of: Array(text.utf8))
    }
  }

  @Test func `of which the head of a row is enough`() throws {
    let workbook = try WorkbookText.workbook(of: Array(Self.row.utf8))
    #expect(workbook.sheets.map(\.rows) == [[Sheet.Row([])]])
  }
}
