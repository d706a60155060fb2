public import CivilCalendar
internal import Compliance
public import ComplianceModel
internal import LedgerStore
public import Workspace

/// A decision on a report of one or several units that is to be recorded: a return, an acceptance, an
/// exemption, or a new due date.
public struct Decide: RowRequest {
  /// What is decided.
  public enum Decision: Hashable, Sendable {
    /// The report is returned for revision, on a day; today where it is `nil`.
    case returned(on: CivilDate?)
    /// The report is accepted, on a day; today where it is `nil`.
    case accepted(on: CivilDate?)
    /// The unit is exempt, from a day on; today where it is `nil`.
    case exempted(on: CivilDate?)
    /// The due date is moved by a letter of a day; today where it is `nil`.
    case extended(to: CivilDate, letter: CivilDate?)

    /// What the row says.
    public var kind: LedgerEvent.Kind {
      switch self {
      case .returned: .returned
      case .accepted: .accepted
      case .exempted: .exempted
      case .extended: .extended
      }
    }

    fileprivate var sought: MeaningRefusal.Sought {
      switch self {
      case .returned, .accepted: .submitted
      case .exempted, .extended: .open
      }
    }

    /// `tanggal` and `diterima`.
    fileprivate func days(today: CivilDate) -> (date: CivilDate, received: CivilDate) {
      switch self {
      case .returned(let day), .accepted(let day), .exempted(let day):
        (day ?? today, day ?? today)
      case .extended(let due, let letter): (due, letter ?? today)
      }
    }
  }

  /// What is decided.
  public var decision: Decision
  /// The code or name of the report.
  public var report: String
  /// The covered period; `nil` for the only one that fits.
  public var period: Period?
  /// The units; the kecamatan where none is named.
  public var units: NamedUnits
  /// Why it is decided; only an acceptance needs none.
  public var note: String?
  /// Why it is recorded although something is odd about it.
  public var reason: String?
  /// Who records it.
  public var recorder: String
  /// What the ledgers said when it was decided on; `nil` where nobody looked.
  public var known: KnownRows?

  /// Creates a request.
  public init(
    _ decision: Decision, report: String, period: Period? = nil, units: NamedUnits = [],
    note: String? = nil, reason: String? = nil, recorder: String,
    knowing known: KnownRows? = nil
  ) {
    self.decision = decision
    self.report = report
    self.period = period
    self.units = units
    self.note = note
    self.reason = reason
    self.recorder = recorder
    self.known = known
  }

  /// What was recorded, all of it or nothing.
  public struct Outcome: Sendable {
    /// The rows, in the order in which the units are named.
    public let rows: [RecordedRow]
    /// What was noticed on the way.
    public let remarks: [Finding]
  }

  /// Finds the obligations and admits the decision on each.
  public func prepared(
    in workspace: Workspace, at instant: ClockReading
  ) throws(RequestFailure) -> Prepared<Outcome> {
    try RequestFailure.wrap {
      guard note != nil || decision.kind == .accepted else {
        throw NoteRequired(kind: decision.kind)
      }
      let today = instant.date
      let selections = try [Selection].named(report: report, units: units, in: workspace)
      let period = try selections.period(period, of: units, or: decision.sought, asOf: today)
      let acts = try selections.gather(of: units) { try act($0, period, asOf: today) }
      let deed = try Deed(of: acts, at: instant) { ($0, $0.selection.desk) }
      return Prepared(deed, knowing: KnownRows.init(of:)) { recorded in
        Outcome(
          rows: recorded.rows.map { RecordedRow($0, asOf: today) }, remarks: recorded.remarks)
      }
    }
  }

  private func act(
    _ selection: Selection, _ period: Period?, asOf today: CivilDate
  ) throws -> ObligationAct {
    let obligation = try selection.obligation(period, or: decision.sought, asOf: today)
    let (date, received) = decision.days(today: today)
    return ObligationAct(
      selection: selection, obligation: obligation, kind: decision.kind, date: date,
      received: received, recorder: recorder, note: note, reason: reason, seen: known)
  }
}
