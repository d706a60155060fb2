import CivilCalendar
import ComplianceModel
import Deeds
import Foundation
import TestSupport
import Testing
import Workspace

@Suite struct `changes of the settings` {
  private let office: DeedsOffice

  init() throws { office = try DeedsOffice() }

  private static let instant = "2026-04-02"
  private var text: String {
    get throws { try office.founded.folder.text(of: "kantor.yaml") }
  }

  @discardableResult
  private func record(_ changes: ChangeSettings.Change...) throws -> SettingsOutcome {
    try ChangeSettings(changes).record(
      in: office.workspace(on: Self.instant), at: office.instant(Self.instant))
  }

  private func causes(_ changes: ChangeSettings.Change...) throws -> [any Error] {
    let workspace = try office.workspace(on: Self.instant)
    let instant = try office.instant(Self.instant)
    do throws(RequestFailure) {
      _ = try ChangeSettings(changes).record(in: workspace, at: instant)
      return []
    } catch {
      return error.causes
    }
  }

  private func officer(_ name: String = "Pejabat Contoh, S.Sos.") -> OfficerLine {
    OfficerLine(
      role: "camat", name: name, employeeNumber: "000000000000000000", since: "2026-01-01",
      contacts: ["surel": "camat@contoh.invalid"])
  }

  @Test func `every value can be set, read back and taken back`() throws {
    let before = try text
    let values: [OfficeSetting: String] = [
      .zone: "WIT", .watchedSince: "2025-TW4", .deciding: "terakhir", .acceptanceRequired: "ya",
      .recorder: "Seksi Pemerintahan", .leadDays: "10", .recommendations: "ya",
      .government: "Pemerintah Kabupaten Contoh", .office: "Kecamatan Contoh",
      .address: "Jalan Contoh Nomor 1", .telephone: "(0517) 000000", .postcode: "71184",
      .email: "kecamatan@contoh.invalid", .place: "Hatungun",
    ]
    #expect(Set(values.keys) == Set(OfficeSetting.allCases))
    let seen = try SettingsSheet(of: office.workspace(on: Self.instant)).values
    #expect(seen == [.zone: "WITA"])
    let changes = values.sorted { $0.key.rawValue < $1.key.rawValue }
    let outcome = try ChangeSettings(
      changes.map { .value($0.key, seen: seen[$0.key], new: $0.value) }
    ).record(in: office.workspace(on: Self.instant), at: office.instant(Self.instant))
    #expect(outcome.isWritten && outcome.before.office.zone == .wita)
    let workspace = try office.founded.open()
    #expect(workspace.office.zone == .wit && workspace.office.letterhead.postcode == "71184")
    #expect(try SettingsSheet(of: workspace).values == values)
    let comments = before.split(separator: "\n").filter { $0.hasPrefix("#") }
    #expect(try text.split(separator: "\n").filter { $0.hasPrefix("#") } == comments)

    for (setting, value) in values where setting != .zone {
      try record(.value(setting, seen: value, new: nil))
    }
    try record(.value(.zone, seen: "WIT", new: "WITA"))
    #expect(try text == before)
  }

  @Test func `officers are added, changed value by value and removed`() throws {
    let before = try text
    let second = OfficerLine(role: "sekcam", name: "Orang Kedua", since: "2025-02-01")
    try record(.newOfficer(officer()), .newOfficer(second))
    #expect(try SettingsSheet(of: office.founded.open()).officers == [officer(), second])
    #expect(try record(.newOfficer(officer())).isKnown)
    #expect(
      try office.founded.open().office.officials.map(\.name) == [
        "Pejabat Contoh, S.Sos.", "Orang Kedua",
      ])
    var changed = officer("Plt. Pejabat Lain")
    changed.employeeNumber = nil
    changed.contacts = ["telegram": "1", "surel": "lain@contoh.invalid"]
    let outcome = try record(.officer(0, seen: officer(), new: changed))
    #expect(outcome.lines.contains { !$0.isAdded && $0.text.contains("nip: 000000000000000000") })
    #expect(try SettingsSheet(of: office.founded.open()).officers == [changed, second])
    try record(.removedOfficer(1, seen: second), .removedOfficer(0, seen: changed))
    #expect(try text == before)
  }

  @Test func `a new working week is a line of its own`() throws {
    try record(.week(days: "6", since: "2027-01-01"))
    let sheet = try SettingsSheet(of: office.founded.open())
    #expect(sheet.weeks.map(\.days) == ["5", "6"] && sheet.weeks[1].since == "2027-01-01")
    #expect(try record(.week(days: "6", since: "2027-01-01")).isKnown)
  }

  @Test func `a preview writes nothing, and says which lines would change`() throws {
    let before = try text
    let preview = try ChangeSettings([.value(.zone, seen: "WITA", new: "WIB")]).preview(
      in: office.founded.open())
    #expect(try text == before && !preview.isWritten)
    #expect(preview.lines.map(\.text) == ["zona: WITA", "zona: WIB"])
    #expect(preview.lines.map(\.isAdded) == [false, true])
    #expect(preview.before.office.zone == .wita && preview.after.office.zone == .wib)
  }

  @Test func `what the file would have wrong is told with its place, and nothing is written`()
    throws
  {
    let before = try text
    let causes = try causes(
      .value(.zone, seen: "WITA", new: "WITTA"), .value(.postcode, seen: nil, new: "7118"))
    let failure = try #require(causes.first as? WorkspaceFailure)
    guard case .configuration(let findings) = failure else {
      Issue.record("\(failure)")
      return
    }
    #expect(findings.count == 2 && findings.allSatisfy { $0.place.line > 0 })
    #expect(try text == before)
  }

  @Test func `what somebody else changed meanwhile is not overwritten`() throws {
    try record(.value(.zone, seen: "WITA", new: "WIB"), .newOfficer(officer()))
    let before = try text
    let zone = try causes(.value(.zone, seen: "WITA", new: "WIT")).first
    #expect(zone as? ChangeSettings.Refused == .changedMeanwhile(.zone, now: "WIB"))
    for change in [
      ChangeSettings.Change.officer(0, seen: officer("Lain"), new: officer()),
      .removedOfficer(0, seen: officer("Lain")), .removedOfficer(1, seen: officer()),
      .officer(-1, seen: officer(), new: officer()),
    ] {
      #expect(try causes(change).first as? ChangeSettings.Refused == .officersChangedMeanwhile)
    }
    #expect(try text == before)
    // Two people who want the same are not told that one of them came late.
    #expect(try record(.value(.zone, seen: "WITA", new: "WIB")).isKnown)
  }

  @Test func `two people who change different values both have theirs`() throws {
    let first = ChangeSettings([.value(.leadDays, seen: nil, new: "7")])
    let second = ChangeSettings([.value(.deciding, seen: nil, new: "terakhir")])
    let workspace = try office.founded.open()
    for request in [first, second] {
      _ = try request.record(in: workspace, at: office.instant(Self.instant))
    }
    let sheet = try SettingsSheet(of: office.founded.open())
    #expect(sheet.values[.leadDays] == "7" && sheet.values[.deciding] == "terakhir")
  }

  @Test func `a value of two lines, and a file that is a link, are refused`() throws {
    let cause = try causes(.value(.recorder, seen: nil, new: "A\nzona: WIT")).first
    #expect(cause as? ChangeSettings.Refused == .notALine("A\nzona: WIT"))
    let folder = office.founded.folder.path
    let manager = FileManager.default
    try manager.moveItem(atPath: folder + "/kantor.yaml", toPath: folder + "/asli.yaml")
    try manager.createSymbolicLink(
      atPath: folder + "/kantor.yaml", withDestinationPath: "asli.yaml")
    let link = try causes(.value(.zone, seen: "WITA", new: "WIB")).first
    #expect(link as? CalendarRefusal == .link("kantor.yaml"))
  }
}
