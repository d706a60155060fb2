package import Answers

extension Words {
  /// The title of a part of a schedule.
  package static func title(_ section: Schedule.Section) -> String {
    switch section {
    case .overdue: "Lewat tenggat"
    case .dueSoon: "Segera"
    case .notYetDue: "Belum jatuh tempo"
    case .gated: "Menunggu dokumen lain"
    case .submitted: "Sudah masuk"
    case .exempt: "Dibebaskan"
    }
  }

  /// How the title of a part of a schedule is set off.
  package static func style(_ section: Schedule.Section) -> Style {
    switch section {
    case .overdue: .bad
    case .dueSoon: .soon
    case .notYetDue, .gated: .plain
    case .submitted: .good
    case .exempt: .faint
    }
  }
}
