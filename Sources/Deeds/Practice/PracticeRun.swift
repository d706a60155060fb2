internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import DurableFiles
internal import LedgerStore
internal import SystemPackage
internal import Workspace

/// Records what a made-up office did, one act after another, each at a time of its own day.
struct PracticeRun {
  private let workspace: Workspace
  /// Where papers lie until they are kept as evidence.
  private let papers: FilePath
  private let survey: FilePath
  private let freeze: FoundPractice.Freezing
  private var day: CivilDate?
  private var actsOfDay = 0
  /// The row of a mistake.
  private var slip: LedgerEvent.RowID?

  init(
    _ workspace: Workspace, papers: FilePath, survey: FilePath,
    _ freeze: @escaping FoundPractice.Freezing
  ) {
    self.workspace = workspace
    self.papers = papers
    self.survey = survey
    self.freeze = freeze
  }

  /// The next moment of a day: an office begins at a quarter past eight, and records something every few minutes.
  private mutating func instant(on day: CivilDate) -> ClockReading {
    actsOfDay = self.day == day ? actsOfDay + 1 : 0
    self.day = day
    return ClockReading(
      date: day, secondOfDay: 8 * 3600 + 15 * 60 + actsOfDay * 190,
      secondsFromUTC: workspace.office.zone.secondsFromUTC)
  }

  /// Records an act.
  ///
  /// - Throws: What recording throws.
  mutating func record(_ act: PracticeAct) throws {
    if let gated = act.gated, try isGated(gated, on: act.day) { return }
    let instant = instant(on: act.day)
    switch act.work {
    case .submit(var submit, let paper):
      if let paper { submit.evidence = [try write(paper)] }
      _ = try submit.record(in: workspace, at: instant)
      for path in submit.evidence { try FileSystem.live.remove(path) }
    case .slip(let submit):
      let outcome = try submit.record(in: workspace, at: instant)
      if case .recorded(let row)? = outcome.results.first { slip = row.row }
    case .void:
      guard let slip else { return }
      _ = try VoidRow(
        slip, reason: "salah pilih laporan (latihan)", recorder: FoundPractice.recorder
      ).record(in: workspace, at: instant)
    case .decide(let decide): _ = try decide.record(in: workspace, at: instant)
    case .event(let event): _ = try event.record(in: workspace, at: instant)
    case .measure(let measure): _ = try measure.record(in: workspace, at: instant)
    case .survey(let period):
      let terms = MeasurementTerms(
        period: period, evidence: survey, recorder: FoundPractice.recorder)
      _ = try SurveyTable(survey, period: period)
        .read(in: workspace, asOf: act.day).record(terms, in: workspace, at: instant)
    case .freeze(let quarter):
      try freeze(quarter, workspace, instant, FoundPractice.recorder)
    case .letter(let letter):
      _ = try IssueLetters([letter], on: act.day, recorder: FoundPractice.recorder)
        .record(in: workspace, at: instant)
    }
  }

  /// Whether what an act is about waits for another document that is not in.
  private func isGated(_ id: Obligation.ID, on day: CivilDate) throws -> Bool {
    let desk = try workspace.desk(of: workspace.onlyKecamatan())
    guard let obligation = try desk.obligation(id, asOf: day) else { return true }
    return desk.judge(asOf: day).assess(obligation)?.isGated ?? true
  }

  private func write(_ paper: PracticePaper) throws -> FilePath {
    let path = papers.appending("\(paper.name).pdf")
    try FileSystem.live.replaceAtomically(path, with: paper.bytes)
    return path
  }
}
