import Spreadsheets
import TestSupport
import Testing

/// The lines in which the content of a workbook comes from another program.
@Suite struct `the content of a workbook as lines` {
  private static let content = SheetContent(
    sheets: [
      SheetContent.Sheet(name: "Satu\tdua\\", text: Array("a,b\n\nselesai\nc\n".utf8)),
      SheetContent.Sheet(name: "", text: []),
    ], countsFrom1904: true)

  private static func records(_ content: SheetContent) -> [SheetText.Record] {
    [.opening(countsFrom1904: content.countsFrom1904)]
      + content.sheets.flatMap { sheet in
        [
          .sheet(name: sheet.name), .text(Array(sheet.text.prefix(3))),
          .text(Array(sheet.text.dropFirst(3))),
        ]
      } + [.end]
  }

  @Test func `is read back as it was`() throws {
    let bytes = Self.records(Self.content).flatMap(\.bytes)
    #expect(try SheetText.content(of: bytes)?.get() == Self.content)
  }

  @Test func `is none where it is cut off anywhere`() {
    let bytes = Self.records(Self.content).flatMap(\.bytes)
    for length in bytes.indices {
      #expect(SheetText.content(of: Array(bytes.prefix(length))) == nil)
    }
  }

  @Test(arguments: SheetRefusal.Kind.allCases)
  func `says why a file is not read`(_ kind: SheetRefusal.Kind) {
    let refusal = SheetRefusal(kind, part: "xl/a\tb.xml", line: 7, detail: "dua\nbaris")
    let records: [SheetText.Record] = [
      .opening(countsFrom1904: false), .sheet(name: "a"), .text([65]), .refusal(refusal),
    ]
    #expect(SheetText.content(of: records.flatMap(\.bytes)) == .failure(refusal))
  }

  @Test(arguments: [
    "", "selesai\n", "tenggat-lembar-isi 2\t1900\nselesai\n",
    "tenggat-lembar-isi 1\t1901\nselesai\n",
    "tenggat-lembar-isi 1\t1900\nisi\t1\na\nselesai\n",
    "tenggat-lembar-isi 1\t1900\nlembar\ta\nisi\t-1\na\nselesai\n",
    "tenggat-lembar-isi 1\t1900\nlembar\ta\nisi\t99\na\nselesai\n",
    "tenggat-lembar-isi 1\t1900\nselesai\nselesai\n", "tolak\tentah\t\t0\t\n",
    "tolak\trusak\t\tx\t\n", "apa saja\n",
  ])
  func `is none for anything else`(_ text: String) {
    #expect(SheetText.content(of: Array(text.utf8)) == nil)
  }
}
