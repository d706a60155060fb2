internal import Spreadsheets

/// The relations of a part: which other parts its identifiers mean (ECMA-376 part 2, 9.3).
final class PartRelations: XMLPartHandler {
  /// A relation.
  struct Relation {
    /// The last word of its type: `worksheet`, `styles`.
    let kind: String
    /// The part that it leads to, from the root of the archive.
    let target: String
  }

  private let folder: [Substring]
  /// By identifier.
  private(set) var relations: [String: Relation] = [:]

  /// Relations of a part in a folder.
  private init(of part: String) {
    folder = part.split(separator: "/").dropLast()
  }

  /// Reads the relations of a part; the empty name stands for the whole archive.
  static func read(of part: String, in archive: ZipArchive) throws(SheetRefusal) -> [String:
    Relation]
  {
    let relations = PartRelations(of: part)
    let name = part.split(separator: "/").last ?? ""
    let file = (relations.folder + ["_rels", "\(name).rels"]).joined(separator: "/")
    guard archive.has(file) else { return [:] }
    try XMLPartParser.read(file, of: archive, relations)
    return relations.relations
  }

  func start(_ name: XMLPartName, _ attributes: XMLPartAttributes) {
    guard name == "Relationship", attributes.text("TargetMode") != "External",
      let id = attributes.text("Id"), let type = attributes.text("Type"),
      let target = attributes.text("Target")
    else { return }
    let kind = type.split(separator: "/").last.map(String.init) ?? ""
    relations[id] = Relation(kind: kind, target: path(target))
  }

  func end(_ name: XMLPartName) {}
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

  /// A target from the root of the archive.
  private func path(_ target: String) -> String {
    var parts = target.hasPrefix("/") ? [] : folder
    for part in target.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return parts.joined(separator: "/")
  }
}

/// What the main part of a workbook says: its sheets, and how it counts days.
final class WorkbookPart: XMLPartHandler {
  /// The sheets in the order of their tabs, with the identifiers of their parts.
  private(set) var sheets: [(name: String, id: String)] = []
  /// Whether days count from 1904 on.
  private(set) var countsFrom1904 = false

  func start(_ name: XMLPartName, _ attributes: XMLPartAttributes) throws(SheetRefusal) {
    switch name {
    case "sheet":
      guard sheets.count < ReadingLimits.sheets else {
        throw SheetRefusal(.tooLarge, detail: "lebih dari \(ReadingLimits.sheets) lembar")
      }
      guard let name = attributes.text("name"), let id = attributes.text("id") else {
        throw SheetRefusal(.badXML, detail: "lembar tanpa nama")
      }
      sheets.append((name, id))
    case "workbookPr": countsFrom1904 = attributes.isOn("date1904")
    default: break
    }
  }

  func end(_ name: XMLPartName) {}
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}
