import Answers
import Compliance
import ComplianceModel
import TestSupport
import Testing
import Workspace

@Suite struct `the comparison of indicators` {
  private func comparison(
    _ office: AskedOffice, through year: Int = 2026, indicator: String? = nil,
    on date: String = "2026-08-03"
  ) throws -> ScorecardComparison {
    try ScorecardComparison(
      through: office.scorecardScope(year, on: date), indicator: indicator,
      in: office.workspace(on: date))
  }

  /// An office whose complaints were measured for the year before it was watched, too.
  private func office() throws -> AskedOffice {
    let office = try AskedOffice()
    try office.measure("H03", "2025", "1/4", on: "2026-04-02")
    try office.measure("H03", "2026-TW1", "12/15", on: "2026-04-02")
    return office
  }

  private func onlyLine(
    _ answer: ScorecardComparison
  ) throws -> ScorecardComparison.Line {
    try #require(answer.groups.count == 1)
    try #require(answer.groups[0].lines.count == 1)
    return answer.groups[0].lines[0]
  }

  @Test func `the first year is the first that was measured, the last one that is asked for`()
    throws
  {
    let answer = try comparison(office())
    #expect(answer.years == [2025, 2026])
    #expect(answer.skipped.isEmpty)
    #expect(answer.kecamatan.map(\.unit.name) == ["Hatungun"])
    #expect(answer.groups.flatMap(\.lines).count == 20)
    #expect(try comparison(AskedOffice()).years == [2026])
  }

  @Test func `one indicator is compared with itself over the years`() throws {
    let answer = try comparison(office(), indicator: "h03")
    let line = try onlyLine(answer)
    #expect(line.label == "H03")
    #expect(answer.values(of: line).map(\.year) == [2025, 2026])
    #expect(
      answer.values(of: line).map(\.figure?.value) == [
        .percent(Ratio(1, of: 4)), .percent(Ratio(12, of: 15)),
      ])
    #expect(try comparison(office(), indicator: "H99").groups.isEmpty)
  }

  @Test func `documents of a year that was not watched are not there rather than missing`() throws {
    let answer = try comparison(office(), indicator: "H05")
    let line = try onlyLine(answer)
    let before = try #require(line.values[2025])
    #expect(!before.isWatched)
    #expect(before.entry.figure != nil)
    #expect(before.figure == nil)
    #expect(before.achievement == nil)
    let now = try #require(line.values[2026])
    #expect(now.isWatched)
    #expect(now.figure == now.entry.figure)
    // What was measured is known whenever it was recorded.
    let measured = try onlyLine(comparison(office(), indicator: "H03"))
    #expect(measured.values[2025]?.isWatched == true)
  }

  @Test func `years whose holidays are not known are left out, but not the one that is asked for`()
    throws
  {
    let answer = try comparison(office(), through: 2030, on: "2030-01-07")
    #expect(answer.skipped == [2028...2029])
    #expect(answer.years == [2025, 2026, 2027, 2030])
  }

  @Test func `indicators of two offices that share a name are compared`() throws {
    let office = try office()
    try office.change("wilayah.csv", "63.05.12,", to: "63.05.05,Candi Laras Selatan\n63.05.12,")
    try office.change(
      "kantor.yaml", "[tapin-hatungun-2021]",
      to: "[tapin-candi-laras-selatan-2020, tapin-hatungun-2021]")
    let group = try #require(
      comparison(office, indicator: "H05").groups.first { $0.labels.contains("h05") })
    #expect(group.labels.contains("c05"))
    #expect(Set(group.lines.map(\.kecamatan.unit.name)) == ["Candi Laras Selatan", "Hatungun"])
    let other = try comparison(office, indicator: "c05")
    #expect(other.groups.map(\.name) == [group.name])
  }

  @Test func `a line has a column for each year, and a value one for what it was made of`() throws {
    let answer = try comparison(office(), indicator: "H03")
    let line = try onlyLine(answer)
    expectDistinct(answer.lineColumns)
    #expect(answer.lineColumns.map(\.key).suffix(2) == ["2025", "2026"])
    #expect(
      try cell("2025", line, answer.lineColumns) == .value(.percent(Ratio(1, of: 4)), grade: nil))
    #expect(try cell("unit", line, answer.lineColumns) == .coded("63.05.12", label: "Hatungun"))
    let columns = answer.valueColumns(of: line)
    expectDistinct(columns)
    let value = try #require(answer.values(of: line).first)
    #expect(try cell("tahun", value, columns) == .count(2025))
    #expect(try cell("kode", value, columns) == .text("H03"))
    #expect(try cell("pembilang", value, columns) == .fraction(value.figure))
    #expect(try cell("target", value, columns) == .none)
  }
}
