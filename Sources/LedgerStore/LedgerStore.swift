public import CivilCalendar
public import ComplianceModel
public import DurableFiles
public import SystemPackage

/// The ledger and the evidence of a workspace: the only place that writes them.
public struct LedgerStore: Sendable {
  /// The workspace.
  let folder: FilePath
  /// The folder of the ledgers, `buku` in the workspace.
  let books: FilePath
  let files: FileSystem
  /// How long a writer waits for another one.
  let patience: Duration

  /// The folder of all ledgers, in the workspace.
  public static let bookFolder = "buku"
  /// The folder of all evidence, in the workspace.
  public static let evidenceFolder = "dokumen"

  /// The path of a ledger in the workspace: `buku/63.05.12/2026.csv`.
  public static func file(of kecamatan: RegionCode, year: Int) -> String {
    "\(bookFolder)/\(kecamatan)/\(year).csv"
  }

  /// Opens the ledger of a workspace; nothing is read or made yet.
  ///
  /// - Parameters:
  ///   - folder: The workspace.
  ///   - files: The file system.
  ///   - patience: How long a writer waits for another one at most.
  public init(
    folder: FilePath, files: FileSystem = .live, waiting patience: Duration = .seconds(10)
  ) {
    self.folder = folder
    books = folder.appending(LedgerStore.bookFolder)
    self.files = files
    self.patience = patience
  }

  /// Reads the ledgers of a folder that bears any name, such as the copy of a `buku` alone.
  ///
  /// - Parameters:
  ///   - books: The folder that holds the folders of the kecamatan.
  ///   - folder: What the paths of evidence are relative to.
  ///   - files: The file system.
  public init(books: FilePath, evidenceIn folder: FilePath, files: FileSystem = .live) {
    self.folder = folder
    self.books = books
    self.files = files
    patience = .zero
  }

  // MARK: Reading

  /// The years for which a kecamatan has a ledger, in order.
  ///
  /// - Throws: `FileFailure` where its folder cannot be read.
  public func years(of kecamatan: RegionCode) throws(FileFailure) -> [Int] {
    LedgerStore.years(try files.names(in: bookFolder(kecamatan)))
  }

  private static func years(_ names: [FileName]) -> [Int] {
    names.compactMap { name in
      let name = name.string
      return name.hasSuffix(".csv") ? year(name.dropLast(4)) : nil
    }
  }

  /// The year that text states; `nil` for anything but the four digits of one.
  static func year(_ text: some StringProtocol) -> Int? {
    Int(text).flatMap { text.utf8.count == 4 && CivilDate.years.contains($0) ? $0 : nil }
  }

  /// Reads a ledger; `nil` where there is none.
  ///
  /// A reader takes no lock. Where it finds a fault it reads once more, because a writer may have
  /// been putting a torn line aside at that moment.
  ///
  /// - Parameters:
  ///   - kecamatan: The kecamatan.
  ///   - year: The year of the file.
  ///   - codes: Where the codes of the rows are interned.
  ///   - known: The ledger as it was read before with this table: what it proved is not proved again
  ///     (``LedgerFile/updated(to:codes:)``).
  /// - Returns: The ledger.
  /// - Throws: `FileFailure` where the file is there and cannot be read.
  public func read(
    _ kecamatan: RegionCode, year: Int, codes: inout CodeTable, after known: LedgerFile? = nil
  ) throws(FileFailure) -> LedgerFile? {
    let path = path(kecamatan, year)
    guard let bytes = try files.read(path) else { return nil }
    let ledger =
      known?.updated(to: bytes, codes: &codes)
      ?? LedgerFile(bytes, kecamatan: kecamatan, year: year, codes: &codes)
    guard ledger.firstBrokenRow != nil, let again = try files.read(path), again != bytes else {
      return ledger
    }
    return LedgerFile(again, kecamatan: kecamatan, year: year, codes: &codes)
  }

  /// Reads all ledgers of a kecamatan.
  ///
  /// - Parameters:
  ///   - kecamatan: The kecamatan.
  ///   - codes: Where the codes of the rows are interned.
  ///   - known: The ledgers as they were read before with this table; what they proved is not proved again.
  /// - Returns: The ledgers.
  /// - Throws: `FileFailure` where one of them cannot be read.
  public func readAll(
    _ kecamatan: RegionCode, codes: inout CodeTable, after known: LedgerHistory? = nil
  ) throws(FileFailure) -> LedgerHistory {
    var ledgers: [LedgerFile] = []
    let names = try files.names(in: bookFolder(kecamatan))
    for year in LedgerStore.years(names) {
      let ledger = try read(
        kecamatan, year: year, codes: &codes, after: known?.file(of: year))
      if let ledger { ledgers.append(ledger) }
    }
    let history = LedgerHistory(ledgers, salvaged: LedgerStore.salvagedYears(names))
    guard !history.betweenFiles.isEmpty else { return history }
    // A ledger may have been set aside since the names were listed.
    let now = try files.names(in: bookFolder(kecamatan))
    return LedgerHistory(ledgers, salvaged: LedgerStore.salvagedYears(now))
  }

  /// The years whose damaged ledger was set aside.
  private static func salvagedYears(_ names: [FileName]) -> Set<Int> {
    let salvaged = names.lazy.map { $0.string }.filter {
      $0.dropFirst(4).hasPrefix(BookEntry.damagedSuffix)
    }
    return Set(salvaged.compactMap { year($0.prefix(4)) })
  }

  // MARK: Writing

  /// Takes the ledger of a year for writing; the file is made where it is missing.
  ///
  /// - Parameters:
  ///   - kecamatan: The kecamatan.
  ///   - year: The civil year of recording.
  ///   - codes: Where the codes of the rows that are there are interned.
  ///   - isSyncedLater: Whether the caller ends with ``syncAll()``, so that a new file's entry in its
  ///     folder need not be durable before.
  ///   - known: The ledger as it was read before with this table; what it proved is not proved again.
  /// - Returns: The ledger as it stands, ready for rows.
  /// - Throws: ``LedgerFailure``: the lock was not to be had in time, the file cannot be opened, or
  ///   what is there does not hold together.
  public func lock(
    _ kecamatan: RegionCode, year: Int, codes: inout CodeTable,
    syncedLater isSyncedLater: Bool = false, after known: LedgerFile? = nil
  ) throws(LedgerFailure) -> LockedLedger {
    let file: LockedFile
    do {
      file = try files.lockForAppending(
        path(kecamatan, year), waiting: patience, syncedLater: isSyncedLater)
    } catch {
      throw .file(error)
    }
    return try LockedLedger(
      file, kecamatan: kecamatan, year: year, files: files, codes: &codes, after: known)
  }

  /// Makes everything durable that was written to the workspace, in one call.
  ///
  /// - Throws: ``LedgerFailure/file(_:)``.
  public func syncAll() throws(LedgerFailure) {
    do {
      try files.syncAll(holding: folder)
    } catch {
      throw .file(error)
    }
  }

  /// Appends rows, all or none, durably.
  ///
  /// - Parameters:
  ///   - entries: What is recorded, in order.
  ///   - kecamatan: Into whose ledger.
  ///   - instant: When it is recorded; the year of its day names the file.
  /// - Returns: Where the rows stand.
  /// - Throws: ``LedgerFailure``; nothing was then written.
  @discardableResult
  public func append(
    _ entries: [LedgerEntry], to kecamatan: RegionCode, at instant: ClockReading
  ) throws(LedgerFailure) -> LedgerReceipt {
    var codes = CodeTable()
    var ledger = try lock(kecamatan, year: instant.date.year, codes: &codes)
    return try LedgerStore.add(entries, to: &ledger, at: instant, &codes)
  }

  /// Appends the rows that a caller decides on after it saw, under the lock, what is there.
  ///
  /// - Parameters:
  ///   - kecamatan: Into whose ledger.
  ///   - instant: When it is recorded; the year of its day names the file.
  ///   - codes: Where the codes of the rows are interned.
  ///   - known: The ledger as it was read before with this table; what it proved is not proved again.
  ///   - decide: Gets the ledger as it stands and gives the rows; nothing is written where it
  ///     throws.
  /// - Returns: Where the rows stand.
  /// - Throws: ``LedgerFailure``, or what `decide` throws; nothing was then written.
  @discardableResult
  public func append(
    to kecamatan: RegionCode, at instant: ClockReading, codes: inout CodeTable,
    after known: LedgerFile? = nil,
    deciding decide: (LedgerFile, CodeTable) throws -> [LedgerEntry]
  ) throws -> LedgerReceipt {
    var ledger = try lock(kecamatan, year: instant.date.year, codes: &codes, after: known)
    let entries = try decide(ledger.ledger, codes)
    return try LedgerStore.add(entries, to: &ledger, at: instant, &codes)
  }

  private static func add(
    _ entries: [LedgerEntry], to ledger: inout LockedLedger, at instant: ClockReading,
    _ codes: inout CodeTable
  ) throws(LedgerFailure) -> LedgerReceipt {
    guard !entries.isEmpty else {
      return LedgerReceipt(rows: [], ledger: ledger.ledger, remarks: [])
    }
    var rows: [LedgerEvent.RowID] = []
    for entry in entries { rows.append(try ledger.add(entry, at: instant)) }
    try ledger.commit()
    return LedgerReceipt(
      rows: rows, ledger: ledger.withAddedRows(codes: &codes), remarks: ledger.remarks)
  }

  func bookFolder(_ kecamatan: RegionCode) -> FilePath { books.appending(kecamatan.description) }

  func path(_ kecamatan: RegionCode, _ year: Int) -> FilePath {
    bookFolder(kecamatan).appending("\(year).csv")
  }
}

/// What became of rows that were appended.
public struct LedgerReceipt: Sendable {
  /// Where the rows stand.
  public let rows: [LedgerEvent.RowID]
  /// The ledger with them, as a reader sees it.
  public let ledger: LedgerFile
  /// What was done to a torn last line that was found there.
  public let remarks: [Finding]
}
