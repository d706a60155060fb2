internal import Answers
internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import Deeds
internal import Wording
internal import Workspace

/// Which desa has which document: a matrix for each kecamatan.
struct VillagesPage: Page {
  static let path = "/desa"
  static let name: String? = "Desa"
  static let template = "desa"
  static let help: GuidePlace? = GuidePlace(
    "Kasi-pemerintahan", "Desa mana belum memiliki dokumen apa")
  static let readers = Audience.everyone
  static let isKept = true
  static let keys: Set = ["tahun", "unit", ConfirmationForm.key]

  /// A desa with what it lacks.
  struct Owing: Sendable {
    let village: String
    let documents: String
  }

  /// One kecamatan.
  struct Matrix: Sendable {
    let heading: String
    let table: TableView
    let documents: String
    let recommendations: String
    /// What is past its due date, by desa, ready to be copied.
    let owing: [Owing]
    let notes: [String]
    /// Whether documents can be ticked.
    let hasTicks: Bool
  }

  /// The form that takes what is ticked.
  struct Ticking: Sendable {
    /// Where it is sent.
    let action: String
  }

  let title = "Dokumen desa"
  let year: Int
  let matrices: [Matrix]
  /// The kecamatan that are not shown, since their ledgers are damaged.
  let damaged: [DamagedBook]
  /// What is said of all; empty where nothing is.
  let notes: [String]
  let form: FilterForm
  /// What the visitor recorded a moment ago.
  let receipt: Receipt?
  /// `nil` where nothing can be recorded: on a page about another day, or for who may not.
  let ticking: Ticking?

  init(_ visit: Visit) throws {
    year = try visit.query.year() ?? visit.day.year
    let unit = try visit.unit()
    let (units, damaged) = try visit.readableUnits(unit)
    self.damaged = damaged
    let answer = try Villages(
      Villages.Question(year: year, of: units, asOf: visit.day), in: visit.workspace)
    matrices = answer.matrices.map { Matrix($0, year: answer.question.year, visit) }
    receipt = visit.receipt
    ticking =
      matrices.contains(where: \.hasTicks)
      ? Ticking(action: visit.paths.page(SeveralForm.path)) : nil
    notes = [answer.uncomputed.line].compactMap(\.self)
    form = FilterForm(visit, year: year, unit: unit)
  }
}

extension VillagesPage.Owing {
  /// What is past its due date in a matrix, by desa.
  static func all(_ matrix: Villages.Matrix) -> [VillagesPage.Owing] {
    matrix.owing.map { village, owed in
      VillagesPage.Owing(
        village: matrix.kecamatan.label(of: village),
        documents: owed.map(Words.owed).joined(separator: ", "))
    }
  }
}

extension VillagesPage.Matrix {
  fileprivate init(_ matrix: Villages.Matrix, year: Int, _ visit: Visit) {
    let kecamatan = matrix.kecamatan
    heading =
      kecamatan.displayName(of: kecamatan.code) + matrix.watchedSince.headingEnd(ofYear: year)
    table = TableView(matrix, visit)
    hasTicks = table.rows.contains { $0.cells.contains { $0.tick != nil } }
    documents = Words.presence(matrix.documents, showsAcceptance: matrix.showsAcceptance)
    recommendations = Words.presence(
      matrix.recommendations, showsAcceptance: matrix.showsAcceptance)
    owing = VillagesPage.Owing.all(matrix)
    notes =
      matrix.lacking.map { kind, villages in
        "\(kind.report) \(kind.period) yang berlaku tahun ini belum ada: "
          + villages.map { kecamatan.label(of: $0.code) }.joined(separator: ", ") + "."
      } + matrix.gates.lines.map { "\($0.text)." }
  }
}

extension TableView {
  /// A matrix, each of its cells with words: a mark alone would have to be looked up.
  fileprivate init(_ matrix: Villages.Matrix, _ visit: Visit) {
    let codes = matrix.reports.map { matrix.calendar.codes[$0.report.code] }
    let shown: [Shown] =
      [.init("nama", namesRow: true)]
      + codes.map { .init(Villages.Matrix.key(ofDocument: $0)) } + [.init("ada", right: true)]
      + matrix.inForceKinds.map { .init(Villages.Matrix.key(ofInForce: $0.report)) }
      + [.init(Villages.Matrix.recommendationKey)]
    func leading(_ row: VillageMatrix.Row, _ key: String) -> Assessment? {
      matrix.leading(ofColumn: key, row)
    }
    let name = matrix.kecamatan.displayName(of: matrix.kecamatan.code)
    self.init("Dokumen \(name)", matrix.columns, showing: shown, matrix.rows) { row, key in
      leading(row, key).map {
        let id = $0.obligation.id
        return visit.paths.obligation(id.unit, matrix.calendar.codes[id.report], id.period)
      }
    } tick: { row, key in
      guard let leading = leading(row, key), !leading.status.isSettled,
        visit.may(.submit, leading, matrix)
      else { return nil }
      let id = leading.obligation.id
      let item = SubmitSeveral.Item(
        report: matrix.calendar.codes[id.report], period: id.period, unit: "\(id.unit)")
      let unit = matrix.kecamatan.displayName(of: id.unit)
      return Tick(
        value: SeveralForm.text(of: item),
        label: "\(item.report) \(id.period.indonesian) \(unit)")
    }
  }
}

extension Visit {
  /// Whether the visitor may record something of an obligation today.
  fileprivate func may(
    _ act: Visitor.Act, _ assessment: Assessment, _ matrix: Villages.Matrix
  ) -> Bool {
    let report = assessment.report
    return day == today && visitor.isAmong(SeveralForm.writers)
      && visitor.may(
        act, report.level, responsible: matrix.calendar.codes[report.responsible],
        of: assessment.obligation.id.unit)
  }
}
