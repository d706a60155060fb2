internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import Workspace

/// What the letters of one kecamatan are made from, looked up once for all of its desa.
struct WarningDesk {
  private let desk: Desk
  private let duties: AssessedDuties
  private let logo: LetterLogo?
  private let villages: [RegionCode: [Assessment]]

  /// What the kecamatan owes.
  var plan: Plan { duties.plan }
  /// The reports that it is about.
  var calendar: ReportCalendar { desk.calendar }

  /// Judges what the desa of a kecamatan owe.
  ///
  /// - Parameters:
  ///   - kecamatan: The kecamatan.
  ///   - day: The day on which documents are late.
  ///   - knownThrough: The last day of recording that is used; `nil` for all.
  ///   - workspace: The workspace.
  /// - Throws: ``AnswerFailure``; a `WorkspaceFailure` for files that cannot be read.
  init(
    of kecamatan: Kecamatan, asOf day: CivilDate, knownThrough: CivilDate?,
    in workspace: Workspace
  ) throws {
    desk = try workspace.desk(of: kecamatan, knownThrough: knownThrough)
    duties = try AssessedDuties(
      .window(days: 0), desk, asOf: day, watchedSince: desk.watchedSince(asOf: day),
      openOnly: true)
    try duties.plan.requireSoundRules(desk.calendar)
    logo = try workspace.letterLogo()
    // A recommendation is the camat's own to issue.
    villages = Dictionary(
      grouping: duties.dated.filter { $0.report.level == .village }, by: \.obligation.id.unit)
  }

  /// The letter that a question asks for.
  ///
  /// - Throws: ``AnswerFailure/noWarningSteps``.
  func letter(_ question: WarningLetter.Question) throws(AnswerFailure) -> WarningLetter {
    let own = villages[question.village.code] ?? []
    let documents = LateDocument.documents(
      of: own.map { Situation($0, duties.judge.definitions, asOf: question.day) })
    let postponements = own.compactMap { assessment in
      Postponement(assessment, desk).map { (assessment.obligation.id, $0) }
    }
    let office = desk.workspace.office
    let issued = desk.lettersIssued(to: question.village.code, through: question.drafted)
    let earlier = desk.letters(
      issued.filter { letter in
        question.issuedBy.map { (letter.date, letter.row) < (question.drafted, $0) } ?? true
      }, about: documents.flatMap(\.parts))
    let next = try WarningStep(
      after: earlier.map(\.step).max(), among: office.reminders.warningSteps)
    return WarningLetter(
      question: question, step: question.step ?? next, documents: documents, earlier: earlier,
      camat: office.official("camat", in: question.kecamatan.code, on: question.drafted),
      watchedSince: WatchedSince(
        UnitScope([question.village.code], [question.kecamatan]), office),
      letterhead: office.letterhead, logo: logo, uncomputed: UncomputedDates(plan, calendar),
      postponements: Dictionary(postponements, uniquingKeysWith: { first, _ in first }))
  }
}
