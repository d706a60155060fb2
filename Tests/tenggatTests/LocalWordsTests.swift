import TestSupport
import Testing

/// What a desa, a kecamatan and their heads are called where they are called otherwise.
struct LocalWordsTests {
  /// A workspace of a kecamatan of any region.
  private func office(
    _ province: String, _ regency: String, _ kecamatan: String, _ villages: String...,
    code: String = "13.05.01"
  ) async throws -> Office {
    let parts = code.split(separator: ".")
    var table = "kode,nama\n\(parts[0]),\(province)\n\(parts[0]).\(parts[1]),\(regency)\n"
    table += "\(code),\(kecamatan)\n"
    for (index, name) in villages.enumerated() { table += "\(code).\(2001 + index),\(name)\n" }
    let office = Office(folder: try TemporaryFolder())
    try office.folder.write(table, to: "wilayah.csv")
    let run = try await ProgramRun.tenggat(
      ["mulai", code, "kantor", "--wilayah", "wilayah.csv"], in: office.folder.path)
    try #require(run.exitCode == 0, "\(run.errorText)")
    return office
  }

  private func letter(_ office: Office, _ village: String) async throws -> String {
    try await office.do("surat teguran \(village) --keluaran -", on: "2026-07-06")
  }

  @Test func `in Sumatera Barat a nagari and its wali are spoken of`() async throws {
    let office = try await office(
      "Sumatera Barat", "Kabupaten Padang Pariaman", "Lubuk Alung", "Lubuk Alung",
      "Nagari Balah Hilia")
    let letter = try await letter(office, "13.05.01.2001")
    #expect(letter.contains("Yth. Wali Nagari Lubuk Alung<br>"))
    #expect(letter.contains("dari Nagari Lubuk Alung sudah lewat"))
    #expect(letter.contains("tentang Dokumen Nagari yang"))
    #expect(letter.contains("Bupati melalui Camat"))
    #expect(!letter.contains("Kepala Desa"))
    for name in ["Nagari_Balah_Hilia", "Balah_Hilia", "nagari_balah_hilia", "13.05.01.2002"] {
      #expect(try await self.letter(office, name).contains("Yth. Wali Nagari Balah Hilia<br>"))
    }
    let schedule = try await office.do("jadwal", on: "2026-07-06")
    #expect(schedule.contains("2 nagari"))
    #expect(!schedule.contains("desa "))
    let matrix = try await office.do("desa", on: "2026-07-06")
    #expect(matrix.contains("dokumen nagari 2026"))
    let receipt = try await office.do(
      "catat LPPDesa 2025 --unit Nagari_Balah_Hilia", on: "2026-04-06")
    #expect(receipt.contains("Nagari Balah Hilia"))
    #expect(!receipt.contains("Nagari Nagari"))
    let reminder = try await office.do("ingatkan", on: "2026-04-06")
    #expect(reminder.contains("Nagari Lubuk Alung"))
    #expect(!reminder.contains("Desa Lubuk"))
  }

  @Test func `in a kota the letter is the kota's, and goes to the wali kota`() async throws {
    for regency in ["Kota Batu", "Batu", "KOTA BATU"] {
      let office = try await office(
        "Jawa Timur", regency, "Batu", "Oro-oro Ombo", code: "35.79.01")
      let letter = try await letter(office, "35.79.01.2001")
      #expect(letter.contains("<p>PEMERINTAH KOTA BATU</p>"))
      #expect(letter.contains("kepada: Wali Kota melalui Camat"))
      #expect(!letter.contains("Bupati"))
      #expect(letter.contains("Yth. Kepala Desa Oro-oro Ombo"))
      let rule = try await office.do(
        "jelaskan LPPDesa 2025 --unit 35.79.01.2001", on: "2026-07-06")
      #expect(rule.contains("kepada: Wali Kota melalui Camat"))
    }
    let regency = try await office("Jawa Timur", "Kab. Malang", "Batu", "Ngaglik", code: "35.07.01")
    let letter = try await letter(regency, "Ngaglik")
    #expect(letter.contains("<p>PEMERINTAH KABUPATEN MALANG</p>"))
    #expect(letter.contains("kepada: Bupati melalui Camat"))
  }

  @Test func `in Papua a distrik has kampung, and its head is no camat`() async throws {
    let office = try await office(
      "Papua", "Kabupaten Jayapura", "Sentani", "Sereh", code: "91.03.01")
    let letter = try await letter(office, "Kampung_Sereh")
    #expect(letter.contains("<p class=\"kantor\">DISTRIK SENTANI</p>"))
    #expect(letter.contains("<p>KEPALA DISTRIK SENTANI,</p>"))
    #expect(letter.contains("Yth. Kepala Kampung Sereh<br>"))
    #expect(letter.contains("kepada: Bupati melalui Kepala Distrik"))
    let schedule = try await office.do("jadwal", on: "2026-07-06")
    #expect(schedule.hasPrefix("Distrik Sentani"))
    #expect(!schedule.contains("Kecamatan"))
  }

  @Test func `what the office says itself comes first, and is read strictly`() async throws {
    let office = try await Office.founded()
    let settings = try office.text(of: "kantor.yaml")
    try office.write(
      settings + "sebutan: { desa: Kampung, kepala_desa: Pembakal }\n", to: "kantor.yaml")
    let letter = try await letter(office, "Kampung_Tarungin")
    #expect(letter.contains("Yth. Pembakal Tarungin<br>"))
    #expect(letter.contains("dari Kampung Tarungin sudah"))
    try office.write(settings + "sebutan: { kades: Pembakal }\n", to: "kantor.yaml")
    let run = try await office.run("jadwal", on: "2026-07-06")
    #expect(run.exitCode == 78)
    #expect(run.errorText.contains("kunci 'kades' tidak dikenal"))
  }
}
