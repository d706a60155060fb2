import CivilCalendar
import Compliance
import ComplianceModel
import SystemPackage
import TestSupport
import Testing

@testable import Workspace

/// A workspace whose kecamatan do not all have the same zone, calendars and working week.
struct RegionalWorkspaceTests {
  private static let table = """
    kode,nama
    11,Aceh
    11.01,Barat
    11.01.01,Pantai
    63,Kalimantan Selatan
    63.05,Tapin
    63.05.11,Hilir
    63.05.12,Muara
    91,Papua
    91.01,Jauh
    91.01.01,Gunung
    """ + "\n"

  private func office(_ settings: String = "") throws -> FoundedWorkspace {
    let office = try FoundedWorkspace("00", table: Self.table)
    try office.folder.write("kalender: lokal\n", to: "kalender/lokal.yaml")
    if !settings.isEmpty {
      try office.change("kantor.yaml", "menurut_wilayah:\n", to: "menurut_wilayah:\n\(settings)\n")
    }
    return office
  }

  @Test func `a country is founded with the zone of each province`() throws {
    let office = try office()
    let text = try office.folder.text(of: "kantor.yaml")
    #expect(
      text.contains(
        "zona: WIB\n\n# Yang lain di sebagian wilayah"))
    #expect(
      text.contains(
        "\nmenurut_wilayah:\n  \"63\": { zona: WITA }\n  \"91\": { zona: WIT }\n\n# Kalender"))
    let workspace = try office.open()
    let zones = workspace.kecamatan.map { workspace.office.zone(of: $0.code) }
    #expect(zones == [.wib, .wita, .wita, .wit])
    // Where all have one zone nothing is said of regions.
    let province = try FoundedWorkspace("63", table: Self.table)
    #expect(!(try province.folder.text(of: "kantor.yaml")).contains("menurut_wilayah"))
  }

  @Test(
    arguments: [
      ([], .wib), (["91"], .wit), (["91.01.01"], .wit), (["Muara", "63.05.11"], .wita),
      (["63.05", "91"], .wib), (["entah"], .wib),
    ] as [([String], IndonesianZone)])
  func `the clocks of the units that are meant are those where they lie`(
    units: [String], zone: IndonesianZone
  ) throws {
    #expect(try office().open().zone(of: units) == zone)
  }

  @Test func `units of one zone go by it without being named`() throws {
    let office = try FoundedWorkspace("63", table: Self.table)
    try office.change(
      "kantor.yaml", "zona: WITA\n", to: "zona: WIB\nmenurut_wilayah: { \"63\": { zona: WITA } }\n")
    #expect(try office.open().zone(of: []) == .wita)
  }

  @Test func `each kecamatan has the calendars and the working days of its region`() throws {
    let workspace = try office(
      """
        "63.05": { kalender: [nasional, tapin] }
        "63.05.12": { minggu_kerja: [{ hari: 6, sejak: 2019-01-01 }] }
      """
    ).open()
    func files(_ code: String) throws -> [String] {
      workspace.calendarFiles(of: try region(code))
    }
    #expect(
      try files("11.01.01") == ["Calendars/laporan/nasional.yaml", "kalender/lokal.yaml"])
    let tapin = [
      "Calendars/laporan/nasional.yaml", "Calendars/laporan/tapin.yaml", "kalender/lokal.yaml",
    ]
    #expect(try files("63.05.11") == tapin && files("63.05.12") == tapin)
    // 10 January 2026 is a Saturday.
    let saturday = try day("2026-01-10")
    func isWorked(_ code: String) throws -> Bool {
      try workspace.calendar(of: region(code)).workingDays.isWorkingDay(saturday)
    }
    #expect(try isWorked("63.05.12"))
    #expect(try !isWorked("63.05.11") && !isWorked("91.01.01"))
    // Three sets of calendars and weeks, however many kecamatan have each.
    #expect(workspace.calendars(of: workspace.kecamatan.map(\.code)).count == 3)
  }

  @Test func `a calendar about one kecamatan holds there and not beside it`() throws {
    let office = try office()
    try office.folder.write(
      "kalender: khusus\nwilayah: \"63.05.12\"\nwajib: [Trantib]\n", to: "kalender/khusus.yaml")
    let workspace = try office.open()
    let files = try ["63.05.11", "63.05.12"].map { workspace.calendarFiles(of: try region($0)) }
    #expect(!files[0].contains("kalender/khusus.yaml"))
    #expect(files[1] == files[0].dropLast() + ["kalender/khusus.yaml", "kalender/lokal.yaml"])
    #expect(workspace.calendars(of: workspace.kecamatan.map(\.code)).count == 2)
  }

  @Test func `a calendar that only a region names must be there`() throws {
    let office = try office("  \"63.05\": { kalender: [nasional, tapim] }")
    #expect {
      _ = try office.open()
    } throws: { error in
      guard case .configuration(let findings)? = error as? WorkspaceFailure else { return false }
      return findings.map(\.code) == ["kantor.kalender-tidak-ada"]
        && findings.map(\.place.file) == ["kantor.yaml"] && findings[0].place.line > 4
    }
  }
}
