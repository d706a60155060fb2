import Spreadsheets
import TestSupport
import Testing

/// What stands in cells, as a person sees it.
@Suite struct `the cells of a workbook` {
  @Test func `stand in the line of their row and in the field of their column`() throws {
    let workbook = MadeWorkbook.rows(
      """
      <row r="2"><c r="B2"><v>1</v></c><c r="D2"><v>2</v></c></row>
      <row><c><v>3</v></c><c><v>4</v></c></row><row r="6"><c r="AA6"><v>5</v></c></row>
      """)
    #expect(
      try lines(of: workbook) == [
        "", ",1,,2", "3,4", "", "", String(repeating: ",", count: 26) + "5",
      ])
  }

  @Test func `are texts of every kind`() throws {
    var workbook = MadeWorkbook.rows(
      """
      <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>
      <c r="C1" t="inlineStr"><is><r><t>se</t></r><r><t xml:space="preserve">baris </t></r></is></c>
      <c r="D1" t="str"><f>A1</f><v>dari rumus</v></c><c r="E1" t="b"><v>1</v></c>
      <c r="F1" t="b"><v>0</v></c><c r="G1" t="e"><v>#N/A</v></c>
      <c r="H1" t="d"><v>2026-03-31T00:00:00</v></c></row>
      """)
    workbook.texts =
      "<si><t>a, \"b\" &amp; c</t></si><si><r><t>kanji</t></r><rPh sb=\"0\" eb=\"1\"><t>baca</t></rPh></si>"
    #expect(
      try lines(of: workbook) == [
        "\"a, \"\"b\"\" & c\",kanji,sebaris ,dari rumus,TRUE,FALSE,#N/A,2026-03-31"
      ])
  }

  @Test(arguments: [
    ("satu\ndua", "satu\u{B}dua"), ("\n satu \r\n", " satu "), ("a_x000D_\nb", "a\u{B}b"),
    ("_x005F_x0041_", "_x0041_"), ("_x0041_", "A"), ("_xZZZZ_ _x00", "_xZZZZ_ _x00"), ("\n", ""),
  ])
  func `keep a row on one line`(_ text: String, _ wanted: String) throws {
    let workbook = MadeWorkbook.table([["x", text, "y"]])
    #expect(try lines(of: workbook) == ["x,\(wanted),y"])
  }

  @Test(arguments: [
    ("", "1,\n2", "\"1,\u{B}2\""), ("", "\n12\n", "12"),
    (" t=\"d\"", "2026-\n03T00", "2026-\u{B}03"),
  ])
  func `keep it so where what is called a number or a day is none`(
    _ kind: String, _ value: String, _ wanted: String
  ) throws {
    #expect(try lines(of: .rows("<row><c\(kind)><v>\(value)</v></c></row>")) == [wanted])
  }

  @Test(arguments: [
    ("2025", "2025"), ("-3", "-3"), ("87.499999999999986", "87.5"), ("0.1", "0.1"),
    ("46107", "46107"), ("1E3", "1000"), ("1.5E+20", "1.5e+20"), ("123456789012", "123456789012"),
  ])
  func `show numbers with the digits that a spreadsheet shows`(
    _ value: String, _ wanted: String
  ) throws {
    #expect(try lines(of: .rows("<row><c><v>\(value)</v></c></row>")) == [wanted])
  }

  private static let styles = """
    <numFmts><numFmt numFmtId="164" formatCode="[$-421]d\\ mmmm\\ yyyy"/>
    <numFmt numFmtId="165" formatCode="mmm\\-yy;@"/><numFmt numFmtId="166" formatCode="yyyy"/>
    <numFmt numFmtId="167" formatCode="[h]:mm"/><numFmt numFmtId="168" formatCode="0.0%"/>
    <numFmt numFmtId="169" formatCode="&quot;day&quot; 0.00 &quot;d&quot;"/>
    <numFmt numFmtId="170" formatCode="dd/mm/yyyy hh:mm"/></numFmts>
    <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
    <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/>
    <xf numFmtId="166"/><xf numFmtId="167"/><xf numFmtId="168"/><xf numFmtId="169"/>
    <xf numFmtId="170"/><xf numFmtId="49"/></cellXfs>
    """

  @Test(arguments: [
    (0, "46112", "46112"), (1, "46112", "2026-03-31"), (2, "46112", "2026-03-31"),
    (3, "46082", "2026-03"), (3, "46112", "2026-03-31"), (4, "46023", "2026"),
    (5, "0.75", "18:00:00"), (6, "0.8888", "88.88%"), (7, "12.5", "12.5"),
    (8, "46112.5", "2026-03-31 12:00:00"), (8, "46112", "2026-03-31"),
    (1, "46112.999999999", "2026-04-01"), (9, "46112", "46112"),
    // The day that never was, and what lies before it, are no days; the one after is.
    (1, "60", "60"), (1, "59", "59"), (1, "61", "1900-03-01"), (1, "-1", "-1"),
    (1, "9999999", "9999999"), (77, "46112", "46112"),
  ])
  func `are days where the style shows a day`(
    _ style: Int, _ value: String, _ wanted: String
  ) throws {
    var workbook = MadeWorkbook.rows("<row><c s=\"\(style)\"><v>\(value)</v></c></row>")
    workbook.styles = Self.styles
    #expect(try lines(of: workbook) == [wanted])
  }

  @Test(arguments: [("0", "1904-01-01"), ("44650", "2026-03-31")])
  func `count days from 1904 on where the workbook says so`(
    _ value: String, _ wanted: String
  ) throws {
    var workbook = MadeWorkbook.rows("<row><c s=\"1\"><v>\(value)</v></c></row>")
    workbook.styles = Self.styles
    workbook.countsFrom1904 = true
    #expect(try lines(of: workbook) == [wanted])
    #expect(try content(of: workbook.bytes).get().countsFrom1904)
  }

  @Test func `below the first of a merged area have its content, in rows with content`() throws {
    let rows = [
      ["a", "b", "x"], ["", "", "y"], ["", "", ""], ["", "", "z"], ["c", "", "w"], ["", "q", "v"],
    ]
    let workbook = MadeWorkbook(
      (
        "Lembar1",
        MadeWorkbook.data(rows)
          + "<mergeCells><mergeCell ref=\"A1:A4\"/><mergeCell ref=\"B1:B2\"/>"
          + "<mergeCell ref=\"A5:C5\"/><mergeCell ref=\"A9:A12\"/></mergeCells>"
      ))
    #expect(
      try lines(of: workbook) == ["a,b,x", "a,b,y", "", "a,,z", "c,,w", ",q,v"])
  }

  @Test(arguments: ["<f>1+1</f>", "<f>1+1</f><v></v>", "<f>1+1</f><v/>"])
  func `say of a formula that was never computed that it has no value`(_ formula: String) throws {
    #expect(
      try lines(of: .rows("<row><c>\(formula)</c><c/></row>")) == [SheetContent.uncomputed])
    #expect(SheetContent.isError(SheetContent.uncomputed))
  }

  @Test func `stand under the name of their sheet, in the order of the tabs`() throws {
    var workbook = MadeWorkbook(
      ("Satu &amp; dua", MadeWorkbook.data([["a"]])), ("Kosong", "<sheetData/>"),
      ("Tiga", MadeWorkbook.data([["c"]])))
    let content = try content(of: workbook.bytes).get()
    #expect(content.sheets.map(\.name) == ["Satu & dua", "Kosong", "Tiga"])
    #expect(try texts(of: workbook) == ["Satu & dua": "a\n", "Kosong": "", "Tiga": "c\n"])
    // The strict form of the format has other namespaces, and some programs other prefixes.
    workbook = MadeWorkbook.rows("")
    workbook.more = [
      MadeArchive.Entry(
        "xl/worksheets/sheet1.xml",
        "<x:worksheet xmlns:x=\"http://purl.oclc.org/ooxml/spreadsheetml/main\"><x:sheetData><x:row><x:c><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>"
          .utf8)
    ]
    #expect(try lines(of: workbook) == ["7"])
  }

  @Test(arguments: [(1, "A"), (26, "Z"), (27, "AA"), (52, "AZ"), (703, "AAA"), (16_384, "XFD")])
  func `have columns with letters`(_ column: Int, _ letters: String) {
    #expect(SheetContent.letters(ofColumn: column) == letters)
  }
}
