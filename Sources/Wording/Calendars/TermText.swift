package import Answers
internal import CivilCalendar
package import Compliance
internal import ComplianceModel

/// Whether a document that stays in force for a term of office is in force, until when, and why, in words.
package struct TermText {
  /// How its term stands.
  package let status: TermStatus
  private let calendar: ReportCalendar
  private let situation: Situation
  private let day: CivilDate

  private var id: Obligation.ID { situation.id }
  private var code: String { situation.code }
  private var report: Report { situation.assessment.report }

  /// The words for the document of an obligation; `nil` for one that has no term.
  package init?(_ explanation: ObligationExplanation) {
    guard let status = explanation.term else { return nil }
    self.status = status
    situation = explanation.situation
    calendar = explanation.calendar
    day = explanation.question.day
  }

  /// Whether it is in force, and how long its term is.
  package var part: TextPart {
    var part = TextPart("Masa berlaku")
    part.add(answer, status.state == .inForce ? .good : .soon)
    if let other = status.inForce, other.id != id {
      part.add(
        "Yang berlaku: \(code) \(other.id.period), tertanggal \(other.deciding.date.indonesian) "
          + "(baris \(other.deciding.row.text)), sampai \(other.end.indonesian)")
    }
    guard let term = status.term else {
      part.add(
        "Masa jabatan: belum diketahui", settledBy: event(report.perEvent),
        cue: "; catat pelantikannya")
      return part
    }
    let begun =
      term.beginning.map { "pelantikan \(term.start.indonesian) (baris \($0.row.text))" }
      ?? "tanggal dokumennya, \(term.start.indonesian), karena pelantikan sebelumnya tidak tercatat"
    part.add("Masa jabatan: \(term.years) tahun sejak \(begun), sampai \(term.end.indonesian)")
    part.add("Sebab: \(reason(term))")
    if let basis = term.basis {
      let reference = basis.source.reference.map { " (\($0))" } ?? ""
      part.add("Dasar: \(basis.source.title)\(reference)")
      part.add("Keyakinan: \(Words.confidence(basis.confidence))")
    }
    if case .undecided(let decision) = term.length {
      part.add(
        "Bila ada keputusannya", .soon, settledBy: event(decision.event), cue: ", catat")
    }
    return part
  }

  private func event(_ event: Code?) -> SettlingAction {
    .event(event.map { calendar.codes[$0] } ?? "", of: id.unit)
  }

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

  /// Why the term has its length.
  package func reason(_ term: TermOfOffice) -> String {
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
}
