public import CivilCalendar
internal import ComplianceModel
public import SystemPackage
public import Workspace

/// Submissions of several documents that came in together, also of different reports, which are to be
/// recorded: all of them or none.
///
/// Each is judged as if those before it were recorded, so that a document and the one that waits for it may
/// come in on one morning.
public struct SubmitSeveral: RowRequest {
  /// What came of each document.
  public typealias Outcome = Submit.Outcome

  /// A document.
  public struct Item: Hashable, Sendable {
    /// The code or name of the report.
    public let report: String
    /// The covered period.
    public let period: Period
    /// The code or name of the unit.
    public let unit: String

    /// Names a document.
    public init(report: String, period: Period, unit: String) {
      self.report = report
      self.period = period
      self.unit = unit
    }
  }

  /// The documents, in the order in which they are recorded; one that is named again counts once.
  public var items: [Item]
  /// `tanggal` of each; today where it is `nil`.
  public var date: CivilDate?
  /// `diterima` of each; as for ``Submit`` where it is `nil`.
  public var received: CivilDate?
  /// A file that proves all of them; several would leave open which is whose.
  public var evidence: [FilePath]
  /// A note for each.
  public var note: String?
  /// Why they are recorded although they are late, or something is odd about them.
  public var reason: String?
  /// Who records them.
  public var recorder: String
  /// What the ledgers said when it was decided on; `nil` where nobody looked.
  public var known: KnownRows?

  /// Creates a request.
  public init(
    _ items: [Item], date: CivilDate? = nil, received: CivilDate? = nil,
    evidence: [FilePath] = [], note: String? = nil, reason: String? = nil, recorder: String,
    knowing known: KnownRows? = nil
  ) {
    self.items = items
    self.date = date
    self.received = received
    self.evidence = evidence
    self.note = note
    self.reason = reason
    self.recorder = recorder
    self.known = known
  }

  /// Finds the obligations, and admits the submissions of those that are not recorded already.
  public func prepared(
    in workspace: Workspace, at instant: ClockReading
  ) throws(RequestFailure) -> Prepared<Submit.Outcome> {
    try RequestFailure.wrap { try admissions(in: workspace, at: instant) }
  }

  private func admissions(
    in workspace: Workspace, at instant: ClockReading
  ) throws -> Prepared<Submit.Outcome> {
    guard items.count < 2 || evidence.count < 2 else {
      throw RefusedEvidence.unclear(units: items.count, files: evidence.count)
    }
    var desks: [RegionCode: Desk] = [:]
    var named: Set<Item> = []
    var causes: [any Error] = []
    var steps: [Submit.Step] = []
    for item in items {
      do {
        let unit = try workspace.unit(item.unit)
        let selection = try Selection(report: item.report, of: unit, in: workspace, &desks)
        let own = Item(report: selection.code, period: item.period, unit: "\(unit)")
        guard named.insert(own).inserted else { continue }
        let submit = Submit(
          report: item.report, date: date, received: received, evidence: evidence, note: note,
          reason: reason, recorder: recorder, knowing: known)
        steps.append(try submit.step(selection, item.period, asOf: instant.date))
      } catch let failure as RequestFailure {
        causes += failure.causes
      } catch {
        causes.append(error)
      }
    }
    // What stands against the others is told together with what is no document at all.
    let admitted = Result {
      try Submit.prepared(steps, evidence: evidence, at: instant)
    }
    guard !causes.isEmpty else { return try admitted.get() }
    if case .failure(let failure as RequestFailure) = admitted { causes += failure.causes }
    throw RequestFailure(causes)
  }
}
