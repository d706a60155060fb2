internal import ComplianceModel
internal import DurableFiles
internal import Spreadsheets
internal import SystemPackage
internal import Workspace

/// The cells of a table with their places, from a file of comma-separated values or from a sheet of a
/// workbook: whoever reads the rows does not see the difference.
struct TableSource {
  /// Where the cells lie.
  let places: TablePlaces
  /// The row of the headings.
  let header: ImportHeader
  /// Whether the day numbers of a sheet count from 1904 on.
  let countsFrom1904: Bool
  private let content: Content

  private enum Content {
    /// A file that is read piece by piece, with the bytes in front that are no text, and as it was.
    case file(FilePath, skipping: Int, FileState?)
    /// A sheet: a line a row.
    case sheet([UInt8], of: FilePath)
  }

  /// Finds the headings of a table, whatever is wrong with them.
  ///
  /// - Parameters:
  ///   - request: What is asked for.
  ///   - said: What people say of headings.
  /// - Throws: `FileFailure` where the table cannot be read; a `Finding` for what keeps it from being a table,
  ///   or leaves open which sheet is meant, as `WorkspaceFailure/data(_:)`.
  init(_ request: TableImport.Request, _ said: ImportHeading.Said) throws {
    if let workbook = request.workbook {
      self = try TableSource(workbook, request, said)
    } else {
      self = try TableSource(file: request, said)
    }
  }

  /// Refuses headings with which the rows cannot be read.
  ///
  /// - Parameter name: The table as it is named to the user.
  /// - Throws: A `Finding` for each thing that is wrong, as `WorkspaceFailure/data(_:)`.
  func requireHeadings(of name: String) throws {
    guard header.columns.faults.isEmpty else {
      throw WorkspaceFailure.data(
        header.columns.faults.map {
          TableSource.finding(
            ImportSentence.header($0.fault, of: name),
            at: places.place(line: header.line, column: $0.column))
        })
    }
  }

  /// The rows from the first one on.
  func rows() throws -> CSVStream {
    switch content {
    case .file(let path, let skipped, _):
      try CSVStream(path, skipping: skipped, separator: header.columns.separator)
    case .sheet(let text, let path):
      CSVStream(text, of: path, separator: header.columns.separator)
    }
  }

  /// The table, opened again; `nil` for a sheet, which is in memory.
  func file() throws -> OpenedFile? {
    guard case .file(let path, _, _) = content else { return nil }
    return try FileSystem.live.openFollowing(path)
  }

  /// Refuses a table that was written to since its header was read; a sheet is in memory.
  ///
  /// What was checked is not what would be taken in.
  func requireUnchanged() throws {
    guard case .file(let path, _, let state) = content else { return }
    guard try FileSystem.live.state(of: path, followingLink: true) == state else {
      throw WorkspaceFailure.changed(path)
    }
  }

  private static func finding(
    _ sentence: ImportSentence.Sentence, at place: SourcePlace
  ) -> Finding { Finding(sentence.problem, at: place, sentence.what, fix: sentence.fix) }

  // MARK: - A file

  private init(file request: TableImport.Request, _ said: ImportHeading.Said) throws {
    let path = request.table
    places = TablePlaces(file: request.name)
    countsFrom1904 = false
    let state = try FileSystem.live.state(of: path, followingLink: true)
    if let state, state.size > Limits.table {
      throw FileFailure(.read, path, .tooLarge(most: Limits.table))
    }
    func refuse(_ sentence: ImportSentence.Sentence) -> WorkspaceFailure {
      .data([
        TableSource.finding(sentence, at: SourcePlace(file: request.name, line: 1, column: 1))
      ])
    }
    let head = try CSVStream(path).reader.bytes
    if head.isEmpty { throw refuse(ImportSentence.empty) }
    if TableSource.isPacked(head) { throw refuse(ImportSentence.spreadsheet) }
    if CSVReader.isUTF16(head) { throw refuse(ImportSentence.notUTF8) }
    let mark = CSVReader.byteOrderMark
    let skipped = head.starts(with: mark) ? mark.count : 0
    header = ImportHeader(Array(head.dropFirst(skipped)), said)
    content = .file(path, skipping: skipped, state)
  }

  /// Whether a file is a workbook of a spreadsheet program, or anything else that is packed like one.
  static func isPacked(_ head: [UInt8]) -> Bool {
    head.starts(with: [0x50, 0x4B, 0x03, 0x04])
      || head.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
  }

  // MARK: - A workbook

  private init(
    _ workbook: Result<SheetContent, SheetRefusal>, _ request: TableImport.Request,
    _ said: ImportHeading.Said
  ) throws {
    func refuse(_ sentence: ImportSentence.Sentence) -> WorkspaceFailure {
      .data([TableSource.finding(sentence, at: SourcePlace(file: request.name))])
    }
    let content: SheetContent
    switch workbook {
    case .success(let read): content = read
    case .failure(let refusal): throw refuse(ImportSentence.unreadable(refusal))
    }
    let tables = content.sheets.filter { !$0.text.isEmpty }.map {
      (sheet: $0, header: ImportHeader($0.text, said, ofSheet: true))
    }
    let names = tables.map(\.sheet.name)
    let chosen: (sheet: SheetContent.Sheet, header: ImportHeader)
    if let wanted = request.sheet {
      let found =
        tables.first { $0.sheet.name == wanted }
        ?? tables.first { ImportHeading.folded($0.sheet.name) == ImportHeading.folded(wanted) }
      guard let found else { throw refuse(ImportSentence.noSheet(wanted, among: names)) }
      chosen = found
    } else {
      let whole = tables.filter { $0.header.isCertain && !$0.header.columns.lackColumns }
      let known = whole.isEmpty ? tables.filter(\.header.isCertain) : whole
      let likely = known.isEmpty ? tables : known
      guard let first = likely.first else { throw refuse(ImportSentence.emptyWorkbook) }
      guard likely.count == 1 else {
        throw refuse(
          known.isEmpty
            ? ImportSentence.noTable(among: names)
            : ImportSentence.severalSheets(likely.map(\.sheet.name)))
      }
      chosen = first
    }
    places = TablePlaces(sheet: chosen.sheet.name, of: request.name)
    header = chosen.header
    countsFrom1904 = content.countsFrom1904
    self.content = .sheet(chosen.sheet.text, of: request.table)
  }
}
