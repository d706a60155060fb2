import CalendarFiles
import CivilCalendar
import ComplianceModel
import TestSupport
import Testing

/// `dipantau_sejak` in the office's file.
struct WatchFileTests {
  private func read(_ setting: String) throws -> (office: Office?, findings: [Finding]) {
    let text = """
      zona: WITA
      kalender: [nasional]
      minggu_kerja:
        - { hari: 5, sejak: 2019-01-01 }
      \(setting)

      """
    let village = Unit(code: try region("63.05.12.2001"), name: "Tarungin")
    let kecamatan = Kecamatan(
      province: nil, regency: nil, unit: Unit(code: try region("63.05.12"), name: "Hatungun"),
      members: [village])
    return OfficeFile.read(YAMLText(Array(text.utf8), file: "kantor.yaml")) {
      UnitNames.unit($0, among: [kecamatan])
    }
  }

  private func watch(_ setting: String) throws -> Watch {
    let read = try read(setting)
    #expect(read.findings.isEmpty)
    return try #require(read.office).watch
  }

  @Test func `without it everything is watched`() throws {
    #expect(try watch("petugas: Sekcam") == .everything)
  }

  @Test(arguments: [
    ("2025", "2025-01-01"), ("2025-TW4", "2025-10-01"), ("2025-10-02", "2025-10-02"),
    ("1 Oktober 2025", "2025-10-01"),
  ])
  func `it is a year, a quarter or a day, and knows where it is written`(
    _ text: String, _ date: String
  ) throws {
    let watch = try watch("dipantau_sejak: \(text)")
    let place = SourcePlace(file: "kantor.yaml", line: 5, column: 17)
    #expect(watch == Watch(office: Watch.Start(try day(date), at: place)))
  }

  @Test(arguments: ["63.05.12.2001", "Desa Tarungin"])
  func `a unit has its own, by code or by name`(_ unit: String) throws {
    let desa = try region("63.05.12.2001")
    let both = try watch("dipantau_sejak: { kantor: 2025-TW4, unit: { \(unit): 2026 } }")
    #expect(both.office?.day == (try day("2025-10-01")))
    #expect(both.start(of: desa)?.day == (try day("2026-01-01")))
    let alone = try watch("dipantau_sejak: { unit: { \(unit): 2026-TW2 } }")
    #expect(alone.office == nil)
    #expect(alone.start(of: desa)?.day == (try day("2026-04-01")))
    #expect(alone.start(of: try region("63.05.12.2002")) == nil)
  }

  @Test func `a unit that nobody knows is a fault where it is written`() throws {
    let findings = try read("dipantau_sejak: { unit: { Sukamaju: 2026 } }").findings
    #expect(findings.map(\.place) == [SourcePlace(file: "kantor.yaml", line: 5, column: 27)])
  }
}
