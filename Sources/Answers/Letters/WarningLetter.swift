public import CivilCalendar
internal import Compliance
public import ComplianceModel
public import Workspace

/// What a letter of the camat to one desa says about its late documents: the answer behind
/// `surat teguran`.
public struct WarningLetter: Sendable {
  /// What is asked for.
  public struct Question: Sendable {
    /// The kecamatan whose camat writes.
    public let kecamatan: Kecamatan
    /// The desa that is written to.
    public let village: Unit
    /// The step by which the office warns.
    public let step: WarningStep
    /// The day on which the documents are late.
    public let day: CivilDate
    /// The last day of recording that is used; `nil` for all.
    public let knownThrough: CivilDate?
    /// The day on which the letter is drafted: whoever is camat then signs it.
    public let drafted: CivilDate

    /// Asks for a letter.
    public init(
      to village: Unit, in kecamatan: Kecamatan, _ step: WarningStep, asOf day: CivilDate,
      knownThrough: CivilDate? = nil, draftedOn drafted: CivilDate
    ) {
      self.kecamatan = kecamatan
      self.village = village
      self.step = step
      self.day = day
      self.knownThrough = knownThrough
      self.drafted = drafted
    }
  }

  /// What was asked for.
  public let question: Question
  /// The late documents, the longest late first; none where there is nothing to write about.
  public let documents: [LateDocument]
  /// Who holds the role of camat when the letter is drafted; `nil` where nobody is recorded.
  public let camat: Official?
  /// Since when the desa is watched.
  public let watchedSince: WatchedSince
  /// The dates that wait for holidays.
  public let uncomputed: UncomputedDates
  private let postponements: [Obligation.ID: Postponement]

  /// Answers a question.
  ///
  /// - Parameters:
  ///   - question: The question.
  ///   - workspace: The workspace.
  /// - Throws: ``AnswerFailure``; a `WorkspaceFailure` for calendars, holidays or ledgers that cannot be
  ///   read.
  public init(_ question: Question, in workspace: Workspace) throws {
    let desk = try workspace.desk(of: question.kecamatan, knownThrough: question.knownThrough)
    let duties = try AssessedDuties(
      .window(days: 0), desk, asOf: question.day,
      watchedSince: desk.watchedSince(asOf: question.day), openOnly: true)
    try duties.plan.requireSoundRules(desk.calendar)
    // A recommendation is the camat's own to issue.
    let own = duties.dated.filter {
      $0.obligation.id.unit == question.village.code && $0.report.level == .village
    }
    documents = LateDocument.documents(
      of: own.map { Situation($0, duties.judge.definitions, asOf: question.day) })
    postponements = Dictionary(
      own.compactMap { assessment in
        Postponement(assessment, desk).map { (assessment.obligation.id, $0) }
      }, uniquingKeysWith: { first, _ in first })
    camat = workspace.office.official(
      "camat", in: question.kecamatan.code, on: question.drafted)
    uncomputed = UncomputedDates(duties.plan, desk.calendar)
    watchedSince = WatchedSince(
      UnitScope([question.village.code], [question.kecamatan]), workspace.office)
    self.question = question
  }

  /// All late parts of all documents, in the order of the letter.
  public var parts: [Situation] { documents.flatMap(\.parts) }

  /// What moved the due date of a part; `nil` where nothing did.
  public func postponement(of part: Situation) -> Postponement? { postponements[part.id] }

  /// Whom a part is to be given to: as the calendar says, else the camat who writes.
  ///
  /// - Parameter part: One of ``parts``.
  /// - Returns: The recipient; `nil` for a regulation of the desa that goes to nobody, since it is set
  ///   and not submitted.
  public func recipient(of part: Situation) -> String? {
    let kecamatan = question.kecamatan
    return part.recipient
      ?? (part.isEnacted ? nil : "\(kecamatan.words[.kecamatanHead]) \(kecamatan.unit.name)")
  }

  /// The table of the letter.
  public static let columns: [Column<Situation>] = [
    Column(key: "laporan", heading: "Dokumen") {
      .coded($0.code, label: "\($0.assessment.report.name) (\($0.code))")
    },
    Column(key: "periode", heading: "Periode") { .period($0.period) },
    Column(key: "tenggat", heading: "Tenggat") { .due($0.due, isLocal: $0.isLocal) },
    Column(key: "hari_terlambat", heading: "Terlambat") { .count($0.assessment.daysLate) },
    Column(key: "dasar_hukum", heading: "Dasar") {
      // No letter is invented for a date that is only usual.
      Cell($0.rule.flatMap { $0.isOnlyTypical ? nil : $0.source.title })
    },
  ]
}
