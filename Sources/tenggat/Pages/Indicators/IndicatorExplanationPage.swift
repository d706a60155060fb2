internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import LedgerStore
internal import PlainText
internal import Workspace

/// How the value of one indicator came about: every obligation and every row, counted or left out.
struct IndicatorExplanationPage {
  let entry: Scorecard.Entry
  let scorecard: Scorecard
  let desk: Desk

  private var indicator: Indicator { entry.indicator }
  private var calendar: ReportCalendar { desk.calendar }
  private var words: IndicatorWords {
    IndicatorWords(calendar: calendar, kecamatan: desk.kecamatan)
  }

  // MARK: - For people

  func print(to session: inout Session) {
    session.console.line(
      "\(indicator.label) \(scorecard.year) · "
        + desk.kecamatan.displayName(of: desk.kecamatan.code), .strong)
    session.console.line(indicator.wording.name)
    printWording(to: &session)
    printValue(to: &session)
    if let count = entry.count {
      printCount(count, title: "Yang dihitung", to: &session)
      for alternative in entry.alternatives {
        printAlternative(alternative, to: &session)
      }
    } else {
      printRows(to: &session)
    }
  }

  private func printWording(to session: inout Session) {
    let wording = indicator.wording
    session.console.line()
    session.console.line("Register", .strong)
    session.console.line("  \(scorecard.register.name): \(scorecard.register.source.title)")
    session.console.line("  Ditulis di: \(indicator.place.file):\(indicator.place.line)")
    for change in indicator.changes {
      session.console.line(
        "  Diganti di: \(change.place.file):\(change.place.line) (\(change.keys.joined(separator: ", ")))",
        .soon)
    }
    let card = scorecard.register.cards.first { $0.role == indicator.card }?.title ?? ""
    let owner = indicator.role.map { role in
      scorecard.register.cards.first { $0.role == role }?.title ?? Words.role(calendar.codes[role])
    }
    session.console.line(
      "  Kartu: \(card) · penanggung jawab: \(owner ?? "kosong dalam dokumen")")
    let texts: [(String, String?)] = [
      ("Kinerja", wording.goal), ("Rincian tercetak", wording.detail),
      ("Definisi tercetak", wording.definition), ("Rumus tercetak", wording.formula),
      ("Pembilang tercetak", wording.numerator), ("Penyebut tercetak", wording.denominator),
      ("Sumber data", wording.dataSource), ("Yang ganjil", indicator.note),
    ]
    for (title, text) in texts {
      if let text { session.console.line("  \(title): \(text)") }
    }
    if let reading = indicator.reading { session.console.line("  \(reading)", .soon) }
    if entry.original.code != indicator.code {
      session.console.line(
        "  Angkanya milik \(entry.original.label) (\(entry.original.wording.name)), dihitung sekali",
        .soon)
    }
  }

  private func printValue(to session: inout Session) {
    session.console.line()
    session.console.line(
      "Nilai pada \(Words.day(scorecard.day))\(Words.knowledge(through: desk.knownThrough))",
      .strong)
    session.console.line("  Setahun: \(IndicatorWords.full(entry.figure))", .strong)
    if let grade = entry.grade, let scale = entry.original.scale {
      session.console.line(
        "  Predikat: \(grade.text) (\(scale.source.title); \(Words.confidence(scale.confidence)))")
    }
    let target = entry.target.map { IndicatorWords.target($0, indicator.kind) }
    session.console.line("  Target: \(target ?? "belum ada")")
    if let achievement = entry.achievement?.percent(separator: ",") {
      let direction = IndicatorWords.direction(indicator).map { " (\($0))" } ?? ""
      session.console.line("  Capaian: \(achievement)%\(direction)")
    }
    for quarter in Quarter.all(of: scorecard.year) {
      guard let figure = entry.cumulative[quarter] else { continue }
      session.console.line("  s.d. \(quarter.indonesian): \(IndicatorWords.full(figure))")
    }
    if let best = entry.best {
      session.console.line("  Masih bisa dicapai tahun ini: \(IndicatorWords.full(best))")
    }
    for remark in words.remarks(entry) { session.console.line("  Catatan: \(remark)") }
  }

  private func printCount(_ count: ReadingCount, title: String, to session: inout Session) {
    session.console.line()
    session.console.line(title + (count.reading.name.map { ": \($0)" } ?? ""), .strong)
    printTerms("Pembilang", count.numeratorSum, count.numerator, to: &session)
    if let denominator = count.denominator {
      printTerms("Penyebut", count.denominatorSum, denominator, to: &session)
    }
    let items = CountedLine.lines(of: count, calendar, desk.kecamatan)
    guard !items.isEmpty else { return }
    let hasDenominator = count.denominator != nil
    var table = Table(
      [.init("Laporan"), .init("Unit", .cut), .init("Pembilang")]
        + (hasDenominator ? [.init("Penyebut")] : [])
        + [.init("Baris", .wrapped), .init("Sebab", .wrapped)])
    for item in items {
      let sides =
        [item.isInNumerator] + (hasDenominator ? [item.isInDenominator] : [])
      table.add(
        [.init(item.report), .init(item.unit)]
          + sides.map { .init($0 ? "ya" : "tidak") }
          + [.init(item.rows.joined(separator: ", ")), .init(item.reason, item.style)])
    }
    session.console.table(table)
  }

  private func printTerms(
    _ title: String, _ sum: Int?, _ terms: [TermCount], to session: inout Session
  ) {
    session.console.line("  \(title): \(sum.map(String.init) ?? "tidak diketahui")")
    for term in terms {
      let count = term.count.map(String.init) ?? "belum ada target"
      session.console.line("    \(words.term(term)): \(count)")
    }
  }

  private func printAlternative(
    _ alternative: Scorecard.Alternative, to session: inout Session
  ) {
    printCount(alternative.count, title: "Bacaan lain", to: &session)
    let best = alternative.best.map { "; masih bisa \(IndicatorWords.full($0))" } ?? ""
    session.console.line("  Nilai: \(IndicatorWords.full(alternative.figure))\(best)")
  }

  private func printRows(to session: inout Session) {
    session.console.line()
    session.console.line("Baris buku (\(entry.rows.count))", .strong)
    guard !entry.rows.isEmpty else {
      session.console.line(
        "  belum ada; catat dengan: tenggat iku ukur \(entry.original.label) --nilai NILAI "
          + "--periode PERIODE")
      return
    }
    var table = Table([
      .init("Baris", right: true), .init("Periode"), .init("Nilai", right: true),
      .init("Tanggal", right: true), .init("Dipakai", .wrapped), .init("Petugas"),
      .init("Catatan", .wrapped),
    ])
    for row in entry.rows {
      let written = desk.row(row.event.row)?.entry
      table.add([
        .init(row.event.row.text), .init(session.console.text(of: row.period)),
        .init(written.map { IndicatorWords.written($0.value) } ?? ""),
        .init(session.console.text(of: row.event.date)),
        .init(use(row), row.use == .counted ? .good : .faint),
        .init(written?.recorder ?? ""), .init(written?.note ?? ""),
      ])
    }
    session.console.table(table)
    session.console.line("  \(combination)", .faint)
  }

  private var combination: String {
    switch entry.original.source {
    case .measurement(.sum), .survey(_, .sum):
      "Gabungan jumlah: pembilang dan penyebut setiap triwulan dijumlahkan menjadi setahun."
    case .measurement(.latest), .survey(_, .latest):
      "Gabungan terakhir: nilai triwulan terakhir mewakili tahun."
    case .documents, .sameAs: ""
    }
  }

  private func use(_ row: Measurements.Row) -> String {
    let words =
      switch row.use {
      case .counted: "ya"
      case .corrected(let row): "tidak, dikoreksi baris \(row.text)"
      case .covered(let row): "tidak, periode lebih panjang di baris \(row.text)"
      case .earlier: "tidak, ada nilai yang lebih baru"
      case .unreadable: "tidak, nilainya bukan bentuk indikator ini"
      }
    guard row.use != .counted, row.isUsedInQuarters else { return words }
    return "setahun \(words); triwulannya ya"
  }

  // MARK: - JSON

  var json: JSONValue {
    var members = IndicatorJSON.figure(entry.figure)
    members["kode"] = .string(indicator.label)
    members["tahun"] = .integer(scorecard.year)
    members["per"] = .string(scorecard.day.description)
    members["unit"] = .string(desk.kecamatan.code.description)
    members["register"] = .string(scorecard.register.name)
    members["nama"] = .string(indicator.wording.name)
    members["sama_dengan"] = JSONValue(
      indicator.code == entry.original.code ? nil : entry.original.label)
    members["target"] = IndicatorJSON.target(entry)
    members["capaian"] = JSONValue(entry.achievement?.percent())
    members["predikat"] = JSONValue(entry.grade?.text)
    members["sd_triwulan"] = IndicatorJSON.quarters(entry.cumulative)
    members["tertinggi"] = entry.best.map { .object(IndicatorJSON.figure($0)) } ?? .null
    members["rincian"] = entry.count.map(json) ?? .null
    members["bacaan_lain"] = .array(
      entry.alternatives.map { alternative in
        var members = IndicatorJSON.figure(alternative.figure)
        members["nama"] = JSONValue(alternative.count.reading.name)
        members["rincian"] = json(alternative.count)
        return .object(members)
      })
    members["pengukuran"] = .array(entry.rows.map(json))
    members["ditulis_di"] = .string("\(indicator.place.file):\(indicator.place.line)")
    members["diganti_di"] = .array(
      indicator.changes.map { change in
        [
          "tempat": .string("\(change.place.file):\(change.place.line)"),
          "kunci": .array(change.keys.map { .string($0) }),
        ]
      })
    members["bacaan_kami"] = JSONValue(indicator.reading)
    members["catatan"] = JSONValue(indicator.note)
    return .object(members)
  }

  private func json(_ count: ReadingCount) -> JSONValue {
    func terms(_ terms: [TermCount]) -> JSONValue {
      .array(
        terms.map { term in
          [
            "uraian": .string(words.term(term)),
            "jumlah": JSONValue(term.count),
          ]
        })
    }
    return [
      "pembilang": terms(count.numerator),
      "penyebut": count.denominator.map(terms) ?? .null,
      "butir": .array(
        CountedLine.lines(of: count, calendar, desk.kecamatan).map { line in
          [
            "laporan": .string(line.report),
            "unit": .string(line.unitCode.description),
            "pembilang": .boolean(line.isInNumerator),
            "penyebut": .boolean(line.isInDenominator),
            "baris": .array(line.rows.map { .string($0) }),
            "sebab": .string(line.reason),
          ]
        }),
    ]
  }

  private func json(_ row: Measurements.Row) -> JSONValue {
    let written = desk.row(row.event.row)?.entry
    return [
      "baris": .string(row.event.row.text),
      "periode": .string(row.period.description),
      "nilai": JSONValue(written?.value),
      "tanggal": .string(row.event.date.description),
      "dipakai": .boolean(row.use == .counted),
      "dipakai_triwulan": .boolean(row.isUsedInQuarters),
      "sebab": .string(use(row)),
      "berkas": JSONValue(written?.file.nonEmpty),
      "catatan": JSONValue(written?.note.nonEmpty),
    ]
  }
}
