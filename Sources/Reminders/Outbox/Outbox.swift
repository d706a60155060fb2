public import CivilCalendar
public import ComplianceModel
public import DurableFiles
public import SystemPackage
internal import Workspace

/// The outbox of a workspace: plain files that are only ever added to, one a civil year.
public struct Outbox: Sendable {
  /// The folder, `pengingat` in the workspace.
  public let folder: FilePath

  let files: FileSystem

  /// Opens the outbox of a workspace; nothing is read or made yet.
  public init(workspace: FilePath, files: FileSystem = .live) {
    folder = workspace.appending(Workspace.reminderFolder)
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
        ? locked.text() : try text(of: year, withTail: true, locked.filter)
      rows += part.rows
    }
    return rows
  }

  /// The rows that matter while certain due dates are open, as they stand while nobody is kept from writing.
  ///
  /// - Parameter due: The due dates that are open, and the Monday of the week.
  /// - Returns: The rows in order; `nil` where a last line has no end, which whoever holds the lock has to mend.
  /// - Throws: `FileFailure` where a file cannot be read.
  func wholeRows(for due: Set<CivilDate>) throws(FileFailure) -> [OutboxRow]? {
    let filter = OutboxFilter(due)
    var rows: [OutboxRow] = []
    for year in try years() {
      let part = try text(of: year, filter)
      guard part.isWhole else { return nil }
      rows += part.rows
    }
    return rows
  }

  private func text(
    of year: Int, withTail: Bool = false, _ filter: OutboxFilter? = nil
  ) throws(FileFailure) -> OutboxText {
    let bytes = try files.read(path(year)) ?? []
    try OutboxText.requireKnownForm(bytes, at: path(year))
    var text = OutboxText(bytes, file: name(year), filter)
    if withTail, let end = bytes.lastIndex(of: UInt8(ascii: "\n")),
      let row = OutboxText.row(bytes[(end + 1)...])
    {
      text.add(row)
    }
    return text
  }

  /// Takes the outbox for reading and writing, in the file of a year; one process at a time does,
  /// whatever year its clock says, and none while a message is on its way.
  ///
  /// A torn last line, which a kill can leave, is mended: a whole row gets its line end, anything else
  /// is put aside.
  ///
  /// - Parameters:
  ///   - year: The civil year of the run.
  ///   - due: The due dates that are open, and the Monday of the week: what was planned for others is
  ///     left out when rows are read; nothing is left out where it is `nil`.
  ///   - seen: What the file held when its rows were last read, so that they are not read again where
  ///     it holds the same.
  ///   - patience: How long to wait for another run.
  /// - Returns: The file, locked until the value goes out of scope.
  /// - Throws: `FileFailure`, with `FileFailure.Reason.locked` where another run did not end in time.
  public func lock(
    year: Int, for due: Set<CivilDate>? = nil, seen: OutboxExtent? = nil,
    waiting patience: Duration = .seconds(10)
  ) throws(FileFailure) -> LockedOutbox {
    // Made durable here: the lock's own file is not.
    try files.createFolder(folder)
    // A file of its own: two runs on either side of New Year write to two files.
    let turn = try files.lockForAppending(
      folder.appending(".kunci"), waiting: patience, syncedLater: true)
    let file = try files.lockForAppending(path(year), waiting: patience)
    // What rows that are not understood tell would be sent once more.
    try OutboxText.requireKnownForm(file.contents, at: path(year))
    return try LockedOutbox(
      file, turn, year: year, name: name(year), filter: due.map { OutboxFilter($0) }, seen: seen,
      files: files)
  }

  /// The length of each year's file in bytes.
  ///
  /// - Throws: `FileFailure` where a file cannot be looked at.
  func lengths() throws(FileFailure) -> [Int: Int64] {
    var lengths: [Int: Int64] = [:]
    for year in try years() {
      lengths[year] = try files.state(of: path(year), followingLink: true)?.size
    }
    return lengths
  }

  func years() throws(FileFailure) -> [Int] {
    try files.names(in: folder).compactMap { name in
      let year = name.string.dropLast(4)
      guard name.string.hasSuffix(".csv"), year.utf8.count == 4 else { return nil }
      return Int(year).flatMap { CivilDate.years.contains($0) ? $0 : nil }
    }.sorted()
  }

  private func name(_ year: Int) -> String { "\(Workspace.reminderFolder)/\(year).csv" }

  func path(_ year: Int) -> FilePath { folder.appending("\(year).csv") }
}
