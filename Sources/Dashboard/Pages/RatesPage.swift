internal import Answers
internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import Wording
internal import Workspace

/// How much was on time.
struct RatesPage: Page {
  static let path = "/kepatuhan"
  static let name: String? = "Kepatuhan"
  static let template = "kepatuhan"
  static let help: GuidePlace? = GuidePlace("Kasubbag", "Berapa persen tepat waktu")
  static let readers = Audience.everyone
  static let isKept = true
  static let keys: Set = ["tahun", "triwulan", "tingkat", "unit"]

  let title = "Kepatuhan"
  let heading: String
  /// What is said where nothing is owed; `nil` where something is.
  let nothing: String?
  let figures: RateFigures
  /// How many are owed, entered late, exempt, returned.
  let counts: String
  let tables: [TableView]
  let notes: [String]
  let levels: [FilterForm.Choice]
  let form: FilterForm

  private static let shown: [TableView.Shown] =
    [.init("nama", namesRow: true)]
    + [
      "wajib", "tepat_waktu", "terlambat", "lewat", "menunggu", "dibebaskan", "susulan",
      "berjalan.persen_tepat_waktu", "persen_tepat_waktu",
    ].map { .init($0, right: true) }

  init(_ visit: Visit) throws {
    let query = visit.query
    let (quarter, asked) = (try query.quarter(), try query.year())
    if let quarter, let asked, quarter.year != asked {
      throw QueryFault(what: "triwulan dan tahun tidak sejalan")
    }
    let year = quarter?.year ?? asked ?? visit.day.year
    let level = try query.level()
    let unit = try visit.unit()
    let units = visit.units(unit)
    let answer = try ComplianceRates(
      ComplianceRates.Question(
        year: year, quarter: quarter, level: level, of: units, asOf: visit.day),
      in: visit.workspace)
    let when = quarter.map(\.indonesianWithYear) ?? "\(year)"
    let filter = ViewFilter(
      units: units.units, others: [level.map { "tingkat \($0.rawValue)" }].compactMap(\.self))
    let firstDay = quarter?.firstDay ?? Period(.year, year: year)?.firstDay
    heading =
      "\(filter.who(units.kecamatan)) · \(when)\(filter.headingEnd(units.kecamatan))"
      + answer.watchedSince.headingEnd(from: firstDay)
    let total = answer.rates.total
    nothing =
      total.required + total.exempt > 0
      ? nil : "Tidak ada kewajiban: \(filter.sentence(units.kecamatan, when, asOf: visit.day))."
    figures = RateFigures(total, ofQuarter: quarter != nil)
    counts =
      Words.counts(of: total)
      + (answer.rates.returned > 0
        ? "; \(answer.rates.returned.indonesian) dikembalikan dan belum disampaikan lagi" : "")
      + "."
    // More kecamatan than a page shows stand beside each other in the recap.
    tables = answer.shownTables.filter { $0.rows.count <= Visit.mostKecamatan }.map {
      TableView($0.heading, $0.columns(answer.columns), showing: RatesPage.shown, $0.rows)
    }
    notes = [answer.uncomputed.line].compactMap(\.self)
    levels = FilterForm.levels(level)
    form = FilterForm(visit, quarter: quarter, year: asked, unit: unit)
  }
}
