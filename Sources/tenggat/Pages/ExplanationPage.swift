internal import Answers
internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import PlainText
internal import Wording

/// How one due date and one status came about, for people and for programs.
struct ExplanationPage {
  let explanation: ObligationExplanation

  private var situation: Situation { explanation.situation }
  private var assessment: Assessment { situation.assessment }
  private var dating: Explanation { explanation.dating }
  private var calendar: ReportCalendar { explanation.calendar }
  private var rule: DeadlineRule? { situation.rule }

  // MARK: - For people

  func print(to session: inout Session) {
    let text = ExplanationText(explanation)
    session.console.line(text.title, .strong)
    for line in text.heading { session.console.line(line) }
    print(text.due, to: &session)
    print(text.standing, to: &session)
    if let term = TermText(explanation) { print(term.part, to: &session) }
    printRows(to: &session)
    for part in text.others { print(part, to: &session) }
  }

  private func print(_ part: TextPart, to session: inout Session) {
    session.console.part(part, command: command)
  }

  private func command(_ action: SettlingAction) -> String {
    switch action {
    case .event(let event, let unit):
      "tenggat kejadian \(event)\(unit.map { " --unit \($0)" } ?? "") --tanggal TANGGAL"
    case .acceptance:
      "tenggat terima \(situation.code) \(situation.period)"
        + (situation.unit.isDesa ? " --unit \(situation.unit)" : "")
    }
  }

  private static let rowColumns: [Table.Shown] = [
    .init("nomor", right: true), "peristiwa", .init("tanggal", right: true),
    .init("diterima", right: true), "petugas", .init("catatan", .wrapped),
  ]

  private func printRows(to session: inout Session) {
    session.console.line()
    session.console.line("Baris buku (\(explanation.lines.count))", .strong)
    guard !explanation.lines.isEmpty else {
      session.console.line("  belum ada")
      return
    }
    session.console.table(
      Table(
        ObligationExplanation.rowColumns, showing: ExplanationPage.rowColumns, explanation.lines,
        session.console))
  }

  // MARK: - JSON

  var json: JSONValue {
    [
      "unit": .string(situation.unit.description),
      "laporan": .string(situation.code),
      "nama": .string(assessment.report.name),
      "periode": .string(situation.period.description),
      "per": .string(explanation.question.day.description),
      "diketahui": JSONValue(explanation.knownThrough),
      "penanggung_jawab": .string(situation.responsible),
      "pejabat": JSONValue(explanation.official?.name),
      "status": .string(assessment.status.rawValue),
      "dipantau": .boolean(explanation.watchStart == nil),
      "dipantau_sejak": JSONValue(explanation.watchStart?.day),
      "hari_terlambat": .integer(assessment.daysLate),
      "aturan": ruleJSON,
      "jangkar": JSONValue(assessment.obligation.due == nil ? nil : dating.anchor),
      "dilewati": JSONValue(rows: dating.skipped, ObligationExplanation.skippedColumns),
      "tenggat_aturan": JSONValue(assessment.obligation.due),
      "ditetapkan": setJSON,
      "tenggat": JSONValue(assessment.due),
      "triwulan": JSONValue(assessment.dutyQuarter),
      "perpanjangan": JSONValue(assessment.standing.extensionRow?.row.text),
      "sebab_libur": JSONValue(dating.dueClosure.map(Words.closure)),
      "hari_kerja_terakhir": JSONValue(situation.lastWorkingDay),
      "hari_kerja_berikutnya": JSONValue(dating.nextWorkingDay),
      "menunggu": gateJSON,
      "tanggal_pertama": JSONValue(assessment.standing.submissions.first?.date),
      "tanggal_terakhir": JSONValue(assessment.standing.submissions.last?.date),
      "tanggal": JSONValue(assessment.deciding?.date),
      "dikembalikan": JSONValue(assessment.pendingReturn?.date),
      "susulan": .boolean(assessment.isLateEntry),
      "diterima": JSONValue(assessment.standing.acceptance?.date),
      "masa_berlaku": TermText(explanation)?.json ?? .null,
      "baris": .array(explanation.lines.map { .string($0.event.row.text) }),
      "latar": JSONValue(rows: dating.background, ObligationExplanation.backgroundColumns),
    ]
  }

  private var ruleJSON: JSONValue {
    guard let rule else { return .null }
    return [
      "bentuk": .string(RuleText.shape(rule.shape, calendar)),
      "gulir": .string(RuleText.roll(rule.roll)),
      "yang_dinilai": .string(Words.meaning(rule.meaning)),
      "dasar_hukum": .string(rule.source.title),
      "rujukan": JSONValue(rule.source.reference),
      "keyakinan": .string(rule.confidence.rawValue),
      "tempat": .string("\(rule.place.file):\(rule.place.line)"),
    ]
  }

  private var setJSON: JSONValue {
    guard let rule, let date = rule.setDate else { return .null }
    return [
      "tanggal": .string(date.description),
      "surat": .string(rule.source.title),
      "tanpa_surat": JSONValue(dating.ruleDate),
    ]
  }

  private var gateJSON: JSONValue {
    guard let gate = explanation.gate else { return .null }
    return [
      "laporan": .string(gate.report),
      "periode": .string(gate.period.description),
    ]
  }
}
