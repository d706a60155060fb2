public import CivilCalendar
public import ComplianceModel
public import DurableFiles
public import SystemPackage

/// The outbox of a workspace: plain files that are only ever added to, one a civil year.
public struct Outbox: Sendable {
  /// The folder, `pengingat` in the workspace.
  public let folder: FilePath

  private let files: FileSystem

  /// Opens the outbox of a workspace; nothing is read or made yet.
  public init(workspace: FilePath, files: FileSystem = .live) {
    folder = workspace.appending("pengingat")
    self.files = files
  }

  /// All rows of all years in order, and what could not be read.
  ///
  /// - Throws: `FileFailure` where a file cannot be read.
  public func read() throws(FileFailure) -> (rows: [OutboxRow], findings: [Finding]) {
    var rows: [OutboxRow] = []
    var findings: [Finding] = []
    for year in try years() {
      let part = try text(of: year)
      rows += part.rows
      findings += part.findings
    }
    return (rows, findings)
  }

  /// When the reminders last ran.
  ///
  /// The newest file is read from its end, since every command that shows something asks for it.
  ///
  /// - Parameter today: The day of looking; what a clock that is wrong wrote on later days is left out.
  /// - Returns: The days of the last run of any outcome, and of the last that was good or fell on a
  ///   quiet day; `nil` where there was none.
  /// - Throws: `FileFailure` where a file cannot be read.
  public func lastRuns(
    asOf today: CivilDate
  ) throws(FileFailure) -> (any: CivilDate?, good: CivilDate?) {
    var latest: CivilDate?
    for year in try years().reversed() {
      guard let bytes = try files.read(path(year)) else { continue }
      var end = bytes.lastIndex(of: UInt8(ascii: "\n")) ?? bytes.startIndex
      while end > bytes.startIndex {
        let start = bytes[..<end].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        if let row = OutboxText.row(bytes[start..<end]), case .ran(let outcome) = row.event,
          row.instant.date <= today.adding(days: OutboxState.believedDaysAhead)
        {
          latest = latest ?? row.instant.date
          if outcome != .failed { return (latest, row.instant.date) }
        }
        end = start - 1
      }
    }
    return (latest, nil)
  }

  /// The rows that matter while certain due dates are open, with those of a locked file as they were
  /// when it was locked.
  ///
  /// - Parameter locked: The file that is held, and what it was locked for.
  /// - Returns: The rows in order.
  /// - Throws: `FileFailure` where another file cannot be read.
  public func read(with locked: borrowing LockedOutbox) throws(FileFailure) -> [OutboxRow] {
    var rows: [OutboxRow] = []
    for year in Set(try years()).union([locked.year]).sorted() {
      // No other run writes now, so that a last row which only lacks its line end is whole.
      let part =
        year == locked.year
        ? locked.text : try text(of: year, withTail: true, locked.filter)
      rows += part.rows
    }
    return rows
  }

  private func text(
    of year: Int, withTail: Bool = false, _ filter: OutboxFilter? = nil
  ) throws(FileFailure) -> OutboxText {
    let bytes = try files.read(path(year)) ?? []
    var text = OutboxText(bytes, file: name(year), filter)
    if withTail, let end = bytes.lastIndex(of: UInt8(ascii: "\n")),
      let row = OutboxText.row(bytes[(end + 1)...])
    {
      text.add(row)
    }
    return text
  }

  /// Takes the outbox for writing, in the file of a year; one run at a time does, whatever year its
  /// clock says.
  ///
  /// A torn last line, which a kill can leave, is mended: a whole row gets its line end, anything else
  /// is put aside.
  ///
  /// - Parameters:
  ///   - year: The civil year of the run.
  ///   - due: The due dates that are open, and the Monday of the week: what was planned for others is
  ///     left out when rows are read; nothing is left out where it is `nil`.
  ///   - patience: How long to wait for another run.
  /// - Returns: The file, locked until the value goes out of scope.
  /// - Throws: `FileFailure`, with `FileFailure.Reason.locked` where another run did not end in time.
  public func lock(
    year: Int, for due: Set<CivilDate>? = nil, waiting patience: Duration = .seconds(10)
  ) throws(FileFailure) -> LockedOutbox {
    // Made durable here: the lock's own file is not.
    try files.createFolder(folder)
    // A file of its own: two runs on either side of New Year write to two files.
    let turn = try files.lockForAppending(
      folder.appending(".kunci"), waiting: patience, syncedLater: true)
    let file = try files.lockForAppending(path(year), waiting: patience)
    return try LockedOutbox(
      file, turn, year: year, name: name(year), filter: due.map { OutboxFilter($0) }, files: files)
  }

  private func years() throws(FileFailure) -> [Int] {
    try files.names(in: folder).compactMap { name in
      guard name.extension == "csv", name.stem.utf8.count == 4 else { return nil }
      return Int(name.stem)
    }.sorted()
  }

  private func name(_ year: Int) -> String { "pengingat/\(year).csv" }

  private func path(_ year: Int) -> FilePath { folder.appending("\(year).csv") }
}

/// The file of a year, held by one run.
public struct LockedOutbox: ~Copyable {
  /// The civil year of its runs.
  let year: Int
  /// What it held when it was locked.
  let text: OutboxText
  /// What is left out of what is read.
  let filter: OutboxFilter?

  private var table: AppendedTable
  /// Held, and not written to.
  private let turn: LockedFile
  private var count: Int

  init(
    _ file: consuming LockedFile, _ turn: consuming LockedFile, year: Int, name: String,
    filter: OutboxFilter?, files: FileSystem
  ) throws(FileFailure) {
    self.turn = turn
    var header = CSVWriter()
    header.row(OutboxRow.columns)
    var table = AppendedTable(file, header: header.bytes, in: files)
    self.filter = filter
    let hasHeader = table.tailStart > 0
    var text = OutboxText(Array(table.contents[..<table.tailStart]), file: name, filter)
    if !table.tailBytes.isEmpty {
      if hasHeader, let row = OutboxText.row(table.tailBytes) {
        text.add(row)
        table.keepTail()
      }
      try table.mendTail()
      try table.commit()
    }
    self.year = year
    self.text = text
    count = text.count
    self.table = table
  }

  /// Appends rows durably, in one write.
  ///
  /// - Throws: `FileFailure`; none of them is then in the file.
  public mutating func append(_ rows: [OutboxRow]) throws(FileFailure) {
    guard !rows.isEmpty else { return }
    var writer = CSVWriter()
    for (index, row) in rows.enumerated() {
      writer.row(["\(count + index + 1)"] + row.fields.map(OutboxText.oneLine))
    }
    try table.append(writer.bytes[...])
    try table.commit()
    count += rows.count
  }
}

/// The text of an outbox file, taken apart.
struct OutboxText {
  private(set) var rows: [OutboxRow] = []
  private(set) var findings: [Finding] = []
  /// The number of the last row, also of those that could not be read.
  private(set) var count = 0

  /// Reads whole lines; a last line without its end is not yet part of the file.
  init(_ bytes: [UInt8], file: String, _ filter: OutboxFilter? = nil) {
    var reader = CSVReader(bytes)
    var fields: [CSVReader.Field] = []
    var texts = RepeatedTexts()
    var start = 0
    var line = 1
    var memo = OutboxRow.Memo()
    // No field holds a line break: a damaged line must not swallow those after it.
    while let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
      defer {
        start = end + 1
        line += 1
      }
      if let filter, line > 1, !filter.keeps(bytes[start..<end]) {
        count += 1
        continue
      }
      reader.move(to: start..<end, line: line)
      let isWhole = (try? reader.next(&fields)) != nil
      let texts = isWhole ? texts.texts(of: fields, in: reader) : []
      if line > 1 || texts != OutboxRow.columns {
        count += 1
        if let row = OutboxRow(texts.dropFirst(), &memo) {
          rows.append(row)
        } else {
          findings.append(OutboxText.finding(file, line))
        }
      }
    }
  }

  mutating func add(_ row: OutboxRow) {
    rows.append(row)
    count += 1
  }

  /// The row that a last line without its end holds; `nil` where it is torn.
  static func row(_ bytes: ArraySlice<UInt8>) -> OutboxRow? {
    var reader = CSVReader(Array(bytes))
    var fields: [CSVReader.Field] = []
    guard (try? reader.next(&fields)) != nil else { return nil }
    var memo = OutboxRow.Memo()
    return OutboxRow(fields.map { reader.text($0) }.dropFirst(), &memo)
  }

  /// A text without what ends a line or steers a terminal.
  static func oneLine(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
  }

  private static func finding(_ file: String, _ line: Int) -> Finding {
    let sentence = ReminderSentence.unreadableRow
    return Finding(
      sentence.problem, .remark, at: SourcePlace(file: file, line: line, column: 1), sentence.what,
      fix: sentence.fix)
  }
}

/// Makes texts of fields; rows that follow each other say much the same, and share it.
private struct RepeatedTexts {
  private var known: [(bytes: ArraySlice<UInt8>, text: String)] = []

  mutating func texts(of fields: [CSVReader.Field], in reader: CSVReader) -> [String] {
    while known.count < fields.count { known.append(([], "")) }
    return fields.indices.map { column in
      let bytes = reader.content(fields[column])
      if known[column].bytes != bytes {
        known[column] = (bytes, String(decoding: bytes, as: UTF8.self))
      }
      return known[column].text
    }
  }
}

/// Leaves out lines that plan what is not open any more, without taking them apart.
struct OutboxFilter: Sendable {
  private let due: [[UInt8]]

  /// Keeps what is planned for these due dates, and everything else that is no plan.
  init(_ due: Set<CivilDate>) { self.due = due.map { Array($0.description.utf8) } }

  /// Whether a line has to be read.
  func keeps(_ line: ArraySlice<UInt8>) -> Bool {
    var start = line.startIndex
    for column in 0..<OutboxFilter.dueColumn {
      guard let comma = line[start...].firstIndex(of: UInt8(ascii: ",")) else { return true }
      let field = line[start..<comma]
      // A field in quotes may hold a comma.
      guard field.first != UInt8(ascii: "\"") else { return true }
      if column == OutboxFilter.stateColumn, !field.elementsEqual(OutboxRow.plannedWord.utf8) {
        return true
      }
      start = comma + 1
    }
    let field = line[start...].prefix { $0 != UInt8(ascii: ",") }
    return field.isEmpty || due.contains { field.elementsEqual($0) }
  }

  private static let stateColumn = OutboxRow.columns.firstIndex(of: "keadaan") ?? 0
  private static let dueColumn = OutboxRow.columns.firstIndex(of: "tenggat") ?? 0
}
