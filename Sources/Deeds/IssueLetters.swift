public import CivilCalendar
internal import Compliance
public import ComplianceModel
internal import LedgerStore
public import Workspace

/// Letters to desa that are to be recorded as issued, each as an event of the desa.
public struct IssueLetters: RowRequest {
  /// A letter.
  public struct Letter: Sendable {
    /// The desa that is written to.
    public let unit: RegionCode
    /// Its number and its step.
    public let note: LetterNote

    /// Describes a letter.
    public init(to unit: RegionCode, _ note: LetterNote) {
      self.unit = unit
      self.note = note
    }
  }

  /// The letters.
  public var letters: [Letter]
  /// The day of the letters.
  public var date: CivilDate
  /// Who records them.
  public var recorder: String

  /// Creates a request.
  public init(_ letters: [Letter], on date: CivilDate, recorder: String) {
    self.letters = letters
    self.date = date
    self.recorder = recorder
  }

  /// A reason why a letter is not recorded, as data.
  public enum Refused: Error, Sendable {
    /// No calendar of the kecamatan has an event that is a letter to a desa.
    case noKind(Kecamatan)
    /// Another letter of that year has the number; the unit of that one, as it is printed.
    case numberTaken(String, LedgerEvent.RowID, unit: String, on: CivilDate)
    /// The desa, as it is printed, got a letter of that day already.
    case issuedBefore(unit: String, LedgerEvent.RowID, on: CivilDate)
  }

  /// What was recorded, all of it or nothing.
  public struct Outcome: Sendable {
    /// The rows, in the order of the letters.
    public let rows: [LedgerEvent.RowID]
    /// What was noticed on the way.
    public let remarks: [Finding]
  }

  /// Admits the letters.
  public func prepared(
    in workspace: Workspace, at instant: ClockReading
  ) throws(RequestFailure) -> Prepared<Outcome> {
    try RequestFailure.wrap {
      var desks: [RegionCode: Desk] = [:]
      let deed = try Deed(of: letters, at: instant) { letter in
        let kecamatan = try workspace.kecamatan(of: letter.unit)
        let desk = try desks[kecamatan.code] ?? workspace.desk(of: kecamatan)
        desks[kecamatan.code] = desk
        guard let kind = desk.calendar.events.first(where: { $0.isLetter && $0.isOfVillage }) else {
          throw Refused.noKind(kecamatan)
        }
        let act = LetterAct(
          kind: kind, code: desk.calendar.codes[kind.code], letter: letter, date: date,
          recorder: recorder)
        return (act, desk)
      }
      return Prepared(deed) { recorded in
        Outcome(rows: recorded.rows.map(\.id), remarks: recorded.remarks)
      }
    }
  }
}

/// The row of a letter that was issued.
private struct LetterAct: Act {
  let kind: EventKind
  let code: String
  let letter: IssueLetters.Letter
  let date: CivilDate
  let recorder: String

  func admit(_ desk: Desk, asOf today: CivilDate) throws -> Admission {
    let unitName = desk.kecamatan.displayName(of: letter.unit)
    let judge = desk.admittingJudge(asOf: today)
    let admission: Admission
    do throws(Refusal) {
      admission = try judge.admit(kind, of: letter.unit, for: nil, on: date, hasReason: false)
    } catch {
      throw RefusedRow(
        refusal: error, kind: .fact, subject: "\(kind.name) \(unitName)", unit: unitName)
    }
    for village in desk.kecamatan.villages {
      for fact in judge.history.facts(kind.code, of: village.code, asOf: today) {
        if village.code == letter.unit, fact.date == date {
          throw IssueLetters.Refused.issuedBefore(unit: unitName, fact.row, on: date)
        }
        // Offices begin their numbers again each year.
        guard fact.date.year == date.year, let row = desk.row(fact.row),
          LetterNote(row.entry.note)?.number == letter.note.number
        else { continue }
        throw IssueLetters.Refused.numberTaken(
          letter.note.number, fact.row, unit: desk.kecamatan.displayName(of: village.code),
          on: fact.date)
      }
    }
    return admission
  }

  func entry(
    _ admission: Admission, provedBy evidence: StoredEvidence?, asOf today: CivilDate
  ) -> LedgerEntry {
    LedgerEntry(
      kind: .fact, unit: letter.unit, subject: code, date: date, received: date,
      note: letter.note.text, recorder: recorder)
  }
}
