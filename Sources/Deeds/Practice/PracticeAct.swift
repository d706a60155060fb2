internal import CivilCalendar
internal import ComplianceModel

/// Something that a made-up office did on a day.
struct PracticeAct {
  /// What was done.
  enum Work {
    /// A report was handed in, with a made-up paper where there is one.
    case submit(Submit, PracticePaper?)
    /// A report was handed in by mistake.
    case slip(Submit)
    /// The row of that mistake was voided.
    case void
    case decide(Decide)
    case event(RecordEvent)
    case measure(Measure)
    /// The survey was taken for a period.
    case survey(Period)
    /// A quarter was frozen and signed.
    case freeze(Quarter)
    case letter(IssueLetters.Letter)
  }

  /// The day.
  let day: CivilDate
  let work: Work
  /// What may wait for another document: it is left out where that one is not in.
  let gated: Obligation.ID?

  init(_ day: CivilDate, _ work: Work, gated: Obligation.ID? = nil) {
    self.day = day
    self.work = work
    self.gated = gated
  }
}
