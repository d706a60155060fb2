import CalendarFiles
import CivilCalendar
import ComplianceModel
import TestSupport
import Testing

/// `menurut_wilayah` in the office's file.
struct RegionalSettingsTests {
  private func office(_ settings: String) throws -> Office {
    let text = """
      zona: WIB
      kalender: [nasional]
      minggu_kerja:
        - { hari: 5, sejak: 2019-01-01 }
      \(settings)

      """
    let read = OfficeFile.read(YAMLText(Array(text.utf8), file: "kantor.yaml"))
    #expect(read.findings.isEmpty, "\(read.findings)")
    return try #require(read.office)
  }

  @Test func `without it everything holds everywhere`() throws {
    let office = try office("petugas: Sekcam")
    let unit = try region("91.01.02.2001")
    #expect(office.zone(of: unit) == .wib && office.calendars(of: unit) == ["nasional"])
    #expect(office.weeks(of: unit) == office.weeks && office.allCalendars == ["nasional"])
  }

  @Test func `of several regions the smallest decides, key by key`() throws {
    let office = try office(
      """
      menurut_wilayah:
        "63": { zona: WITA, minggu_kerja: [{ hari: 6, sejak: 2019-01-01 }] }
        "63.05": { kalender: [nasional, tapin] }
        "63.05.12": { minggu_kerja: [{ hari: 5, sejak: 2020-01-01 }] }
        "91": { zona: WIT, kalender: [tapin] }
      """)
    func settings(_ code: String) throws -> String {
      let unit = try region(code)
      let weeks = office.weeks(of: unit).map { "\($0.days.rawValue) \($0.since)" }
      return
        "\(office.zone(of: unit).rawValue) \(office.calendars(of: unit)) \(weeks.joined(separator: ", "))"
    }
    #expect(try settings("63.01.01") == "WITA [\"nasional\"] 6 2019-01-01")
    #expect(try settings("63.05.11") == "WITA [\"nasional\", \"tapin\"] 6 2019-01-01")
    #expect(try settings("63.05.12") == "WITA [\"nasional\", \"tapin\"] 5 2020-01-01")
    #expect(try settings("63.05.12.2001") == settings("63.05.12"))
    #expect(try settings("91.01.01") == "WIT [\"tapin\"] 5 2019-01-01")
    #expect(try settings("64.05.12") == "WIB [\"nasional\"] 5 2019-01-01")
    #expect(office.allCalendars == ["nasional", "tapin"])
  }

  @Test func `a region is a kabupaten or a kecamatan by its code, however it is written`() throws {
    let office = try office("menurut_wilayah: { \"6305\": { zona: WITA } }")
    #expect(office.zone(of: try region("63.05.12")) == .wita)
    #expect(
      office.places[.region(try region("63.05"))]
        == SourcePlace(file: "kantor.yaml", line: 5, column: 20))
  }
}
