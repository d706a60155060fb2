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
  private var text: IndicatorText { IndicatorText(answer) }
  private var words: IndicatorWords { IndicatorWords(calendar: calendar, kecamatan: kecamatan) }

  // MARK: - For people

  func print(to session: inout Session) {
    session.console.line(text.title, .strong)
    session.console.line(text.name)
    session.console.part(text.register)
    session.console.part(text.value)
    if let count = entry.count {
      printCount(text.terms(count), count, to: &session)
      for alternative in entry.alternatives {
        printAlternative(alternative, to: &session)
      }
    } else {
      printRows(to: &session)
    }
  }

  private func printCount(_ terms: TextPart, _ count: ReadingCount, to session: inout Session) {
    session.console.part(terms)
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

  private func printAlternative(
    _ alternative: Scorecard.Alternative, to session: inout Session
  ) {
    printCount(text.terms(alternative), alternative.count, to: &session)
    session.console.line("  \(text.outcome(of: alternative))")
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
    session.console.line("  \(text.combination ?? "")", .faint)
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
