internal import ComplianceModel
internal import DurableFiles
internal import LedgerStore
internal import SystemPackage
internal import Workspace

extension StoredEvidence {
  /// Keeps files as evidence of rows of a kecamatan.
  ///
  /// - Parameters:
  ///   - sources: The files, which are held open.
  ///   - desk: The kecamatan's desk.
  ///   - year: The civil year of recording.
  /// - Returns: What the rows say of them; `nil` where there is none.
  /// - Throws: ``RefusedEvidence`` for a file that cannot be read or proves nothing; a failure to keep it.
  static func kept(_ sources: [OpenedFile], for desk: Desk, year: Int) throws -> StoredEvidence? {
    try refusing(sources) {
      try desk.workspace.ledgers.storeEvidence(
        all: sources, for: desk.kecamatan.code, year: year)
    }
  }

  /// What ``kept(_:for:year:)`` would give; nothing is kept.
  ///
  /// - Throws: The same.
  static func foreseen(
    _ sources: [OpenedFile], for desk: Desk, year: Int
  ) throws -> (kept: StoredEvidence, files: [ForeseenFile])? {
    try refusing(sources) {
      let ledgers = desk.workspace.ledgers
      let stored = try sources.map {
        try ledgers.foreseenEvidence($0, for: desk.kecamatan.code, year: year)
      }
      let files = zip(stored, sources).map { ForeseenFile($0, size: $1.state.size) }
      return ledgers.evidenceSet(of: stored, for: desk.kecamatan.code, year: year).map {
        ($0.evidence, files)
      }
    }
  }

  private static func refusing<Value>(
    _ sources: [OpenedFile], _ body: () throws -> Value
  ) throws -> Value {
    do {
      return try body()
    } catch let failure as UnfitEvidence {
      throw RefusedEvidence.unfit(failure.path, failure.fault)
    } catch let error as FileFailure {
      throw RefusedEvidence.ofSource(error, among: sources.map(\.path))
    }
  }
}

extension OpenedFile {
  /// Opens a file that a person named as evidence, once: what is looked at is what is kept.
  ///
  /// - Throws: ``RefusedEvidence`` for a file that cannot be opened.
  static func evidence(
    _ path: FilePath, among paths: [FilePath], in desks: [Desk]
  ) throws -> OpenedFile {
    do throws(FileFailure) {
      return try (desks.first?.workspace.files ?? .live).file(path)
    } catch {
      throw RefusedEvidence.ofSource(error, among: paths)
    }
  }
}

extension RefusedEvidence {
  /// A source that cannot be read is the person's to mend, not the workspace's.
  fileprivate static func ofSource(_ error: FileFailure, among paths: [FilePath]) -> any Error {
    guard paths.contains(error.path), let errno = error.errno else { return error }
    return RefusedEvidence.unreadable(error.path, errno)
  }
}
