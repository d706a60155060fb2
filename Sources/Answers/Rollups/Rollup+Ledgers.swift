internal import CivilCalendar
public import ComplianceModel

extension Rollup {
  /// Why the exports of a kecamatan are not relied on.
  public enum Doubt: Hashable, Sendable {
    /// Two exports state different chains at the same row of a ledger: it was written again in between.
    case rewritten(StatedLedger, earlier: StatedLedger)
    /// Two exports of the same moment say different things.
    case sameMoment(SubmittedExport, SubmittedExport)

    /// The export that brought it out.
    public var export: SubmittedExport {
      switch self {
      case .rewritten(let stated, _): stated.export
      case .sameMoment(_, let export): export
      }
    }

    /// The kecamatan of the exports.
    public var kecamatan: RegionCode { export.kecamatan }
  }

  /// What an export states of a ledger.
  public struct StatedLedger: Hashable, Sendable {
    /// The export.
    public let export: SubmittedExport
    /// What it states, and where.
    public let mark: SubmittedExport.Mark
  }

  /// A ledger that has fewer rows in a later export: it was cut, or only a part of it was used for that one.
  public struct ShortenedLedger: Hashable, Sendable {
    /// The export with fewer rows.
    public let later: StatedLedger
    /// The export with more.
    public let earlier: StatedLedger
  }
}

/// What exports state of the same ledgers, in the order in which they were made.
enum LedgerHistory {
  /// The ledgers that were written again, and those that became shorter, each told once by kecamatan and
  /// ledger.
  static func faults(
    of exports: [SubmittedExport]
  ) -> (rewritten: [Rollup.Doubt], shortened: [Rollup.ShortenedLedger]) {
    var rewritten: [Rollup.Doubt] = []
    var shortened: [Rollup.ShortenedLedger] = []
    let stated = exports.flatMap { export in
      export.ledgers.map { Rollup.StatedLedger(export: export, mark: $0) }
    }
    let ledgers = Dictionary(grouping: stated, by: \.mark.ledger.file)
    for (_, statements) in ledgers.sorted(by: { $0.key < $1.key }) where statements.count > 1 {
      let inOrder = statements.sorted {
        ($0.export.made.unixSeconds, $0.export.file) < ($1.export.made.unixSeconds, $1.export.file)
      }
      if let (earlier, later) = contradiction(inOrder) {
        rewritten.append(.rewritten(later, earlier: earlier))
      } else if let (earlier, later) = shortening(inOrder) {
        shortened.append(Rollup.ShortenedLedger(later: later, earlier: earlier))
      }
    }
    return (rewritten, shortened)
  }

  private typealias Pair = (earlier: Rollup.StatedLedger, later: Rollup.StatedLedger)

  /// The first two statements that have different chains at the same row.
  private static func contradiction(_ statements: [Rollup.StatedLedger]) -> Pair? {
    var first: [Int: Rollup.StatedLedger] = [:]
    for statement in statements {
      let ledger = statement.mark.ledger
      guard let earlier = first[ledger.rows] else {
        first[ledger.rows] = statement
        continue
      }
      if earlier.mark.ledger.chain != ledger.chain { return (earlier, statement) }
    }
    return nil
  }

  /// The first statement with fewer rows than one before it.
  private static func shortening(_ statements: [Rollup.StatedLedger]) -> Pair? {
    var longest: Rollup.StatedLedger?
    for statement in statements {
      if let before = longest, statement.mark.ledger.rows < before.mark.ledger.rows,
        statement.export.made.unixSeconds > before.export.made.unixSeconds
      {
        return (before, statement)
      }
      if statement.mark.ledger.rows >= longest?.mark.ledger.rows ?? 0 { longest = statement }
    }
    return nil
  }
}
