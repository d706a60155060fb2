public import CivilCalendar
public import Compliance
public import ComplianceModel

/// The report and the unit that a request is about, read from what a person wrote.
public struct Selection: Sendable {
  /// The desk of the kecamatan in which the unit lies.
  public var desk: Desk
  /// The report.
  public let report: Report
  /// The unit that owes it.
  public let unit: RegionCode

  /// The code of the report, as it is printed.
  public var code: String { desk.calendar.codes[report.code] }

  /// The name of the unit, as it is printed.
  public var unitName: String { desk.kecamatan.displayName(of: unit) }

  /// A report that is known to be owed by a unit.
  package init(_ desk: Desk, _ report: Report, of unit: RegionCode) {
    self.desk = desk
    self.report = report
    self.unit = unit
  }

  /// Reads a report and a unit.
  ///
  /// A name is read at the unit's level. Where the code of an office report is written beside a desa
  /// (`LPPD`), the desa's own document (`LPPDesa`) may be meant, or the desa is a slip: the person is
  /// asked.
  ///
  /// - Parameters:
  ///   - word: The code or name of the report.
  ///   - unit: The code or name of the unit; `nil` for the only kecamatan.
  ///   - workspace: The workspace.
  /// - Throws: ``MeaningRefusal``, ``UnitRefusal``, or what opening the desk throws.
  public init(report word: String, unit: String?, in workspace: Workspace) throws {
    var desks: [RegionCode: Desk] = [:]
    try self.init(report: word, of: unit.map { try workspace.unit($0) }, in: workspace, &desks)
  }

  /// Reads a report beside a unit.
  ///
  /// - Parameters:
  ///   - word: The code or name of the report.
  ///   - unit: The unit; `nil` for the only kecamatan.
  ///   - workspace: The workspace.
  ///   - desks: The desks that are open, which are not opened again; then those that were opened too.
  /// - Throws: ``MeaningRefusal``, ``UnitRefusal``, or what opening the desk throws.
  package init(
    report word: String, of unit: RegionCode?, in workspace: Workspace,
    _ desks: inout [RegionCode: Desk]
  ) throws {
    let kecamatan = try workspace.kecamatan(of: unit)
    let desk = try desks[kecamatan.code] ?? workspace.desk(of: kecamatan)
    desks[kecamatan.code] = desk
    let calendar = desk.calendar
    let anywhere = calendar.reports(named: word, at: Report.Level.allCases)
    let (report, owner) =
      if let unit {
        (try Selection.report(word, anywhere, for: unit, desk), unit)
      } else {
        try Selection.officeReport(word, anywhere, desk)
      }
    guard report.isOwed(by: owner) else {
      throw MeaningRefusal.notOwed(
        report: calendar.codes[report.code], unit: desk.kecamatan.displayName(of: owner),
        owed: Selection.owed(by: owner, calendar))
    }
    self.desk = desk
    self.report = report
    self.unit = owner
  }

  private static func owed(by unit: RegionCode, _ calendar: ReportCalendar) -> [String] {
    calendar.reports(owedBy: unit).map { calendar.codes[$0.code] }
  }

  private static func report(
    _ word: String, _ anywhere: [Report], for unit: RegionCode, _ desk: Desk
  ) throws(MeaningRefusal) -> Report {
    let calendar = desk.calendar
    let name = desk.kecamatan.displayName(of: unit)
    if unit.isKelurahan { throw .kelurahan(name) }
    let levels: [Report.Level] = unit.isDesa ? [.village, .recommendation] : [.office]
    let fitting = calendar.reports(named: word, at: levels)
    let foreign = anywhere.first { !levels.contains($0.level) }
    if let foreign, calendar.codes[foreign.code].lowercased() == word.lowercased() {
      let code = calendar.codes[foreign.code]
      guard unit.isDesa else { throw .villageDocument(code) }
      throw .officeReport(code, unit: name, meant: fitting.first.map { calendar.codes[$0.code] })
    }
    if let report = fitting.first { return report }
    if let foreign {
      throw .foreignReport(
        calendar.codes[foreign.code], unit: name, owed: owed(by: unit, calendar))
    }
    throw unknown(word, calendar)
  }

  private static func officeReport(
    _ word: String, _ anywhere: [Report], _ desk: Desk
  ) throws(MeaningRefusal) -> (Report, RegionCode) {
    if let report = anywhere.first(where: { $0.level == .office }) {
      return (report, desk.kecamatan.code)
    }
    guard let report = anywhere.first else { throw unknown(word, desk.calendar) }
    throw .needsVillage(desk.calendar.codes[report.code], desk.kecamatan.villages)
  }

  private static func unknown(_ word: String, _ calendar: ReportCalendar) -> MeaningRefusal {
    let owed = calendar.reports.filter(\.isOwed)
    let names = owed.flatMap { [calendar.codes[$0.code]] + $0.aliases }
    return .unknownReport(
      word, nearest: nearestMatch(to: word, among: names),
      known: owed.map { calendar.codes[$0.code] })
  }
}

extension [Selection] {
  /// Reads a report and the units that are named, or the kecamatan where none is.
  ///
  /// Of all desa those are meant that owe the report.
  ///
  /// - Throws: What is wrong with each of them.
  package static func named(
    report: String, units: NamedUnits, in workspace: Workspace
  ) throws -> [Selection] {
    var desks: [RegionCode: Desk] = [:]
    let codes = try workspace.actedOn(units)
    if units.isAllVillages {
      var notOwing: (any Error)?
      let owing = try codes.compactMap { code -> Selection? in
        do {
          return try Selection(report: report, of: code, in: workspace, &desks)
        } catch let refusal as MeaningRefusal {
          guard case .notOwed = refusal else { throw refusal }
          notOwing = refusal
          return nil
        }
      }
      if let notOwing, owing.isEmpty { throw notOwing }
      return owing
    }
    return try RequestFailure.gather(codes.isEmpty ? [nil] : codes.map(Optional.some)) {
      try Selection(report: report, of: $0, in: workspace, &desks)
    }
  }

  /// The period that is meant: the one that is named, or where all desa are meant the only one that fits
  /// any of them.
  ///
  /// - Parameters:
  ///   - named: The period that a person wrote.
  ///   - units: The units that were named.
  ///   - sought: What is looked for where no period is written.
  ///   - day: Today.
  /// - Returns: The period; `nil` where each unit has its own.
  /// - Throws: ``MeaningRefusal/notOne(report:unit:_:fitting:choices:)``; a ``WorkspaceFailure`` for a
  ///   holiday file that cannot be read.
  package func period(
    _ named: Period?, of units: NamedUnits, or sought: MeaningRefusal.Sought, asOf day: CivilDate
  ) throws -> Period? {
    guard named == nil, units.isAllVillages, let first else { return named }
    let desks = Dictionary(grouping: self, by: \.desk.kecamatan.code).sorted { $0.key < $1.key }
    let choices = try desks.compactMap(\.value.first).map { own in
      try own.desk.choices(
        of: own.report, by: Set(map(\.unit)), asOf: day, where: sought.fits)
    }
    let fitting = choices.flatMap(\.fitting)
    let periods = Set(fitting.map(\.obligation.id.period))
    guard periods.count != 1 else { return periods.first }
    // One refusal says it for all of them.
    let listed = periods.isEmpty ? choices[0].listed : fitting
    let told = Dictionary(
      listed.map { ($0.obligation.id.period, $0.status) }, uniquingKeysWith: { status, _ in status }
    )
    throw MeaningRefusal.notOne(
      report: first.code, unit: first.desk.kecamatan.displayName(of: first.desk.kecamatan.code),
      sought, fitting: periods.count,
      choices: told.sorted { $0.key < $1.key }.map {
        MeaningRefusal.Choice(period: $0.key, status: $0.value)
      })
  }

  /// Does something with each; where all desa are meant, a desa that was not there in the period is left
  /// out.
  ///
  /// - Throws: The causes of all that failed.
  package func gather<Value>(
    of units: NamedUnits, _ body: (Selection) throws -> Value
  ) throws(RequestFailure) -> [Value] {
    var absent: MeaningRefusal?
    let values = try RequestFailure.gather(self) { selection -> Value? in
      do {
        return try body(selection)
      } catch let refusal as MeaningRefusal {
        guard units.isAllVillages, case .notThere = refusal else { throw refusal }
        absent = refusal
        return nil
      }
    }.compactMap(\.self)
    if let absent, values.isEmpty { throw RequestFailure([absent]) }
    return values
  }
}

// MARK: - Periods

extension Selection {
  /// The obligation for a period that was written.
  ///
  /// - Throws: ``MeaningRefusal``; `CalendarNotCovered` where its date needs a year without holidays;
  ///   a ``WorkspaceFailure`` for a holiday file that cannot be read.
  public func obligation(_ period: Period, asOf day: CivilDate) throws -> Obligation {
    let id = Obligation.ID(report: report.code, unit: unit, period: period)
    let hasPeriod = hasPeriod(period)
    guard hasPeriod, let obligation = try desk.obligation(id, asOf: day) else {
      if hasPeriod, let life = desk.kecamatan.unit(unit), life.since != nil || life.through != nil {
        throw MeaningRefusal.notThere(report: code, period, unit: unitName, life)
      }
      throw MeaningRefusal.noSuchPeriod(report: code, period, examples: examplePeriods(day))
    }
    return obligation
  }

  /// The obligation for a period that was written, or else the one that fits.
  ///
  /// - Throws: As ``obligation(_:asOf:)`` and ``onlyObligation(_:asOf:within:preferring:)``.
  public func obligation(
    _ period: Period?, or sought: MeaningRefusal.Sought, asOf day: CivilDate,
    within days: Int? = nil, preferring isLikelier: ((Assessment, Desk) -> Bool)? = nil
  ) throws -> Obligation {
    if let period { return try obligation(period, asOf: day) }
    return try onlyObligation(sought, asOf: day, within: days, preferring: isLikelier)
  }

  /// A period that the report has in the duty year of a day.
  public func examplePeriod(_ day: CivilDate) -> Period? { examplePeriods(day).first }

  /// Whether the report has such a period.
  package func hasPeriod(_ period: Period) -> Bool {
    period.length == report.length && report.ordinals.contains(period.ordinal)
  }

  /// The periods that the report has in the duty year of a day.
  package func examplePeriods(_ day: CivilDate) -> [Period] {
    report.ordinals.sorted().compactMap {
      Period(report.length, year: day.year + report.yearOffset, ordinal: $0)
    }
  }

  /// The one obligation that fits, where no period was written.
  ///
  /// - Parameters:
  ///   - sought: What is looked for.
  ///   - day: Today.
  ///   - days: How far ahead due dates are looked at; as far as the lead time where it is `nil`.
  ///   - isLikelier: Which of several is meant, where it is true of one alone.
  /// - Returns: The obligation.
  /// - Throws: ``MeaningRefusal/notOne(report:unit:_:fitting:choices:)``; a ``WorkspaceFailure`` for a
  ///   holiday file that cannot be read.
  public func onlyObligation(
    _ sought: MeaningRefusal.Sought, asOf day: CivilDate, within days: Int? = nil,
    preferring isLikelier: ((Assessment, Desk) -> Bool)? = nil
  ) throws -> Obligation {
    let (fitting, listed) = try desk.choices(
      of: report, by: [unit], asOf: day, within: days, where: sought.fits)
    let likely = isLikelier.map { isLikelier in fitting.filter { isLikelier($0, desk) } } ?? []
    if let one = likely.first, likely.count == 1 { return one.obligation }
    guard let only = fitting.first, fitting.count == 1 else {
      throw MeaningRefusal.notOne(
        report: code, unit: unitName, sought, fitting: fitting.count,
        choices: listed.map {
          MeaningRefusal.Choice(period: $0.obligation.id.period, status: $0.status)
        })
    }
    return only.obligation
  }
}
