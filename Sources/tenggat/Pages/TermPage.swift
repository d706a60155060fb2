internal import Answers
internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import PlainText

/// Whether a document that stays in force for a term of office is in force, until when, and why.
struct TermPage {
  private let status: TermStatus
  private let calendar: ReportCalendar
  private let situation: Situation
  private let day: CivilDate

  private var id: Obligation.ID { situation.id }
  private var code: String { situation.code }

  /// The page about the document of an obligation; `nil` for one that has no term.
  init?(_ explanation: ObligationExplanation) {
    guard let status = explanation.term else { return nil }
    self.status = status
    situation = explanation.situation
    calendar = explanation.calendar
    day = explanation.question.day
  }

  // MARK: - For people

  func print(to session: inout Session) {
    session.console.line()
    session.console.line("Masa berlaku", .strong)
    session.console.line("  \(answer)", status.state == .inForce ? .good : .soon)
    if let other = status.inForce, other.id != id {
      session.console.line(
        "  Yang berlaku: \(code) \(other.id.period), tertanggal \(other.deciding.date.indonesian) "
          + "(baris \(other.deciding.row.text)), sampai \(other.end.indonesian)")
    }
    guard let term = status.term else {
      session.console.line(
        "  Masa jabatan: belum diketahui; catat pelantikannya: \(command(report.perEvent))")
      return
    }
    let begun =
      term.beginning.map { "pelantikan \(term.start.indonesian) (baris \($0.row.text))" }
      ?? "tanggal dokumennya, \(term.start.indonesian), karena pelantikan sebelumnya tidak tercatat"
    session.console.line(
      "  Masa jabatan: \(term.years) tahun sejak \(begun), sampai \(term.end.indonesian)")
    session.console.line("  Sebab: \(reason(term))")
    if let basis = term.basis {
      let reference = basis.source.reference.map { " (\($0))" } ?? ""
      session.console.line("  Dasar: \(basis.source.title)\(reference)")
      session.console.line("  Keyakinan: \(Words.confidence(basis.confidence))")
    }
    if case .undecided(let decision) = term.length {
      session.console.line(
        "  Bila ada keputusannya, catat: \(command(decision.event))", .soon)
    }
  }

  private var report: Report { situation.assessment.report }

  /// `Berlaku pada 6 Juli 2026, sampai 2 Maret 2028`.
  private var answer: String {
    let end = status.term.map { $0.end.indonesian } ?? ""
    switch status.state {
    case .inForce: return "Berlaku pada \(day.indonesian), sampai \(end)"
    case .expired: return "Tidak berlaku lagi pada \(day.indonesian): berakhir \(end)"
    case .replaced: return "Digantikan dokumen yang lebih baru, sebelum masanya berakhir \(end)"
    case .absent:
      return status.inForce == nil
        ? "Tidak ada yang berlaku pada \(day.indonesian): \(code) \(id.period) belum ada"
        : "\(code) \(id.period) belum ada"
    }
  }

  private func command(_ event: Code?) -> String {
    "tenggat kejadian \(event.map { calendar.codes[$0] } ?? "") --unit \(id.unit) --tanggal TANGGAL"
  }

  /// Why the term has its length.
  private func reason(_ term: TermOfOffice) -> String {
    let usual = "masa \(term.usualYears) tahunnya"
    switch term.length {
    case .usual:
      return "masa jabatan \(term.usualYears) tahun"
    case .longer(let longer) where term.start > longer.usualTermRunsOn:
      return "dimulai sesudah \(longer.usualTermRunsOn.indonesian), ketika masa jabatan sudah "
        + "\(longer.years) tahun"
    case .longer(let longer):
      return "\(usual), sampai \(term.usualEnd.indonesian), belum berakhir pada "
        + "\(longer.usualTermRunsOn.indonesian)"
    case .decided(_, let row):
      return "\(usual) berakhir \(term.usualEnd.indonesian); diperpanjang dengan keputusan "
        + "\(row.date.indonesian) (baris \(row.row.text))"
    case .undecided(let decision):
      return "\(usual) berakhir \(term.usualEnd.indonesian); mungkin diperpanjang menjadi "
        + "\(decision.years) tahun dengan keputusan, yang tidak tercatat"
    }
  }

  // MARK: - JSON

  var json: JSONValue {
    [
      "berlaku": .boolean(status.state == .inForce),
      "sejak": JSONValue(status.deciding?.date),
      "sampai": JSONValue(status.deciding == nil ? nil : status.term?.end),
      "yang_berlaku": JSONValue(status.inForce?.id.period),
      "masa_jabatan": status.term.map(json) ?? .null,
    ]
  }

  private func json(_ term: TermOfOffice) -> JSONValue {
    var isUndecided = false
    if case .undecided = term.length { isUndecided = true }
    let basis = term.basis
    return [
      "mulai": .string(term.start.description),
      "berakhir": .string(term.end.description),
      "tahun": .integer(term.years),
      "pelantikan": JSONValue(term.beginning?.row.text),
      "sebab": .string(reason(term)),
      "dasar_hukum": JSONValue(basis?.source.title),
      "keyakinan": JSONValue(basis?.confidence.rawValue),
      "mungkin_diperpanjang": .boolean(isUndecided),
    ]
  }
}
