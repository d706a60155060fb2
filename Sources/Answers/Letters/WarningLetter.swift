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
    /// The step by which the office warns; `nil` for the one after the letters that were issued.
    public let step: WarningStep?
    /// The day on which the documents are late.
    public let day: CivilDate
    /// The last day of recording that is used; `nil` for all.
    public let knownThrough: CivilDate?
    /// The day of the letter, on which it is drafted or issued: whoever is camat then signs it.
    public let drafted: CivilDate
    /// The row by which it was issued; `nil` for a letter that is not issued yet.
    public let issuedBy: LedgerEvent.RowID?

    /// Asks for a letter.
    public init(
      to village: Unit, in kecamatan: Kecamatan, _ step: WarningStep? = nil, asOf day: CivilDate,
      knownThrough: CivilDate? = nil, draftedOn drafted: CivilDate,
      issuedBy: LedgerEvent.RowID? = nil
    ) {
      self.issuedBy = issuedBy
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
  /// The step by which the office warns.
  public let step: WarningStep
  /// The late documents, the longest late first; none where there is nothing to write about.
  public let documents: [LateDocument]
  /// The letters that were issued about any of them up to the day of this one, the first in front.
  public let earlier: [IssuedLetter]
  /// Who holds the role of camat on the day of the letter; `nil` where nobody is recorded.
  public let camat: Official?
  /// Since when the desa is watched.
  public let watchedSince: WatchedSince
  /// What stands at the head of the letter.
  public let letterhead: Letterhead
  /// The emblem beside it; `nil` where the office names none.
  public let logo: LetterLogo?
  /// The dates that wait for holidays.
  public let uncomputed: UncomputedDates
  let postponements: [Obligation.ID: Postponement]

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

extension WarningLetter {
  /// Answers a question.
  ///
  /// - Parameters:
  ///   - question: The question.
  ///   - workspace: The workspace.
  /// - Throws: ``AnswerFailure``; a `WorkspaceFailure` for calendars, holidays or ledgers that cannot be
  ///   read.
  public init(_ question: Question, in workspace: Workspace) throws {
    let desk = try WarningDesk(
      of: question.kecamatan, asOf: question.day, knownThrough: question.knownThrough,
      in: workspace)
    self = try desk.letter(question)
  }
}
