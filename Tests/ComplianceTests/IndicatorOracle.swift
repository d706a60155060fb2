import CivilCalendar
import Compliance
import ComplianceModel

/// A second reading of how indicators are counted, for one kecamatan and one duty year.
///
/// It was written from the rules on documents, obligations and RPJMDes that its quotes repeat, and from
/// "Registers of indicators" in the grammar of calendar files alone, sentence by sentence. Statuses are
/// those of ``Oracle``.
struct IndicatorOracle {
  /// An obligation of the duty year, as the test states it.
  struct Duty {
    let id: Obligation.ID
    let level: Report.Level
    /// The rule's date; `nil` for a report that is only counted.
    let due: CivilDate?
    let decidesFirst: Bool
    let speaksOfEnactment: Bool
    let predecessor: Obligation.ID?
  }

  /// What the year owes, and the report that stays in force for a term.
  struct Office {
    let year: Int
    let villages: [RegionCode]
    let duties: [Duty]
    /// The reports that are documents of a desa, but for the one with a term.
    let documents: [Code]
    let termDocument: Code
    /// Who owes that one.
    let termVillages: [RegionCode]
    let event: Code
    let decidesFirst: Bool
  }

  /// An obligation or a document as a count sees it.
  struct Item: Hashable {
    let report: Code
    let unit: RegionCode
    let period: Period?
    let level: Report.Level
    var status: String
    var isPresent: Bool
    var isInForce = false
    var isHalfDone = false
    var isLateEntry: Bool
    var quarter: Int
  }

  /// One obligation or one document, however often it is looked at.
  struct Key: Hashable {
    let report: Code
    let unit: RegionCode
    let period: Period?
  }

  let office: Office
  let rows: [LedgerEvent]
  let day: CivilDate
  private let oracle: Oracle
  private let obligations: [Item]
  /// The documents of the year, and the one with a term as it stands at the end of each span.
  private var yearly: [Item] = []
  private var termed: [CivilDate: [Item]] = [:]

  init(_ office: Office, _ rows: [LedgerEvent], on day: CivilDate) {
    self.office = office
    self.rows = rows
    self.day = day
    oracle = Oracle(ledger: rows)
    obligations = IndicatorOracle.obligations(office, rows, on: day)
    yearly = office.villages.flatMap { village in
      office.documents.filter { report in
        office.duties.contains { $0.id.report == report && $0.id.unit == village }
      }.map { document($0, village) }
    }
    for end in Set(Quarter.all(of: office.year).map { min(day, $0.lastDay) }) {
      termed[end] = office.termVillages.map { termDocument($0, on: end) }
    }
  }

  // MARK: - Obligations

  private static let isIn: Set<String> = ["tepat-waktu", "terlambat", "disampaikan"]

  /// "menunggu, or disampaikan once in" where there is no due date.
  private static func item(_ duty: Duty, _ oracle: Oracle, on day: CivilDate) -> Item {
    var verdict = oracle.verdict(
      Oracle.Owed(
        id: duty.id, due: duty.due ?? day, lead: ComplianceModel.Office.defaultLeadDays,
        decidesFirst: duty.decidesFirst, speaksOfEnactment: duty.speaksOfEnactment,
        predecessor: duty.predecessor), on: day)
    if duty.due == nil, verdict.status != "dibebaskan" {
      verdict.status = isIn.contains(verdict.status) ? "disampaikan" : "menunggu"
    }
    let isPresent = isIn.contains(verdict.status)
    // "duty quarter: that of the rule's own due date, before any extension"
    let quarter = (duty.due ?? duty.id.period.lastDay).quarter.number
    return Item(
      report: duty.id.report, unit: duty.id.unit, period: duty.id.period, level: duty.level,
      status: verdict.status, isPresent: isPresent,
      isLateEntry: isPresent && verdict.isLateEntry, quarter: quarter)
  }

  private static func obligations(
    _ office: Office, _ rows: [LedgerEvent], on day: CivilDate
  ) -> [Item] {
    let oracle = Oracle(ledger: rows)
    let terms = office.termVillages.flatMap { termDuties(office, $0, rows, on: day) }
    return (office.duties + terms).map { item($0, oracle, on: day) }
  }

  // MARK: - The document with a term

  private static func standing(_ rows: [LedgerEvent]) -> [LedgerEvent] {
    rows.filter { row in
      row.kind != .voided && !rows.contains { $0.kind == .voided && $0.voids == row.row }
    }
  }

  /// The days on which a kades began, as far as they are known on a day.
  private static func starts(
    _ office: Office, _ village: RegionCode, _ rows: [LedgerEvent], on day: CivilDate
  ) -> [CivilDate] {
    standing(rows).filter {
      $0.kind == .fact && $0.subject == office.event && $0.unit == village && $0.date <= day
    }.map(\.date)
  }

  /// "RPJMDes is due 3 months after each desa's own pelantikan", its period the pelantikan's year.
  private static func termDuty(
    _ office: Office, _ village: RegionCode, _ period: Period, _ starts: [CivilDate]
  ) -> Duty {
    Duty(
      id: Obligation.ID(report: office.termDocument, unit: village, period: period),
      level: .village,
      due: starts.first { $0.year == period.year }?.adding(months: 3),
      decidesFirst: office.decidesFirst, speaksOfEnactment: true, predecessor: nil)
  }

  /// The obligations that a year lists.
  ///
  /// "It stands only in the year of its own due date. Without a pelantikan any year may be given to
  /// catat, and none is listed where an RPJMDes is in force on T": unless it was given.
  private static func termDuties(
    _ office: Office, _ village: RegionCode, _ rows: [LedgerEvent], on day: CivilDate
  ) -> [Duty] {
    let starts = starts(office, village, rows, on: day)
    guard starts.isEmpty else {
      return starts.compactMap { Period(.year, year: $0.year) }
        .map { termDuty(office, village, $0, starts) }
        .filter { $0.due?.year == office.year }
    }
    guard let period = Period(.year, year: office.year) else { return [] }
    let duty = termDuty(office, village, period, [])
    let isGiven = standing(rows).contains { $0.obligation == duty.id && $0.kind != .fact }
    return isGiven || inForce(office, village, rows, on: day) == nil ? [duty] : []
  }

  /// The document that is in force on a day.
  ///
  /// "In force from its tanggal to the end of the term that began at the pelantikan before it (none
  /// recorded: counted from tanggal): 6 years, or 8 if the 6-year term had not ended on 25 April 2024."
  private static func inForce(
    _ office: Office, _ village: RegionCode, _ rows: [LedgerEvent], on day: CivilDate
  ) -> Duty? {
    let oracle = Oracle(ledger: rows)
    let starts = starts(office, village, rows, on: day)
    let named = rows.compactMap(\.obligation)
    let made = Set(named.filter { $0.report == office.termDocument && $0.unit == village })
    var newest: (date: CivilDate, duty: Duty)?
    for id in made where oracle.isIn(id, on: day) && !oracle.isExempt(id, on: day) {
      let duty = termDuty(office, village, id.period, starts)
      let verdict = oracle.verdict(
        Oracle.Owed(
          id: id, due: duty.due ?? day, lead: 0, decidesFirst: office.decidesFirst,
          speaksOfEnactment: true, predecessor: nil), on: day)
      guard let date = rows.first(where: { $0.row == verdict.deciding })?.date else { continue }
      let start = starts.filter { $0 <= date }.max() ?? date
      let sixYears = start.adding(months: 72)
      let hadEnded = (sixYears.year, sixYears.description) < (2024, "2024-04-25")
      let end = hadEnded ? sixYears : start.adding(months: 96)
      guard date <= day, day <= end else { continue }
      if let newest, (newest.date, newest.duty.id.period) > (date, id.period) { continue }
      newest = (date, duty)
    }
    return newest?.duty
  }

  /// The document of a village.
  ///
  /// "Always 1 of wajib, and ada when one is in force on T, with that document's own status; when none
  /// is in force, the status is that of the latest pelantikan's obligation, menunggu without one."
  private func termDocument(_ village: RegionCode, on day: CivilDate) -> Item {
    if let duty = IndicatorOracle.inForce(office, village, rows, on: day) {
      var item = IndicatorOracle.item(duty, oracle, on: day)
      item.isPresent = true
      item.isInForce = true
      return item
    }
    let starts = IndicatorOracle.starts(office, village, rows, on: day)
    guard let period = starts.max().flatMap({ Period(.year, year: $0.year) }) else {
      return Item(
        report: office.termDocument, unit: village, period: nil, level: .village,
        status: "menunggu", isPresent: false, isLateEntry: false, quarter: 0)
    }
    let duty = IndicatorOracle.termDuty(office, village, period, starts)
    var item = IndicatorOracle.item(duty, oracle, on: day)
    item.isPresent = false
    item.isLateEntry = false
    return item
  }

  // MARK: - Documents

  /// "`ada` when every part that is not exempt is in; its status is its worst part in the order lewat,
  /// segera, menunggu, terlambat, tepat-waktu"; "all parts exempt: dibebaskan".
  private func document(_ report: Code, _ village: RegionCode) -> Item {
    let parts = obligations.filter { $0.report == report && $0.unit == village }
    let asked = parts.filter { $0.status != "dibebaskan" }
    let order = ["lewat", "segera", "menunggu", "terlambat", "tepat-waktu"]
    let worst = order.first { word in asked.contains { $0.status == word } } ?? "dibebaskan"
    let isPresent = !asked.isEmpty && asked.allSatisfy(\.isPresent)
    return Item(
      report: report, unit: village, period: nil, level: .village, status: worst,
      isPresent: isPresent,
      isHalfDone: !isPresent && asked.contains(where: \.isPresent),
      isLateEntry: isPresent && asked.contains(where: \.isLateEntry),
      quarter: parts.map(\.quarter).max() ?? 0)
  }

  private func documents(_ scope: CountTerm.Scope, _ span: YearSpan) -> [Item] {
    let end = min(day, IndicatorOracle.lastDay(span))
    let others = yearly.filter { IndicatorOracle.quarters(span).contains($0.quarter) }
    return (others + (termed[end] ?? [])).filter {
      IndicatorOracle.isIn(scope, $0.unit) && (scope.reports?.contains($0.report) ?? true)
    }
  }

  // MARK: - Spans and scopes

  static func quarters(_ span: YearSpan) -> ClosedRange<Int> {
    switch span {
    case .year: 1...4
    case .quarter(let quarter): quarter.number...quarter.number
    case .through(let quarter): 1...quarter.number
    }
  }

  private static func lastDay(_ span: YearSpan) -> CivilDate {
    switch span {
    case .year(let year): Month.december.lastDay(of: year)
    case .quarter(let quarter), .through(let quarter): quarter.lastDay
    }
  }

  private static func isIn(_ scope: CountTerm.Scope, _ unit: RegionCode) -> Bool {
    guard let units = scope.units else { return true }
    return units.contains {
      unit == $0 || unit.description.hasPrefix($0.description + ".")
    }
  }

  // MARK: - Counting

  /// What a term looks at, and what it gives.
  struct Count {
    var count: Int
    var items: [Item] = []
  }

  func count(_ term: CountTerm, over span: YearSpan) -> Count {
    switch term {
    case .obligations(let scope, let conditions):
      let items = obligations.filter {
        (scope.reports?.contains($0.report) ?? true) && (scope.level ?? $0.level) == $0.level
          && IndicatorOracle.isIn(scope, $0.unit)
          && IndicatorOracle.quarters(span).contains($0.quarter)
      }
      return Count(
        count: items.count { item in conditions.contains { isObligation($0, item) } },
        items: items)
    case .documents(let scope, let conditions):
      let items = documents(scope, span)
      return Count(
        count: items.count { item in conditions.contains { isDocument($0, item) } }, items: items)
    case .villages(let scope, let conditions):
      let items = documents(scope, span)
      let count = office.villages.count { village in
        let own = items.filter { $0.unit == village }
        let asked = own.filter { $0.status != "dibebaskan" }
        func areAll(_ items: [Item]) -> Bool {
          !items.isEmpty
            && items.allSatisfy { item in conditions.contains { isDocument($0, item) } }
        }
        return areAll(asked) || conditions.contains(.exempt) && areAll(own)
      }
      return Count(count: count, items: items)
    case .perVillage(let factor, let reports):
      // "less those that a desa does not owe, and those that are exempt (up to a quarter: less those
      // that are not due by then)"
      let scope = CountTerm.Scope(reports: reports)
      let asked = documents(scope, span).filter { $0.status != "dibebaskan" }
      let missing = office.villages.flatMap { village in
        Set(reports).filter { report in
          !asked.contains { $0.unit == village && $0.report == report }
        }
      }
      return Count(count: max(0, factor * office.villages.count - missing.count))
    case .constant(let number): return Count(count: number)
    case .target: return Count(count: 0)
    }
  }

  private func isObligation(_ condition: CountTerm.Condition, _ item: Item) -> Bool {
    switch condition {
    case .required: item.status != "dibebaskan"
    case .made: item.isPresent
    case .onTime: item.status == "tepat-waktu"
    case .late: item.status == "terlambat"
    case .exempt: item.status == "dibebaskan"
    case .complete, .inForce: false
    }
  }

  private func isDocument(_ condition: CountTerm.Condition, _ item: Item) -> Bool {
    switch condition {
    case .required: item.status != "dibebaskan"
    case .complete: item.isPresent
    case .inForce: item.isInForce
    case .onTime: item.isPresent && item.status == "tepat-waktu"
    case .late: item.isPresent && item.status == "terlambat"
    case .exempt: item.status == "dibebaskan"
    case .made: false
    }
  }

  /// Of everything that some terms look at, how much a late entry decides, and how many documents
  /// are there in part.
  func marks(_ terms: [CountTerm], over span: YearSpan) -> (lateEntries: Int, halfDone: Int) {
    var late: Set<Key> = []
    var half: Set<Key> = []
    for term in terms {
      let isOfObligations = if case .obligations = term { true } else { false }
      for item in count(term, over: span).items {
        let key = Key(
          report: item.report, unit: item.unit, period: isOfObligations ? item.period : nil)
        if item.isLateEntry { late.insert(key) }
        if item.isHalfDone { half.insert(key) }
      }
    }
    return (late.count, half.count)
  }

  // MARK: - The best that can still be reached

  /// The highest count of a term over the year, tried out: everything that is not in is handed in on
  /// the day, and of the documents with a term any that are not.
  func highest(_ term: CountTerm) -> Int {
    let span = YearSpan.year(office.year)
    switch term {
    case .obligations: return handedIn(where: { _ in true }).count(term, over: span).count
    case .documents, .villages: break
    case .perVillage, .constant, .target: return count(term, over: span).count
    }
    return office.villages.map { village in
      let own = IndicatorOracle(office.only(village), rows.filter { $0.unit == village }, on: day)
      let ids = own.office.termVillages.flatMap(own.openTermDocuments)
      let choices = ids.reduce([[Obligation.ID]([])]) { sets, id in sets + sets.map { $0 + [id] } }
      return choices.map { chosen in
        let tried = own.handedIn { $0.report != office.termDocument || chosen.contains($0) }
        return tried.count(term, over: span).count
      }.max() ?? 0
    }.reduce(0, +)
  }

  /// The documents with a term that can still be made: those that the year lists, and where none is
  /// in force that of the last pelantikan.
  private func openTermDocuments(_ village: RegionCode) -> [Obligation.ID] {
    let starts = IndicatorOracle.starts(office, village, rows, on: day)
    var ids = Set(IndicatorOracle.termDuties(office, village, rows, on: day).map(\.id))
    if IndicatorOracle.inForce(office, village, rows, on: day) == nil,
      let period = Period(.year, year: starts.max()?.year ?? office.year)
    {
      ids.insert(Obligation.ID(report: office.termDocument, unit: village, period: period))
    }
    return ids.filter { !oracle.isIn($0, on: day) && !oracle.isExempt($0, on: day) }
  }

  private func handedIn(where isChosen: (Obligation.ID) -> Bool) -> IndicatorOracle {
    let duties = office.duties.map(\.id).filter {
      !oracle.isIn($0, on: day) && !oracle.isExempt($0, on: day)
    }
    let open = (duties + office.termVillages.flatMap(openTermDocuments)).filter(isChosen)
    let added = open.enumerated().map { index, id in
      LedgerEvent(
        row: LedgerEvent.RowID(year: 9999, number: index + 1), kind: .submitted, unit: id.unit,
        subject: id.report, period: id.period, date: bestDate(id), received: day, recorded: day)
    }
    return IndicatorOracle(office, rows + added, on: day)
  }

  /// What is handed in bears today's date; a document that was set bears that of its penetapan, which
  /// may have been in time.
  private func bestDate(_ id: Obligation.ID) -> CivilDate {
    let starts = IndicatorOracle.starts(office, id.unit, rows, on: day)
    let duty =
      id.report == office.termDocument
      ? IndicatorOracle.termDuty(office, id.unit, id.period, starts)
      : office.duties.first { $0.id == id }
    guard let duty, duty.speaksOfEnactment, let due = duty.due else { return day }
    let verdict = oracle.verdict(
      Oracle.Owed(
        id: id, due: due, lead: 0, decidesFirst: duty.decidesFirst, speaksOfEnactment: true,
        predecessor: nil), on: day)
    return min(day, verdict.due)
  }
}

extension IndicatorOracle.Office {
  /// The same with only one of the villages.
  fileprivate func only(_ village: RegionCode) -> Self {
    Self(
      year: year, villages: [village], duties: duties.filter { $0.id.unit == village },
      documents: documents, termDocument: termDocument,
      termVillages: termVillages.filter { $0 == village }, event: event,
      decidesFirst: decidesFirst)
  }
}
