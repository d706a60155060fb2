package import Answers
internal import CivilCalendar
package import Compliance
internal import ComplianceModel

/// How the value of one indicator came about, in words.
package struct IndicatorText {
  private let answer: IndicatorExplanation

  private var entry: Scorecard.Entry { answer.entry }
  private var scorecard: Scorecard { answer.sheet.scorecard }
  private var indicator: Indicator { entry.indicator }
  private var calendar: ReportCalendar { answer.sheet.calendar }
  private var kecamatan: Kecamatan { answer.sheet.kecamatan }

  /// The words for an explanation.
  package init(_ answer: IndicatorExplanation) { self.answer = answer }

  /// What it is about: `H05 2026 · Kecamatan Hatungun`.
  package var title: String {
    "\(indicator.label) \(scorecard.year) · \(kecamatan.displayName(of: kecamatan.code))"
  }

  /// Its name, as the office prints it.
  package var name: String { indicator.wording.name }

  /// Where the indicator is written, whose it is, and what is printed of it.
  package var register: TextPart {
    let wording = indicator.wording
    var part = TextPart("Register")
    part.add("\(scorecard.register.name): \(scorecard.register.source.title)")
    part.add("Ditulis di: \(indicator.place.file):\(indicator.place.line)")
    for change in indicator.changes {
      part.add(
        "Diganti di: \(change.place.file):\(change.place.line) (\(change.keys.joined(separator: ", ")))",
        .soon)
    }
    let card = scorecard.register.title(of: indicator.card) ?? ""
    part.add(
      "Kartu: \(card) · penanggung jawab: \(IndicatorWords.owner(indicator, answer.sheet))")
    let texts: [(String, String?)] = [
      ("Kinerja", wording.goal), ("Rincian tercetak", wording.detail),
      ("Definisi tercetak", wording.definition), ("Rumus tercetak", wording.formula),
      ("Pembilang tercetak", wording.numerator), ("Penyebut tercetak", wording.denominator),
      ("Sumber data", wording.dataSource), ("Yang ganjil", indicator.note),
    ]
    for (title, text) in texts {
      if let text { part.add("\(title): \(text)") }
    }
    if let reading = indicator.reading { part.add(reading, .soon) }
    if let sameAs = entry.sameAs {
      part.add("Angkanya milik \(sameAs.label) (\(sameAs.wording.name)), dihitung sekali", .soon)
    }
    return part
  }

  /// The value of the year and of its quarters, the target, and what can still be reached.
  package var value: TextPart {
    var part = TextPart(
      "Nilai pada \(Words.day(scorecard.day))\(Words.knowledge(through: answer.knownThrough))")
    part.add("Setahun: \(IndicatorWords.full(entry.figure))", .strong)
    if let grade = entry.grade, let scale = entry.original.scale {
      part.add(
        "Predikat: \(grade.text) (\(scale.source.title); \(Words.confidence(scale.confidence)))")
    }
    part.add("Target: \(IndicatorWords.text(of: entry.targetValue) ?? "belum ada")")
    if let achievement = entry.achievement?.percent(separator: ",") {
      let direction = IndicatorWords.direction(indicator).map { " (\($0))" } ?? ""
      part.add("Capaian: \(achievement)%\(direction)")
    }
    for quarter in Quarter.all(of: scorecard.year) {
      guard let figure = entry.cumulative[quarter] else { continue }
      part.add("s.d. \(quarter.indonesian): \(IndicatorWords.full(figure))")
    }
    if let best = entry.best {
      part.add("Masih bisa dicapai tahun ini: \(IndicatorWords.full(best))")
    }
    for note in entry.notes { part.add("Catatan: \(IndicatorWords.sentence(note))") }
    return part
  }

  /// The formula of the reading that holds, counted.
  package func terms(_ count: ReadingCount) -> TextPart { terms(count, "Yang dihitung") }

  /// The formula of another reading, counted.
  package func terms(_ alternative: Scorecard.Alternative) -> TextPart {
    terms(alternative.count, "Bacaan lain")
  }

  private func terms(_ count: ReadingCount, _ title: String) -> TextPart {
    let words = IndicatorWords(calendar: calendar, kecamatan: kecamatan)
    var part = TextPart(title + (count.reading.name.map { ": \($0)" } ?? ""))
    func add(_ title: String, _ sum: Int?, _ terms: [TermCount]) {
      part.add("\(title): \(sum.map(String.init) ?? "tidak diketahui")")
      for term in terms {
        let count = term.count.map(String.init) ?? "belum ada target"
        part.add("\(words.term(term)): \(count)", inner: true)
      }
    }
    add("Pembilang", count.numeratorSum, count.numerator)
    if let denominator = count.denominator {
      add("Penyebut", count.denominatorSum, denominator)
    }
    return part
  }

  /// What another reading comes to: `Nilai: 85,71% (6/7); masih bisa 100,00% (7/7)`.
  package func outcome(of alternative: Scorecard.Alternative) -> String {
    let best = alternative.best.map { "; masih bisa \(IndicatorWords.full($0))" } ?? ""
    return "Nilai: \(IndicatorWords.full(alternative.figure))\(best)"
  }

  /// How the values of the quarters make that of the year; `nil` for what is not measured.
  package var combination: String? {
    switch entry.original.source {
    case .measurement(.sum), .survey(_, .sum):
      "Gabungan jumlah: pembilang dan penyebut setiap triwulan dijumlahkan menjadi setahun."
    case .measurement(.latest), .survey(_, .latest):
      "Gabungan terakhir: nilai triwulan terakhir mewakili tahun."
    case .documents, .sameAs: nil
    }
  }
}
