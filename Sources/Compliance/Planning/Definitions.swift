public import CivilCalendar
public import ComplianceModel

/// Everything that is settled before the ledger is looked at: who owes what, and by which calendar.
public struct Definitions: Sendable {
  /// The kecamatan and its villages.
  public let kecamatan: Kecamatan
  /// The office's own settings.
  public let office: Office
  /// The reports, rules and events in force.
  public let calendar: ReportCalendar
  /// The office's working days, for the years whose holidays are known.
  public let workingDays: WorkingDayCalendar
  /// The units that have a first or a last day, or other codes.
  private let lives: [RegionCode: Unit]
  /// Since when the units are watched, under their codes here.
  private let watch: Watch

  /// Creates the definitions of one kecamatan.
  public init(
    kecamatan: Kecamatan, office: Office, calendar: ReportCalendar, workingDays: WorkingDayCalendar
  ) {
    self.kecamatan = kecamatan
    self.office = office
    self.calendar = calendar
    self.workingDays = workingDays
    let units =
      kecamatan.hasLife ? ([kecamatan.unit] + kecamatan.villages).filter(\.hasLife) : []
    lives = Dictionary(units.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    watch = office.watch.under(kecamatan.currentCodes)
  }

  /// Since when a unit is watched; `nil` where everything of it is.
  public func watchStart(of unit: RegionCode) -> Watch.Start? { watch.start(of: unit) }

  /// Whether an obligation is watched: its rule's own due date, before any extension, does not lie
  /// before the first watched day of its unit.
  ///
  /// Everything that lists, counts or reminds goes by it, through ``Plan``; a document of an obligation
  /// that is not watched can be recorded all the same. One without a due date is watched where its period
  /// had not ended before that day.
  ///
  /// - Parameters:
  ///   - id: The obligation.
  ///   - due: Its rule's due date; `nil` where there is none.
  /// - Returns: `true` where everything of the unit is watched.
  public func isWatched(_ id: Obligation.ID, due: CivilDate?) -> Bool {
    guard let start = watchStart(of: id.unit) else { return true }
    return (due ?? id.period.lastDay) >= start.day
  }

  /// Whether a unit is there on some day of a period.
  func exists(_ unit: RegionCode, in period: Period) -> Bool {
    guard let unit = lives[unit] else { return true }
    return Validity(since: unit.joined ?? unit.since, through: unit.through)
      .overlaps(Validity(since: period.firstDay, through: period.lastDay))
  }

  /// Whose rates an obligation of a unit belongs to.
  ///
  /// - Parameters:
  ///   - id: The obligation.
  ///   - due: Its due date; `nil` where there is none.
  /// - Returns: Where it belongs; here for a unit that is always there.
  public func belonging(of id: Obligation.ID, due: CivilDate?) -> Unit.Belonging {
    guard let unit = lives[id.unit] else { return .here }
    let isOfEvent = calendar.report(id.report)?.perEvent != nil
    return unit.belonging(of: isOfEvent ? nil : id.period, due: due)
  }

  /// The units that owe a report: the kecamatan, or its desa.
  public func units(owing report: Report) -> [RegionCode] {
    let candidates =
      report.level == .office ? [kecamatan.code] : kecamatan.villages.map(\.code)
    return candidates.filter { report.isOwed(by: $0) }
  }

  /// The dates that letters set for an obligation, the one that holds in front.
  private func setDates(for id: Obligation.ID, _ report: Report) -> [SetDate] {
    report.setDates.filter { set in
      guard set.period == id.period else { return false }
      // A unit that has another code by now is meant by its former one as well.
      return set.unit.map { $0.contains(id.unit) || kecamatan.unit($0)?.code == id.unit } ?? true
    }
  }

  /// The date that a letter set for an obligation; `nil` where none did.
  func setDate(for id: Obligation.ID, _ report: Report) -> SetDate? {
    setDates(for: id, report).first
  }

  /// The date that a letter set for an obligation; `nil` where none did.
  public func setDate(for id: Obligation.ID) -> SetDate? {
    calendar.report(id.report).flatMap { setDate(for: id, $0) }
  }

  /// The dates that letters set for an obligation, the one that holds in front.
  public func setDates(for id: Obligation.ID) -> [SetDate] {
    calendar.report(id.report).map { setDates(for: id, $0) } ?? []
  }

  /// Which submission decides on-time for a report: the calendar's word, else the office's.
  public func deciding(_ report: Report) -> DecidingSubmission { office.deciding(report) }

  /// Days before the due date from which a report is `segera`.
  public func leadDays(_ report: Report) -> Int { office.leadDays(report) }
}

extension Office {
  /// Which submission decides on-time for a report.
  func deciding(_ report: Report) -> DecidingSubmission { report.deciding ?? deciding }

  /// Days before the due date from which a report is `segera`.
  func leadDays(_ report: Report) -> Int { report.leadDays ?? leadDays }
}
