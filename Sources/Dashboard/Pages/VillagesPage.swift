internal import Answers
internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import Wording
internal import Workspace

/// Which desa has which document: a matrix for each kecamatan.
struct VillagesPage: Page {
  static let path = "/desa"
  static let name: String? = "Desa"
  static let template = "desa"
  static let readers = Audience.everyone
  static let keys: Set = ["tahun"]

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
  }

  let title = "Dokumen desa"
  let year: Int
  let matrices: [Matrix]
  /// What is said of all; empty where nothing is.
  let notes: [String]
  let form: FilterForm

  init(_ visit: Visit) throws {
    year = try visit.query.year() ?? visit.day.year
    let answer = try Villages(
      Villages.Question(
        year: year, of: visit.units(), asOf: visit.day),
      in: visit.workspace)
    matrices = answer.matrices.map { Matrix($0, year: answer.question.year, visit.paths) }
    notes = [answer.uncomputed.line].compactMap(\.self)
    form = FilterForm(visit, year: year)
  }
}

extension VillagesPage.Matrix {
  fileprivate init(_ matrix: Villages.Matrix, year: Int, _ paths: PagePath) {
    let kecamatan = matrix.kecamatan
    heading =
      kecamatan.displayName(of: kecamatan.code) + matrix.watchedSince.headingEnd(ofYear: year)
    table = TableView(matrix, paths)
    documents = Words.presence(matrix.documents, showsAcceptance: matrix.showsAcceptance)
    recommendations = Words.presence(
      matrix.recommendations, showsAcceptance: matrix.showsAcceptance)
    owing = matrix.owing.map { village, owed in
      VillagesPage.Owing(
        village: kecamatan.label(of: village),
        documents: owed.map(Words.owed).joined(separator: ", "))
    }
    notes =
      matrix.lacking.map { kind, villages in
        "\(kind.report) \(kind.period) yang berlaku tahun ini belum ada: "
          + villages.map { kecamatan.label(of: $0.code) }.joined(separator: ", ") + "."
      } + matrix.gates.lines.map { "\($0.text)." }
  }
}

extension TableView {
  /// A matrix, each of its cells with words: a mark alone would have to be looked up.
  fileprivate init(_ matrix: Villages.Matrix, _ paths: PagePath) {
    let codes = matrix.reports.map { matrix.calendar.codes[$0.report.code] }
    let shown: [Shown] =
      [.init("nama", namesRow: true)]
      + codes.map { .init(Villages.Matrix.key(ofDocument: $0)) } + [.init("ada", right: true)]
      + matrix.inForceKinds.map { .init(Villages.Matrix.key(ofInForce: $0.report)) }
      + [.init(Villages.Matrix.recommendationKey)]
    self.init("Dokumen", matrix.columns, showing: shown, matrix.rows) { row, key in
      row.documents.first { document in
        Villages.Matrix.key(ofDocument: matrix.calendar.codes[document.report.code]) == key
      }.flatMap { document in
        // What leads on is the part that is awaited, else the last.
        let part = document.parts.first { !$0.status.isIn } ?? document.parts.last
        return part.map {
          paths.obligation(
            row.village.code, matrix.calendar.codes[document.report.code], $0.obligation.id.period)
        }
      }
    }
  }
}
