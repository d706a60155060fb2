internal import Compliance
internal import ComplianceModel
internal import Workspace

/// The counts of some kecamatan, one after the other, of which nothing else is kept.
struct OfficeCounts: Sendable {
  /// The counts of kecamatan that have the same calendars.
  struct Sum: Sendable {
    /// The files of the calendars.
    let calendars: [String]
    /// The counts.
    var counts: DutyCounts
    /// The table of the calendars' codes.
    let codes: CodeTable
  }

  /// The counts of one kecamatan.
  struct Office: Sendable {
    /// The kecamatan.
    let kecamatan: Kecamatan
    /// All its counts.
    let total: Tally
    /// The counts by unit, where each desa is counted for itself.
    let units: [RegionCode: Tally]
  }

  /// The counts by calendars, in the order of the kecamatan.
  private(set) var sums: [Sum] = []
  /// The counts by kecamatan, in their order.
  private(set) var offices: [Office] = []
  /// The ledgers that were left out.
  private(set) var damaged: [DamagedLedger] = []
  /// The dates that wait for holidays and are in no count.
  private(set) var uncomputed = UncomputedDates()

  /// Counts.
  ///
  /// - Parameters:
  ///   - offices: The kecamatan.
  ///   - question: What is asked for.
  ///   - workspace: The workspace, with the units of the question's day.
  ///   - hasCounted: Is told of each kecamatan that is done with.
  /// - Throws: An ``AnswerFailure``, a `WorkspaceFailure`.
  init(
    of offices: ArraySlice<Kecamatan>, _ question: ComplianceRates.Question,
    in workspace: Workspace, hasCounted: () -> Void
  ) throws {
    let counted = DutyCounts.Question(
      year: question.year, quarter: question.quarter, level: question.level,
      units: question.units.units, keepsUnits: question.keepsVillages)
    for kecamatan in offices {
      defer { hasCounted() }
      let desk: Desk
      do throws(WorkspaceFailure) {
        desk = try workspace.desk(of: kecamatan, knownThrough: question.knownThrough)
      } catch {
        guard question.leavesOutDamaged, let ledger = DamagedLedger(of: kecamatan, error) else {
          throw error
        }
        damaged.append(ledger)
        continue
      }
      let counts = try CountedDuties(counted, desk, asOf: question.day).counts
      try counts.plan.requireSoundRules(desk.calendar)
      uncomputed.add(counts.plan, in: question.quarter, desk.calendar)
      self.offices.append(
        Office(kecamatan: kecamatan, total: counts.total, units: counts.byUnit))
      sums.add(
        Sum(
          calendars: workspace.calendarFiles(of: kecamatan.code), counts: counts,
          codes: desk.calendar.codes))
    }
  }
}

extension Recap {
  /// Adds the counts of a kecamatan, with the names of the regions in which it lies.
  mutating func add(_ office: OfficeCounts.Office) {
    let kecamatan = office.kecamatan
    if office.units.isEmpty { add(office.total, of: kecamatan.code) }
    for (unit, tally) in office.units {
      add(tally, of: unit)
      name(unit, kecamatan.label(of: unit))
    }
    for unit in [kecamatan.unit, kecamatan.regency, kecamatan.province].compactMap(\.self) {
      name(unit.code, unit.name)
    }
  }
}

extension [OfficeCounts.Sum] {
  /// Adds the counts of more kecamatan to those with the same calendars.
  mutating func add(_ other: OfficeCounts.Sum) {
    if let place = firstIndex(where: { $0.calendars == other.calendars }) {
      self[place].counts.add(other.counts)
    } else {
      append(other)
    }
  }
}
