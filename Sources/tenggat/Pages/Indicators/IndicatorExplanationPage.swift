internal import Answers
internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import PlainText
internal import Wording

/// How the value of one indicator came about: every obligation and every row, counted or left out.
struct IndicatorExplanationPage {
  let answer: IndicatorExplanation

  private var entry: Scorecard.Entry { answer.entry }
  private var scorecard: Scorecard { answer.sheet.scorecard }
  private var indicator: Indicator { entry.indicator }
  private var calendar: ReportCalendar { answer.sheet.calendar }
  private var kecamatan: Kecamatan { answer.sheet.kecamatan }
  private var words: IndicatorWords { IndicatorWords(calendar: calendar, kecamatan: kecamatan) }

  // MARK: - For people

  func print(to session: inout Session) {
    session.console.line(
      "\(indicator.label) \(scorecard.year) · "
        + kecamatan.displayName(of: kecamatan.code), .strong)
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
    let card = scorecard.register.title(of: indicator.card) ?? ""
    let owner = indicator.role.map { role in
      scorecard.register.title(of: role) ?? Words.role(calendar.codes[role])
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
    if let sameAs = entry.sameAs {
      session.console.line(
        "  Angkanya milik \(sameAs.label) (\(sameAs.wording.name)), dihitung sekali", .soon)
    }
  }

  private func printValue(to session: inout Session) {
    session.console.line()
    session.console.line(
      "Nilai pada \(Words.day(scorecard.day))\(Words.knowledge(through: answer.knownThrough))",
      .strong)
    session.console.line("  Setahun: \(IndicatorWords.full(entry.figure))", .strong)
    if let grade = entry.grade, let scale = entry.original.scale {
      session.console.line(
        "  Predikat: \(grade.text) (\(scale.source.title); \(Words.confidence(scale.confidence)))")
    }
    let target = IndicatorWords.text(of: entry.targetValue)
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
    for note in entry.notes {
      session.console.line("  Catatan: \(IndicatorWords.sentence(note))")
    }
  }

  private func printCount(_ count: ReadingCount, title: String, to session: inout Session) {
    session.console.line()
    session.console.line(title + (count.reading.name.map { ": \($0)" } ?? ""), .strong)
    printTerms("Pembilang", count.numeratorSum, count.numerator, to: &session)
    if let denominator = count.denominator {
      printTerms("Penyebut", count.denominatorSum, denominator, to: &session)
    }
    let lines = answer.lines(of: count)
    guard !lines.isEmpty else { return }
    session.console.table(
      Table(
        CountedLine.columns,
        showing: ["laporan", .init("unit", .cut), "pembilang"]
          + (count.denominator == nil ? [] : ["penyebut"])
          + [.init("baris", .wrapped), .init("sebab", .wrapped)],
        lines, session.console))
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
    session.console.line("Baris buku (\(answer.rows.count))", .strong)
    guard !answer.rows.isEmpty else {
      session.console.line(
        "  belum ada; catat dengan: tenggat iku ukur \(entry.original.label) --nilai NILAI "
          + "--periode PERIODE")
      return
    }
    session.console.table(
      Table(
        MeasuredRow.columns + [MeasuredRow.recorderColumn],
        showing: [
          .init("baris", right: true), "periode", .init("nilai", right: true, without: ""),
          .init("tanggal", right: true), .init("sebab", .wrapped), .init("petugas", without: ""),
          .init("catatan", .wrapped, without: ""),
        ],
        answer.rows, session.console))
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

  // MARK: - JSON

  var json: JSONValue {
    JSONValue(entry, answer.columns)
      .adding("tahun", .integer(scorecard.year))
      .adding("per", .string(scorecard.day.description))
      .adding("rincian", entry.count.map(json) ?? .null)
      .adding(
        "bacaan_lain",
        .array(
          entry.alternatives.map { alternative in
            JSONValue(alternative, IndicatorExplanation.alternativeColumns)
              .adding("rincian", json(alternative.count))
          })
      )
      .adding("pengukuran", JSONValue(rows: answer.rows, MeasuredRow.columns))
      .adding("ditulis_di", .string("\(indicator.place.file):\(indicator.place.line)"))
      .adding(
        "diganti_di",
        .array(
          indicator.changes.map { change in
            [
              "tempat": .string("\(change.place.file):\(change.place.line)"),
              "kunci": .array(change.keys.map { .string($0) }),
            ]
          })
      )
      .adding("bacaan_kami", JSONValue(indicator.reading))
      .adding("catatan", JSONValue(indicator.note))
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
      "butir": JSONValue(rows: answer.lines(of: count), CountedLine.columns),
    ]
  }
}
