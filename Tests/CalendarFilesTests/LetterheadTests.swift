import CalendarFiles
import ComplianceModel
import Testing

/// The head of letters, `kop` in an office's file.
struct LetterheadTests {
  private func office(_ lines: String) throws -> Office {
    let text = """
      zona: WITA
      kalender: [nasional]
      minggu_kerja:
        - { hari: 5, sejak: 2019-01-01 }

      """
    let read = OfficeFile.read(YAMLText(Array((text + lines).utf8), file: "kantor.yaml"))
    #expect(read.findings == [])
    return try #require(read.office)
  }

  @Test func `an office that says nothing has an empty head`() throws {
    #expect(try office("").letterhead == Letterhead())
    #expect(try office("kop: {}\n").letterhead == Letterhead())
  }

  @Test func `every key is read, and the place of the logo is known`() throws {
    let office = try office(
      """
      kop:
        pemerintah: PEMERINTAH KABUPATEN CONTOH
        kantor: KANTOR CAMAT CONTOH
        alamat: Jalan Contoh Nomor 1
        telepon: (0517) 000000
        kode_pos: 71184
        surel: a@contoh.invalid
        tempat: Contoh
        logo: kop/logo.png

      """)
    #expect(
      office.letterhead
        == Letterhead(
          government: "PEMERINTAH KABUPATEN CONTOH", office: "KANTOR CAMAT CONTOH",
          address: "Jalan Contoh Nomor 1", telephone: "(0517) 000000", postcode: "71184",
          email: "a@contoh.invalid", place: "Contoh", logo: "kop/logo.png"))
    #expect(
      office.places[.logo("kop/logo.png")]
        == SourcePlace(file: "kantor.yaml", line: 13, column: 9))
  }

  @Test func `the place of the list of registers is known, also of an empty one`() throws {
    #expect(
      try office("iku: []\n").places[.registers]
        == SourcePlace(file: "kantor.yaml", line: 5, column: 6))
    #expect(try office("").places[.registers] == nil)
  }
}
