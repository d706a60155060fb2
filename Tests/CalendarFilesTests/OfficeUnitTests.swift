import CalendarFiles
import ComplianceModel
import TestSupport
import Testing

/// Units in the office's file: by code, or by the names that every reader takes.
struct OfficeUnitTests {
  private func office(_ unit: String) throws -> (office: Office?, findings: [Finding]) {
    let text = """
      zona: WITA
      kalender: [nasional]
      minggu_kerja:
        - { hari: 5, sejak: 2019-01-01 }
      pengingat:
        saluran: [{ nama: surel, jenis: sendmail, dari: kantor@contoh.invalid }]
        kontak_desa:
          \(unit): { surel: desa@contoh.invalid }

      """
    let village = Unit(code: try region("63.05.12.2001"), name: "Pasi Kuala Ba'u")
    let kecamatan = Kecamatan(
      province: nil, regency: nil, unit: Unit(code: try region("63.05.12"), name: "Hatungun"),
      members: [village])
    return OfficeFile.read(YAMLText(Array(text.utf8), file: "kantor.yaml")) {
      UnitNames.unit($0, among: [kecamatan])
    }
  }

  @Test(arguments: [
    "63.05.12.2001", "\"6305122001\"", "63-05-12-2001", "Pasi Kuala Ba'u", "Desa Pasi Kuala Bau",
    "PASI KUALA BA\u{2019}U", "pasi-kuala-ba_u",
  ])
  func `a desa is named in every spelling`(_ unit: String) throws {
    let read = try office(unit)
    let village = try region("63.05.12.2001")
    #expect(read.findings.isEmpty)
    #expect(try #require(read.office).places[.village(village)]?.line == 8)
  }

  @Test(arguments: ["Pasi Kuala", "Sukamaju", "Pasi Kuala Ba'u Baru"])
  func `another name is a fault with its place`(_ unit: String) throws {
    let findings = try office(unit).findings
    #expect(findings.contains { $0.place.line == 8 && $0.what.contains("bukan kode wilayah") })
  }
}
