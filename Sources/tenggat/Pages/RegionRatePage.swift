internal import Answers
internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import Exchange
internal import PlainText
internal import Wording

/// On-time rates of a duty year or quarter by region.
struct RegionRatePage {
  let answer: ComplianceRates
  /// Which regions are shown.
  let group: Recap.Grouping
  /// In which order they stand.
  let order: Recap.Order
  /// Whose obligations are counted, as it was asked for.
  let level: String

  private var question: ComplianceRates.Question { answer.question }
  private var isOfQuarter: Bool { question.quarter != nil }
  private var kecamatan: [Kecamatan] { question.units.kecamatan }

  // MARK: - For people

  func print(to console: inout Console) {
    let filter = ViewFilter(
      units: question.units.units, knownThrough: question.knownThrough)
    let when = question.quarter.map(\.indonesianWithYear) ?? "\(question.year)"
    console.line(
      "\(filter.who(kecamatan)) · kepatuhan \(when) · tingkat \(level)"
        + (question.quarter.map { answer.watchedSince.headingEnd(from: $0.firstDay) }
          ?? answer.watchedSince.headingEnd(ofYear: question.year)),
      .strong)
    console.line(
      "Keadaan pada \(Words.day(question.day))\(Words.knowledge(through: question.knownThrough))",
      .faint)
    console.line()
    console.totals(answer.recap.total, ofQuarter: isOfQuarter)
    if !answer.damaged.isEmpty {
      console.line(
        "\(answer.damaged.count.indonesian) kecamatan yang bukunya rusak tidak dijumlahkan.", .bad)
    }
    for level in group.levels where level != .country { printTable(of: level, to: &console) }
    console.line()
    console.line(
      "Peringkat menurut tepat waktu, berjalan; \(Table.Cell.noValue) belum ada yang dinilai.",
      .faint)
  }

  private func printTable(of level: Recap.Level, to console: inout Console) {
    console.line()
    console.line("Per \(level.rawValue)", .strong)
    console.table(
      Table(
        Recap.columns(ofQuarter: isOfQuarter),
        showing: [.init("peringkat", right: true), "kode", .init("nama", .cut)] + RatePage.counts,
        answer.recap.rankedRows(of: level, in: order), console),
      indent: 0)
  }

  // MARK: - For programs

  /// The rows as comma-separated values.
  var csv: [UInt8] {
    CSVTable(answer.recap.plainGrid(by: group, in: order), forOthers: false).bytes
  }

  var json: JSONValue {
    let columns = Rates.columns(ofQuarter: isOfQuarter)
    var members: [String: JSONValue] = [
      "tahun": .integer(question.year),
      "triwulan": JSONValue(question.quarter),
      "per": .string(question.day.description),
      "tingkat": .string(level),
      "total": JSONValue(answer.recap.total, columns),
      "dilewati": .array(answer.damaged.map { .string($0.kecamatan.code.description) }),
    ]
    for level in group.levels where level != .country {
      let rows = answer.recap.rankedRows(of: level)
      members["per_\(level.rawValue)"] = .object(
        Dictionary(
          rows.map { ($0.row.code, JSONValue($0.row.tally, columns)) },
          uniquingKeysWith: { first, _ in first }))
    }
    return answer.uncomputed.added(to: answer.watchedSince.added(to: .object(members)))
  }
}
