internal import ComplianceModel
internal import DurableFiles
internal import Exchange
internal import LedgerStore
internal import Reminders
internal import SystemPackage
internal import Workspace

/// The ledgers of a kecamatan, with the table that the codes of their rows are in.
struct LedgerReading {
  let history: LedgerHistory
  let codes: CodeTable
}

/// What a row says of a file, and whether the row is void.
struct RecordedClaim {
  let claim: EvidenceClaim
  let isVoid: Bool
}

/// The files below a folder of the workspace that have their final names.
struct Listing {
  /// Their paths in the workspace.
  let names: [String]
  /// The folders that could not be read.
  let failures: [Finding]
}

extension Site {
  /// Reads files, with a failure as a workspace reports it.
  func reading<Value>(
    _ body: () throws(FileFailure) -> Value
  ) throws(WorkspaceFailure) -> Value {
    do throws(FileFailure) {
      return try body()
    } catch {
      throw .file(error)
    }
  }

  // MARK: - Folders

  /// Everything under `buku/`.
  func entriesOfBooks() throws(WorkspaceFailure) -> [BookEntry] {
    try bookEntries.value { () throws(WorkspaceFailure) in
      try reading { () throws(FileFailure) in try store.bookEntries() }
    }
  }

  /// The files below a folder of the workspace.
  func listing(of name: String) -> Listing {
    if let known = listings[name] { return known }
    let (found, failures) = files.walk(folder.pushing(FilePath(name)))
    let listing = Listing(
      names: found.filter { !$0.isTemporary }.map { "\(name)/\($0)" },
      failures: failures.map { $0.finding(in: folder) })
    listings[name] = listing
    return listing
  }

  // MARK: - Ledgers

  /// The kecamatan that have a folder under `buku/`, also those that wilayah.csv does not name.
  func kecamatanWithBooks() throws(WorkspaceFailure) -> [RegionCode] {
    try books.value { () throws(WorkspaceFailure) in
      try reading { () throws(FileFailure) in try store.kecamatan() }
    }
  }

  /// The ledgers of a kecamatan, sound or not.
  func ledgers(of kecamatan: RegionCode) throws(WorkspaceFailure) -> LedgerReading {
    try ledgers[kecamatan, default: Once()].value { () throws(WorkspaceFailure) in
      try reading { () throws(FileFailure) in
        var codes = CodeTable()
        let history = try store.readAll(kecamatan, codes: &codes)
        return LedgerReading(history: history, codes: codes)
      }
    }
  }

  /// The ledgers that runs of the reminders read, `63.05.12/2026`.
  func booksOfReminders() throws(WorkspaceFailure) -> Set<String> {
    try reading { () throws(FileFailure) in
      Set(
        try Outbox(workspace: folder, files: files).read().rows.flatMap {
          $0.books.split(separator: " ").map(String.init)
        })
    }
  }

  /// What is wrong with the ledgers, also with those of a kecamatan that wilayah.csv does not name, or not any
  /// more.
  ///
  /// Where no other check asks for them they are read by two threads, and nothing is kept but what is found: the
  /// ledgers of a country would take 300 MB.
  func findingsOfLedgers() throws(WorkspaceFailure) -> [Finding] {
    let kecamatan = try kecamatanWithBooks()
    var findings: [Finding] = []
    guard !keepsLedgers else {
      for code in kecamatan { findings += try ledgers(of: code).history.findings }
      return findings
    }
    let store = store
    let read = Workers.map(kecamatan.count) { places in
      kecamatan[places].map { code in
        Result { () throws(FileFailure) in
          var codes = CodeTable()
          return try store.readAll(code, codes: &codes).findings
        }
      }
    }
    for result in read.joined() {
      findings += try reading { () throws(FileFailure) in try result.get() }
    }
    return findings
  }

  /// Whether a ledger went through another program, so that what its rows name is not known.
  func hasResavedLedger() throws(WorkspaceFailure) -> Bool {
    for kecamatan in try kecamatanWithBooks()
    where try ledgers(of: kecamatan).history.files.contains(where: { $0.resaved != nil }) {
      return true
    }
    return false
  }

  /// What the rows of all ledgers say of files, ledger by ledger; of those that another program saved nothing.
  func claimsOfRows() throws(WorkspaceFailure) -> [RecordedClaim] {
    try claims.value { () throws(WorkspaceFailure) in
      var found: [RecordedClaim] = []
      for kecamatan in try kecamatanWithBooks() {
        let history = try ledgers(of: kecamatan).history
        // A row may be voided in a later year's ledger.
        let voided = Set(history.events.compactMap(\.voids))
        found += history.files.lazy.filter { $0.resaved == nil }.flatMap(\.evidence).map {
          RecordedClaim(claim: $0, isVoid: voided.contains($0.row))
        }
      }
      return found
    }
  }

  /// Holds what documents state of the ledgers against them.
  ///
  /// - Parameter documents: XML files, as paths in the workspace.
  /// - Returns: The faults of the ledgers, then a fault for each document that cannot be read, and a remark for
  ///   each that is no export of ours.
  /// - Throws: `WorkspaceFailure` where a ledger cannot be read at all.
  func marks(in documents: [String]) throws(WorkspaceFailure) -> [Finding] {
    var stated = StatedMarks()
    var findings: [Finding] = []
    for name in documents {
      let marks: [LedgerMark]
      do {
        marks = try self.marks(in: name)
      } catch {
        findings.append(error)
        continue
      }
      // What went through another program is told once, by the check of the ledgers.
      for mark in marks
      where try ledgers(of: mark.kecamatan).history.file(of: mark.year)?.resaved == nil {
        stated.add([mark], from: name)
      }
    }
    return try stated.findings { (kecamatan, year) throws(WorkspaceFailure) in
      try ledgers(of: kecamatan).history.files.first { $0.year == year }
    } + findings
  }

  /// What a document states of the ledgers, or what keeps it from being known.
  private func marks(in name: String) throws(Finding) -> [LedgerMark] {
    let path = folder.pushing(FilePath(name))
    do {
      // A device would be waited on, and a link may lead to one.
      if let kind = try files.state(of: path)?.kind {
        throw FileFailure(.open, path, .notRegular(kind))
      }
      guard let bytes = try files.read(path, atMost: Limits.document) else {
        throw FileFailure(.open, path, .system(.noSuchFileOrDirectory))
      }
      return try exports.marks(in: bytes)
    } catch let failure as FileFailure {
      throw failure.finding(in: folder)
    } catch let failure as XMLFailure {
      throw InspectionSentence.notJudged(name, failure)
    } catch {
      throw InspectionSentence.noMarks(name)
    }
  }
}

extension FilePath {
  /// Whether the path names a file that was being written.
  var isTemporary: Bool {
    lastComponent?.string.hasPrefix(FileSystem.temporaryPrefix) ?? false
  }
}
