internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import PlainText

/// On-time rates of a duty year, in all and by quarter, unit, report and role.
struct RatePage {
  let year: Int
  let quarter: Quarter?
  let day: CivilDate
  let level: String
  /// What was asked for.
  let filter: ViewFilter
  /// How many of those that are not in were returned.
  private var returned = 0
  private var kecamatan: [Kecamatan] = []
  private var total = Tally()
  private var byQuarter: [Quarter: Tally] = [:]
  private var byUnit: [RegionCode: (name: String, tally: Tally)] = [:]
  /// What its kecamatan are called.
  private var words = LocalWords.national
  private var byReport: [String: Tally] = [:]
  private var byRole: [String: Tally] = [:]
  /// The reports in the order of the calendar.
  private var reports: [String] = []

  init(year: Int, quarter: Quarter?, day: CivilDate, level: String, filter: ViewFilter) {
    self.year = year
    self.quarter = quarter
    self.day = day
    self.level = level
    self.filter = filter
    for quarter in Quarter.all(of: year) { byQuarter[quarter] = Tally() }
  }

  /// Counts the obligations of a kecamatan.
  mutating func add(
    _ assessments: [Assessment], _ calendar: ReportCalendar, _ kecamatan: Kecamatan
  ) {
    var unit = Tally()
    for assessment in assessments {
      total.count(assessment)
      if assessment.obligation.due != nil, assessment.pendingReturn != nil { returned += 1 }
      unit.count(assessment)
      if let quarter = assessment.dutyQuarter {
        byQuarter[quarter, default: Tally()].count(assessment)
      }
      let code = calendar.codes[assessment.report.code]
      if byReport[code] == nil { reports.append(code) }
      byReport[code, default: Tally()].count(assessment)
      byRole[calendar.codes[assessment.report.responsible], default: Tally()].count(assessment)
    }
    self.kecamatan.append(kecamatan)
    byUnit[kecamatan.code] = (kecamatan.displayName(of: kecamatan.code), unit)
    words = kecamatan.words
  }

  // MARK: - For people

  func print(to session: inout Session) {
    let when = quarter.map { "\($0.indonesian) \($0.year)" } ?? "\(year)"
    session.console.line(
      "\(filter.who(kecamatan)) · kepatuhan \(when) · tingkat \(level)\(filter.headingEnd(kecamatan))",
      .strong
    )
    session.console.line(
      "Keadaan pada \(Words.day(day))\(Words.knowledge(through: filter.knownThrough))", .faint)
    session.console.line()
    guard total.required + total.exempt > 0 else {
      session.console.line(
        "Tidak ada kewajiban: \(filter.sentence(kecamatan, "tingkat \(level), \(when)", asOf: day))."
      )
      return
    }
    session.console.line(
      "Tepat waktu, berjalan (yang sudah dapat dinilai): \(Words.percent(total.currentRate))",
      .strong)
    // A quarter is not a year.
    let whole =
      quarter == nil
      ? "Tepat waktu, setahun (seluruh kewajiban):         "
      : "Tepat waktu, setriwulan (seluruh kewajiban):      "
    session.console.line("\(whole)\(Words.percent(total.onTimeRate))", .strong)
    session.console.line(
      "Disampaikan, tepat waktu atau terlambat:          \(Words.percent(total.submittedRate))")
    session.console.line(
      "Dari \(total.required) wajib, \(total.lateEntries) susulan; \(total.exempt) dibebaskan.")
    if returned > 0 {
      session.console.line(
        "Di antara yang belum masuk, \(returned) dikembalikan dan perbaikannya belum disampaikan.")
    }
    let quarters = byQuarter.sorted { $0.key < $1.key }
      .filter { quarter == nil || $0.key == quarter }
      .map { ($0.key.indonesian, $0.value) }
    printTable("Per triwulan", quarters, to: &session)
    printTable("Per laporan", reports.map { ($0, byReport[$0] ?? Tally()) }, to: &session)
    let roles = byRole.sorted { $0.key < $1.key }.map { (Words.role($0.key, words), $0.value) }
    printTable("Per penanggung jawab", roles, to: &session)
    if byUnit.count > 1 {
      let units = byUnit.sorted { $0.key < $1.key }.map { ($0.value.name, $0.value.tally) }
      printTable("Per kecamatan", units, to: &session)
    }
    session.console.line()
    session.console.line(
      "\(RatePage.noData) tidak ada data: belum ada yang dinilai, atau tidak ada yang wajib", .faint
    )
  }

  /// What stands in a table for the rate of nothing.
  private static let noData = "-"

  private func printTable(
    _ title: String, _ rows: [(String, Tally)], to session: inout Session
  ) {
    guard !rows.isEmpty else { return }
    var table = Table(
      [.init(title, .cut)]
        + [
          "Wajib", "Tepat", "Terlambat", "Lewat", "Menunggu", "Bebas", "Susulan", "Berjalan",
          quarter == nil ? "Setahun" : "Setriwulan",
        ]
        .map { .init($0, right: true) })
    for (name, tally) in rows {
      let counts = [
        tally.required, tally.onTime, tally.late, tally.overdue, tally.waiting, tally.exempt,
        tally.lateEntries,
      ]
      let rates = [tally.currentRate, tally.onTimeRate].map {
        Table.Cell($0.percent(separator: ",").map { "\($0)%" } ?? RatePage.noData)
      }
      table.add([.init(name)] + counts.map { .init("\($0)") } + rates)
    }
    session.console.line()
    session.console.table(table, indent: 0)
  }

  // MARK: - JSON

  var json: JSONValue {
    func object(_ pairs: [(String, Tally)]) -> JSONValue {
      .object(Dictionary(pairs.map { ($0, $1.json) }, uniquingKeysWith: { first, _ in first }))
    }
    return [
      "tahun": .integer(year),
      "per": .string(day.description),
      "tingkat": .string(level),
      "saringan": filter.json(["triwulan": JSONValue(quarter)]),
      "dikembalikan": .integer(returned),
      "total": total.json,
      "per_triwulan": object(byQuarter.map { ($0.key.description, $0.value) }),
      "per_unit": object(byUnit.map { ($0.key.description, $0.value.tally) }),
      "per_laporan": object(byReport.map { ($0.key, $0.value) }),
      "per_jabatan": object(byRole.map { ($0.key, $0.value) }),
    ]
  }
}

extension Tally {
  fileprivate var json: JSONValue {
    [
      "wajib": .integer(required),
      "disampaikan": .integer(submitted),
      "tepat_waktu": .integer(onTime),
      "terlambat": .integer(late),
      "lewat": .integer(overdue),
      "menunggu": .integer(waiting),
      "dibebaskan": .integer(exempt),
      "susulan": .integer(lateEntries),
      "persen_tepat_waktu": JSONValue(onTimeRate.percent()),
      "persen_disampaikan": JSONValue(submittedRate.percent()),
      "berjalan": [
        "wajib": .integer(decided),
        "tepat_waktu": .integer(onTime),
        "persen_tepat_waktu": JSONValue(currentRate.percent()),
      ],
    ]
  }
}
