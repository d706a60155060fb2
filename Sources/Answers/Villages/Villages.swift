public import CivilCalendar
public import Compliance
internal import ComplianceModel
public import Workspace

/// Which desa has which document in a duty year: the answer behind `desa`.
public struct Villages: Sendable {
  /// What is asked for.
  public struct Question: Sendable {
    /// The duty year.
    public let year: Int
    /// The units that are meant.
    public let units: UnitScope
    /// The day of judging.
    public let day: CivilDate
    /// The last day of recording that is used; `nil` for all.
    public let knownThrough: CivilDate?

    /// Asks about a duty year.
    public init(
      year: Int, of units: UnitScope, asOf day: CivilDate, knownThrough: CivilDate? = nil
    ) {
      self.year = year
      self.units = units
      self.day = day
      self.knownThrough = knownThrough
    }
  }

  /// What was asked for.
  public let question: Question
  /// The desa by kecamatan.
  public let matrices: [Matrix]
  /// Since when the units are watched.
  public let watchedSince: WatchedSince
  /// Whether the office asks for an acceptance (`terima`), so that both counts are told.
  public let showsAcceptance: Bool
  /// The dates that wait for holidays.
  public let uncomputed: UncomputedDates

  /// Answers a question.
  ///
  /// - Parameters:
  ///   - question: The question.
  ///   - workspace: The workspace, with the units of the question's day.
  /// - Throws: ``AnswerFailure``; a `WorkspaceFailure` for calendars, holidays or ledgers that cannot be
  ///   read.
  public init(_ question: Question, in workspace: Workspace) throws {
    let showsAcceptance = workspace.office.isAcceptanceRequired
    var uncomputed = UncomputedDates()
    var matrices: [Matrix] = []
    for kecamatan in question.units.kecamatan {
      let desk = try workspace.desk(of: kecamatan, knownThrough: question.knownThrough)
      let calendar = desk.calendar
      var plan = try desk.plan(question.year...question.year, asOf: question.day)
      plan.keep { calendar.report($0)?.level != .office }
      try plan.requireSoundRules(calendar)
      uncomputed.add(plan, calendar)
      let judge = desk.judge(asOf: question.day)
      let rows = VillageMatrix(judge, plan, year: question.year).rows.filter {
        question.units.contains($0.village.code)
      }
      let kinds = InForce.kinds(in: question.year, calendar)
      var inForce: [RegionCode: [InForce]] = [:]
      for row in rows {
        inForce[row.village.code] = try InForce.documents(of: row.village.code, kinds, desk, judge)
      }
      matrices.append(
        Matrix(rows, inForce: (kinds, inForce), judge, showsAcceptance: showsAcceptance))
    }
    self.question = question
    self.matrices = matrices
    self.showsAcceptance = showsAcceptance
    watchedSince = WatchedSince(question.units, workspace.office)
    self.uncomputed = uncomputed
  }

  /// The documents of all desa, counted.
  public var documents: VillageMatrix.Presence {
    matrices.reduce(into: .init()) { $0 += $1.documents }
  }

  /// The recommendations for all desa, counted.
  public var recommendations: VillageMatrix.Presence {
    matrices.reduce(into: .init()) { $0 += $1.recommendations }
  }

  /// Whether a document or a recommendation is past its due date and not in.
  public var hasOverdue: Bool { matrices.contains(where: \.hasOverdue) }
}
