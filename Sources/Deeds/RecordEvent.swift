public import CivilCalendar
public import Compliance
public import ComplianceModel
internal import LedgerStore
public import Workspace

/// A dated event of one or several units, which rules count from, that is to be recorded.
public struct RecordEvent: RowRequest {
  /// The code of the event.
  public var event: String
  /// The period that it is meant for; `nil` where it is meant for none.
  public var period: Period?
  /// The day on which it came about.
  public var date: CivilDate
  /// The units; the only kecamatan where none is named.
  public var units: NamedUnits
  /// A note.
  public var note: String?
  /// Why it is recorded although something is odd about it.
  public var reason: String?
  /// Who records it.
  public var recorder: String

  /// Creates a request.
  public init(
    _ event: String, period: Period? = nil, on date: CivilDate, units: NamedUnits = [],
    note: String? = nil, reason: String? = nil, recorder: String
  ) {
    self.event = event
    self.period = period
    self.date = date
    self.units = units
    self.note = note
    self.reason = reason
    self.recorder = recorder
  }

  /// A reason why something is not taken for an event of a unit, as data.
  public enum Refused: Error, Sendable {
    /// No calendar has such an event.
    case unknown(String, known: [String])
    /// The event is one of units of another kind; the event and the unit, as it is printed.
    case notOf(EventKind, unit: String)
    /// The event is a letter, and the note does not say its number and its step.
    case noLetterNote(EventKind)
  }

  /// What was recorded, all of it or nothing.
  public struct Outcome: Sendable {
    /// An event of one unit.
    public struct Row: Sendable {
      /// The event.
      public let event: EventKind
      /// The name of the unit, as it is printed.
      public let unitName: String
      /// The day on which it came about.
      public let date: CivilDate
      /// How it was taken.
      public let admission: Admission
      /// Where the row is.
      public let row: LedgerEvent.RowID
    }

    /// The rows, in the order in which the units are named.
    public let rows: [Row]
    /// What was noticed on the way.
    public let remarks: [Finding]
  }

  /// Finds the event and admits it for each unit.
  public func prepared(
    in workspace: Workspace, at instant: ClockReading
  ) throws(RequestFailure) -> Prepared<Outcome> {
    try RequestFailure.wrap {
      let named = try workspace.actedOn(units)
      let units = try named.isEmpty ? [workspace.onlyKecamatan().code] : named
      var desks: [RegionCode: Desk] = [:]
      let deed = try Deed(of: units, at: instant) { unit in
        let kecamatan = try workspace.kecamatan(of: unit)
        let desk = try desks[kecamatan.code] ?? workspace.desk(of: kecamatan)
        desks[kecamatan.code] = desk
        return (try act(of: unit, desk), desk)
      }
      return Prepared(deed) { recorded in
        Outcome(
          rows: recorded.rows.map { row in
            Outcome.Row(
              event: row.act.kind, unitName: row.act.unitName, date: row.act.request.date,
              admission: row.acceptance, row: row.id)
          }, remarks: recorded.remarks)
      }
    }
  }

  private func act(of unit: RegionCode, _ desk: Desk) throws(Refused) -> EventAct {
    let calendar = desk.calendar
    let unitName = desk.kecamatan.displayName(of: unit)
    guard let code = calendar.codes.code(event), let kind = calendar.event(code) else {
      throw .unknown(event, known: calendar.events.map { calendar.codes[$0.code] })
    }
    guard kind.isOfVillage == unit.isDesa else { throw .notOf(kind, unit: unitName) }
    guard !kind.isLetter || note.flatMap({ LetterNote($0) }) != nil else {
      throw .noLetterNote(kind)
    }
    return EventAct(
      kind: kind, code: calendar.codes[kind.code], unit: unit, unitName: unitName,
      request: self)
  }
}

/// The row of an event of one unit.
struct EventAct: Act {
  let kind: EventKind
  let code: String
  let unit: RegionCode
  let unitName: String
  let request: RecordEvent

  func admit(_ desk: Desk, asOf today: CivilDate) throws -> Admission {
    do throws(Refusal) {
      return try desk.admittingJudge(asOf: today).admit(
        kind, of: unit, for: request.period, on: request.date, hasReason: request.reason != nil)
    } catch {
      throw RefusedRow(
        refusal: error, kind: .fact, subject: "\(kind.name) \(unitName)", unit: unitName)
    }
  }

  func entry(
    _ admission: Admission, provedBy evidence: StoredEvidence?, asOf today: CivilDate
  ) -> LedgerEntry {
    let note = [request.note, request.reason.map { ReasonNote.text($0, admission) }]
    return LedgerEntry(
      kind: .fact, unit: unit, subject: code, period: request.period?.description ?? "",
      date: request.date, received: request.date,
      note: note.compactMap(\.self).joined(separator: " "), recorder: request.recorder)
  }
}
