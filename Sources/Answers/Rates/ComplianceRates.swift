public import CivilCalendar
public import Compliance
public import ComplianceModel
internal import Synchronization
public import Workspace

/// How much was on time in a duty year or quarter: the answer behind `kepatuhan`.
public struct ComplianceRates: Sendable {
  /// What is asked for.
  public struct Question: Sendable {
    /// The duty year.
    public let year: Int
    /// The only duty quarter that is meant; `nil` for the year.
    public let quarter: Quarter?
    /// Whose obligations are counted; `nil` for all.
    public let level: Report.Level?
    /// The units that are meant.
    public let units: UnitScope
    /// The day of judging.
    public let day: CivilDate
    /// The last day of recording that is used; `nil` for all.
    public let knownThrough: CivilDate?
    /// Whether a kecamatan whose ledger is damaged is left out of all counts, instead of ending the answer.
    public var leavesOutDamaged = false
    /// Whether each desa is counted for itself too.
    public var keepsVillages = false

    /// Asks about a duty year, or about one quarter of it.
    public init(
      year: Int, quarter: Quarter? = nil, level: Report.Level? = nil, of units: UnitScope,
      asOf day: CivilDate, knownThrough: CivilDate? = nil
    ) {
      self.year = year
      self.quarter = quarter
      self.level = level
      self.units = units
      self.day = day
      self.knownThrough = knownThrough
    }
  }

  /// Counts that are grouped by one thing.
  public struct Table: Sendable {
    /// The key for programs: `per_triwulan`.
    public let key: String
    /// The heading for people.
    public let heading: String
    /// The groups.
    public let rows: [Rates.Row]

    /// The columns of the table: the names of the groups before those of their counts.
    public func columns(_ counts: [Column<Tally>]) -> [Column<Rates.Row>] {
      [Column(key: "nama", heading: heading) { $0.name }] + counts.map { $0.of(\.tally) }
    }
  }

  /// What was asked for.
  public let question: Question
  /// The counts.
  public let rates: Rates
  /// Since when the units are watched.
  public let watchedSince: WatchedSince
  /// The dates that wait for holidays and are in no count.
  public let uncomputed: UncomputedDates
  /// The counts by region, from the kecamatan, or each desa, up to the country.
  public let recap: Recap
  /// What is wrong with the ledgers that were left out, by kecamatan.
  public let damaged: [DamagedLedger]

  /// Answers a question.
  ///
  /// - Parameters:
  ///   - question: The question.
  ///   - workspace: The workspace, with the units of the question's day.
  ///   - reach: Is told how many kecamatan are counted, by any thread.
  /// - Throws: ``AnswerFailure``; a `WorkspaceFailure` for calendars, holidays or ledgers that cannot be
  ///   read.
  public init(
    _ question: Question, in workspace: Workspace,
    reaching reach: (@Sendable (Int) -> Void)? = nil
  ) throws {
    let offices = question.units.kecamatan
    let counted = Atomic(0)
    let blocks = try Workers.map(offices.count) { range in
      try OfficeCounts(of: offices[range], question, in: workspace) {
        reach?(counted.wrappingAdd(1, ordering: .relaxed).newValue)
      }
    }
    var rates = Rates()
    var uncomputed = UncomputedDates()
    // What is counted alike is summed up before it is looked up by its texts.
    var sums: [OfficeCounts.Sum] = []
    for sum in blocks.lazy.flatMap(\.sums) { sums.add(sum) }
    for sum in sums { rates.add(sum.counts, sum.codes) }
    var recap = Recap()
    for block in blocks {
      for office in block.offices {
        rates.add(office.total, of: office.kecamatan)
        recap.add(office)
      }
      uncomputed.add(block.uncomputed)
    }
    self.recap = recap
    damaged = blocks.flatMap(\.damaged)
    self.question = question
    self.rates = rates
    self.uncomputed = uncomputed
    watchedSince = WatchedSince(question.units, workspace.office)
  }

  /// The counts by quarter, report, role and kecamatan.
  public var tables: [Table] {
    [
      Table(
        key: "per_triwulan", heading: "Per triwulan", rows: rates.byQuarter(of: question.year)),
      Table(key: "per_laporan", heading: "Per laporan", rows: rates.byReport),
      Table(key: "per_jabatan", heading: "Per penanggung jawab", rows: rates.byRole),
      Table(key: "per_unit", heading: "Per kecamatan", rows: rates.byKecamatan),
    ]
  }

  /// The tables that tell something: of a quarter the row of that quarter, and of one kecamatan, which is
  /// all there is, no table by kecamatan.
  public var shownTables: [Table] {
    tables.map { table in
      let rows = table.rows.filter { row in
        if case .quarter(let quarter) = row.name, let asked = question.quarter {
          return quarter == asked
        }
        return true
      }
      return Table(key: table.key, heading: table.heading, rows: rows)
    }.filter { $0.key == "per_unit" ? $0.rows.count > 1 : !$0.rows.isEmpty }
  }

  /// The columns of the counts.
  public var columns: [Column<Tally>] { Rates.columns(ofQuarter: question.quarter != nil) }
}
