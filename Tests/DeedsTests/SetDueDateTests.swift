import CivilCalendar
import Compliance
import ComplianceModel
import Deeds
import Foundation
import LedgerStore
import SystemPackage
import TestSupport
import Testing
import Workspace

@Suite struct `a due date set by a letter` {
  private let office: DeedsOffice
  private static let file = "kalender/ditetapkan.yaml"
  private static let letter = "Sekda 100/1, 5 Januari 2026"

  init() throws { office = try DeedsOffice() }

  private func request(
    _ report: String = "LPPD", _ covered: String = "2025", _ date: String = "2026-01-30",
    of units: NamedUnits = [], letter: String = letter, reason: String? = nil
  ) throws -> SetDueDate {
    SetDueDate(
      report: report, period: try period(covered), date: try day(date), letter: letter,
      units: units, reason: reason)
  }

  @discardableResult
  private func record(
    _ request: SetDueDate, on date: String = "2026-01-20"
  ) throws -> SetDueDateOutcome {
    try request.record(in: office.workspace(on: date), at: office.instant(date))
  }

  private func preview(
    _ request: SetDueDate, on date: String = "2026-01-20"
  ) throws -> SetDueDateOutcome {
    try request.preview(in: office.workspace(on: date), asOf: day(date))
  }

  /// The due dates in force of a report's period, by unit.
  private func dues(_ report: String, _ covered: String) throws -> [String] {
    let desk = try office.founded.desk()
    let code = try #require(desk.calendar.codes.code(report))
    let units = desk.definitions.units(owing: try #require(desk.calendar.report(code)))
    return try units.map { unit in
      let id = Obligation.ID(report: code, unit: unit, period: try period(covered))
      return try #require(try desk.obligation(id, asOf: day("2026-01-20"))?.due).description
    }
  }

  private var text: String? { try? office.founded.folder.text(of: Self.file) }

  @Test(arguments: [
    ("2026-01-20", Status.dueSoon), ("2026-01-30", .dueSoon), ("2026-01-31", .overdue),
  ])
  func `it moves the due date and the status of that period alone`(
    _ today: String, _ status: Status
  ) throws {
    let outcome = try record(request(), on: today)
    #expect(outcome.isWritten && !outcome.isKnown && outcome.frozen.isEmpty)
    let move = try #require(outcome.moves.first)
    #expect(outcome.moves.count == 1 && move.isMoved && move.unitName == "Kecamatan Hatungun")
    #expect(try move.before?.due == day("2026-02-27"))
    #expect(try move.after.due == day("2026-01-30") && move.after.status == status)
    #expect(try dues("LPPD", "2025") == ["2026-01-30"])
    #expect(try dues("LPPD", "2024") == ["2025-02-27"])
    #expect(try dues("LPPD", "2026") == ["2027-02-27"])
    #expect(try dues("LKPJ", "2025") == ["2026-02-20"])
  }

  @Test func `it may be later than the rule`() throws {
    let outcome = try record(request("LPPD", "2025", "2026-04-03"), on: "2026-03-02")
    #expect(outcome.moves.map(\.before?.status) == [.overdue])
    #expect(outcome.moves.map(\.after.status) == [.waiting])
  }

  @Test func `a preview says the same and writes nothing`() throws {
    let preview = try preview(request())
    #expect(text == nil && !preview.isWritten)
    let outcome = try record(request())
    #expect(outcome.moves.map(\.after) == preview.moves.map(\.after))
    #expect(outcome.entries.map(\.place) == preview.entries.map(\.place))
    let before = text
    _ = try self.preview(request("LPPD", "2025", "2026-02-06"))
    #expect(text == before)
  }

  @Test func `the same date again is no news, another one replaces it and tells the former`() throws
  {
    try record(request())
    let before = text
    let again = try record(request())
    #expect(again.isKnown && !again.isWritten && text == before)
    #expect(again.moves.allSatisfy { !$0.isMoved })
    let other = try record(request("LPPD", "2025", "2026-02-06", letter: "Sekda 100/9"))
    #expect(try other.entries.map(\.formerDate) == [day("2026-01-30")])
    #expect(other.entries.map(\.formerLetter) == [Self.letter])
    #expect(try other.moves.map(\.before?.due) == [day("2026-01-30")])
    #expect(text?.contains("2026-01-30") == false && text?.contains("100/9") == true)
  }

  @Test func `a desa's own date goes before that of all desa, in any order`() throws {
    let one = try record(request("LPPDesa", "2025", "2026-04-10", of: ["Bagak"]))
    #expect(one.moves.map(\.unitName) == ["Desa Bagak"])
    let all = try record(
      request("LPPDesa", "2025", "2026-03-20", of: .allVillages(except: []), letter: "Camat 2"))
    #expect(all.moves.count == 8 && all.moves.count(where: \.isMoved) == 7)
    #expect(all.ownDates.map(\.unitName) == ["Desa Bagak"])
    #expect(try all.ownDates.map(\.date) == [day("2026-04-10")])
    #expect(try dues("LPPDesa", "2025").dropLast().allSatisfy { $0 == "2026-03-20" })
    #expect(try dues("LPPDesa", "2025").last == "2026-04-10")
    #expect(try dues("LPPDesa", "2026").allSatisfy { $0 == "2027-03-31" })
    // Without a unit a document of the desa is one of all desa.
    #expect(try record(request("LPPDesa", "2025", "2026-03-20", letter: "Camat 2")).isKnown)
  }

  @Test func `an extension goes on, and is told`() throws {
    try office.write(
      .extended, "LPPD", "2025", on: "2026-03-13", received: "2026-01-12", note: "surat")
    let outcome = try record(request())
    let move = try #require(outcome.moves.first)
    #expect(!move.isMoved && move.extensionRow == LedgerEvent.RowID(year: 2026, number: 1))
    #expect(try move.after.due == day("2026-03-13") && move.after.ruleDue == day("2026-01-30"))
  }

  @Test func `what is frozen is told and left alone`() throws {
    for (quarter, isTold) in [("2026-TW1", true), ("2026-TW2", true), ("2026-TW3", false)] {
      let office = try DeedsOffice()
      try office.founded.append(
        [
          LedgerEntry(
            kind: .frozen, unit: region(DeedsOffice.kecamatan), period: quarter,
            date: day("2026-01-19"), received: day("2026-01-19"), file: "ekspor/beku/x.xml",
            sha256: String(repeating: "a", count: 64), recorder: "operator")
        ], at: "2026-01-19T09:00:00+08:00")
      // It moves from the first quarter into the second.
      let outcome = try request("LPPD", "2025", "2026-04-03").record(
        in: office.workspace(on: "2026-01-20"), at: office.instant("2026-01-20"))
      #expect(outcome.frozen.map(\.quarter.description) == (isTold ? [quarter] : []))
      #expect(try office.rows(2026).count == 1)
    }
  }

  @Test(arguments: [
    ("2025-08-27", true), ("2025-08-26", false), ("2026-08-27", true), ("2026-08-28", false),
  ])
  func `a date more than six months from the rule needs a reason`(
    _ date: String, _ isFine: Bool
  ) throws {
    let doubt = Doubt.setFarFromRule(date: try day(date), due: try day("2026-02-27"))
    if isFine {
      try record(request("LPPD", "2025", date))
    } else {
      let causes = try objections { try record(request("LPPD", "2025", date)) }
      #expect((causes.first as? RefusedDate)?.refusal == .improbable([doubt]))
      let outcome = try record(request("LPPD", "2025", date, reason: "memang demikian"))
      #expect(outcome.letter == "\(Self.letter); alasan: memang demikian")
    }
    #expect(try dues("LPPD", "2025") == [date])
  }

  @Test func `what no letter can set is refused, and nothing is written`() throws {
    func cause(_ request: SetDueDate) throws -> any Error {
      try #require(try objections { try record(request) }.first)
    }
    guard case SetDueDate.Refused.noDateToSet("RPJMDes") = try cause(request("RPJMDes")) else {
      Issue.record("RPJMDes follows an event")
      return
    }
    guard case MeaningRefusal.noSuchPeriod("LPPD", _, _) = try cause(request("LPPD", "2025-TW1"))
    else {
      Issue.record("LPPD has years")
      return
    }
    guard case SetDueDate.Refused.letterNotALine = try cause(request(letter: "a\nb")) else {
      Issue.record("a letter is a line")
      return
    }
    #expect(
      (try cause(request("LPPD", "2025", "2024-12-31")) as? RefusedDate)?.refusal
        == .beforePeriod(date: try day("2024-12-31"), try period("2025")))
    #expect(try cause(request(of: .allVillages(except: []))) is MeaningRefusal)
    #expect(try cause(request(of: ["Bagakk"])) is UnitRefusal)
    #expect(text == nil)
  }

  @Test func `a kecamatan without desa owes no document of theirs`() throws {
    let table = try office.founded.folder.text(of: "wilayah.csv").split(separator: "\n").prefix(4)
    try office.founded.folder.write(table.joined(separator: "\n") + "\n", to: "wilayah.csv")
    let causes = try objections { try record(request("LPPDesa", "2025", "2026-03-20")) }
    guard case UnitRefusal.noVillage(hasExceptions: false)? = causes.first else {
      Issue.record("it was set: \(causes)")
      return
    }
    #expect(text == nil)
  }

  @Test func `where the holidays of a year are not known it is set all the same`() throws {
    let outcome = try record(
      request("Prognosis", "2031-S1", "2031-07-10", reason: nil), on: "2026-01-20")
    #expect(outcome.moves.map(\.before?.due) == [nil])
    #expect(try outcome.moves.map(\.after.due) == [day("2031-07-10")])
  }

  @Test func `a calendar that has the list already gets the entry, with its comments`() throws {
    let own =
      "kalender: kami\ndiperiksa: 2026-01-02\n\nditetapkan: # surat\n  # LKPJ dulu\n"
      + "  - { laporan: LKPJ, periode: 2025, tanggal: 2026-02-13, surat: S }  # ya\n"
    try office.founded.folder.write(own, to: "kalender/kami.yaml")
    let outcome = try record(request())
    #expect(outcome.entries.map(\.place.file) == ["kalender/kami.yaml"] && text == nil)
    #expect(try office.founded.folder.text(of: "kalender/kami.yaml").hasPrefix(own))
  }

  @Test func `a calendar of another kecamatan is left alone`() throws {
    let other =
      "kalender: x\nwilayah: \"63.05.05\"\ndiperiksa: 2026-01-02\nditetapkan:\n"
      + "  - { laporan: LPPD, periode: 2025, tanggal: 2026-02-13, surat: S }\n"
    try office.founded.folder.write(other, to: Self.file)
    let outcome = try record(request())
    #expect(outcome.entries.map(\.place.file) == ["kalender/ditetapkan-63.05.12.yaml"])
    #expect(text == other)
    #expect(try dues("LPPD", "2025") == ["2026-01-30"])
  }

  @Test func `a faulty calendar and a link are refused and stay`() throws {
    try office.founded.folder.write("kalender: x\nlaporn: []\n", to: Self.file)
    let faults = try objections { try record(request()) }
    guard case WorkspaceFailure.configuration(let findings)? = faults.first else {
      Issue.record("it was not read")
      return
    }
    #expect(findings.contains { $0.place.file == Self.file })
    #expect(text == "kalender: x\nlaporn: []\n")
    let real = try office.file("asli.yaml", "kalender: x\ndiperiksa: 2026-01-02\n")
    try FileManager.default.removeItem(atPath: "\(office.founded.folder.path)/\(Self.file)")
    try FileManager.default.createSymbolicLink(
      atPath: "\(office.founded.folder.path)/\(Self.file)", withDestinationPath: real.string)
    let causes = try objections { try record(request()) }
    #expect(causes.first as? CalendarRefusal == .link(Self.file))
    #expect(
      try office.founded.folder.text(of: "asli.yaml") == "kalender: x\ndiperiksa: 2026-01-02\n")
  }

  @Test func `many at once lose nothing`() async throws {
    let covered = (2015...2026).map(String.init)
    let (workspace, instant) = (
      try office.workspace(on: "2026-01-20"), try office.instant("2026-01-20")
    )
    try await withThrowingTaskGroup(of: Void.self) { group in
      for year in covered {
        let request = try request("LPPD", year, "\((Int(year) ?? 0) + 1)-02-13")
        group.addTask { _ = try request.record(in: workspace, at: instant) }
      }
      try await group.waitForAll()
    }
    let written = try #require(text)
    for year in covered { #expect(written.contains("periode: \(year)\n"), "\(year)") }
    #expect(try office.founded.folder.names("kalender").filter { $0.hasPrefix(".") } == [])
  }
}
