internal import ComplianceModel
internal import DurableFiles
internal import LedgerStore
internal import SystemPackage
internal import Workspace

extension StoredEvidence {
  /// Keeps files as evidence of rows of a kecamatan.
  ///
  /// - Parameters:
  ///   - sources: The files.
  ///   - desk: The kecamatan's desk.
  ///   - year: The civil year of recording.
  /// - Returns: What the rows say of them; `nil` where there is none.
  /// - Throws: ``RefusedEvidence`` for a file that cannot be read or proves nothing; a failure to keep it.
  static func kept(_ sources: [FilePath], for desk: Desk, year: Int) throws -> StoredEvidence? {
    do {
      return try desk.workspace.ledgers.storeEvidence(
        all: sources, for: desk.kecamatan.code, year: year)
    } catch let failure as UnfitEvidence {
      throw RefusedEvidence.unfit(failure.path, failure.fault)
    } catch let error as FileFailure {
      // A source that cannot be read is the person's to mend, not the workspace's.
      guard sources.contains(error.path), let errno = error.errno else { throw error }
      throw RefusedEvidence.unreadable(error.path, errno)
    }
  }
}
