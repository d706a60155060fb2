internal import CalendarFiles
internal import ComplianceModel
internal import DurableFiles
internal import LedgerStore
internal import SystemPackage

/// The checks of what lies in `buku/`, `dokumen/` and `ekspor/`.
extension Inspection {
  /// Reads ledgers or folders, with a failure as a workspace reports it.
  func reading<Value>(
    _ body: (LedgerStore) throws(FileFailure) -> Value
  ) throws(WorkspaceFailure) -> Value {
    do throws(FileFailure) {
      return try body(LedgerStore(folder: folder, files: files))
    } catch {
      throw .file(error)
    }
  }

  /// What the rows of all ledgers say of files, ledger by ledger, and whether the row stands.
  private func eachClaim(
    _ store: LedgerStore,
    _ look: (_ claim: EvidenceClaim, _ isVoid: Bool) throws(FileFailure) -> Void
  ) throws(FileFailure) {
    for kecamatan in try store.kecamatan() {
      var codes = CodeTable()
      let history = try store.readAll(kecamatan, codes: &codes)
      // A row may be voided in a later year's ledger.
      let voided = Set(history.events.compactMap(\.voids))
      for claim in history.files.flatMap(\.evidence) {
        try look(claim, voided.contains(claim.row))
      }
    }
  }

  /// The files below a folder of the workspace that have their final names.
  private func files(below name: String) throws(FileFailure) -> [String] {
    try files.walk(folder.appending(name)).filter { !$0.isTemporary }.map {
      "\(name)/\($0)"
    }
  }

  // MARK: - Folders

  func foreignBooks() throws(WorkspaceFailure) -> [Finding] {
    // What was recorded there of a desa that is here now counts.
    let formerKecamatan = Set(regions?.kecamatan(on: today).flatMap(\.otherKecamatan) ?? [])
    return try reading { (store) throws(FileFailure) in
      try store.bookEntries().compactMap { entry in
        switch entry.kind {
        case .foreign: WorkspaceSentence.foreignInBooks(entry.path)
        case .irregular: WorkspaceSentence.irregularBook(entry.path)
        case .ledger(let kecamatan, _):
          // Where wilayah.csv cannot be read, its own check says so.
          regions.map { $0[kecamatan] == nil && !formerKecamatan.contains(kecamatan) } == true
            ? WorkspaceSentence.unknownBook(entry.path, kecamatan) : nil
        case .fragment, .damagedCopy, .temporary: nil
        }
      }
    }
  }

  func setAside() throws(WorkspaceFailure) -> [Finding] {
    try reading { (store) throws(FileFailure) in
      try store.bookEntries().compactMap { entry in
        switch entry.kind {
        case .fragment: WorkspaceSentence.fragment(entry.path)
        case .damagedCopy: WorkspaceSentence.damagedCopy(entry.path)
        case .ledger, .irregular, .temporary, .foreign: nil
        }
      }
    }
  }

  func leftovers() throws(WorkspaceFailure) -> [Finding] {
    try reading { (_) throws(FileFailure) in
      var paths = try files.names(in: folder).map { FilePath($0.string) }
      for name in ["buku", "dokumen", "ekspor", "kotak-masuk"] {
        paths += try files.walk(folder.appending(name)).map { FilePath(name).pushing($0) }
      }
      return paths.filter(\.isTemporary).map { WorkspaceSentence.leftover($0.string) }
    }
  }

  // MARK: - Evidence

  func evidence() throws(WorkspaceFailure) -> [Finding] {
    try reading { (store) throws(FileFailure) in
      // Listed first: what is recorded meanwhile has its file before its row.
      let present = try files(below: "dokumen")
      var check = EvidenceCheck(store)
      var findings: [Finding] = []
      var lost: [FilePath: Bool] = [:]
      var owners: [String: EvidenceClaim] = [:]
      try eachClaim(store) { (claim, isVoid) throws(FileFailure) in
        if claim.kind == .submitted, !isVoid, !claim.sha256.isEmpty {
          let first = owners[claim.sha256] ?? claim
          owners[claim.sha256] = first
          if first.unit != claim.unit {
            findings.append(WorkspaceSentence.sharedEvidence(claim, with: first))
          }
        }
        guard claim.kind != .frozen, !claim.path.isEmpty else { return }
        var states = [(claim, check.state(of: claim))]
        if states[0].1 == .sound {
          for member in try store.members(of: claim) {
            states.append((member, check.state(of: member)))
          }
        }
        for (claim, state) in states {
          guard let finding = WorkspaceSentence.evidence(state, claim) else { continue }
          let own = isVoid ? WorkspaceSentence.ofVoidRow(finding) : finding
          findings.append(
            state == .missing && isFolderLost(of: claim.path, &lost)
              ? own.caused(by: WorkspaceSentence.lostFolder(of: claim.path)) : own)
        }
      }
      let surplus = present.filter { !check.isNamed($0) }
      return findings + surplus.map(WorkspaceSentence.surplusEvidence)
    }
  }

  /// Whether the folder that a file lay in is gone with all that was in it.
  private func isFolderLost(of path: String, _ known: inout [FilePath: Bool]) -> Bool {
    let parent = folder.pushing(FilePath(path)).removingLastComponent()
    if let isLost = known[parent] { return isLost }
    let state = (try? files.state(of: parent)) ?? nil
    known[parent] = state == nil
    return state == nil
  }

  // MARK: - Frozen quarters and exports

  private static let frozenFolder = "ekspor/beku"

  /// What frozen quarters say of the ledgers is held against them where the file itself is sound.
  func frozenQuarters() throws(WorkspaceFailure) -> [Finding] {
    var documents: [String] = []
    var findings = try reading { (store) throws(FileFailure) in
      let present = try files(below: Inspection.frozenFolder)
      var check = EvidenceCheck(store)
      var findings: [Finding] = []
      try eachClaim(store) { claim, isVoid in
        guard claim.kind == .frozen else { return }
        guard !claim.path.isEmpty else {
          findings.append(WorkspaceSentence.frozenWithoutFile(claim))
          return
        }
        let isFirst = !check.isNamed(claim.path)
        let state = check.state(of: claim)
        if let finding = WorkspaceSentence.frozen(state, claim) {
          findings.append(isVoid ? WorkspaceSentence.ofVoidRow(finding) : finding)
        } else if isFirst {
          documents.append(claim.path)
        }
      }
      let surplus = present.filter { !check.isNamed($0) }
      return findings + surplus.map(WorkspaceSentence.surplusFrozen)
    }
    findings += try marks(in: documents)
    return findings
  }

  /// The other XML files of `ekspor/`.
  func exports() throws(WorkspaceFailure) -> [Finding] {
    let documents = try reading { (store) throws(FileFailure) in
      let present = try files(below: "ekspor")
      var frozen: Set<String> = []
      try eachClaim(store) { claim, _ in
        if claim.kind == .frozen { frozen.insert(claim.path) }
      }
      return present.filter { name in
        name.lowercased().hasSuffix(".xml") && !frozen.contains(name)
      }
    }
    return try marks(in: documents)
  }

  /// Holds what documents say of the ledgers against them.
  private func marks(in documents: [String]) throws(WorkspaceFailure) -> [Finding] {
    var stated: [(document: String, marks: [StatedMark])] = []
    var findings: [Finding] = []
    for name in documents {
      let path = folder.pushing(FilePath(name))
      // A pipe or a device would be waited on.
      let isFile = try reading { (_) throws(FileFailure) in
        try files.state(of: path)?.isRegular == true
      }
      if isFile, let bytes = try files.bytes(of: path), let marks = readMarks(bytes) {
        stated.append((name, marks))
      } else {
        findings.append(WorkspaceSentence.noMarks(name))
      }
    }
    return try StatedMark.findings(stated, in: LedgerStore(folder: folder, files: files))
      + findings
  }
}

extension FilePath {
  /// Whether the path names a file that was being written.
  fileprivate var isTemporary: Bool {
    lastComponent?.string.hasPrefix(FileSystem.temporaryPrefix) ?? false
  }
}
