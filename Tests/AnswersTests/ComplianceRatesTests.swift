import Answers
import CivilCalendar
import Compliance
import ComplianceModel
import TestSupport
import Testing
import Workspace

@Suite struct `the on-time rates of an office` {
  private func rates(
    _ office: AskedOffice, year: Int = 2026, quarter: Quarter? = nil, level: Report.Level? = nil,
    of units: [String] = [], on date: String = "2026-04-01"
  ) throws -> ComplianceRates {
    let workspace = try office.workspace(on: date)
    return try ComplianceRates(
      ComplianceRates.Question(
        year: year, quarter: quarter, level: level,
        of: office.scope(units, workspace), asOf: day(date)),
      in: workspace)
  }

  /// An office in which one report was on time, one late, and one returned.
  private func office() throws -> AskedOffice {
    let office = try AskedOffice()
    try office.record("LPPD", "2025", on: "2026-02-20")
    try office.record("LKIP", "2025", on: "2026-03-05")
    try office.record("LKPJ", "2025", on: "2026-02-18")
    try office.record("LKPJ", "2025", .returned, on: "2026-02-25", note: "kurang")
    return office
  }

  @Test func `every grouping adds up to the total`() throws {
    let answer = try rates(office())
    let total = answer.rates.total
    #expect(total.onTime == 1)
    #expect(total.late == 1)
    #expect(answer.rates.returned == 1)
    for table in answer.tables {
      let sum = table.rows.reduce(into: Tally()) { $0 += $1.tally }
      #expect(sum == total, "\(table.key)")
      #expect(Set(table.rows.map(\.key)).count == table.rows.count, "\(table.key)")
    }
  }

  @Test func `all four quarters are there, also those in which nothing is due`() throws {
    let answer = try rates(office(), level: .office)
    let quarters = try #require(answer.tables.first { $0.key == "per_triwulan" })
    #expect(quarters.rows.map(\.key) == ["2026-TW1", "2026-TW2", "2026-TW3", "2026-TW4"])
  }

  @Test func `a level and a unit narrow what is counted`() throws {
    let office = try office()
    let all = try rates(office).rates.total.required
    let parts = try Report.Level.allCases.map { try rates(office, level: $0).rates.total.required }
    #expect(parts.reduce(0, +) == all)
    let village = try rates(office, of: [AskedOffice.villages[0]])
    #expect(village.rates.byReport.allSatisfy { $0.key != "LPPD" })
    #expect(village.rates.total.required < all)
  }

  @Test func `a quarter counts only what is due in it, and is not called a year`() throws {
    let quarter = try #require(Quarter.all(of: 2026).first)
    let answer = try rates(office(), quarter: quarter)
    let others = try #require(answer.tables.first { $0.key == "per_triwulan" }).rows.dropFirst()
    #expect(others.allSatisfy { $0.tally == Tally() })
    #expect(answer.columns.contains { $0.heading == "Setriwulan" })
    #expect(!answer.columns.contains { $0.heading == "Setahun" })
  }

  @Test func `the columns state counts and both rates`() throws {
    let answer = try rates(office(), level: .office)
    let total = answer.rates.total
    expectDistinct(answer.columns)
    #expect(try cell("wajib", total, answer.columns) == .count(total.required))
    #expect(try cell("berjalan.wajib", total, answer.columns) == .count(total.decided))
    #expect(try cell("persen_tepat_waktu", total, answer.columns) == .ratio(total.onTimeRate))
    let table = try #require(answer.tables.first)
    expectDistinct(table.columns(answer.columns))
    #expect(table.columns(answer.columns).first?.key == "nama")
  }
}
