import CivilCalendar
import Compliance
import ComplianceModel
import TestSupport
import Testing

/// Counts of indicators against the oracle: random years, every kind of term, every span.
struct IndicatorOracleTests {
  private static let year = 2026

  /// The whole year, each quarter, and each quarter with those before it.
  private static var spans: [YearSpan] {
    let quarters = Quarter.all(of: year)
    return [.year(year)] + quarters.map { .quarter($0) } + quarters.map { .through($0) }
  }

  private struct World {
    let small: SmallOffice
    let definitions: Definitions
    let office: IndicatorOracle.Office
    /// What rows are made for: the duties, and what their gates ask for.
    let subjects: [(id: Obligation.ID, around: CivilDate)]
    let codes: [Code]
    let villages: [RegionCode]

    /// A world, in which some desa may be free of some documents.
    init(deciding: DecidingSubmission, isRestricted: Bool = false) throws {
      var small = SmallOffice()
      small.deciding = deciding
      small.add("LPPD", yearOffset: -1, try rule(.fixed(27, .february, 1)))
      small.add("RFK", length: .quarter, try rule(.dayOfFollowingMonth(10)), deciding: .last)
      small.add("Rakor", length: .month, try rule(.countOnly(target: 11)))
      let villages = try SmallOffice.villages.map { try region($0) }
      let units: [String: Set<RegionCode>] =
        isRestricted
        ? ["RKPDes": [villages[0], villages[1]], "LPPDesa": [], "RPJMDes": [villages[2]]] : [:]
      func owes(_ village: RegionCode, _ report: String) -> Bool {
        units[report]?.contains(village) ?? true
      }
      try small.addVillageReports(units: units)
      try small.addRecommendations()
      let kecamatan = try region(SmallOffice.code)
      var codes = small.codes
      var duties: [IndicatorOracle.Duty] = []
      func duty(
        _ code: String, _ covered: String, _ due: String?, of unit: RegionCode,
        level: Report.Level = .village, isEnacted: Bool = false, after: Obligation.ID? = nil
      ) throws {
        let id = Obligation.ID(
          report: codes.intern(code), unit: unit, period: try period(covered))
        duties.append(
          IndicatorOracle.Duty(
            id: id, level: level, due: try due.map { try day($0) },
            decidesFirst: code == "RFK" ? false : deciding == .first,
            speaksOfEnactment: isEnacted, predecessor: after))
      }
      try duty("LPPD", "2025", "2026-02-27", of: kecamatan, level: .office)
      for (covered, due) in [
        ("2025-TW4", "2026-01-10"), ("2026-TW1", "2026-04-10"), ("2026-TW2", "2026-07-10"),
        ("2026-TW3", "2026-10-10"),
      ] { try duty("RFK", covered, due, of: kecamatan, level: .office) }
      for month in 1...12 {
        try duty(
          "Rakor", "2026-\(month < 10 ? "0" : "")\(month)", nil, of: kecamatan, level: .office)
      }
      var gates: [Obligation.ID] = []
      for village in villages {
        if owes(village, "RKPDes") {
          try duty("RKPDes", "2027", "2026-09-30", of: village, isEnacted: true)
        }
        try duty("APBDes", "2027", "2026-12-31", of: village, isEnacted: true)
        try duty("RealisasiDes", "2025-S2", "2026-01-20", of: village)
        try duty("RealisasiDes", "2026-S1", "2026-07-14", of: village)
        try duty("LKPJDes", "2025", "2026-03-31", of: village)
        if owes(village, "LPPDesa") {
          try duty("LPPDesa", "2025", "2026-03-31", of: village)
        }
        var before = Obligation.ID(
          report: codes.intern("APBDes"), unit: village, period: try period("2026"))
        gates.append(before)
        for (quarter, due) in [
          (1, "2026-03-31"), (2, "2026-06-30"), (3, "2026-09-30"), (4, "2026-12-31"),
        ] {
          try duty(
            "RekADD", "2026-TW\(quarter)", due, of: village, level: .recommendation, after: before)
          before = Obligation.ID(
            report: codes.intern("RekADD"), unit: village,
            period: try period("2026-TW\(quarter)"))
        }
      }
      small.codes = codes
      self.small = small
      self.villages = villages
      definitions = try small.definitions()
      office = IndicatorOracle.Office(
        year: IndicatorOracleTests.year, villages: villages, duties: duties,
        documents: ["RKPDes", "APBDes", "RealisasiDes", "LKPJDes", "LPPDesa"].map {
          codes.intern($0)
        },
        termDocument: codes.intern("RPJMDes"),
        termVillages: villages.filter { owes($0, "RPJMDes") },
        event: codes.intern("pelantikan-kades"), decidesFirst: deciding == .first)
      let newYear = try day("2026-01-01")
      subjects =
        duties.map { ($0.id, $0.due ?? $0.id.period.lastDay) } + gates.map { ($0, newYear) }
      self.codes = small.reports.map(\.code)
    }

    // MARK: - Random years

    func ledger(_ random: inout SplitMix64) -> [LedgerEvent] {
      var rows: [LedgerEvent] = []
      func add(
        _ kind: LedgerEvent.Kind, _ id: Obligation.ID, _ date: CivilDate, received: CivilDate,
        lag: Int, voids: LedgerEvent.RowID? = nil
      ) {
        let row = LedgerEvent.RowID(year: received.year, number: rows.count + 1)
        rows.append(
          LedgerEvent(
            row: row, kind: kind, unit: id.unit, subject: id.report, period: id.period,
            date: date, received: received, recorded: received.adding(days: lag), voids: voids))
      }
      func some(_ choices: [Int]) -> Int { choices.randomElement(using: &random) ?? 0 }
      func history(_ id: Obligation.ID, around day: CivilDate) {
        var received = day.adding(days: some([-60, -20, -3, -1, 0, 0, 0, 1, 5, 40]))
        // An exemption hides all else, so that few are exempt.
        if some([0, 0, 0, 0, 0, 0, 0, 1]) == 1 { add(.exempted, id, day, received: day, lag: 0) }
        if some([0, 0, 0, 0, 1]) == 1 {
          let letter = day.adding(days: some([-30, 10]))
          add(.extended, id, day.adding(days: some([-5, 10, 45])), received: letter, lag: 0)
        }
        let steps: [[LedgerEvent.Kind]] = [
          [], [.submitted], [.submitted], [.submitted], [.submitted, .returned],
          [.submitted, .returned], [.submitted, .returned, .submitted], [.submitted, .accepted],
          [.submitted, .submitted],
        ]
        for kind in steps.randomElement(using: &random) ?? [] {
          let date = received.adding(days: -some([0, 0, 0, 2, 15]))
          add(kind, id, date, received: received, lag: some([0, 0, 1, 7, 8, 30]))
          received = received.adding(days: some([0, 1, 7, 30]))
        }
      }
      for subject in subjects { history(subject.id, around: subject.around) }
      for village in villages {
        for year in [2020, 2025, 2026] {
          guard let period = Period(.year, year: year) else { continue }
          let start = period.firstDay.adding(days: some([20, 170, 300]))
          let id = Obligation.ID(report: office.termDocument, unit: village, period: period)
          if some([0, 0, 1]) == 1 {
            let fact = Obligation.ID(report: office.event, unit: village, period: period)
            add(.fact, fact, start, received: start, lag: 0)
          }
          if some([0, 1]) == 1 { history(id, around: start.adding(months: 3)) }
        }
      }
      for row in rows where some([0, 0, 0, 0, 0, 0, 0, 0, 0, 1]) == 1 {
        guard let id = row.obligation else { continue }
        add(.voided, id, row.date, received: row.received, lag: 0, voids: row.row)
      }
      return rows
    }

    // MARK: - Random formulas

    func term(_ random: inout SplitMix64) -> CountTerm {
      let isOfVillages = Bool.random(using: &random)
      let possible = isOfVillages ? office.documents + [office.termDocument] : codes
      let chosen = possible.filter { _ in Int.random(in: 0..<3, using: &random) == 0 }
      let reports: [Code]? = chosen.isEmpty ? nil : chosen + chosen.prefix(1)
      let levels: [Report.Level?] = [nil, nil, .office, .village, .recommendation]
      let kecamatan = definitions.kecamatan.code
      let units: [[RegionCode]?] = [
        nil, nil, [kecamatan], [villages[0]], [villages[2], villages[1]],
      ]
      let unit = units[Int.random(in: 0..<units.count, using: &random)]
      func conditions(_ allowed: [CountTerm.Condition]) -> Set<CountTerm.Condition> {
        var chosen: Set<CountTerm.Condition> = []
        for _ in 0..<Int.random(in: 1...2, using: &random) {
          chosen.insert(allowed[Int.random(in: 0..<allowed.count, using: &random)])
        }
        return chosen
      }
      let ofDocuments: [CountTerm.Condition] = [
        .required, .complete, .inForce, .onTime, .late, .exempt,
      ]
      guard isOfVillages else {
        let level = levels[Int.random(in: 0..<levels.count, using: &random)]
        return .obligations(
          CountTerm.Scope(reports: reports, level: level, units: unit),
          conditions([.required, .made, .onTime, .late, .exempt]))
      }
      let scope = CountTerm.Scope(reports: reports, units: unit)
      return switch Int.random(in: 0..<6, using: &random) {
      case 0, 1: .documents(scope, conditions(ofDocuments))
      case 2, 3: .villages(scope, conditions(ofDocuments))
      case 4: .perVillage(max(1, chosen.count), of: chosen)
      default: .constant(Int.random(in: 0...9, using: &random))
      }
    }

    func words(_ term: CountTerm) -> String {
      func list(_ reports: [Code]?) -> String {
        reports?.map { small.codes[$0] }.joined(separator: "+") ?? "semua"
      }
      func words(_ scope: CountTerm.Scope, _ conditions: Set<CountTerm.Condition>) -> String {
        "\(list(scope.reports)) \(scope.level?.rawValue ?? "") "
          + "\(scope.units?.map(\.description) ?? []) \(conditions.map(\.rawValue).sorted())"
      }
      return switch term {
      case .obligations(let scope, let conditions): "kewajiban \(words(scope, conditions))"
      case .documents(let scope, let conditions): "dokumen \(words(scope, conditions))"
      case .villages(let scope, let conditions): "desa \(words(scope, conditions))"
      case .perVillage(let factor, let reports): "tiap_desa \(factor) \(list(reports))"
      case .constant(let number): "tetap \(number)"
      case .target: "target"
      }
    }

    func evidence(_ rows: [LedgerEvent], on date: CivilDate) -> IndicatorEvidence {
      let history = History(rows.reversed())
      let year = IndicatorOracleTests.year
      let plan = Planner(definitions, history, asOf: date, years: year...year).plan()
      return IndicatorEvidence(
        Judge(definitions, history, asOf: date), plan, year: year)
    }

    // MARK: - Comparing

    /// How a count differs over a span.
    func difference(
      _ rows: [LedgerEvent], _ terms: [CountTerm], _ span: YearSpan, on date: CivilDate
    ) -> String? {
      let oracle = IndicatorOracle(office, rows, on: date)
      let evidence = evidence(rows, on: date)
      return difference(oracle, evidence, terms, span)
    }

    func difference(
      _ oracle: IndicatorOracle, _ evidence: IndicatorEvidence, _ terms: [CountTerm],
      _ span: YearSpan
    ) -> String? {
      let reading = IndicatorReading(name: nil, numerator: terms, denominator: nil)
      let made = evidence.count(reading, over: span, target: nil)
      for (count, term) in zip(made.numerator, terms) {
        let wanted = oracle.count(term, over: span).count
        if count.count != wanted {
          return "\(words(term)) over \(span) on \(oracle.day): "
            + "\(count.count ?? -1), not \(wanted)"
        }
      }
      let marks = oracle.marks(terms, over: span)
      if made.lateEntries != marks.lateEntries {
        return "late entries over \(span) on \(oracle.day): \(made.lateEntries), "
          + "not \(marks.lateEntries): \(terms.map(words))"
      }
      if made.halfDone != marks.halfDone {
        return "half done over \(span) on \(oracle.day): \(made.halfDone), "
          + "not \(marks.halfDone): \(terms.map(words))"
      }
      return nil
    }

    /// How the best that can still be reached differs.
    func differenceAtBest(
      _ rows: [LedgerEvent], _ term: CountTerm, on date: CivilDate
    ) -> String? {
      let span = YearSpan.year(IndicatorOracleTests.year)
      let wanted = IndicatorOracle(office, rows, on: date).highest(term)
      let reading = IndicatorReading(name: nil, numerator: [term], denominator: nil)
      let made = evidence(rows, on: date).count(reading, over: span, target: nil, atBest: true)
      guard made.numeratorSum != wanted else { return nil }
      return "the best of \(words(term)) on \(date): \(made.numeratorSum), not \(wanted)"
    }

    func date(_ random: inout SplitMix64) throws -> CivilDate {
      try day("2026-01-01").adding(days: Int.random(in: -5...400, using: &random))
    }
  }

  private static func worlds() throws -> [World] {
    [
      try World(deciding: .first), try World(deciding: .last),
      try World(deciding: .first, isRestricted: true),
    ]
  }

  @Test(arguments: 0..<4) func `a second reading of the grammar counts the same`(
    batch: UInt64
  ) throws {
    let worlds = try IndicatorOracleTests.worlds()
    var counted = 0
    for seed in (batch * 15)..<(batch * 15 + 15) {
      var random = SplitMix64(seed: seed)
      let world = worlds[Int(seed % 3)]
      let rows = world.ledger(&random)
      let date = try world.date(&random)
      let oracle = IndicatorOracle(world.office, rows, on: date)
      let evidence = world.evidence(rows, on: date)
      for _ in 0..<8 {
        let terms = [world.term(&random), world.term(&random)]
        for span in IndicatorOracleTests.spans {
          counted += oracle.count(terms[0], over: span).count
          if world.difference(oracle, evidence, terms, span) != nil {
            let smallest = rows.smallest(world.small.codes) {
              world.difference($0, terms, span, on: date)
            }
            Issue.record("seed \(seed): \(smallest)")
            return
          }
        }
      }
    }
    #expect(counted > 0)
  }

  @Test(arguments: 0..<4) func `the best of the year is what handing in everything today gives`(
    batch: UInt64
  ) throws {
    let worlds = try IndicatorOracleTests.worlds()
    for seed in (1000 + batch * 15)..<(1000 + batch * 15 + 15) {
      var random = SplitMix64(seed: seed)
      let world = worlds[Int(seed % 3)]
      let date = try world.date(&random)
      // What an office knows on a day: nothing that comes later.
      let rows = world.ledger(&random).filter { $0.received <= date && $0.date <= date }
      for _ in 0..<8 {
        let term = world.term(&random)
        if world.differenceAtBest(rows, term, on: date) != nil {
          let smallest = rows.smallest(world.small.codes) {
            world.differenceAtBest($0, term, on: date)
          }
          Issue.record("seed \(seed): \(smallest)")
          return
        }
      }
    }
  }
}
