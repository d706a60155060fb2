internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import LedgerStore

/// Which obligation a file is for.
extension Intake {
  /// What a file is taken for, in the books of which kecamatan.
  typealias Placed = (obligation: Obligation, filing: Filing, kecamatan: Kecamatan)

  /// What a person takes a file for, whatever its name says.
  mutating func place(_ told: Told, received: CivilDate) throws -> Placed {
    let kecamatan = try workspace.kecamatan(of: told.unit)
    _ = try desk(of: kecamatan)
    let selection = try Selection(report: told.report, of: told.unit, in: workspace, &desks)
    let obligation = try selection.obligation(told.period, asOf: terms.instant.date)
    let received = told.received ?? received
    if told.date == nil, obligation.rule?.meaning == .enactment {
      throw DropTrouble.enactmentDateNeeded(report: selection.code)
    }
    let filing = Filing(
      unit: told.unit, report: selection.code, period: told.period, date: told.date ?? received,
      received: received, due: due(of: obligation, at: selection.desk))
    return (obligation, filing, kecamatan)
  }

  /// What the name is taken for, with what the calendar and the ledger say.
  mutating func place(
    _ name: DroppedName, of held: HeldEntry, in kecamatan: Kecamatan, received: CivilDate
  ) throws -> (obligation: Obligation, filing: Filing) {
    let desk = try desk(of: kecamatan)
    let today = terms.instant.date
    let named = try name.report(in: desk.calendar, of: kecamatan)
    let code = desk.calendar.codes[named.report.code]
    try requireUnderstood(name, named, of: held, in: kecamatan, desk, received: received)
    let date = try name.date(received: received)
    let obligation =
      if let period = try name.period() {
        try Intake.obligation(period, of: named, code, desk, asOf: today)
      } else {
        try openObligation(of: named, code, held, in: kecamatan, desk)
      }
    if date == nil, obligation.rule?.meaning == .enactment {
      throw DropTrouble.enactmentDateNeeded(report: code)
    }
    let filing = Filing(
      unit: named.unit, report: code, period: obligation.id.period, date: date ?? received,
      received: received, due: due(of: obligation, at: desk))
    if let folder = name.contradictingFolder(filing, yearOffset: named.report.yearOffset) {
      throw DropTrouble.folderOfOtherTime(folder, filing.period)
    }
    return (obligation, filing)
  }

  /// The due date that is in force without the file.
  private func due(of obligation: Obligation, at desk: Desk) -> CivilDate? {
    desk.judge(asOf: terms.instant.date).assess(obligation)?.due
  }

  /// Every word that is not understood may turn the meaning round, and a recommendation is issued here.
  private func requireUnderstood(
    _ name: DroppedName, _ named: NamedReport, of held: HeldEntry, in kecamatan: Kecamatan,
    _ desk: Desk, received: CivilDate
  ) throws {
    let stray = name.strayWords(beside: named, in: desk.calendar)
    let isRecommendation =
      named.report.level == .recommendation && !workspace.office.takesRecommendations
    guard isRecommendation || !stray.isEmpty else { return }
    let code = desk.calendar.codes[named.report.code]
    var period = (try? name.period()) ?? nil
    if period == nil {
      let only = try? openObligation(of: named, code, held, in: kecamatan, desk)
      period = only?.id.period
    }
    let rules = named.report.layers.joined()
    let reading = DropTrouble.Reading(
      unit: named.unit, report: code, period: period,
      date: (try? name.date(received: received)) ?? nil, received: received,
      needsDate: rules.contains { $0.meaning == .enactment })
    throw stray.isEmpty
      ? DropTrouble.recommendation(reading) : .notUnderstood(stray, reading)
  }

  private static func obligation(
    _ period: Period, of named: NamedReport, _ code: String, _ desk: Desk,
    asOf day: CivilDate
  ) throws -> Obligation {
    let report = named.report
    let id = Obligation.ID(report: report.code, unit: named.unit, period: period)
    guard period.length == report.length, report.ordinals.contains(period.ordinal),
      let obligation = try desk.obligation(id, asOf: day)
    else {
      let forms = report.ordinals.sorted().compactMap {
        Period(report.length, year: day.year + report.yearOffset, ordinal: $0)
      }
      throw DropTrouble.noSuchPeriod(period, report: code, forms: forms)
    }
    return obligation
  }

  /// The one obligation that was open when the run began: what the run itself records decides nothing
  /// for files without a period.
  private func openObligation(
    of named: NamedReport, _ code: String, _ held: HeldEntry, in kecamatan: Kecamatan,
    _ desk: Desk
  ) throws -> Obligation {
    let day = terms.instant.date
    if let period = try recordedPeriod(of: named, held, desk) {
      return try Intake.obligation(period, of: named, code, desk, asOf: day)
    }
    let opening = atStart[kecamatan.code] ?? desk
    let recorded = recorded
    let choices = try opening.choices(
      of: named.report, by: [named.unit], asOf: day, where: \.isOpen)
    // Two files for the one open period may be two readings of it, or two periods.
    guard let only = choices.fitting.first, choices.fitting.count == 1,
      !recorded.contains(only.obligation.id)
    else {
      throw DropTrouble.periodNeeded(
        report: code,
        choices: choices.listed.map {
          DropTrouble.PeriodChoice(
            period: $0.obligation.id.period, status: $0.status,
            isOpen: $0.isOpen && !recorded.contains($0.obligation.id))
        })
    }
    return only.obligation
  }

  /// The period for which a standing row has the very bytes of a file: a run that ended before it moved
  /// the file has recorded it.
  private func recordedPeriod(
    of named: NamedReport, _ held: HeldEntry, _ desk: Desk
  ) throws -> Period? {
    let rows = desk.history.obligations.filter {
      $0.report == named.report.code && $0.unit == named.unit
    }.flatMap { desk.history.rows(of: $0) }.filter { $0.kind == .submitted }
    guard !rows.isEmpty else { return nil }
    let sha256 = try held.examined(
      by: workspace.ledgers, underOneName: !terms.areHandedIn
    ).examined.sha256
    return rows.first { row in
      proofs.hashes(of: row.row) { own(row.row, desk.row) }.contains(sha256)
    }?.period
  }
}
