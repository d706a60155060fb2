import Answers
import CivilCalendar
import Compliance
import ComplianceModel
import LedgerStore
import SystemPackage
import TestSupport
import Testing
import Workspace

@Suite struct `the rates of many kecamatan` {
  /// A workspace of so many kecamatan that two threads count them, with random ledgers.
  private struct Country {
    let founded: FoundedWorkspace
    let workspace: Workspace

    static let size = 70

    init(seed: UInt64, deciding: DecidingSubmission) throws {
      let codes = (1...Country.size).map { "91.99.\($0 < 10 ? "0" : "")\($0)" }
      let rows = codes.flatMap { ["\($0),Contoh \($0)", "\($0).2001,Hulu", "\($0).2002,Hilir"] }
      founded = try FoundedWorkspace("91.99.01", table: FoundedWorkspace.madeUp)
      try founded.folder.write(
        (["kode,nama", "91,Papua", "91.99,Kabupaten Karangan"] + rows).joined(separator: "\n")
          + "\n", to: "wilayah.csv")
      try founded.change(
        "kantor.yaml", "# dihitung: pertama ", to: "dihitung: \(deciding.rawValue) # ")
      let workspace = try founded.open()
      self.workspace = workspace
      var random = SplitMix64(seed: seed)
      for kecamatan in workspace.kecamatan { try Country.fill(kecamatan, workspace, &random) }
    }

    private static func fill(
      _ kecamatan: Kecamatan, _ workspace: Workspace, _ random: inout SplitMix64
    ) throws {
      let desk = try workspace.desk(of: kecamatan)
      let duties = try desk.plan(2026...2026, asOf: day("2026-12-31")).dated
      let start = try day("2026-01-01")
      let kinds: [LedgerEvent.Kind] = [
        .submitted, .submitted, .submitted, .submitted, .returned, .accepted, .exempted, .extended,
        .voided, .fact,
      ]
      var entries: [LedgerEntry] = []
      for _ in 0..<Int.random(in: 0...40, using: &random) {
        let duty = duties[Int.random(in: 0..<duties.count, using: &random)]
        let kind = kinds[Int.random(in: 0..<kinds.count, using: &random)]
        let received = start.adding(days: Int.random(in: 0...330, using: &random))
        var entry = LedgerEntry(
          kind: kind, unit: duty.id.unit, subject: desk.calendar.codes[duty.id.report],
          period: duty.id.period.description,
          date: received.adding(days: -Int.random(in: 0...9, using: &random)), received: received,
          recorder: "operator")
        switch kind {
        case .extended: entry.date = received.adding(days: Int.random(in: 0...60, using: &random))
        case .fact:
          guard let village = kecamatan.villages.first else { continue }
          (entry.unit, entry.subject, entry.period) = (village.code, "pelantikan-kades", "")
        case .voided:
          guard let place = entries.indices.randomElement(using: &random),
            entries[place].kind != .voided
          else { continue }
          let voided = entries[place]
          (entry.unit, entry.subject, entry.period) = (voided.unit, voided.subject, voided.period)
          (entry.date, entry.received, entry.note) = (nil, nil, "#\(place + 1) salah catat")
        default: break
        }
        entries.append(entry)
      }
      guard !entries.isEmpty else { return }
      // One after the other on the days of a year's end, so that none is received after its record.
      let half = entries.count / 2
      for (part, instant) in [
        (entries[..<half], "2026-12-01T08:00:00+09:00"),
        (entries[half...], "2026-12-20T08:00:00+09:00"),
      ] where !part.isEmpty {
        try workspace.ledgers.append(
          Array(part), to: kecamatan.code, at: try #require(ClockReading(instant)))
      }
    }

    func rates(
      of units: [RegionCode] = [], on date: CivilDate, known: CivilDate?, quarter: Quarter? = nil
    ) throws -> ComplianceRates {
      try ComplianceRates(
        ComplianceRates.Question(
          year: 2026, quarter: quarter, of: UnitScope(units, workspace.kecamatan), asOf: date,
          knownThrough: known),
        in: workspace)
    }
  }

  @Test(
    arguments: [1, 2, 3], [DecidingSubmission.first, .last]
  ) func `are the sum of what is assessed one by one`(
    seed: UInt64, deciding: DecidingSubmission
  ) throws {
    let country = try Country(seed: seed, deciding: deciding)
    #expect(country.workspace.office.deciding == deciding)
    let days = try ["2026-03-01", "2026-07-15", "2026-12-31", "2027-02-01"].map { try day($0) }
    let knowledge = [nil, try day("2026-12-01"), try day("2026-11-01")]
    for (date, known) in days.flatMap({ date in knowledge.map { (date, $0) } }) {
      let all = try country.rates(on: date, known: known)
      var sum = Tally()
      var assessed = Tally()
      for kecamatan in country.workspace.kecamatan {
        sum += try country.rates(of: [kecamatan.code], on: date, known: known).rates.total
        let desk = try country.workspace.desk(of: kecamatan, knownThrough: known)
        assessed += Tally(
          try AssessedDuties(.year(2026), desk, asOf: date, watchedSince: 2026).dated)
      }
      #expect(all.rates.total == sum)
      #expect(all.rates.total == assessed)
      #expect(all.rates.byKecamatan.count == Country.size)
      for table in all.tables {
        #expect(table.rows.reduce(into: Tally()) { $0 += $1.tally } == assessed, "\(table.key)")
      }
      var quarters = Tally()
      for quarter in Quarter.all(of: 2026) {
        quarters += try country.rates(on: date, known: known, quarter: quarter).rates.total
      }
      #expect(quarters == assessed)
    }
  }
}
