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
  private func rates(
    in workspace: Workspace, of units: [RegionCode] = [], on date: CivilDate, known: CivilDate?,
    quarter: Quarter? = nil
  ) throws -> ComplianceRates {
    try ComplianceRates(
      ComplianceRates.Question(
        year: 2026, quarter: quarter, of: UnitScope(units, workspace.kecamatan), asOf: date,
        knownThrough: known),
      in: workspace)
  }

  @Test(
    arguments: [1, 2, 3], [DecidingSubmission.first, .last]
  ) func `are the sum of what is assessed one by one`(
    seed: UInt64, deciding: DecidingSubmission
  ) throws {
    let country = try MadeCountry(seed: seed, deciding: deciding.rawValue)
    #expect(country.workspace.office.deciding == deciding)
    let days = try ["2026-03-01", "2026-07-15", "2026-12-31", "2027-02-01"].map { try day($0) }
    let knowledge = [nil, try day("2026-12-01"), try day("2026-11-01")]
    for (date, known) in days.flatMap({ date in knowledge.map { (date, $0) } }) {
      let all = try rates(in: country.workspace, on: date, known: known)
      var sum = Tally()
      var assessed = Tally()
      for kecamatan in country.workspace.kecamatan {
        sum += try rates(in: country.workspace, of: [kecamatan.code], on: date, known: known).rates
          .total
        let desk = try country.workspace.desk(of: kecamatan, knownThrough: known)
        assessed += Tally(
          try AssessedDuties(.year(2026), desk, asOf: date, watchedSince: 2026).dated)
      }
      #expect(all.rates.total == sum)
      #expect(all.rates.total == assessed)
      #expect(all.rates.byKecamatan.count == MadeCountry.size)
      for table in all.tables {
        #expect(table.rows.reduce(into: Tally()) { $0 += $1.tally } == assessed, "\(table.key)")
      }
      var quarters = Tally()
      for quarter in Quarter.all(of: 2026) {
        quarters += try rates(in: country.workspace, on: date, known: known, quarter: quarter).rates
          .total
      }
      #expect(quarters == assessed)
    }
  }

  @Test func `give their obligations piece by piece as they give them at once`() throws {
    let country = try MadeCountry(seed: 4, deciding: "pertama")
    let workspace = country.workspace
    // The made-up country has no register, without which there are no indicators.
    for table in TableQuestion.Table.allCases where table != .iku {
      let question = TableQuestion(
        table, of: .year(2026), units: UnitScope([], workspace.kecamatan),
        offices: workspace.kecamatan, asOf: try day("2026-12-31"))
      var pieces: [Grid] = []
      _ = try question.pieces(in: workspace) {
        $0
      } _: { piece in
        pieces.append(piece)
        return true
      }
      let whole = try question.grid(in: workspace).grid
      #expect(pieces.flatMap(\.rows) == whole.rows, "\(table)")
      #expect(pieces.allSatisfy { $0.headings == whole.headings }, "\(table)")
      #expect((pieces.count > 1) == (table == .kewajiban), "\(table)")
    }
  }

  @Test func `give no more obligations than are wanted`() throws {
    let workspace = try MadeCountry(seed: 4, deciding: "pertama").workspace
    let question = TableQuestion(
      .kewajiban, of: .year(2026), units: UnitScope([], workspace.kecamatan), offices: [],
      asOf: try day("2026-12-31"))
    for wanted in 1...3 {
      var taken = 0
      _ = try question.pieces(in: workspace) {
        $0.rows.count
      } _: { _ in
        taken += 1
        return taken < wanted
      }
      #expect(taken == wanted)
    }
  }
}
