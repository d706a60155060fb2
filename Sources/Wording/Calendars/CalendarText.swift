package import Answers
internal import CivilCalendar
internal import Compliance
internal import ComplianceModel

/// What a calendar says of one obligation.
package struct CalendarText {
  private let event: DueCalendar.Event
  private let text: ExplanationText

  private var situation: Situation { event.explanation.situation }
  private var kecamatan: Kecamatan { situation.kecamatan }

  /// The words for an event.
  package init(_ event: DueCalendar.Event) {
    self.event = event
    text = ExplanationText(event.explanation)
  }

  /// The title: `LEWAT: LPPDesa 2025 · Desa Tarungin`.
  package var summary: String { (mark.map { "\($0): " } ?? "") + text.title }

  /// What is to be seen at a glance; `nil` for what is still to come.
  private var mark: String? {
    let isReturned = situation.assessment.pendingReturn != nil
    return switch situation.assessment.status {
    case .exempt: "Dibebaskan"
    case .onTime, .submitted: "Selesai"
    case .late: "Selesai, terlambat"
    case .overdue: isReturned ? "LEWAT, dikembalikan" : "LEWAT"
    case .dueSoon, .waiting:
      isReturned ? "Dikembalikan" : situation.gate == nil ? nil : "Menunggu"
    }
  }

  /// Who answers for it, as people read it: `Kasi Pemerintahan`.
  package var role: String { Words.role(situation.responsible, kecamatan.words) }

  /// The lines of the description: what it is, how it stands, and why it is due on that day.
  package var description: [String] {
    let head = [situation.assessment.report.name, "Penanggung jawab: \(role)"]
    let recipient = situation.recipient.map { ["Kepada: \($0)"] } ?? []
    return head + recipient
      + [text.standing, text.due].flatMap { part in
        ["", part.title] + part.lines.map { ($0.isInner ? "  - " : "- ") + $0.text }
      }
  }

  /// What an alarm says: `H-7: LPPDesa 2025 · Desa Tarungin`.
  package func alarm(_ reminder: DueCalendar.Reminder) -> String {
    "\(ReminderSettings.text(of: reminder.stage)): \(text.title)"
  }
}

extension DueCalendar {
  /// The name of the calendar: `Tenggat Kecamatan Hatungun 2026 · tanggung jawab kasi pemerintahan`.
  package var name: String {
    let kecamatan = question.units.kecamatan
    let filter = ViewFilter(
      units: question.units.units, role: role, knownThrough: question.knownThrough)
    let duty =
      question.duty.quarter.map(\.indonesianWithYear) ?? "\(question.duty.year)"
    return "Tenggat \(filter.who(kecamatan)) \(duty)\(filter.headingEnd(kecamatan))"
  }
}
