import CivilCalendar
import Compliance
import ComplianceModel
import Deeds
import LedgerStore
import TestSupport
import Testing
import Workspace

@Suite struct `a letter that was issued` {
  private func letters(
    _ numbers: [String] = ["1", "2"], on date: String = "2026-07-06"
  ) throws -> IssueLetters {
    IssueLetters(
      try zip(DeedsOffice.villages, numbers).map { village, number in
        IssueLetters.Letter(
          to: try region(village),
          LetterNote(number: number, step: 1, stepName: "Surat Imbauan"))
      }, on: try day(date), recorder: "operator")
  }

  private func record(
    _ request: IssueLetters, in office: DeedsOffice, on date: String = "2026-07-06"
  ) throws -> IssueLetters.Outcome {
    try request.record(in: office.workspace(on: date), at: office.instant(date))
  }

  @Test func `each is an event of its desa, whose note says number and step`() throws {
    let office = try DeedsOffice()
    let outcome = try record(letters(), in: office)
    #expect(outcome.rows.map(\.number) == [1, 2])
    let entries = try office.rows(2026).map(\.entry)
    #expect(entries.map(\.kind) == [.fact, .fact])
    #expect(entries.map(\.subject) == ["teguran", "teguran"])
    #expect(entries.map(\.unit.description) == Array(DeedsOffice.villages.prefix(2)))
    #expect(
      entries.map(\.note) == ["1", "2"].map { "nomor: \($0); tahap: 1; surat: Surat Imbauan" })
    #expect(try entries.map(\.date) == [day("2026-07-06"), day("2026-07-06")])
  }

  @Test func `a day to come is refused, and nothing is recorded`() throws {
    let office = try DeedsOffice()
    let causes = try objections { _ = try record(letters(on: "2026-07-07"), in: office) }
    #expect(causes.count == 2)
    #expect(try (causes.first as? RefusedRow)?.refusal == .future(day("2026-07-07")))
    #expect(try office.rows(2026).isEmpty)
  }

  @Test func `a number is given once a year, whoever gets it`() throws {
    let office = try DeedsOffice()
    _ = try record(letters(["1"]), in: office)
    let causes = try objections {
      _ = try record(letters(["9", "1"], on: "2026-08-03"), in: office, on: "2026-08-03")
    }
    guard
      case .numberTaken("1", let row, unit: "Desa Tarungin", on: let date)? = causes.first
        as? IssueLetters.Refused
    else {
      Issue.record("\(causes)")
      return
    }
    #expect(row.number == 1)
    #expect(try date == day("2026-07-06"))
    #expect(try office.rows(2026).count == 1)
    #expect(
      try record(letters(["1"], on: "2027-01-04"), in: office, on: "2027-01-04").rows.count == 1)
  }

  @Test func `a desa gets one letter a day, also from two who record at once`() throws {
    let office = try DeedsOffice()
    let admitted = try letters(["5"]).admitted(
      in: office.workspace(on: "2026-07-06"), at: office.instant("2026-07-06"))
    _ = try record(letters(["1"]), in: office)
    let causes = objections(to: admitted)
    guard
      case .issuedBefore(unit: "Desa Tarungin", _, on: _)? = causes.first as? IssueLetters.Refused
    else {
      Issue.record("\(causes)")
      return
    }
    #expect(try office.rows(2026).count == 1)
    #expect(
      try record(letters(["5"], on: "2026-07-07"), in: office, on: "2026-07-07").rows.count == 1)
  }

  @Test func `a voided letter gives its number and its day back`() throws {
    let office = try DeedsOffice()
    _ = try record(letters(["1"]), in: office)
    let void = VoidRow(
      LedgerEvent.RowID(year: 2026, number: 1), reason: "salah alamat", recorder: "operator")
    _ = try void.record(in: office.workspace(on: "2026-07-06"), at: office.instant("2026-07-06"))
    #expect(try record(letters(["1"]), in: office).rows.map(\.number) == [3])
  }

  @Test func `an event that is a letter needs a note that says number and step`() throws {
    let office = try DeedsOffice()
    func event(_ note: String?) throws -> RecordEvent {
      RecordEvent(
        "teguran", on: try day("2026-06-02"), units: ["Bagak"], note: note, recorder: "operator")
    }
    for note in [nil, "", "teguran lisan", "nomor: 1"] {
      let causes = try objections {
        _ = try event(note).record(
          in: office.workspace(on: "2026-07-06"), at: office.instant("2026-07-06"))
      }
      guard case .noLetterNote(let kind)? = causes.first as? RecordEvent.Refused else {
        Issue.record("\(causes)")
        continue
      }
      #expect(kind.isLetter)
    }
    _ = try event("nomor: 7; tahap: 1").record(
      in: office.workspace(on: "2026-07-06"), at: office.instant("2026-07-06"))
    #expect(try office.rows(2026).count == 1)
  }

  @Test func `a calendar without such an event has no letters`() throws {
    let office = try DeedsOffice()
    try office.founded.folder.write(
      "kalender: lokal\ndiperiksa: 2026-07-06\nkejadian:\n"
        + "  - { kode: teguran, nama: Teguran, tingkat: desa }\n", to: "kalender/lokal.yaml")
    let causes = try objections { _ = try record(letters(), in: office) }
    guard case .noKind(let kecamatan)? = causes.first as? IssueLetters.Refused else {
      Issue.record("\(causes)")
      return
    }
    #expect(kecamatan.code.description == DeedsOffice.kecamatan)
  }
}
