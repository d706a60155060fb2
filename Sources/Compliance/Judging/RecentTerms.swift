internal import ComplianceModel

/// The terms by which the last obligation was judged: most follow one of the same report and rule.
struct RecentTerms {
  private let reports: [Report]
  private let office: Office
  private var known: (report: Int, meaning: DateMeaning, terms: JudgingTerms)?

  init(_ definitions: Definitions) {
    reports = definitions.calendar.reports
    office = definitions.office
  }

  /// The terms of a report, by its place in the calendar, under a rule of some meaning.
  mutating func terms(_ index: Int, _ meaning: DateMeaning) -> JudgingTerms {
    if let known, known.report == index, known.meaning == meaning { return known.terms }
    let new = JudgingTerms(reports[index], office, meaning: meaning)
    known = (index, meaning, new)
    return new
  }
}
