public import CivilCalendar
public import Compliance
internal import ComplianceModel
public import Workspace

/// The due date that a letter sets for one period of a report: the rule of that period, in the office's
/// own calendar.
///
/// It writes no row. The dates of other periods, and what is frozen, stay as they are.
public struct SetDueDate: DeedRequest {
  /// The code or name of the report.
  public var report: String
  /// The covered period.
  public var period: Period
  /// The due date.
  public var date: CivilDate
  /// The letter.
  public var letter: String
  /// The units; everybody who owes the report where none is named.
  public var units: NamedUnits
  /// Why it is set although something is odd about it.
  public var reason: String?

  /// Creates a request.
  public init(
    report: String, period: Period, date: CivilDate, letter: String, units: NamedUnits = [],
    reason: String? = nil
  ) {
    self.report = report
    self.period = period
    self.date = date
    self.letter = letter
    self.units = units
    self.reason = reason
  }

  /// A reason why a date cannot be set, as data; beside these there are a `CalendarRefusal`, where the file
  /// cannot be changed, and a ``RefusedDate``.
  public enum Refused: Error, Sendable {
    /// The letter is blank, or more than one line.
    case letterNotALine
    /// The report is only counted, or follows an event, so that no period of it has a date to set.
    case noDateToSet(report: String)
  }

  /// Finds what is meant and admits the date; nothing is written.
  public func admitted(
    in workspace: Workspace, at instant: ClockReading
  ) throws(RequestFailure) -> Admitted<SetDueDateOutcome> {
    _ = try preview(in: workspace, asOf: instant.date)
    return Admitted { try write(in: workspace, asOf: instant.date) }
  }

  /// What setting the date would change; nothing is written.
  ///
  /// - Parameters:
  ///   - workspace: The workspace.
  ///   - today: Today.
  /// - Returns: The outcome as it would be.
  /// - Throws: Everything that stands against it.
  public func preview(
    in workspace: Workspace, asOf today: CivilDate
  ) throws(RequestFailure) -> SetDueDateOutcome {
    try RequestFailure.wrap { try drafted(in: workspace, asOf: today).outcome }
  }

  /// Under the lock everything is looked at again, since others may have written meanwhile.
  private func write(in workspace: Workspace, asOf today: CivilDate) throws -> SetDueDateOutcome {
    try workspace.changingCalendars {
      var (draft, outcome) = try drafted(in: workspace, asOf: today)
      try draft.write()
      outcome.isWritten = draft.isNews
      return outcome
    }
  }

  private func drafted(
    in workspace: Workspace, asOf today: CivilDate
  ) throws -> (draft: CalendarDraft, outcome: SetDueDateOutcome) {
    let letter = self.letter.split(separator: " ").joined(separator: " ")
    guard !letter.isEmpty, !letter.unicodeScalars.contains(where: SetDueDate.endsLine) else {
      throw Refused.letterNotALine
    }
    let selections = try selections(in: workspace)
    let admission = try RequestFailure.gather(selections) { try admit($0, asOf: today) }.first
    let kecamatan = Set(selections.map(\.unit.kecamatan)).sorted()
    let request = CalendarDraft.Request(
      report: selections[0].code, period: period, date: date,
      letter: admission.flatMap { noted(letter, $0) } ?? letter,
      units: isForAll ? [] : selections.map { ($0.unit, $0.unitName) },
      kecamatan: kecamatan)
    let draft = try CalendarDraft(request, asOf: today, in: workspace)
    let outcome = try SetDueDateOutcome(request, selections, draft, asOf: today)
    return (draft, outcome)
  }

  /// Whether one entry says it for everybody who owes the report.
  private var isForAll: Bool { units == [] || units == .allVillages(except: []) }

  private func selections(in workspace: Workspace) throws -> [Selection] {
    // Such an entry would be read for every kecamatan.
    if isForAll { _ = try workspace.onlyKecamatan() }
    guard units == [] else {
      return try .named(report: report, units: units, in: workspace)
    }
    do {
      return [try Selection(report: report, unit: nil, in: workspace)]
    } catch MeaningRefusal.needsVillage {
      return try .named(report: report, units: .allVillages(except: []), in: workspace)
    }
  }

  private func admit(_ selection: Selection, asOf today: CivilDate) throws -> Admission {
    let report = selection.report
    guard report.perEvent == nil, !report.isCountOnly else {
      throw Refused.noDateToSet(report: selection.code)
    }
    guard selection.hasPeriod(period) else {
      throw MeaningRefusal.noSuchPeriod(
        report: selection.code, period, examples: selection.examplePeriods(today))
    }
    let id = Obligation.ID(report: report.code, unit: selection.unit, period: period)
    let judge = selection.desk.judge(asOf: today)
    do throws(Refusal) {
      return try judge.admit(setDate: date, for: id, hasReason: reason != nil)
    } catch {
      throw RefusedDate(
        refusal: error, subject: "\(selection.code) \(period) \(selection.unitName)")
    }
  }

  /// The letter with the reason that insists on an odd date, so that whoever reads the file knows it.
  private func noted(_ letter: String, _ admission: Admission) -> String? {
    guard let reason, !admission.doubts.isEmpty else { return nil }
    return "\(letter); \(ReasonNote.text(reason, admission))"
  }

  private static func endsLine(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}

/// A date that the rules do not take for one that a letter sets.
public struct RefusedDate: Error, Sendable {
  /// Why.
  public let refusal: Refusal
  /// The report, the period and the unit, as they are printed.
  public let subject: String
}
