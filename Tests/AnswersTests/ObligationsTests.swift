import Answers
import CivilCalendar
import Compliance
import ComplianceModel
import Foundation
import SystemPackage
import TestSupport
import Testing
import Workspace

/// The flat facts of all obligations of a duty year or quarter.
@Suite struct `the facts of obligations` {
  /// A row as another program sees it: values under the keys of the columns.
  private struct Fact {
    let cells: [String: Cell]

    func day(_ key: String) -> CivilDate? {
      switch cells[key] {
      case .day(let day), .due(let day?, isLocal: _): day
      default: nil
      }
    }

    func text(_ key: String) -> String? {
      switch cells[key] {
      case .text(let text), .role(let text, _), .coded(let text, label: _): text
      case .period(let period): period.description
      case .quarter(let quarter): quarter.description
      case .status(let status): status.rawValue
      default: nil
      }
    }

    func count(_ key: String) -> Int? {
      if case .count(let count) = cells[key] { count } else { nil }
    }

    /// The status as the rules of the ledger give it, from the facts alone.
    var judged: String? {
      guard day("dibebaskan") == nil else { return "dibebaskan" }
      let due = day("tenggat")
      if count("jumlah_serah") != 0, day("dikembalikan") == nil {
        let isFirst = text("dihitung") == "pertama"
        guard let deciding = day(isFirst ? "pertama_tanggal" : "terakhir_tanggal") else {
          return nil
        }
        return due.map { deciding <= $0 ? "tepat-waktu" : "terlambat" } ?? "disampaikan"
      }
      guard text("menunggu_laporan") == nil, let due, let today = day("per") else {
        return "menunggu"
      }
      if today > due { return "lewat" }
      return today.days(to: due) <= count("masa_segera") ?? 0 ? "segera" : "menunggu"
    }
  }

  private func facts(
    _ duty: DutyStatement.Duty, in workspace: Workspace, asOf day: CivilDate
  ) throws -> [Fact] {
    let answer = try Obligations(
      Obligations.Question(duty, of: UnitScope([], workspace.kecamatan), asOf: day),
      in: workspace)
    let grid = Grid(answer.columns, answer.facts)
    expectDistinct(answer.columns)
    return grid.rows.map { row in
      Fact(
        cells: Dictionary(
          zip(grid.headings.map(\.key), row), uniquingKeysWith: { first, _ in first }))
    }
  }

  private func sample(_ code: String) throws -> (Workspace, ProgramData) {
    let data = try FoundedWorkspace.shippedData()
    return (try Workspace(data.exports.appending("contoh").appending(code), data: data), data)
  }

  private static let samples = ["63.05.12", "63.05.05", "35.08.09", "63.04.17"]

  @Test(arguments: samples, ["2026-02-28", "2026-04-01", "2026-08-03", "2026-12-31"])
  func `another program can judge every obligation again, and count all rates`(
    _ code: String, _ date: String
  ) throws {
    let today = try day(date)
    let workspace = try sample(code).0.viewed(on: today)
    let facts = try facts(.year(2026), in: workspace, asOf: today)
    #expect(!facts.isEmpty)
    for fact in facts {
      #expect(
        fact.text("status") == fact.judged,
        "\(fact.text("unit") ?? "") \(fact.text("laporan") ?? "") \(fact.text("periode") ?? "")")
    }
    let answer = try ComplianceRates(
      ComplianceRates.Question(
        year: 2026, of: UnitScope([], workspace.kecamatan), asOf: today), in: workspace)
    let counted = facts.filter { $0.day("tenggat_aturan") != nil }
    #expect(tally(counted) == answer.rates.total)
    for (table, key) in [
      ("per_triwulan", "triwulan"), ("per_laporan", "laporan"),
      ("per_jabatan", "penanggung_jawab"), ("per_unit", "kecamatan"),
    ] {
      let rows = try #require(answer.tables.first { $0.key == table }).rows
      for row in rows {
        #expect(
          tally(counted.filter { $0.text(key) == row.key }) == row.tally, "\(table) \(row.key)")
      }
    }
  }

  private func tally(_ facts: [Fact]) -> Tally {
    func count(_ statuses: String...) -> Int {
      facts.count { statuses.contains($0.text("status") ?? "") }
    }
    return Tally(
      onTime: count("tepat-waktu"), late: count("terlambat"), overdue: count("lewat"),
      waiting: count("segera", "menunggu"), exempt: count("dibebaskan"),
      lateEntries: facts.count { $0.cells["susulan"] == .flag(true) })
  }

  @Test func `a quarter, a unit and a role narrow what is listed`() throws {
    let today = try day("2026-04-01")
    let workspace = try sample("63.05.12").0.viewed(on: today)
    let year = try facts(.year(2026), in: workspace, asOf: today)
    let first = try #require(Quarter(year: 2026, number: 1))
    let quarter = try facts(.quarter(first), in: workspace, asOf: today)
    #expect(quarter.count == year.count { $0.text("triwulan") == "2026-TW1" })
    let units = UnitScope([try region("63.05.12.2001")], workspace.kecamatan)
    let village = try Obligations(
      Obligations.Question(.year(2026), of: units, asOf: today), in: workspace)
    #expect(Set(village.facts.map { $0.situation.unit.description }) == ["63.05.12.2001"])
    let role = try Obligations(
      Obligations.Question(
        .year(2026), of: UnitScope([], workspace.kecamatan), asOf: today, role: "Kasi Pemerintahan"),
      in: workspace)
    #expect(Set(role.facts.map(\.situation.responsible)) == ["kasi-pemerintahan"])
    #expect(throws: AnswerFailure.self) {
      _ = try Obligations(
        Obligations.Question(
          .year(2026), of: UnitScope([], workspace.kecamatan), asOf: today, role: "lurah"),
        in: workspace)
    }
  }
}
