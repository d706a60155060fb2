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
    let bytes = Self.sample.lines
    #expect(try Self.workbook(of: bytes) == Self.sample)
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
      #expect(try Self.workbook(of: workbook.lines) == workbook)
    }
  }

  /// What the lines of a workbook tell, which come in pieces of so many bytes.
  private static func workbook(of bytes: [UInt8], pieces: Int = 1 << 16) throws -> Workbook {
    var workbook = Workbook(title: "", created: 0, sheets: [])
    var styles: [CellStyle] = []
    var pages: [Int?] = []
    var isWhole = false
    var lines = WorkbookLines()
    for start in stride(from: 0, to: bytes.count, by: pieces) {
      try lines.read(bytes[start..<min(start + pieces, bytes.count)]) { part in
        let last = workbook.sheets.count - 1
        switch part {
        case .opening(let title, let created): (workbook.title, workbook.created) = (title, created)
        case .style(let style): styles.append(style)
        case .sheet(var sheet, let numbers, let pageCount):
          sheet.columnStyles = numbers.map { styles[$0] }
          workbook.sheets.append(sheet)
          pages.append(pageCount)
        case .choices(let choices): workbook.sheets[last].choices.append(choices)
        case .row(let height): workbook.sheets[last].rows.append(Sheet.Row([], height: height))
        case .cell(let value, let style, let span):
          let row = workbook.sheets[last].rows.count - 1
          workbook.sheets[last].rows[row].cells.append(
            SheetCell(value, styles[style], span: span))
        case .end: isWhole = true
        }
      }
    }
    try lines.finish()
    #expect(isWhole)
    #expect(pages == workbook.sheets.map(\.pageCount))
    return workbook
  }

  @Test(arguments: [1, 2, 7, 64, 4_096])
  func `is read in pieces of any size`(_ size: Int) throws {
    #expect(try Self.workbook(of: Self.sample.lines, pieces: size) == Self.sample)
  }

  @Test func `is known for what is cut off, wherever that is`() {
    let bytes = Self.sample.lines
    for count in 0..<bytes.count {
      #expect(throws: WorkbookLines.Fault.self) {
        try Self.workbook(of: Array(bytes.prefix(count)))
      }
    }
  }

  private static let head = "tenggat-lembar 3\ta\t1\n"
  private static let row = "\(head)gaya\tg.u---\nlembar\ta\tf4\t\t0\t0\t\t8\t\nbaris\t\n"
  private static let end = "selesai\n"

  @Test(arguments: [
    ("", 1), ("\n", 1), ("tenggat-lembar 2\ta\t1\nlembar\ta\tf4\t\t0\t0\t\t\t\n", 1),
    ("tenggat-lembar 3\ta\tb\n", 1), ("tenggat-lembar 3\ta\n", 1), (head, 2), ("\(head)\(end)", 2),
    ("\(head)\(head)", 2), ("\(head)baris\t\n", 2), ("\(head)\n", 2), ("\(head)gaya\tg.u--\n", 2),
    ("\(head)lembar\ta\tfolio\t\t0\t0\t\t\t\n", 2), ("\(head)lembar\ta\tf4\tx\t0\t0\t\t\t\n", 2),
    ("\(head)lembar\ta\tf4\t\t0\t0\tx\t8\t\n", 2),
    ("\(head)lembar\ta\tf4\t\t0\t0\t\t8 x\t\n", 2),
    ("\(head)lembar\ta\tf4\t\t0\t0\t\t8\t0\n", 2), ("\(head)lembar\ta\tf4\t\t0\t0\t\t8\n", 2),
    ("\(head)lembar\ta\tf4\t\t0\t0\t\t8\t\tx\n", 2),
    ("\(head)gaya\tg.u---\nlembar\ta\tf4\t\t0\t0\t\t8\t\nteks\t0\t1\ta\n", 4),
    ("\(row)teks\t1\t1\ta\n", 5), ("\(row)teks\t-1\t1\ta\n", 5), ("\(row)teks\t0\t0\ta\n", 5),
    ("\(row)teks\t0\t1\n", 5), ("\(row)teks\t0\t1\ta\tb\n", 5), ("\(row)kosong\t0\t1\t\n", 5),
    ("\(row)bulat\t0\t1\t\n", 5), ("\(row)bagi\t0\t1\t1\t0\n", 5), ("\(row)bagi\t0\t1\t1\n", 5),
    ("\(row)rumus\t0\t1\t1\n", 5), ("\(row)baris\tx\n", 5), ("\(row)baris\t", 5),
    ("\(row)teks\t0\t1\ta", 5), ("\(row)pilihan\t0\n", 5), (row, 5), ("\(row)\(end)\n", 6),
    ("\(row)\(end)x", 6),
  ])
  func `is told with its line where it is none`(_ text: String, _ line: Int) {
    #expect(throws: WorkbookLines.Fault(line: line)) {
      try Self.workbook(of: Array(text.utf8))
    }
  }

  @Test func `of which the head of a row is enough`() throws {
    let workbook = try Self.workbook(of: Array("\(Self.row)\(Self.end)".utf8))
    #expect(workbook.sheets.map(\.rows) == [[Sheet.Row([])]])
  }
}
