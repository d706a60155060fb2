public import CivilCalendar
public import ComplianceModel

/// Which desa has which document in a duty year: six a desa, and the camat's recommendations.
public struct VillageMatrix: Sendable {
  /// How many are there, of how many.
  public struct Presence: Hashable, Sendable {
    /// How many are there.
    public internal(set) var present = 0
    /// How many there must be; the exempt are left out.
    public internal(set) var required = 0
    /// How many of those that are there were accepted.
    public internal(set) var accepted = 0
    /// How many of those that are there are decided by a late entry (susulan).
    public internal(set) var lateEntries = 0

    /// Counts nothing yet.
    public init() {}

    /// Counts parts that must all be in, be accepted, and not be late entries.
    fileprivate init(_ parts: [Assessment], isPresent: Bool) {
      required = 1
      guard isPresent else { return }
      present = 1
      accepted = parts.allSatisfy { $0.standing.acceptance != nil } ? 1 : 0
      lateEntries = parts.contains(where: \.isLateEntry) ? 1 : 0
    }

    /// Adds another count.
    public static func += (sum: inout Presence, other: Presence) {
      sum.present += other.present
      sum.required += other.required
      sum.accepted += other.accepted
      sum.lateEntries += other.lateEntries
    }
  }

  /// One document of one desa.
  public struct Document: Sendable {
    /// The report.
    public let report: Report
    /// The worst part's status; of a document in force, that document's own.
    public let status: Status
    /// The day that decides on-time, the latest of the parts'; `nil` until all parts are in.
    public let date: CivilDate?
    /// Whether every part that is not exempt is in.
    public let isPresent: Bool
    /// The obligations that make the document: Realisasi has two.
    public let parts: [Assessment]
    /// The last day of a document that stays in force for a term.
    public let inForceThrough: CivilDate?
    /// Whether nothing is asked of the desa until its next event: the document that the last one asks for
    /// was due before the desa was watched.
    public let isBeforeWatch: Bool

    /// The day of the last return that waits for a corrected part; `nil` where none does.
    public var returned: CivilDate? { parts.compactMap { $0.pendingReturn?.date }.max() }

    /// The document as a count of one, or of none where it is exempt.
    public var presence: Presence {
      guard status != .exempt else { return Presence() }
      return Presence(parts.filter { $0.status != .exempt }, isPresent: isPresent)
    }
  }

  /// One desa with its documents and the recommendations for it.
  public struct Row: Sendable {
    /// The desa.
    public let village: Unit
    /// Its documents, in the order of the calendar.
    public let documents: [Document]
    /// The recommendations for it.
    public let recommendations: [Assessment]

    /// Its documents, counted.
    public var presence: Presence {
      documents.reduce(into: Presence()) { $0 += $1.presence }
    }

    /// The recommendations for it, counted.
    public var recommendationPresence: Presence {
      recommendations.filter { $0.status != .exempt }.reduce(into: Presence()) {
        $0 += Presence([$1], isPresent: $1.status.isIn)
      }
    }
  }

  /// The duty year.
  public let year: Int
  /// The desa that are there on the day of judging, at the latest at the end of the year, by code.
  public let rows: [Row]

  /// The documents of all desa, counted.
  public var documents: Presence { rows.reduce(into: Presence()) { $0 += $1.presence } }

  /// The recommendations for all desa, counted.
  public var recommendations: Presence {
    rows.reduce(into: Presence()) { $0 += $1.recommendationPresence }
  }

  /// Counts the documents of a duty year.
  ///
  /// - Parameters:
  ///   - judge: The definitions, the ledger and the day.
  ///   - plan: The plan of that year.
  ///   - year: The duty year.
  public init(_ judge: Judge, _ plan: Plan, year: Int) {
    self.year = year
    let definitions = judge.definitions
    let assessments = judge.assess(
      plan.dated + plan.undated + plan.inherited + plan.uncomputed)
    let byUnit = Dictionary(grouping: assessments, by: \.obligation.id.unit)
    let asked = VillageReports(judge, plan, year: year)
    rows = definitions.kecamatan.villages(on: asked.day).map { village in
      let own = Dictionary(grouping: byUnit[village.code] ?? [], by: \.report.code)
      let documents = asked.reports.map(\.report).filter { $0.isOwed(by: village.code) }
        .compactMap { report -> Document? in
          if let document = asked.termDocument(report, village.code) { return document }
          let parts = own[report.code] ?? []
          guard asked.asks(report, of: village, isListed: !parts.isEmpty) else { return nil }
          return VillageMatrix.document(report, parts)
        }
      let recommendations = (byUnit[village.code] ?? []).filter {
        $0.report.level == .recommendation
      }
      return Row(village: village, documents: documents, recommendations: recommendations)
    }
  }

  private static func document(_ report: Report, _ parts: [Assessment]) -> Document {
    var counted = Parts()
    for part in parts { counted.add(part.status) }
    let required = parts.filter { $0.status != .exempt }
    let worst = required.map(\.status).max { $0.gravity < $1.gravity }
    return Document(
      report: report, status: worst ?? (parts.isEmpty ? .waiting : .exempt),
      date: counted.isPresent ? required.compactMap { $0.deciding?.date }.max() : nil,
      isPresent: counted.isPresent, parts: parts, inForceThrough: nil, isBeforeWatch: false)
  }

  /// The parts of a document that does not stay in force, counted.
  struct Parts {
    /// How many there are.
    private(set) var count = 0
    private var required = 0
    private var submitted = 0

    /// Counts a part.
    mutating func add(_ status: Status) {
      count += 1
      guard status != .exempt else { return }
      required += 1
      if status.isIn { submitted += 1 }
    }

    /// Whether the document is there: every part that is not exempt.
    var isPresent: Bool { required > 0 && submitted == required }

    /// The document as a count of one, or of none where it is exempt; who accepted it is not told.
    var presence: Presence {
      var presence = Presence()
      if count == 0 || required > 0 { presence.required = 1 }
      if isPresent { presence.present = 1 }
      return presence
    }
  }

  /// A document that stays in force: there is one always, made this year or years ago, also before the
  /// desa was watched; but one that was due before then is not asked for.
  static func termDocument(
    _ report: Report, _ unit: RegionCode, _ documents: TermDocuments, _ judge: Judge
  ) -> Document {
    if let inForce = documents.inForce(of: unit),
      let obligation = try? Planner.obligation(
        inForce.id, judge.definitions, judge.history, asOf: judge.day),
      let assessment = judge.assess(obligation)
    {
      return Document(
        report: report, status: assessment.status, date: inForce.deciding.date, isPresent: true,
        parts: [assessment], inForceThrough: inForce.end, isBeforeWatch: false)
    }
    let facts = report.perEvent.map { judge.history.facts($0, of: unit, asOf: judge.day) } ?? []
    let latest = Planner.obligations(of: report, unit, facts).last.flatMap { id in
      try? Planner.obligation(id, judge.definitions, judge.history, asOf: judge.day)
    }
    let isWatched =
      latest.map { judge.definitions.isWatched($0.id, due: $0.due) } ?? true
    let assessment = isWatched ? latest.flatMap { judge.assess($0) } : nil
    let status = assessment?.status ?? .waiting
    return Document(
      report: report, status: status, date: nil, isPresent: false,
      parts: assessment.map { [$0] } ?? [], inForceThrough: nil, isBeforeWatch: !isWatched)
  }
}
