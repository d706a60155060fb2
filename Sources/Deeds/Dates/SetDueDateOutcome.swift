public import CivilCalendar
public import Compliance
public import ComplianceModel
public import Workspace

/// What came of a due date that a letter sets, or would come of it.
public struct SetDueDateOutcome: Sendable {
  /// The date as it stands in a calendar file.
  public struct Entry: Sendable {
    /// The unit that it is for; `nil` for all that owe the report.
    public let unit: RegionCode?
    /// Where it stands, or would stand.
    public let place: SourcePlace
    /// The date that stood there before; `nil` for what is new.
    public let formerDate: CivilDate?
    /// The letter that stood there before; `nil` for what is new.
    public let formerLetter: String?
    /// Whether it stood there already.
    public let isKnown: Bool
  }

  /// An obligation that the date is for.
  public struct Move: Sendable {
    /// The unit.
    public let unit: RegionCode
    /// The name of the unit, as it is printed.
    public let unitName: String
    /// Where it stood; `nil` where its date could not be computed, or its rule gave none.
    public let before: DueStanding?
    /// Where it stands, or would stand.
    public let after: DueStanding
    /// The row that put its due date off, which goes on doing so; `nil` where none does.
    public let extensionRow: LedgerEvent.RowID?

    /// Whether the due date in force or the status changes.
    public var isMoved: Bool { before?.due != after.due || before?.status != after.status }
  }

  /// The code of the report.
  public let report: String
  /// The covered period.
  public let period: Period
  /// The date.
  public let date: CivilDate
  /// The last working day on or before the date; `nil` where its year has no holidays.
  public let lastWorkingDay: CivilDate?
  /// The letter, as it is written.
  public let letter: String
  /// The entries, in the order in which the units are named.
  public let entries: [Entry]
  /// The obligations that the date is for, by unit.
  public let moves: [Move]
  /// Units that have another date of their own, which stays.
  public let ownDates: [(unitName: String, date: CivilDate, letter: String)]
  /// The frozen quarters that say otherwise now, and are not touched.
  public let frozen: [QuarterFreeze]
  /// Whether a calendar file was written.
  public internal(set) var isWritten = false

  /// Whether everything stood there already.
  public var isKnown: Bool { entries.allSatisfy(\.isKnown) }
}

extension SetDueDateOutcome {
  /// Compares where obligations stand by the calendars before and after.
  init(
    _ request: CalendarDraft.Request, _ selections: [Selection], _ draft: CalendarDraft,
    asOf today: CivilDate
  ) throws {
    report = request.report
    period = request.period
    date = request.date
    letter = request.letter
    lastWorkingDay = try? selections[0].desk.definitions.workingDays.workingDay(
      onOrBefore: request.date)
    entries = draft.entries.map {
      Entry(
        unit: $0.unit, place: $0.place, formerDate: $0.former?.date,
        formerLetter: $0.former?.letter, isKnown: $0.isKnown)
    }
    var moves: [Move] = []
    var ownDates: [(unitName: String, date: CivilDate, letter: String)] = []
    var frozen: [QuarterFreeze] = []
    for kecamatan in draft.after.kecamatan where request.kecamatan.contains(kecamatan.code) {
      let (old, new) = (
        try draft.before.desk(of: kecamatan), try draft.after.desk(of: kecamatan)
      )
      var quarters: Set<Quarter> = []
      for selection in selections where selection.unit.kecamatan == kecamatan.code {
        guard
          let move = try Move(selection, request.period, from: old, to: new, asOf: today)
        else { continue }
        let id = Obligation.ID(
          report: selection.report.code, unit: selection.unit, period: request.period)
        if let set = new.definitions.setDate(for: id), set.date != date || set.letter != letter {
          ownDates.append((move.unitName, set.date, set.letter))
        }
        moves.append(move)
        guard move.before?.ruleDue != move.after.ruleDue || move.isMoved else { continue }
        quarters.formUnion(
          [move.before?.ruleDue, move.after.ruleDue].compactMap { $0?.quarter })
      }
      frozen += new.freezes(of: quarters)
    }
    guard !moves.isEmpty else {
      let first = selections[0]
      guard let life = first.desk.kecamatan.unit(first.unit), life.hasLife else {
        throw MeaningRefusal.noSuchPeriod(
          report: first.code, period, examples: first.examplePeriods(today))
      }
      throw MeaningRefusal.notThere(report: first.code, period, unit: first.unitName, life)
    }
    self.moves = moves.sorted { $0.unit < $1.unit }
    self.ownDates = ownDates
    self.frozen = frozen
  }
}

extension SetDueDateOutcome.Move {
  /// Judges an obligation by two states of the calendars; `nil` where nobody owes it.
  fileprivate init?(
    _ selection: Selection, _ period: Period, from old: Desk, to new: Desk, asOf today: CivilDate
  ) throws {
    let id = Obligation.ID(report: selection.report.code, unit: selection.unit, period: period)
    func assessment(_ desk: Desk) throws -> Assessment? {
      do {
        return try desk.obligation(id, asOf: today).flatMap { desk.judge(asOf: today).assess($0) }
      } catch is CalendarNotCovered {
        return nil
      }
    }
    guard let after = try assessment(new) else { return nil }
    unit = selection.unit
    unitName = new.kecamatan.displayName(of: selection.unit)
    before = try assessment(old).map(DueStanding.init)
    self.after = DueStanding(after)
    extensionRow = after.standing.extensionRow?.row
  }
}
