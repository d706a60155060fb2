internal import Answers
internal import ComplianceModel
internal import Wording

/// The steps by which obligations have to be worked on.
struct WorkView: Sendable {
  let table: TableView
  /// Where the steps are from.
  let source: String

  /// Shows planned work; `nil` where there is none.
  ///
  /// - Parameters:
  ///   - work: The obligations with their steps.
  ///   - steps: The steps of the office.
  ///   - paths: The addresses of obligations.
  init?(_ work: [PlannedWork], _ steps: WorkSteps, _ paths: PagePath) {
    guard !work.isEmpty else { return nil }
    table = TableView(
      "Rencana kerja", PlannedWork.columns(steps),
      showing: [.init("laporan", namesRow: true), "periode", "penanggung_jawab"]
        + steps.steps.indices.map { .init(PlannedWork.stepKey($0), right: true) }
        + [.init("tenggat", right: true)], work
    ) { work, key in
      key == "laporan"
        ? paths.obligation(work.situation.unit, work.situation.code, work.situation.period) : nil
    }
    let origin =
      steps.source.map { "\($0.title); kantor dapat menggantinya dengan rencana_kerja" }
      ?? "rencana_kerja"
    source = "Dihitung mundur dalam hari kerja: \(origin) dalam kantor.yaml."
  }
}
