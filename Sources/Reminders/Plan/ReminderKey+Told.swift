public import Answers
internal import CivilCalendar
internal import ComplianceModel

extension [ReminderKey] {
  /// What is told, once each: a person with two roles has two keys for it.
  public var subjects: [ReminderKey.Subject] { map(\.subject).unique }

  /// The stages that are told, once each.
  public var stages: [ReminderKey.Stage] {
    subjects.compactMap { if case .stage(let stage) = $0 { stage } else { nil } }
  }
}

extension ReminderKey.Stage {
  /// The table of stages.
  public static let columns: [Column<ReminderKey.Stage>] = [
    Column(key: "unit", heading: "Kode unit") { .text($0.unit.description) },
    Column(key: "laporan", heading: "Laporan") { .text($0.report) },
    Column(key: "periode", heading: "Periode") { .period($0.period) },
    Column(key: "tenggat", heading: "Tenggat") { .day($0.due) },
    Column(key: "tahap", heading: "Tahap") { .text(ReminderSettings.text(of: $0.stage)) },
  ]
}
