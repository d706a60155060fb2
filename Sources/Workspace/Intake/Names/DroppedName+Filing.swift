internal import CivilCalendar
internal import Compliance
internal import ComplianceModel

/// The report and the unit that a name speaks of.
struct NamedReport {
  let report: Report
  let unit: RegionCode
}

extension DroppedName {
  /// The kecamatan in whose books the file belongs.
  func kecamatan(among watched: [Kecamatan], units: UnitNames) throws(DropTrouble) -> Kecamatan {
    switch place {
    case .unsaid:
      guard let only = watched.first, watched.count == 1 else { throw .unitNeeded }
      return only
    case .unknown(let text):
      guard case .none(let nearest) = units.match(text) else {
        throw .unknownUnit(text, nearest: nil)
      }
      throw .unknownUnit(text, nearest: nearest)
    case .conflicting(let units): throw .severalUnits(units.sorted())
    case .units(let units):
      let homes = Set(units.map(\.kecamatan))
      guard homes.count == 1, let home = watched.first(where: { homes.contains($0.code) }) else {
        throw .severalUnits(units.sorted())
      }
      return home
    }
  }

  /// The one report that the words name at the level of the unit.
  func report(in calendar: ReportCalendar, of kecamatan: Kecamatan) throws(DropTrouble)
    -> NamedReport
  {
    guard case .units(let units) = place else {
      let named = try report(in: calendar, for: kecamatan.code)
      if let nearlyUnit, !reports(in: calendar, at: Report.Level.ofDesa).isEmpty {
        throw .misspeltUnit(nearlyUnit.word, name: nearlyUnit.name)
      }
      return named
    }
    // A folder may bear the name of the kecamatan and of a desa: one report fits one of them.
    var fitting: [NamedReport] = []
    var trouble: DropTrouble?
    for unit in units.sorted() {
      do throws(DropTrouble) {
        fitting.append(try report(in: calendar, for: unit))
      } catch {
        trouble = trouble ?? error
      }
    }
    guard fitting.count < 2 else { throw .severalUnits(units.sorted()) }
    guard let only = fitting.first else { throw trouble ?? .noReport }
    return only
  }

  private func report(
    in calendar: ReportCalendar, for unit: RegionCode
  ) throws(DropTrouble) -> NamedReport {
    if unit.isKelurahan { throw .kelurahan(unit) }
    let named = reports(in: calendar, at: DroppedName.levels(of: unit))
    let owed = named.filter { $0.isOwed(by: unit) }
    if let only = owed.first, owed.count == 1 { return NamedReport(report: only, unit: unit) }
    guard owed.isEmpty else { throw .severalReports(owed.map { calendar.codes[$0.code] }) }
    if let unowed = named.first { throw .notOwed(calendar.codes[unowed.code], unit: unit) }
    guard let foreign = reports(in: calendar, at: Report.Level.allCases).first else {
      throw .noReport
    }
    let code = calendar.codes[foreign.code]
    throw place == .unsaid ? .desaNeeded(report: code) : .foreignReport(code, unit: unit)
  }

  /// The reports of some levels that the words name, each once.
  private func reports(in calendar: ReportCalendar, at levels: [Report.Level]) -> [Report] {
    var found: [Report] = []
    for word in reportWords {
      for report in reports(named: word, in: calendar, at: levels)
      where !found.contains(where: { $0.code == report.code }) {
        found.append(report)
      }
    }
    return found
  }

  /// The reports of some levels that one word names.
  private func reports(
    named word: String, in calendar: ReportCalendar, at levels: [Report.Level]
  ) -> [Report] {
    let named = calendar.reports(named: word, at: levels)
    guard named.isEmpty else { return named }
    return calendar.reports.filter {
      levels.contains($0.level) && ReportCalendar.folded($0.name) == word
    }
  }

  /// The one date that the name bears.
  ///
  /// - Parameter received: The day of receipt: a day with the year first is thought of where it lies in
  ///   the two years before it.
  /// - Returns: The date; `nil` where the name bears none.
  /// - Throws: ``DropTrouble`` for several dates, one that can be read in two ways, and one that is none.
  func date(received: CivilDate) throws(DropTrouble) -> CivilDate? {
    if let impossible = impossibleDates.first { throw .noSuchDate(impossible) }
    let dates = Set(days.map(\.date))
    guard dates.count < 2 else { throw .severalDates(dates.sorted()) }
    guard let day = days.first else { return nil }
    if let turned = day.turned, turned <= received, turned >= received.adding(days: -731) {
      throw .ambiguousDate(day.date, turned)
    }
    return day.date
  }

  /// The one period that the name bears; `nil` where it bears none.
  func period() throws(DropTrouble) -> Period? {
    if lacksYear { throw .periodWithoutYear }
    guard periods.count < 2 else { throw .severalPeriods(periods) }
    return periods.first
  }

  /// The words that are not understood beside a report, neighbours together.
  func strayWords(beside named: NamedReport, in calendar: ReportCalendar) -> [String] {
    let report = named.report
    var allowed = Set(report.fileWords.map(ReportCalendar.folded))
    // Its own name may be written in any part: `Peraturan Desa APBDes`.
    allowed.formUnion(report.name.split { !$0.isLetter }.map { ReportCalendar.folded(String($0)) })
    allowed.formUnion(DroppedName.words(of: report.length))
    allowed.formUnion(
      named.unit.isDesa
        ? ["desa", "pemdes", "pemerintah", "pemerintahdesa"]
        : ["kecamatan", "kec", "kantor", "kantorkecamatan"])
    let others = reportTexts.filter { word in
      !reports(named: word.folded, in: calendar, at: DroppedName.levels(of: named.unit))
        .contains { $0.code == report.code }
    }
    return others.map(\.text) + notUnderstood(allowing: allowed)
  }

  private static func levels(of unit: RegionCode) -> [Report.Level] {
    unit.isDesa ? Report.Level.ofDesa : [.office]
  }

  /// What a report of a length is called besides: `LPPD Tahunan`.
  private static func words(of length: Period.Length) -> Set<String> {
    switch length {
    case .year: ["tahunan"]
    case .semester: ["semesteran"]
    case .quarter: ["triwulanan"]
    case .month: ["bulanan"]
    }
  }

  /// The first folder whose time is not that of the document, nor of its arrival or its duty year.
  func contradictingFolder(_ filing: Filing, yearOffset: Int) -> String? {
    let days = [filing.date, filing.received]
    let years = Set(
      days.map(\.year) + [filing.period.year, filing.period.year - yearOffset])
    func fits(_ period: Period) -> Bool {
      period == filing.period || days.contains { $0 >= period.firstDay && $0 <= period.lastDay }
        || period.length == .year && years.contains(period.year)
    }
    return folderTimes.first { folder in
      !folder.dates.allSatisfy(days.contains) || !folder.periods.allSatisfy(fits)
        || !folder.partsWithoutYear.allSatisfy { part in
          years.contains { year in
            Period(part.length, year: year, ordinal: part.ordinal).map(fits) ?? false
          }
        }
    }?.folder
  }
}

extension Report.Level {
  /// What a desa has: its own documents, and the recommendations that are issued for it.
  static let ofDesa: [Report.Level] = [.village, .recommendation]
}

extension ReportCalendar {
  /// The codes, aliases and names of its reports.
  var reportNames: [String] { reports.flatMap { [codes[$0.code], $0.name] + $0.aliases } }
}
