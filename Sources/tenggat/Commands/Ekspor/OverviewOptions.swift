internal import Answers
internal import ArgumentParser
internal import CivilCalendar
internal import ComplianceModel
internal import Exchange
internal import Workspace

/// The options of exports that hold all that a kecamatan shows.
struct OverviewOptions: ParsableArguments {
  @OptionGroup var judging: JudgingOptions
  @OptionGroup var export: ExportOptions
  @Option(help: ArgumentHelp("Kecamatan yang diekspor.", valueName: "unit"))
  var unit: String?
  @Option(help: ArgumentHelp("Kertas untuk mencetak.", valueName: "kertas"))
  var kertas: PaperSize = .f4

  /// What is made of what each kecamatan shows, one after another.
  ///
  /// - Throws: A ``CommandFailure`` for a question that makes no sense; what the answers throw.
  func overviews<Made>(
    _ session: inout Session, _ make: (Overview) throws -> Made
  ) throws -> [Made] {
    let duty = try export.requiredDuty
    let day = judging.per ?? session.today
    session.view(on: day)
    return try export.offices(of: unit, session).map { kecamatan in
      let overview = try Overview(
        Overview.Question(duty, of: kecamatan, asOf: day, knownThrough: judging.diketahui),
        in: session.workspace)
      session.remark(overview.obligations.uncomputed)
      return try make(overview)
    }
  }
}

extension Overview {
  /// The name of its file: `63.05.12-2026-TW1.xlsx`.
  func fileName(ending: String) -> String {
    "\(question.kecamatan.code)-\(question.duty.name).\(ending)"
  }
}
