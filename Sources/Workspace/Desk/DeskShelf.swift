internal import ComplianceModel
internal import Synchronization

/// The desks of a workspace that were opened, for whoever asks several questions.
///
/// A ledger that was read before is looked at again, and only the rows that were added since are proved. A
/// class, since all copies of a ``Workspace`` share what one of them opened.
public final class DeskShelf: Sendable {
  /// How often a ledger that was read is looked at again.
  public enum Freshness: Sendable {
    /// Once, at the first question: all that is asked of this shelf is of the same rows.
    case atFirst
    /// At every question.
    case always
  }

  private struct Desks {
    var fresh: [RegionCode: Desk] = [:]
    var earlier: [RegionCode: Desk] = [:]
  }

  private let desks: Mutex<Desks>
  private let freshness: Freshness

  /// Desks that are kept at most, so that a country that is walked through does not stay in memory.
  private static let most = 32

  /// Prepares a shelf.
  ///
  /// - Parameters:
  ///   - earlier: A shelf of the same workspace, whose desks are looked at again.
  ///   - freshness: How often.
  public init(after earlier: DeskShelf? = nil, lookingAgain freshness: Freshness) {
    self.freshness = freshness
    desks = Mutex(Desks(earlier: earlier?.all ?? [:]))
  }

  private var all: [RegionCode: Desk] {
    desks.withLock { $0.earlier.merging($0.fresh) { _, fresh in fresh } }
  }

  /// The desk of a kecamatan.
  ///
  /// - Throws: ``WorkspaceFailure``, as `Workspace.desk(of:knownThrough:)`.
  func desk(
    of kecamatan: Kecamatan, in workspace: Workspace
  ) throws(WorkspaceFailure) -> Desk {
    let code = kecamatan.code
    let (fresh, earlier) = desks.withLock { ($0.fresh[code], $0.earlier[code]) }
    let known = (fresh ?? earlier).flatMap { $0.kecamatan == kecamatan ? $0 : nil }
    if let known, fresh != nil, freshness == .atFirst { return known.standing(in: workspace) }
    var desk: Desk
    if let known, kecamatan.otherKecamatan.isEmpty {
      desk = known.standing(in: workspace)
      try desk.reread()
    } else {
      desk = try workspace.openDesk(of: kecamatan)
    }
    // A desk that is kept must not keep this shelf in its turn.
    let kept = desk.standing(in: workspace.forgetful)
    desks.withLock { desks in
      if desks.fresh.count >= DeskShelf.most { desks.fresh = [:] }
      if desks.earlier.count >= DeskShelf.most { desks.earlier = [:] }
      desks.fresh[code] = kept
    }
    return desk
  }
}
