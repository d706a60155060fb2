import CivilCalendar
import Compliance
import ComplianceModel
import LedgerStore
import SystemPackage
import Workspace

/// A year of ledgers for every kecamatan of a workspace, the same for the same region table: about 92 %
/// of what is owed is submitted, 85 % of these on time, 5 % are returned and resubmitted, 1 % voided,
/// 0.5 % exempt and 0.5 % extended.
struct MadeUpCountry {
  private let workspace: Workspace
  private let year: Int
  private var random = Random(state: 0x7465_6E67_6761_7431)

  /// A row with the second of the year in which it is recorded.
  private struct Row {
    var second: Int
    var entry: LedgerEntry
    /// The place, among the rows of its obligation, of the row that it voids.
    var voids: Bool = false
  }

  init(_ workspace: Workspace, year: Int) {
    self.workspace = workspace
    self.year = year
  }

  /// Writes the ledgers.
  ///
  /// - Returns: How many rows they have.
  mutating func write() throws -> Int {
    var count = 0
    for kecamatan in workspace.kecamatan { count += try write(kecamatan) }
    try workspace.ledgers.syncAll()
    return count
  }

  private mutating func write(_ kecamatan: Kecamatan) throws -> Int {
    let first = try CivilDate(year: year, month: 1, day: 1)
    let last = try CivilDate(year: year, month: 12, day: 31)
    let desk = try workspace.desk(of: kecamatan)
    let plan = try desk.plan(year...year, asOf: last)
    let codes = desk.calendar.codes
    var groups: [[Row]] = []
    for village in kecamatan.villages where random.happens(50) {
      let day = first.adding(days: random.below(200))
      let entry = LedgerEntry(
        kind: .fact, unit: village.code, subject: "pelantikan-kades", date: day, received: day,
        recorder: recorder)
      groups.append([row(entry, on: day)])
    }
    for obligation in plan.dated {
      guard let due = obligation.due else { continue }
      groups.append(
        rows(
          obligation.id, due: due, "\(codes[obligation.id.report])", within: first...last,
          kecamatan.code))
    }
    let order = groups.enumerated().flatMap { group, rows in
      rows.indices.map { (second: rows[$0].second, group: group, place: $0) }
    }.sorted { ($0.second, $0.group, $0.place) < ($1.second, $1.group, $1.place) }
    var ownCodes = CodeTable()
    var ledger = try workspace.ledgers.lock(
      kecamatan.code, year: year, codes: &ownCodes, syncedLater: true)
    var numbers: [Int: Int] = [:]
    for (index, item) in order.enumerated() {
      let row = groups[item.group][item.place]
      var entry = row.entry
      if row.voids { entry.note = "#\(numbers[item.group] ?? 1) salah catat" }
      if !row.voids { numbers[item.group] = index + 1 }
      let instant = ClockReading(
        date: first.adding(days: row.second / 86_400), secondOfDay: row.second % 86_400,
        secondsFromUTC: workspace.office.zone.secondsFromUTC)
      try ledger.add(entry, at: instant)
    }
    try ledger.commit()
    return order.count
  }

  private var recorder: String { "tolok-ukur" }

  /// A row that is recorded on a day, in office hours.
  private mutating func row(_ entry: LedgerEntry, on day: CivilDate, voids: Bool = false) -> Row {
    let start = (try? CivilDate(year: year, month: 1, day: 1)) ?? day
    let second = start.days(to: day) * 86_400 + 8 * 3600 + random.below(8 * 3600)
    return Row(second: second, entry: entry, voids: voids)
  }

  /// The rows of one obligation.
  private mutating func rows(
    _ id: Obligation.ID, due: CivilDate, _ subject: String, within days: ClosedRange<CivilDate>,
    _ kecamatan: RegionCode
  ) -> [Row] {
    var rows: [Row] = []
    func entry(_ kind: LedgerEvent.Kind, _ day: CivilDate?, _ note: String = "") -> LedgerEntry {
      LedgerEntry(
        kind: kind, unit: id.unit, subject: subject, period: id.period.description, date: day,
        received: day, note: note, recorder: "tolok-ukur")
    }
    func clamped(_ day: CivilDate) -> CivilDate { max(day, days.lowerBound) }
    if random.happens(5) {
      let day = clamped(due.adding(days: -10))
      rows.append(row(entry(.exempted, day, "Surat 100/1 (karangan)"), on: day))
    }
    if random.happens(5) {
      let day = clamped(due.adding(days: -3))
      var moved = entry(.extended, due.adding(days: 14), "Surat 100/2 (karangan)")
      moved.received = day
      rows.append(row(moved, on: day))
    }
    guard random.happens(920) else { return rows }
    let isOnTime = random.happens(850)
    let day = clamped(due.adding(days: isOnTime ? -random.below(21) : 1 + random.below(30)))
    guard day <= days.upperBound else { return rows }
    var submission = entry(.submitted, day)
    if random.happens(500) {
      let hash = (0..<4).map { _ in random.hexadecimal() }.joined()
      submission.file = "dokumen/\(kecamatan)/\(year)/\(hash).pdf"
      submission.sha256 = hash
    }
    rows.append(row(submission, on: day))
    if random.happens(10) {
      var void = entry(.voided, nil)
      void.received = nil
      rows.append(row(void, on: day.adding(days: 0), voids: true))
      rows[rows.count - 1].second = max(
        rows[rows.count - 1].second, rows[rows.count - 2].second + 1)
    } else if random.happens(50), day.adding(days: 8) <= days.upperBound {
      let back = day.adding(days: 3)
      let again = day.adding(days: 8)
      rows.append(row(entry(.returned, back, "lengkapi lampiran"), on: back))
      rows.append(row(entry(.submitted, again), on: again))
    }
    return rows
  }
}

/// SplitMix64: a sequence that is the same on every machine.
private struct Random {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 up to a limit.
  mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }

  /// Whether something happens that happens in so many of a thousand cases.
  mutating func happens(_ promille: Int) -> Bool { below(1000) < promille }

  /// Sixteen hexadecimal digits.
  mutating func hexadecimal() -> String {
    let digits = String(next(), radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
