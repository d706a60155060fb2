import Answers
import CivilCalendar
import ComplianceModel
import LedgerStore
import TestSupport
import Testing
import Workspace

/// The letters to all desa with late documents, and the letters that were issued before.
struct WarningRoundTests {
  private static let villages = AskedOffice.villages
  private static let note = "nomor: 100.3/1/Pem; tahap: 1; surat: Surat Imbauan"

  private func round(
    _ office: AskedOffice, of units: [String] = [], on date: String, pause: Int = 7,
    step: WarningStep? = nil
  ) throws -> WarningRound {
    let workspace = try office.workspace(on: date)
    return try WarningRound(
      WarningRound.Question(
        to: office.scope(units, workspace), step, asOf: day(date), draftedOn: day(date),
        pause: pause), in: workspace)
  }

  private func issue(
    _ office: AskedOffice, to village: String = villages[1], on date: String, _ note: String = note
  ) throws {
    try office.record("teguran", "", .fact, of: village, on: date, note: note)
  }

  private func letter(
    _ office: AskedOffice, to village: String = villages[1], on date: String
  ) throws -> WarningLetter {
    try #require(try round(office, of: [village], on: date, pause: 0).letters.first)
  }

  @Test func `each desa with something late gets one, by code`() throws {
    let office = try AskedOffice()
    #expect(try round(office, on: "2026-01-02").letters.isEmpty)
    for report in ["LKPJDes 2025", "LPPDesa 2025", "RealisasiDes 2025-S2"] {
      let words = report.split(separator: " ").map(String.init)
      try office.record(words[0], words[1], of: Self.villages[0], on: "2026-01-19")
    }
    let answer = try round(office, on: "2026-04-06")
    #expect(
      answer.letters.map(\.question.village.code.description) == Array(Self.villages.dropFirst()))
    #expect(answer.letters.allSatisfy { $0.step.number == 1 && $0.earlier.isEmpty })
    #expect(answer.resting.isEmpty)
    let one = try round(office, of: [Self.villages[2]], on: "2026-04-06")
    #expect(one.letters.map(\.question.village.code.description) == [Self.villages[2]])
    #expect(one.letters.first?.parts == answer.letters[1].parts)
  }

  @Test func `the next step follows the highest that was issued, the last one again`() throws {
    let office = try AskedOffice()
    try issue(office, on: "2026-04-06")
    let second = try letter(office, on: "2026-05-04")
    #expect(second.step.name == "Surat Teguran")
    #expect(second.earlier.map(\.note?.number) == ["100.3/1/Pem"])
    #expect(try second.earlier.map(\.date) == [day("2026-04-06")])
    try issue(office, on: "2026-05-04", "nomor: 100.3/2/Pem; tahap: 2")
    let third = try letter(office, on: "2026-06-01")
    #expect(third.step.number == 2)
    #expect(third.earlier.map(\.note?.number) == ["100.3/1/Pem", "100.3/2/Pem"])
    // Another desa is not concerned, and the camat may choose.
    #expect(try letter(office, to: Self.villages[2], on: "2026-06-01").step.number == 1)
    let first = try WarningStep("1", among: ["Surat Imbauan", "Surat Teguran"])
    #expect(
      try round(office, of: [Self.villages[1]], on: "2026-06-01", step: first).letters.first?.step
        == first)
    // What is dated later was not there yet.
    #expect(try letter(office, on: "2026-05-03").earlier.count == 1)
  }

  @Test func `a letter whose note says nothing counts as the first step`() throws {
    let office = try AskedOffice()
    try issue(office, on: "2026-04-06", "teguran lisan")
    let letter = try letter(office, on: "2026-05-04")
    #expect(letter.step.number == 2)
    #expect(letter.earlier.map(\.note) == [nil])
  }

  @Test func `what a desa was warned of and has submitted since begins no series`() throws {
    let office = try AskedOffice()
    try office.change("kantor.yaml", "pejabat: []", to: "dipantau_sejak: 2026\npejabat: []")
    try issue(office, on: "2026-02-02")
    #expect(try letter(office, on: "2026-03-02").step.number == 2)
    try office.record("RealisasiDes", "2025-S2", of: Self.villages[1], on: "2026-03-03")
    // LPPDesa and LKPJDes were not late yet on the day of the letter.
    let april = try letter(office, on: "2026-04-06")
    #expect(april.step.number == 1)
    #expect(april.earlier.isEmpty)
  }

  @Test func `a letter that was voided was never issued`() throws {
    let office = try AskedOffice()
    try issue(office, on: "2026-04-06")
    try office.record(
      "teguran", "", .voided, of: Self.villages[1], on: "2026-04-07", note: "#1 salah alamat")
    #expect(try letter(office, on: "2026-05-04").step.number == 1)
  }

  @Test(arguments: [
    ("2026-04-06", 7, false), ("2026-04-12", 7, false), ("2026-04-13", 7, true),
    ("2026-04-06", 0, true), ("2026-04-07", 1, true), ("2026-04-06", 1, false),
  ])
  func `a desa rests for some days after a letter`(
    _ date: String, _ pause: Int, _ isDue: Bool
  ) throws {
    let office = try AskedOffice()
    try issue(office, on: "2026-04-06")
    let answer = try round(office, of: [Self.villages[1]], on: date, pause: pause)
    #expect(answer.letters.count == (isDue ? 1 : 0))
    #expect(answer.resting.count == (isDue ? 0 : 1))
  }

  @Test func `a letter has the head of the office`() throws {
    let office = try AskedOffice()
    try office.change("kantor.yaml", "pejabat: []", to: "kop: { alamat: Jalan Contoh }")
    let letter = try letter(office, on: "2026-04-06")
    #expect(letter.letterhead.address == "Jalan Contoh")
    #expect(letter.logo == nil)
  }
}
