/// A workbook (`.xlsx`) made by hand, part by part, so that each part can be anything.
public struct MadeWorkbook: Sendable {
  /// The sheets: a name, and what stands in the sheet's element.
  public var sheets: [(name: String, xml: String)]
  /// What stands in the element of the shared texts.
  public var texts = ""
  /// What stands in the element of the styles.
  public var styles = ""
  /// Whether days count from 1904 on.
  public var countsFrom1904 = false
  /// What stands in front of the root of the first sheet.
  public var prolog = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  /// The other entries, which replace those of the same name.
  public var more: [MadeArchive.Entry] = []

  /// Creates a workbook.
  public init(_ sheets: (name: String, xml: String)...) { self.sheets = sheets }

  /// A workbook of one sheet with rows of cells.
  ///
  /// - Parameter rows: What stands in the sheet's data.
  /// - Returns: The workbook.
  public static func rows(_ rows: String) -> MadeWorkbook {
    MadeWorkbook(("Lembar1", "<sheetData>\(rows)</sheetData>"))
  }

  /// A workbook of one sheet, whose cells are texts.
  public static func table(_ rows: [[String]], named name: String = "Lembar1") -> MadeWorkbook {
    MadeWorkbook((name, data(rows)))
  }

  /// The data of a sheet whose cells are texts; blanks have no cell.
  public static func data(_ rows: [[String]]) -> String {
    let lines = rows.enumerated().map { number, row in
      let cells = row.enumerated().compactMap { column, text -> String? in
        guard !text.isEmpty, let letter = Unicode.Scalar(UInt32(65 + column)) else { return nil }
        return
          "<c r=\"\(letter)\(number + 1)\" t=\"inlineStr\"><is><t>\(escaped(text))</t></is></c>"
      }
      return "<row r=\"\(number + 1)\">\(cells.joined())</row>"
    }
    return "<sheetData>\(lines.joined())</sheetData>"
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
  }

  private static let namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let relations =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let packageRelations =
    "http://schemas.openxmlformats.org/package/2006/relationships"

  /// The archive.
  public var archive: MadeArchive {
    let own = MadeWorkbook.relations
    var entries = [
      MadeArchive.Entry("[Content_Types].xml", "<Types/>".utf8),
      MadeArchive.Entry(
        "_rels/.rels", links([("rId1", "\(own)/officeDocument", "xl/workbook.xml")]).utf8),
      MadeArchive.Entry("xl/workbook.xml", workbookPart.utf8),
      MadeArchive.Entry(
        "xl/_rels/workbook.xml.rels",
        links(
          sheets.indices.map {
            ("rId\($0 + 1)", "\(own)/worksheet", "worksheets/sheet\($0 + 1).xml")
          }
            + [
              ("rId900", "\(own)/sharedStrings", "sharedStrings.xml"),
              ("rId901", "\(own)/styles", "/xl/styles.xml"),
            ]
        ).utf8),
      MadeArchive.Entry("xl/sharedStrings.xml", root("sst", texts).utf8),
      MadeArchive.Entry("xl/styles.xml", root("styleSheet", styles).utf8),
    ]
    for (place, sheet) in sheets.enumerated() {
      entries.append(
        MadeArchive.Entry(
          "xl/worksheets/sheet\(place + 1).xml",
          ((place == 0 ? prolog : "") + root("worksheet", sheet.xml)).utf8))
    }
    let names = Set(more.map(\.name))
    return MadeArchive(entries.filter { !names.contains($0.name) } + more)
  }

  /// The bytes of the file.
  public var bytes: [UInt8] { archive.bytes }

  private func root(_ name: String, _ content: String) -> String {
    "<\(name) xmlns=\"\(MadeWorkbook.namespace)\">\(content)</\(name)>"
  }

  private var workbookPart: String {
    let list = sheets.enumerated().map { place, sheet in
      "<sheet name=\"\(sheet.name)\" sheetId=\"\(place + 1)\" r:id=\"rId\(place + 1)\"/>"
    }
    return """
      <workbook xmlns="\(MadeWorkbook.namespace)" xmlns:r="\(MadeWorkbook.relations)">\
      <workbookPr date1904="\(countsFrom1904 ? 1 : 0)"/><sheets>\(list.joined())</sheets></workbook>
      """
  }

  private func links(_ links: [(id: String, type: String, target: String)]) -> String {
    let list = links.map {
      "<Relationship Id=\"\($0.id)\" Type=\"\($0.type)\" Target=\"\($0.target)\"/>"
    }
    return
      "<Relationships xmlns=\"\(MadeWorkbook.packageRelations)\">\(list.joined())</Relationships>"
  }
}
