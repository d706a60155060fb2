public import ComplianceModel
public import DurableFiles
internal import LedgerStore
public import SystemPackage
public import Workspace

/// Holds a copy of a workspace (a USB stick, a restored backup) against the workspace.
///
/// It proves that the copy is whole, and that its ledgers are the same history or one that ends
/// earlier. The copy is read first, so that rows recorded meanwhile are only rows that it lacks.
public struct CopyComparison: Sendable {
  /// A ledger of the workspace or of the copy.
  public struct Ledger: Hashable, Sendable {
    /// The path in the workspace.
    public let name: String
    /// How many rows it has in the workspace.
    public let rows: Int
    /// How many rows it has in the copy.
    public let copiedRows: Int
    /// Whether all rows of the copy are whole and stand in the workspace in the same places.
    public let isPrefix: Bool
  }

  /// Every fault of the copy and every difference, with places in the copy.
  public private(set) var findings: [Finding] = []
  /// The ledgers, in the order of kecamatan and year.
  public private(set) var ledgers: [Ledger] = []
  /// How many rows of the copy name evidence that was looked at.
  public private(set) var evidenceRows = 0

  private let folder: FilePath
  private let files: FileSystem
  private let place: CopyPlace

  /// Compares a copy with a workspace.
  ///
  /// - Parameters:
  ///   - folder: The workspace.
  ///   - copy: A copy of the workspace, or of its `buku` alone; evidence is then looked for beside
  ///     it. Findings name files with this path in front.
  ///   - files: The file system.
  /// - Throws: `WorkspaceFailure/noCopy(_:)` where there is none;
  ///   `WorkspaceFailure/file(_:)` where a file cannot be read.
  public init(
    of folder: FilePath, with copy: FilePath, files: FileSystem = .live
  ) throws(WorkspaceFailure) {
    self.folder = folder
    self.files = files
    let place: CopyPlace?
    do throws(FileFailure) { place = try CopyPlace(copy, files) } catch { throw .file(error) }
    guard let place else { throw .noCopy(copy) }
    self.place = place
    do throws(FileFailure) {
      try compareLedgers()
      try compareSettings()
    } catch {
      throw .file(error)
    }
  }

  // MARK: - Ledgers

  private mutating func compareLedgers() throws(FileFailure) {
    let ours = LedgerStore(folder: folder, files: files)
    let theirs = place.store(files)
    var evidence = EvidenceCheck(theirs)
    if !place.hasEvidence {
      findings.append(InspectionSentence.noEvidenceFolder(place.shown(LedgerStore.evidenceFolder)))
    }
    for kecamatan in Set(try theirs.kecamatan() + ours.kecamatan()).sorted() {
      var codes = CodeTable()
      let copies = try theirs.readAll(kecamatan, codes: &codes)
      for finding in copies.findings {
        findings.append(InspectionSentence.damagedInCopy(finding, at: place.shown(finding.place)))
      }
      let originals = try ours.readAll(kecamatan, codes: &codes)
      compare(copies, originals, of: kecamatan)
      guard place.hasEvidence else { continue }
      for claim in copies.files.flatMap(\.evidence) where !claim.path.isEmpty {
        evidenceRows += 1
        for (claim, state) in evidence.states(of: claim) {
          guard let finding = state.finding(for: claim) else { continue }
          findings.append(
            InspectionSentence.damagedInCopy(finding, at: place.shown(finding.place)))
        }
      }
    }
  }

  private mutating func compare(
    _ copies: LedgerHistory, _ originals: LedgerHistory, of kecamatan: RegionCode
  ) {
    let copied = Dictionary(uniqueKeysWithValues: copies.files.map { ($0.year, $0) })
    let own = Dictionary(uniqueKeysWithValues: originals.files.map { ($0.year, $0) })
    let latest = copies.files.last { $0.rowCount > 0 }?.year
    for year in Set(copied.keys).union(own.keys).sorted() {
      let (copy, original) = (copied[year], own[year])
      let name = LedgerStore.file(of: kecamatan, year: year)
      let (count, rows) = (copy?.rowCount ?? 0, original?.rowCount ?? 0)
      let later = latest.flatMap { $0 > year ? $0 : nil }
      let found = difference(copy, original, name, laterYear: later)
      if let found {
        findings.append(found)
      } else if copy == nil, rows > 0 {
        findings.append(
          InspectionSentence.notCopied(rows, at: place.shown(SourcePlace(file: name))))
      }
      ledgers.append(
        Ledger(
          name: name, rows: rows, copiedRows: count,
          isPrefix: found == nil && copy?.firstBrokenRow == nil))
    }
  }

  /// What keeps a copied ledger from being the same history, or one that ends earlier.
  ///
  /// - Parameters:
  ///   - copy: The ledger in the copy.
  ///   - original: The ledger in the workspace.
  ///   - name: Its path in the workspace.
  ///   - laterYear: A later year of which the copy has rows: rows of that year were written after
  ///     all rows of this one.
  /// - Returns: The fault; `nil` where the copied ledger begins as the workspace's does.
  private func difference(
    _ copy: LedgerFile?, _ original: LedgerFile?, _ name: String, laterYear: Int?
  ) -> Finding? {
    let (count, rows) = (copy?.rowCount ?? 0, original?.rowCount ?? 0)
    // The header is line 1, so that row N stands on line N + 1.
    func row(_ number: Int) -> SourcePlace {
      place.shown(SourcePlace(file: name, line: number + 1, column: 1))
    }
    if let copy, let original, let first = copy.firstDifference(from: original) {
      let culprit: InspectionSentence.Culprit =
        switch (copy.isSound(through: first), original.isSound(through: first)) {
        case (false, true): .copy
        case (true, false): .workspace
        default: .unknown
        }
      return InspectionSentence.differs(row: first, at: row(first), culprit)
    }
    if count > rows {
      return InspectionSentence.surplusRows(count - rows, from: rows + 1, at: row(rows + 1))
    }
    if count < rows, let laterYear {
      return InspectionSentence.gap(
        rows - count, before: laterYear,
        at: copy == nil ? place.shown(SourcePlace(file: name)) : row(count))
    }
    return nil
  }

  // MARK: - Settings

  /// The files that say how rows are judged; a copy of `buku` alone has none.
  private mutating func compareSettings() throws(FileFailure) {
    guard place.hasSettings else { return }
    var names = [Workspace.officeFile, Workspace.regionFile]
    for root in [folder, place.folder] {
      let (found, failures) = files.walk(root.appending("kalender"))
      if let failure = failures.first { throw failure }
      names += found.map { "kalender/\($0.string)" }
    }
    for name in names.unique {
      let own = try bytes(of: folder.pushing(FilePath(name)))
      let copied = try bytes(of: place.folder.pushing(FilePath(name)))
      guard own != copied else { continue }
      findings.append(
        InspectionSentence.settingDiffers(place.shown(name), isMissing: copied == nil))
    }
  }

  private func bytes(of path: FilePath) throws(FileFailure) -> [UInt8]? {
    try files.state(of: path)?.kind == .folder ? nil : try files.read(path, atMost: Limits.regions)
  }
}

extension LedgerFile {
  /// Whether the rows up to one, and the header, hold together.
  fileprivate func isSound(through row: Int) -> Bool { firstBrokenRow.map { $0 > row } ?? true }
}
