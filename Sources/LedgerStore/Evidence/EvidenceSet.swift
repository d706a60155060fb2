public import ComplianceModel
public import DurableFiles
import SystemPackage

/// Several files that prove one row.
///
/// A row names one file. For several it names a list of them, which lies beside them in the form that
/// `sha256sum -c` reads: the row's hash proves the list, and the list proves the files.
public enum EvidenceSet {
  /// The ending of a list.
  static let suffix = "sha256"
  /// The first line of a list.
  private static let heading = "# tenggat-bukti-1\n"

  /// A list of stored files.
  static func list(_ files: [(sha256: String, name: String)]) -> [UInt8] {
    // In one order, so that the same files are the same list.
    let lines = files.sorted { $0.sha256 < $1.sha256 }.map { "\($0.sha256)  \($0.name)\n" }
    return Array((heading + lines.joined()).utf8)
  }

  /// The files that a list names, as hashes and names beside it; `nil` for anything but a list.
  static func members(_ bytes: [UInt8]) -> [(sha256: String, name: String)]? {
    guard let text = String(validating: bytes, as: UTF8.self), text.hasPrefix(heading) else {
      return nil
    }
    var members: [(sha256: String, name: String)] = []
    for line in text.dropFirst(heading.count).split(separator: "\n") {
      let parts = line.split(separator: " ", omittingEmptySubsequences: false)
      guard parts.count == 3, parts[0].utf8.count == 64, parts[1].isEmpty,
        FilePath.Component(String(parts[2]))?.kind == .regular
      else { return nil }
      members.append((String(parts[0]), String(parts[2])))
    }
    return members
  }
}

extension LedgerStore {
  /// Copies files into the evidence of a kecamatan, as one alone, with a list of them where there are
  /// several.
  ///
  /// - Parameters:
  ///   - sources: Files, one or more; the same bytes count once.
  ///   - kecamatan: Whose evidence they are.
  ///   - year: The civil year of recording.
  /// - Returns: What the row says of them; `nil` where there is none.
  /// - Throws: `FileFailure` and ``UnfitEvidence``, as for one file; those before it are then in the store.
  public func storeEvidence(
    all sources: [OpenedFile], for kecamatan: RegionCode, year: Int
  ) throws -> StoredEvidence? {
    let stored = try sources.map { try storeEvidence($0, for: kecamatan, year: year) }
    let set = evidenceSet(of: stored, for: kecamatan, year: year)
    if let set, !set.list.isEmpty, let name = FilePath(set.evidence.path).lastComponent {
      try files.folder(folder).makeFolder(below: LedgerStore.evidencePlace(kecamatan, year))
        .replaceAtomically(name, with: set.list)
    }
    return set?.evidence
  }

  /// What a row says of stored files, as one alone or with a list of them; nothing is written.
  ///
  /// - Parameters:
  ///   - stored: The files; the same bytes count once.
  ///   - kecamatan: Whose evidence they are.
  ///   - year: The civil year of recording.
  /// - Returns: What the row says, and the bytes of the list, which are none for one file alone; `nil` where
  ///   there is no file.
  public func evidenceSet(
    of stored: [StoredEvidence], for kecamatan: RegionCode, year: Int
  ) -> (evidence: StoredEvidence, list: [UInt8])? {
    var distinct: [StoredEvidence] = []
    for file in stored where !distinct.contains(where: { $0.sha256 == file.sha256 }) {
      distinct.append(file)
    }
    guard distinct.count > 1 else { return distinct.first.map { ($0, []) } }
    let list = EvidenceSet.list(
      distinct.map { ($0.sha256, FilePath($0.path).lastComponent?.string ?? "") })
    let sha256 = LedgerStore.sha256(of: list)
    let path = LedgerStore.evidencePlace(kecamatan, year)
      .appending("\(sha256).\(EvidenceSet.suffix)")
    let names = distinct.map(\.originalName).joined(separator: "; ")
    return (StoredEvidence(path: path.string, sha256: sha256, originalName: names), list)
  }
}

extension LedgerStore {
  /// The hashes of the files that prove a row: that of its own one, or those of the list that it names.
  ///
  /// - Returns: Nothing for a row without evidence; where its list cannot be read, the list's own hash.
  public func evidenceHashes(of entry: LedgerEntry) -> Set<String> {
    guard !entry.sha256.isEmpty else { return [] }
    let path = FilePath(entry.file)
    guard path.extension == EvidenceSet.suffix,
      let bytes = try? files.read(folder.pushing(path), atMost: Limits.list),
      let members = EvidenceSet.members(bytes)
    else { return [entry.sha256] }
    return Set(members.map(\.sha256))
  }

  /// What a row says of the single files of its list.
  ///
  /// - Parameter claim: What the row says of its evidence, after its hash was found right.
  /// - Returns: A claim a file; nothing where the row names no list.
  /// - Throws: `FileFailure` where the list cannot be read.
  public func members(of claim: EvidenceClaim) throws(FileFailure) -> [EvidenceClaim] {
    let path = FilePath(claim.path)
    guard claim.isList, let bytes = try files.read(folder.pushing(path), atMost: Limits.list),
      let members = EvidenceSet.members(bytes)
    else { return [] }
    return members.map { member in
      EvidenceClaim(
        row: claim.row, kind: claim.kind, unit: claim.unit,
        path: path.removingLastComponent().appending(member.name).string, sha256: member.sha256,
        place: claim.place)
    }
  }
}
