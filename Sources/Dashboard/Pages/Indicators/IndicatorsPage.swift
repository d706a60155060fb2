internal import Answers
internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import Wording
internal import Workspace

/// The scorecards of a year: what each indicator came to, on the card of the officer who has it.
struct IndicatorsPage: Page {
  static let path = "/iku"
  static let name: String? = "IKU"
  static let template = "iku"
  static let help: GuidePlace? = GuidePlace("IKU", "Kartu skor")
  static let readers = Audience.office
  static let isKept = true
  static let keys: Set = ["tahun", "triwulan", "untuk", "unit", ConfirmationForm.key]

  /// The indicators on the card of an officer.
  struct Card: Sendable {
    let title: String
    let table: TableView
    /// Other readings, what is not measured, and what else people should know.
    let notes: [String]
  }

  /// A register of a kecamatan.
  struct Sheet: Sendable {
    /// The kecamatan.
    let office: String
    let heading: String
    let register: String
    let cards: [Card]
    /// Where a survey is uploaded; `nil` for who may not.
    let surveying: String?
  }

  let title = "Indikator kinerja (IKU)"
  let sheets: [Sheet]
  /// How the office gets its first register; `nil` where it has one.
  let beginning: String?
  /// What the columns mean, and what could not be computed.
  let notes: [String]
  let roles: [FilterForm.Choice]
  /// The kecamatan, where there are several; `nil` for one.
  let offices: [FilterForm.Choice]?
  let form: FilterForm
  /// What the visitor recorded a moment ago.
  let receipt: Receipt?

  init(_ visit: Visit) throws {
    let query = visit.query
    let (year, quarter) = try (query.year(), query.quarter())
    if let quarter, let year, quarter.year != year {
      throw QueryFault(what: "triwulan dan tahun tidak sejalan")
    }
    let kecamatan = try IndicatorsPage.offices(query, visit.workspace)
    guard kecamatan.count <= Visit.mostKecamatan else { throw Visit.TooWide() }
    let scope = ScorecardScope(
      year: quarter?.year ?? year ?? visit.day.year, of: kecamatan, asOf: visit.day)
    if let quarter, !scope.begun.contains(quarter) {
      throw QueryFault(
        what: "\(quarter.indonesianWithYear) belum dimulai pada \(visit.day.indonesian)")
    }
    let shown = quarter ?? scope.quarter
    form = FilterForm(visit, quarter: quarter, year: year)
    receipt = visit.receipt
    let answer: Scorecards
    do {
      answer = try Scorecards(scope, role: query["untuk"], in: visit.workspace)
    } catch AnswerFailure.noRegister(let known) {
      let objection = Objection.noRegister(known: known)
      beginning = "\(objection.what.spelled); \(objection.remedy.spelled)."
      sheets = []
      notes = []
      roles = []
      offices = nil
      return
    }
    beginning = nil
    sheets = answer.sheets.map {
      Sheet($0, through: shown, answer.watchedSince($0.kecamatan), visit)
    }
    notes =
      IndicatorWords.legend(hasQuarter: shown != nil) + [answer.uncomputed.line].compactMap(\.self)
    let words = kecamatan.first?.words ?? .national
    let role = answer.role?.lowercased()
    roles = answer.roles.map {
      FilterForm.Choice(
        value: $0, label: Words.role($0.lowercased(), words), isSelected: $0.lowercased() == role)
    }
    let all = visit.workspace.kecamatan
    offices =
      all.count > 1
      ? all.map {
        FilterForm.Choice(
          value: "\($0.code)", label: $0.displayName(of: $0.code),
          isSelected: kecamatan.count == 1 && kecamatan.first?.code == $0.code)
      } : nil
  }

  /// The kecamatan that are asked for.
  private static func offices(
    _ query: PageQuery, _ workspace: Workspace
  ) throws(QueryFault) -> [Kecamatan] {
    try query.value("unit", as: "kecamatan yang dipantau di sini") {
      try workspace.offices(of: $0, having: "indikator")
    } ?? workspace.kecamatan
  }
}

extension IndicatorsPage.Sheet {
  fileprivate init(
    _ sheet: Scorecards.Sheet, through quarter: Quarter?, _ watched: WatchedSince,
    _ visit: Visit
  ) {
    let paths = visit.paths
    let kecamatan = sheet.kecamatan
    let year = sheet.scorecard.year
    let name = kecamatan.displayName(of: kecamatan.code)
    office = name
    heading = "\(name) · IKU \(year)" + watched.headingEnd(ofYear: year)
    register = IndicatorWords.register(sheet.scorecard)
    let givesSurvey = sheet.entries.contains { entry in
      if case .survey = entry.indicator.source { true } else { false }
    }
    surveying =
      givesSurvey && visit.day == visit.today && visit.visitor.isAmong(SurveyUploadPage.readers)
      ? paths.page("/iku/\(kecamatan.code)/survei/baru") : nil
    let values =
      (quarter == nil ? [] : ["sd_triwulan"])
      + ["realisasi", "pembilang", "target", "capaian", "tertinggi"]
    cards = sheet.cards.map { card in
      IndicatorsPage.Card(
        title: card.title,
        table: TableView(
          "\(card.title), \(name)", sheet.columns(through: quarter),
          showing: ["kode", .init("nama", namesRow: true)]
            + values.map { .init($0, right: true) },
          card.entries
        ) { entry, key in
          // The code is told beside the name, and what is aimed at is nobody's document.
          ["kode", "target"].contains(key)
            ? nil : paths.indicator(entry.indicator.label, kecamatan.code, year)
        },
        notes: card.notes.map { IndicatorWords.note($0.labels, $0.note) })
    }
  }
}
