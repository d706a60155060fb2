internal import Answers
internal import CivilCalendar
internal import ComplianceModel
internal import Workspace

/// What an export of whole kecamatan is asked for.
struct OverviewRequest {
  private let export: ExportOptions
  private let judging: JudgingOptions
  private let unit: String?

  /// Takes the options of a command.
  init(_ export: ExportOptions, _ judging: JudgingOptions, _ unit: String?) {
    self.export = export
    self.judging = judging
    self.unit = unit
  }

  /// What each kecamatan shows.
  ///
  /// - Throws: A ``CommandFailure`` for a question that makes no sense; what the answers throw.
  func overviews(_ session: inout Session) throws -> [Overview] {
    let duty = try export.requiredDuty
    let day = judging.per ?? session.today
    session.view(on: day)
    let kecamatan = try export.offices(of: unit, session)
    return try kecamatan.map { kecamatan in
      let overview = try Overview(
        Overview.Question(duty, of: kecamatan, asOf: day, knownThrough: judging.diketahui),
        in: session.workspace)
      session.remark(overview.obligations.uncomputed)
      return overview
    }
  }
}

extension Overview {
  /// The name of its file: `63.05.12-2026-TW1.xlsx`.
  func fileName(ending: String) -> String {
    "\(question.kecamatan.code)-\(question.duty.name).\(ending)"
  }
}
