public import CivilCalendar
internal import ComplianceModel
internal import LedgerStore
internal import PlainText
public import Workspace

/// The rows of the ledger that somebody asks for, void or not: the answer behind `riwayat`.
public struct LedgerListing: Sendable {
  /// What is asked for; what is asked for in several ways is what fits all of them.
  public struct Question: Sendable {
    /// The report, event or indicator, as a person wrote it; `nil` for all.
    ///
    /// A word may be a period alone, since a frozen quarter has no report.
    public let subject: String?
    /// The covered period; `nil` for all.
    public let period: Period?
    /// The units that are meant.
    public let units: UnitScope
    /// Who recorded it, in any case; `nil` for all.
    public let recorder: String?
    /// The civil day of recording; `nil` for all.
    public let recorded: CivilDate?
    /// The year of the ledger; `nil` for all.
    public let year: Int?
    /// The day on which the rules of reports are looked up.
    public let day: CivilDate
    /// The last day of recording that is used; `nil` for all.
    public let knownThrough: CivilDate?

    /// Asks a question.
    public init(
      subject: String? = nil, period: Period? = nil, of units: UnitScope,
      recordedBy recorder: String? = nil,
      on recorded: CivilDate? = nil, inLedgerOf year: Int? = nil, asOf day: CivilDate,
      knownThrough: CivilDate? = nil
    ) {
      self.subject = subject
      self.period = period
      self.units = units
      self.recorder = recorder
      self.recorded = recorded
      self.year = year
      self.day = day
      self.knownThrough = knownThrough
    }
  }

  /// What was asked for.
  public let question: Question
  /// The codes that the word of the question means, in order; none where it means none.
  public let codes: [String]
  /// The rows by kecamatan, file and number.
  public let lines: [LedgerLine]
  /// How many rows the ledgers of the kecamatan have in all.
  public let rowCount: Int
  /// The codes and the other names of all reports.
  private let words: Set<String>

  /// Answers a question.
  ///
  /// - Parameters:
  ///   - question: The question.
  ///   - workspace: The workspace, with the units of the question's day.
  /// - Throws: A `WorkspaceFailure` for calendars or ledgers that cannot be read.
  public init(_ question: Question, in workspace: Workspace) throws {
    var codes: Set<String> = []
    var lines: [LedgerLine] = []
    var rowCount = 0
    var words: Set<String> = []
    for kecamatan in question.units.kecamatan {
      let desk = try workspace.desk(of: kecamatan, knownThrough: question.knownThrough)
      let meaning = Meaning(question, desk.calendar)
      lines += desk.lines(asOf: question.day) { row, event in
        let unit = kecamatan.unit(event.unit)?.code ?? event.unit
        return question.units.contains(unit) && meaning.covers(event)
          && (question.year.map { event.row.year == $0 } ?? true)
          && (question.recorded.map { event.recorded == $0 } ?? true)
          && (question.recorder.map { LedgerListing.isSame($0, row.entry.recorder) } ?? true)
      }
      rowCount += desk.ledger.events.count
      codes.formUnion((meaning.codes ?? []).map { desk.calendar.codes[$0] })
      words.formUnion(
        desk.calendar.reports.flatMap { [desk.calendar.codes[$0.code]] + $0.aliases })
    }
    self.question = question
    self.codes = codes.sorted()
    self.lines = lines
    self.rowCount = rowCount
    self.words = words
  }

  /// The name of a report that is written nearly like the word of the question; `nil` where that is a
  /// name or a period, or no name is near.
  public var suggestion: String? {
    guard let subject = question.subject, Period(subject) == nil, !words.contains(subject) else {
      return nil
    }
    return nearestMatch(to: subject, among: words.sorted())
  }

  private static func isSame(_ asked: String, _ recorder: String) -> Bool {
    asked.trimmingBlanks.lowercased() == recorder.trimmingBlanks.lowercased()
  }
}

extension LedgerListing {
  /// The codes and the period that the words of a question mean at one desk.
  private struct Meaning {
    /// The codes that are meant; `nil` for all, and for rows without any.
    let codes: Set<Code>?
    let period: Period?

    init(_ question: Question, _ calendar: ReportCalendar) {
      guard let word = question.subject else {
        (codes, period) = (nil, question.period)
        return
      }
      let levels: [Report.Level] =
        question.units.isOfVillages ? [.village, .recommendation] : Report.Level.allCases
      var codes = Set(calendar.reports(named: word, at: levels).map(\.code))
      if let code = calendar.codes.code(word) { codes.insert(code) }
      let alone = codes.isEmpty && question.period == nil ? Period(word) : nil
      self.codes = alone == nil ? codes : nil
      period = question.period ?? alone
    }

    func covers(_ event: LedgerEvent) -> Bool {
      (codes.map { event.subject.map($0.contains) ?? false } ?? true)
        && (period.map { event.period == $0 } ?? true)
    }
  }
}
