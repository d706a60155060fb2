internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import LedgerStore
internal import Workspace

/// The report and the unit that a command speaks of, read from what a person wrote.
struct Selection {
  var desk: Desk
  let report: Report
  let unit: RegionCode

  /// The code of the report, as it is printed.
  var code: String { desk.calendar.codes[report.code] }

  /// The name of the unit, as it is printed.
  var unitName: String { desk.kecamatan.displayName(of: unit) }

  /// Reads a report and a unit.
  ///
  /// A name is read at the unit's level. Where the code of an office report is written beside a desa
  /// (`LPPD`), the desa's own document (`LPPDesa`) may be meant, or the desa is a slip: the person is
  /// asked.
  init(_ session: Session, report word: String, unit: String?) throws {
    var desks: [RegionCode: Desk] = [:]
    try self.init(session, report: word, unit: unit.map { try session.unit($0) }, &desks)
  }

  /// Reads a report and the units that are named, or the kecamatan where none is.
  ///
  /// - Throws: A ``CommandFailure`` that tells what is wrong with each of them.
  static func all(_ session: Session, report word: String, units: [String]) throws -> [Selection] {
    var desks: [RegionCode: Desk] = [:]
    let codes = try session.actedOn(units)
    return try CommandFailure.forEach(codes.isEmpty ? [nil] : codes.map(Optional.some)) {
      try Selection(session, report: word, unit: $0, &desks)
    }
  }

  /// Reads a report beside a unit; a ledger that is open is not read again.
  private init(
    _ session: Session, report word: String, unit: RegionCode?, _ desks: inout [RegionCode: Desk]
  ) throws {
    let kecamatan =
      try unit.flatMap { code in
        session.workspace.kecamatan.first { $0.code == code.kecamatan }
      } ?? session.onlyKecamatan()
    let desk = try desks[kecamatan.code] ?? session.workspace.desk(of: kecamatan)
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
      let code = calendar.codes[report.code]
      throw CommandFailure.usage(
        "\(code) tidak diwajibkan bagi \(desk.kecamatan.displayName(of: owner))",
        fix: "yang wajib: \(Selection.owed(by: owner, calendar))")
    }
    self.desk = desk
    self.report = report
    self.unit = owner
  }

  private static func owed(by unit: RegionCode, _ calendar: ReportCalendar) -> String {
    calendar.reports(owedBy: unit).map { calendar.codes[$0.code] }.joined(separator: ", ")
  }

  private static func report(
    _ word: String, _ anywhere: [Report], for unit: RegionCode, _ desk: Desk
  ) throws -> Report {
    let calendar = desk.calendar
    let name = desk.kecamatan.displayName(of: unit)
    if unit.isKelurahan {
      throw CommandFailure.usage(
        "\(name) adalah kelurahan", fix: "kelurahan tidak membuat dokumen desa; sebut desa")
    }
    let levels: [Report.Level] = unit.isDesa ? [.village, .recommendation] : [.office]
    let fitting = calendar.reports(named: word, at: levels)
    let foreign = anywhere.first { !levels.contains($0.level) }
    if let foreign, calendar.codes[foreign.code].lowercased() == word.lowercased() {
      let code = calendar.codes[foreign.code]
      guard unit.isDesa else {
        throw CommandFailure.usage(
          "\(code) adalah dokumen desa", fix: "sebut desanya dengan --unit")
      }
      let meant = fitting.first.map { calendar.codes[$0.code] }
      throw CommandFailure.usage(
        "\(code) adalah laporan kecamatan, sedangkan \(name) adalah desa",
        fix: meant.map { "mungkin maksudnya \($0)? Ulangi dengan kode itu, atau tanpa --unit" }
          ?? "hapus --unit")
    }
    if let report = fitting.first { return report }
    if let foreign {
      throw CommandFailure.usage(
        "\(calendar.codes[foreign.code]) bukan laporan \(name)",
        fix: "yang wajib: \(owed(by: unit, calendar))")
    }
    throw unknown(word, calendar)
  }

  private static func officeReport(
    _ word: String, _ anywhere: [Report], _ desk: Desk
  ) throws -> (Report, RegionCode) {
    if let report = anywhere.first(where: { $0.level == .office }) {
      return (report, desk.kecamatan.code)
    }
    guard let report = anywhere.first else { throw unknown(word, desk.calendar) }
    let code = desk.calendar.codes[report.code]
    let villages = desk.kecamatan.villages.prefix(12).map { "\($0.code) \($0.name)" }
    throw CommandFailure.usage(
      "\(code) dicatat untuk satu desa",
      fix: "sebut desanya: --unit \(villages.joined(separator: ", "))")
  }

  private static func unknown(_ word: String, _ calendar: ReportCalendar) -> CommandFailure {
    let owed = calendar.reports.filter(\.isOwed)
    let names = owed.flatMap { [calendar.codes[$0.code]] + $0.aliases }
    let nearest = nearestMatch(to: word, among: names)
    let codes = owed.map { calendar.codes[$0.code] }.joined(separator: ", ")
    return .usage(
      "laporan '\(word)' tidak dikenal",
      fix: nearest.map { "mungkin maksudnya '\($0)'" } ?? "yang ada: \(codes)")
  }

  // MARK: - Periods

  /// The obligation for a period that was written.
  func obligation(_ period: Period, asOf day: CivilDate) throws -> Obligation {
    let id = Obligation.ID(report: report.code, unit: unit, period: period)
    let hasPeriod = period.length == report.length && report.ordinals.contains(period.ordinal)
    guard hasPeriod, let obligation = try desk.obligation(id, asOf: day) else {
      if hasPeriod, let life = desk.kecamatan.unit(unit), let span = Selection.span(life) {
        throw CommandFailure.usage(
          "\(code) \(period) bukan kewajiban \(unitName), yang ada \(span)",
          fix:
            "desa baru wajib mulai periode penuh pertamanya; periksa periodenya, atau wilayah.csv")
      }
      throw CommandFailure.usage(
        "\(code) tidak memiliki periode '\(period)'", fix: "contoh periode: \(exampleForms(day))")
    }
    return obligation
  }

  /// The days on which a unit is there: `sejak 1 Juli 2026`; `nil` for one that is always there.
  private static func span(_ unit: Unit) -> String? {
    let words = [
      unit.since.map { "sejak \($0.indonesian)" }, unit.through.map { "sampai \($0.indonesian)" },
    ].compactMap(\.self)
    return words.isEmpty ? nil : words.joined(separator: " ")
  }

  private func exampleForms(_ day: CivilDate) -> String {
    examplePeriods(day).map(\.description).joined(separator: ", ")
  }

  /// A period that the report has in the duty year of a day.
  func examplePeriod(_ day: CivilDate) -> Period? { examplePeriods(day).first }

  private func examplePeriods(_ day: CivilDate) -> [Period] {
    report.ordinals.sorted().compactMap {
      Period(report.length, year: day.year + report.yearOffset, ordinal: $0)
    }
  }

  /// The one obligation that fits, where no period was written.
  ///
  /// - Parameters:
  ///   - session: The run.
  ///   - what: What is looked for, for the message.
  ///   - days: How far ahead due dates are looked at; as far as the lead time where it is `nil`.
  ///   - fits: Whether an obligation can be meant.
  ///   - isLikelier: Which of several is meant, where it is true of one alone.
  /// - Returns: The obligation.
  /// - Throws: A ``CommandFailure`` that lists the choices where none or several fit.
  func onlyObligation(
    _ session: Session, _ what: String, within days: Int? = nil,
    where fits: (Assessment) -> Bool, preferring isLikelier: ((Assessment, Desk) -> Bool)? = nil
  ) throws -> Obligation {
    let (fitting, listed) = try desk.choices(
      of: report, by: unit, asOf: session.today, within: days, where: fits)
    let likely = isLikelier.map { isLikelier in fitting.filter { isLikelier($0, desk) } } ?? []
    if let one = likely.first, likely.count == 1 { return one.obligation }
    guard let only = fitting.first, fitting.count == 1 else {
      let choices = listed.map { "\($0.obligation.id.period) (\(Words.status($0.status)))" }
      let what =
        fitting.isEmpty
        ? "tidak ada periode \(code) yang \(what) bagi \(unitName)"
        : "\(fitting.count) periode \(code) \(what) bagi \(unitName)"
      throw CommandFailure.usage(
        what,
        fix: choices.isEmpty
          ? "sebut periodenya" : "sebut periodenya: \(choices.joined(separator: ", "))")
    }
    return only.obligation
  }
}
