import CivilCalendar
import Compliance
import ComplianceModel
import Deeds
import LedgerStore
import SystemPackage
import TestSupport
import Testing
import Workspace

@Suite struct `a survey of public satisfaction` {
  private let office: DeedsOffice
  private let table: FilePath

  init() throws {
    office = try DeedsOffice()
    // All 3 but one 4 of ten, so that the index is (3 + 3,1) / 2 x 25 = 76,25.
    let rows = (1...10).map { "\($0),KTP-el,3,\($0 == 10 ? 4 : 3)" }
    table = try office.file(
      "survei.csv", "no,layanan,U1,U2\n" + rows.joined(separator: "\n") + "\n")
  }

  private func read(_ table: SurveyTable) throws -> ReadSurvey {
    try table.read(in: office.workspace(on: "2026-07-01"), asOf: day("2026-07-01"))
  }

  private func record(_ survey: ReadSurvey, _ period: String = "2026-S1") throws -> RecordedValues {
    try survey.record(
      MeasurementTerms(
        period: TestSupport.period(period), evidence: table, recorder: "operator"),
      in: office.workspace(on: "2026-07-01"), at: office.instant("2026-07-01"))
  }

  @Test func `it is read without anything being written`() throws {
    let read = try read(SurveyTable(table))
    #expect(read.survey.index?.hundredths == 7625)
    #expect(read.scale.name == "ikm-2017")
    #expect(!read.indicators.isEmpty)
    #expect(try office.rows(2026).isEmpty)
  }

  @Test func `what it gives is recorded for every indicator of the office`() throws {
    let read = try read(SurveyTable(table, period: period("2026-S1")))
    let recorded = try record(read)
    #expect(recorded.values.map(\.original.label).contains("H01"))
    let entries = try office.rows(2026).map(\.entry)
    #expect(entries.count == recorded.values.count)
    #expect(entries.contains { $0.subject == "H01" && $0.value == "76.25" })
    #expect(entries.allSatisfy { $0.note == "[survei.csv] IKM 10 responden" })
    #expect(recorded.evidencePath == entries.first?.file)
  }

  @Test func `a scale that is not there or not the register's, and faults are refused as data`()
    throws
  {
    let unknown = try objections { _ = try read(SurveyTable(table, scale: "ikm-1999")) }
    guard case .noScale("ikm-1999", let known)? = unknown.first as? SurveyTable.Refused else {
      Issue.record("\(unknown)")
      return
    }
    #expect(known == ["ikm-2004", "ikm-2017"])
    let old = try read(SurveyTable(table, scale: "ikm-2004"))
    let other = try objections { _ = try record(old) }
    guard
      case .otherScale(register: "ikm-2017", survey: "ikm-2004")? =
        other.first as? SurveyTable.Refused
    else {
      Issue.record("\(other)")
      return
    }
    let faulty = try office.file("salah.csv", "U1,U2\n3,5\n")
    let faults = try objections { _ = try read(SurveyTable(faulty)) }
    guard case .faulty(let findings, faults: 1)? = faults.first as? SurveyTable.Refused else {
      Issue.record("\(faults)")
      return
    }
    #expect(findings.map(\.place.line) == [2])
    #expect(try office.rows(2026).isEmpty)
  }
}
