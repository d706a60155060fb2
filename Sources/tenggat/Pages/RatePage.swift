internal import Answers
internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import PlainText
internal import Wording

/// On-time rates of a duty year, in all and by quarter, unit, report and role.
struct RatePage {
  let answer: ComplianceRates

  private var question: ComplianceRates.Question { answer.question }
  private var kecamatan: [Kecamatan] { question.units.kecamatan }
  private var level: String { question.level?.rawValue ?? "semua" }
  private var filter: ViewFilter {
    ViewFilter(units: question.units.units, knownThrough: question.knownThrough)
  }

  /// The first day that is asked about.
  private var firstDay: CivilDate? {
    question.quarter?.firstDay ?? Period(.year, year: question.year)?.firstDay
  }

  /// The columns of counts that a terminal has room for.
  static let counts: [Table.Shown] =
    [
      "wajib", "tepat_waktu", "terlambat", "lewat", "menunggu", "dibebaskan", "susulan",
      "berjalan.persen_tepat_waktu", "persen_tepat_waktu",
    ].map { .init($0, right: true) }

  // MARK: - For people

  func print(to session: inout Session) {
    let when = question.quarter.map(\.indonesianWithYear) ?? "\(question.year)"
    session.console.line(
      "\(filter.who(kecamatan)) · kepatuhan \(when) · tingkat \(level)\(filter.headingEnd(kecamatan))"
        + answer.watchedSince.headingEnd(from: firstDay), .strong)
    session.console.line(
      "Keadaan pada \(Words.day(question.day))\(Words.knowledge(through: question.knownThrough))",
      .faint)
    session.console.line()
    let total = answer.rates.total
    guard total.required + total.exempt > 0 else {
      let sentence = filter.sentence(kecamatan, "tingkat \(level), \(when)", asOf: question.day)
      session.console.line("Tidak ada kewajiban: \(sentence).")
      return
    }
    session.console.totals(total, ofQuarter: question.quarter != nil)
    if answer.rates.returned > 0 {
      session.console.line(
        "Di antara yang belum masuk, \(answer.rates.returned.indonesian) dikembalikan dan perbaikannya belum disampaikan."
      )
    }
    for table in answer.shownTables { printTable(table, to: &session) }
    session.console.line()
    session.console.line(
      "\(Table.Cell.noValue) tidak ada data: belum ada yang dinilai, atau tidak ada yang wajib",
      .faint)
  }

  private func printTable(_ table: ComplianceRates.Table, to session: inout Session) {
    session.console.line()
    session.console.table(
      Table(
        table.columns(answer.columns), showing: [.init("nama", .cut)] + RatePage.counts, table.rows,
        session.console),
      indent: 0)
  }

  // MARK: - JSON

  var json: JSONValue {
    var members: [String: JSONValue] = [
      "tahun": .integer(question.year),
      "per": .string(question.day.description),
      "tingkat": .string(level),
      "saringan": filter.json(["triwulan": JSONValue(question.quarter)]),
      "dikembalikan": .integer(answer.rates.returned),
      "total": JSONValue(answer.rates.total, answer.columns),
    ]
    for table in answer.tables {
      members[table.key] = .object(
        Dictionary(
          table.rows.map { ($0.key, JSONValue($0.tally, answer.columns)) },
          uniquingKeysWith: { first, _ in first }))
    }
    return answer.uncomputed.added(to: answer.watchedSince.added(to: .object(members)))
  }
}
