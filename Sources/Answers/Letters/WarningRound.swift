public import CivilCalendar
internal import Compliance
internal import ComplianceModel
public import Workspace

/// The letters to all desa that have late documents: the answer behind `surat teguran --semua`.
public struct WarningRound: Sendable {
  /// What is asked for.
  public struct Question: Sendable {
    /// The units that are meant.
    public let units: UnitScope
    /// The step by which the office warns; `nil` for the next one of each desa.
    public let step: WarningStep?
    /// The day on which documents are late.
    public let day: CivilDate
    /// The last day of recording that is used; `nil` for all.
    public let knownThrough: CivilDate?
    /// The day of the letters.
    public let drafted: CivilDate
    /// How many days a desa is given after a letter before the next one; 0 for none.
    public let pause: Int

    /// Asks for letters.
    public init(
      to units: UnitScope, _ step: WarningStep? = nil, asOf day: CivilDate,
      knownThrough: CivilDate? = nil, draftedOn drafted: CivilDate, pause: Int
    ) {
      self.units = units
      self.step = step
      self.day = day
      self.knownThrough = knownThrough
      self.drafted = drafted
      self.pause = pause
    }
  }

  /// What was asked for.
  public let question: Question
  /// The letters to desa with late documents, by code.
  public let letters: [WarningLetter]
  /// The letters that are not due: to desa that had one less than the pause before, by code.
  public let resting: [WarningLetter]
  /// The dates that wait for holidays.
  public let uncomputed: UncomputedDates

  /// The table of a round: a letter a desa.
  public static let columns: [Column<WarningLetter>] = [
    Column(key: "nama_unit", heading: "Desa") { letter in
      let question = letter.question
      return .coded(
        question.village.code.description,
        label: question.kecamatan.displayName(of: question.village.code))
    },
    Column(key: "nama_tahap", heading: "Surat") { .text($0.step.name) },
    Column(key: "dokumen", heading: "Dokumen lewat") { .count($0.documents.count) },
    Column(key: "hari_terlambat", heading: "Terlama (hari)") { letter in
      .count(letter.parts.map(\.assessment.daysLate).max() ?? 0)
    },
    Column(key: "surat_sebelumnya", heading: "Surat terakhir") { letter in
      letter.earlier.last.map { .day($0.date) } ?? .none
    },
  ]

  /// Answers a question.
  ///
  /// - Parameters:
  ///   - question: The question.
  ///   - workspace: The workspace.
  /// - Throws: ``AnswerFailure``; a `WorkspaceFailure` for files that cannot be read.
  public init(_ question: Question, in workspace: Workspace) throws {
    var letters: [WarningLetter] = []
    var uncomputed = UncomputedDates()
    for kecamatan in question.units.kecamatan {
      let desk = try WarningDesk(
        of: kecamatan, asOf: question.day, knownThrough: question.knownThrough, in: workspace)
      uncomputed.add(desk.plan, desk.calendar)
      letters += try kecamatan.villages(on: question.day).filter {
        question.units.contains($0.code)
      }.map { village in
        try desk.letter(
          WarningLetter.Question(
            to: village, in: kecamatan, question.step, asOf: question.day,
            knownThrough: question.knownThrough, draftedOn: question.drafted))
      }
    }
    let late = letters.filter { !$0.documents.isEmpty }
    func isResting(_ letter: WarningLetter) -> Bool {
      letter.earlier.last.map { $0.date.days(to: question.drafted) < question.pause } ?? false
    }
    self.question = question
    self.letters = late.filter { !isResting($0) }
    resting = late.filter(isResting)
    self.uncomputed = uncomputed
  }
}
