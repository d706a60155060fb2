internal import Answers
internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import Hummingbird
internal import Wording
internal import Workspace

/// One indicator: what it came to, over the years and now, and every document or row that was counted.
struct IndicatorPage: Page {
  static let path = "/iku/{unit}/{kode}"
  static let name: String? = nil
  static let template = "iku-satu"
  static let help: GuidePlace? = GuidePlace("IKU", "Kartu skor")
  static let readers = Audience.office
  static let isKept = true
  static let keys: Set = ["tahun", ConfirmationForm.key]

  /// A reading with what it counts.
  struct Counted: Sendable {
    let terms: TextPart
    let table: TableView
    /// What it comes to, of a reading that does not hold; `nil` of the one that does.
    let outcome: String?
  }

  /// The rows that measure.
  struct Measured: Sendable {
    let table: TableView
    let combination: String?
  }

  /// Numbers over time, as a picture and as a table.
  struct Trend: Sendable {
    let title: String
    /// `nil` where nothing can be drawn.
    let chart: BarChart?
    let table: TableView
  }

  /// The indicator as one register has it.
  struct Explained: Sendable {
    let name: String
    let value: TextPart
    let trends: [Trend]
    let notes: [String]
    let counts: [Counted]
    /// `nil` for what is counted from documents.
    let measured: Measured?
    let register: TextPart
  }

  let title: String
  let explanations: [Explained]
  let form: FilterForm
  /// The page's own address.
  let address: String
  /// The scorecard that it is on.
  let back: String
  /// What the visitor recorded a moment ago.
  let receipt: Receipt?
  /// Where a value is recorded; `nil` for what is counted from documents, and for who may not.
  let measuring: String?

  init(_ visit: Visit) throws {
    guard let unit = visit.parameters.get("unit"), let code = visit.parameters.get("kode"),
      let kecamatan = try? visit.workspace.offices(of: unit, having: "indikator")
    else { throw ShownTrouble(trouble: .noSuchIndicator) }
    let asked = try visit.query.year()
    let scope = ScorecardScope(year: asked ?? visit.day.year, of: kecamatan, asOf: visit.day)
    let answers = try IndicatorExplanation.all(of: code, scope, in: visit.workspace)
    title = answers.first.map { IndicatorText($0).title } ?? code
    explanations = try answers.map { try Explained($0, visit) }
    form = FilterForm(visit, year: scope.year)
    address = "\(visit.base)/iku/\(unit)/\(answers.first?.entry.indicator.label ?? code)"
    back = visit.paths.page(IndicatorsPage.path, ["tahun": "\(scope.year)"])
    receipt = visit.receipt
    let isMeasured = answers.contains { answer in
      answer.entry.count == nil && visit.visitor.mayMeasure(for: answer.sheet.roles(answer.entry))
    }
    measuring =
      isMeasured && visit.day == visit.today && visit.visitor.isAmong(MeasurePage.readers)
      ? visit.paths.page("/iku/\(unit)/\(answers.first?.entry.indicator.label ?? code)/ukur") : nil
  }
}

extension IndicatorPage.Explained {
  fileprivate init(_ answer: IndicatorExplanation, _ visit: Visit) throws {
    let text = IndicatorText(answer)
    let entry = answer.entry
    let trend = try IndicatorTrend(of: answer, in: visit.workspace)
    name = text.name
    value = text.value
    register = text.register
    trends = [
      IndicatorPage.Trend(years: trend), IndicatorPage.Trend(quarters: trend, entry.indicator),
    ].compactMap(\.self)
    let inForce = IndicatorWords.countedInForce(answer.sheet.reportsCountedInForce(entry))
    notes = [inForce.map { "\($0)." }].compactMap(\.self) + IndicatorWords.skipped(trend.comparison)
    counts =
      (entry.count.map { [IndicatorPage.Counted(text.terms($0), $0, nil, answer, visit.paths)] }
        ?? [])
      + entry.alternatives.map {
        IndicatorPage.Counted(text.terms($0), $0.count, text.outcome(of: $0), answer, visit.paths)
      }
    measured =
      entry.count == nil
      ? IndicatorPage.Measured(
        table: TableView(
          "Baris buku", MeasuredRow.columns + [MeasuredRow.recorderColumn],
          showing: [
            .init("baris", right: true), .init("periode", namesRow: true),
            .init("nilai", right: true), .init("tanggal", right: true), "sebab", "petugas",
            "catatan",
          ], answer.rows),
        combination: answer.rows.isEmpty ? nil : text.combination) : nil
  }
}

extension IndicatorPage.Counted {
  fileprivate init(
    _ terms: TextPart, _ count: ReadingCount, _ outcome: String?, _ answer: IndicatorExplanation,
    _ paths: PagePath
  ) {
    self.terms = terms
    self.outcome = outcome
    table = TableView(
      terms.title, CountedLine.columns,
      showing: [.init("laporan", namesRow: true), "unit", "pembilang"]
        + (count.denominator == nil ? [] : ["penyebut"]) + ["baris", "sebab"],
      answer.lines(of: count)
    ) { line, key in
      guard key == "laporan", let period = line.periods.last else { return nil }
      return paths.obligation(line.unit, line.report, period)
    }
  }
}

extension IndicatorPage.Trend {
  /// The years; `nil` where there is only one.
  fileprivate init?(years trend: IndicatorTrend) {
    guard trend.years.count > 1 else { return nil }
    title = "Menurut tahun"
    table = TableView(
      title, IndicatorTrend.yearColumns,
      showing: [
        .init("tahun", namesRow: true), .init("setahun", right: true), .init("target", right: true),
        .init("capaian", right: true),
      ], trend.years)
    chart = IndicatorPage.Trend.chart(
      trend.years.map { ("\($0.year)", $0.figure, $0.entry.target) }, title)
  }

  /// The quarters; `nil` where none has begun.
  fileprivate init?(quarters trend: IndicatorTrend, _ indicator: Indicator) {
    guard !trend.quarters.isEmpty else { return nil }
    title = "Menurut triwulan"
    table = TableView(
      title, IndicatorTrend.quarterColumns,
      showing: [
        .init("triwulan", namesRow: true), .init("triwulan_itu", right: true),
        .init("sd_triwulan", right: true),
      ], trend.quarters)
    let years = Set(trend.quarters.map(\.quarter.year))
    chart = IndicatorPage.Trend.chart(
      trend.quarters.map { part in
        let year = years.count > 1 ? " \(String(part.quarter.year).suffix(2))" : ""
        return ("\(part.quarter.indonesian)\(year)", part.figure, nil)
      }, title)
  }

  /// Draws figures with their targets; `nil` where none has data.
  private static func chart(
    _ figures: [(label: String, figure: IndicatorFigure?, goal: Int?)], _ title: String
  ) -> BarChart? {
    guard figures.contains(where: { $0.figure?.hundredths != nil }) else { return nil }
    let isShare = figures.contains {
      if case .percent? = $0.figure?.value { true } else { false }
    }
    let items = figures.map { label, figure, goal in
      BarChart.Item(
        label: label, text: IndicatorWords.text(of: figure?.value) ?? Words.noValue,
        title: "\(label): \(IndicatorWords.full(figure))", value: figure?.hundredths, goal: goal)
    }
    let words = figures.map {
      "\($0.label) \(IndicatorWords.text(of: $0.figure?.value) ?? IndicatorWords.noData)"
    }
    // A share is seen against the whole.
    return BarChart(
      items, summary: "\(title): \(words.joined(separator: ", "))", least: isShare ? 10_000 : 1)
  }
}
