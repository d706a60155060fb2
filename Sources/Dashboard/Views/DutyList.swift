internal import Answers
internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import Wording

/// Obligations that stand alike, as a list under a title.
struct DutyList: Sendable {
  /// The title, with how many there are.
  let title: String
  /// How the title is set off: the name of a style.
  let style: String
  /// The obligations.
  let table: TableView

  private static let columns: [TableView.Shown] = [
    .init("laporan", namesRow: true), "periode", "nama_unit", .init("tenggat", right: true),
    "status",
    "penanggung_jawab",
  ]

  /// Lists obligations; `nil` where there is none.
  ///
  /// - Parameters:
  ///   - title: The title, without the number.
  ///   - style: How the title is set off.
  ///   - situations: The obligations.
  ///   - schedule: The schedule that they are of.
  ///   - paths: The addresses that they lead to.
  init?(
    _ title: String, _ style: Style, _ situations: [Situation], of schedule: Schedule,
    _ paths: PagePath
  ) {
    guard !situations.isEmpty else { return nil }
    self.title = "\(title) (\(situations.count))"
    self.style = style.rawValue
    table = TableView(
      title, schedule.columns, showing: DutyList.columns, SituationGroup.groups(situations)
    ) { group, key in
      key == "laporan" ? paths.group(group) : nil
    }
  }
}
