public import Spreadsheets
public import SystemPackage

/// Reads the sheets of a workbook (`.xlsx`, ECMA-376) as text: what a person sees in the cells.
///
/// Nothing is run, fetched or written: formulas give the values that were kept with them, and of the
/// archive only the parts are unpacked that hold cells.
public enum WorkbookReader {
  /// Reads a workbook.
  ///
  /// - Parameters:
  ///   - file: A regular file or a file in memory, open for reading.
  ///   - take: Gets the records in their order; the last one says whether all was read.
  public static func read(_ file: FileDescriptor, _ take: (SheetText.Record) -> Void) {
    do throws(SheetRefusal) {
      try records(of: file, take)
      take(.end)
    } catch {
      take(.refusal(error))
    }
  }

  private static func records(
    of file: FileDescriptor, _ take: (SheetText.Record) -> Void
  ) throws(SheetRefusal) {
    let archive = try PackedFile.open(file)
    let main = try PartRelations.read(of: "", in: archive).values
      .first { $0.kind == "officeDocument" }?.target
    guard let main, archive.has(main) else { throw SheetRefusal(.otherArchive) }
    let relations = try PartRelations.read(of: main, in: archive)
    let workbook = WorkbookPart()
    try XMLPartParser.read(main, of: archive, workbook)
    guard !workbook.sheets.isEmpty else { throw SheetRefusal(.otherArchive) }
    take(.opening(countsFrom1904: workbook.countsFrom1904))

    func part(_ kind: String) -> String? { relations.values.first { $0.kind == kind }?.target }
    let texts = SharedTexts()
    if let part = part("sharedStrings") { try XMLPartParser.read(part, of: archive, texts) }
    let styles = CellStyles()
    if let part = part("styles") { try XMLPartParser.read(part, of: archive, styles) }
    let surroundings = SheetPart.Surroundings(
      texts: texts, styles: styles, countsFrom1904: workbook.countsFrom1904)
    var room = ReadingLimits.text
    for sheet in workbook.sheets {
      // Sheets that are charts or macros have no cells.
      guard let relation = relations[sheet.id], relation.kind == "worksheet" else { continue }
      take(.sheet(name: sheet.name))
      room = try readSheet(relation.target, of: archive, surroundings, room: room) {
        take(.text($0))
      }
    }
  }

  /// Reads a sheet twice: which cells are merged stands behind them.
  ///
  /// - Returns: The room that is left.
  private static func readSheet(
    _ part: String, of archive: ZipArchive, _ surroundings: SheetPart.Surroundings, room: Int,
    _ take: ([UInt8]) -> Void
  ) throws(SheetRefusal) -> Int {
    let merged = MergedAreas()
    try XMLPartParser.read(part, of: archive, merged)
    return try withoutActuallyEscaping(take) { (take) throws(SheetRefusal) in
      let lines = SheetLines(room: room, take)
      let sheet = SheetPart(surroundings, merged: merged.byRow, into: lines)
      try XMLPartParser.read(part, of: archive, sheet)
      lines.end()
      return lines.room
    }
  }
}
