import Foundation
import TestSupport
import Testing

/// The letters to all late desa in one run, numbered and recorded, under the head of the office.
struct LetterRoundTests {
  private static let numbered = "surat teguran --semua --nomor 100.3/{n}/Pem --nomor-awal 12"
  private static let note = "nomor: 100.3/12/Pem; tahap: 1; surat: Surat Imbauan"

  private func letters(_ office: Office) -> [String] {
    office.folder.files.filter { $0.hasPrefix("kantor/ekspor/surat-teguran-") }.sorted()
  }

  @Test func `a trial shows each letter and writes nothing`() async throws {
    let office = try await Office.founded()
    let run = try await office.run("\(Self.numbered) --catat --coba", on: Office.day)
    #expect(run.exitCode == 0)
    expectGolden(run.output, named: "surat-semua-coba.txt")
    #expect(letters(office).isEmpty)
    #expect(try office.records().isEmpty)
  }

  @Test func `drafts are written and not recorded`() async throws {
    let office = try await Office.founded()
    let said = try await office.do("surat teguran --semua", on: Office.day)
    #expect(letters(office).count == 8)
    #expect(said.contains("8 surat, belum dicatat"))
    #expect(try office.records().isEmpty)
    try await office.do("surat teguran --semua --keluaran surat", on: Office.day)
    #expect(office.folder.files.filter { $0.hasPrefix("kantor/surat/") }.count == 8)
  }

  @Test func `issued letters are in the ledger, and the second names the first`() async throws {
    let office = try await Office.founded()
    let said = try await office.do("\(Self.numbered) --catat", on: Office.day)
    #expect(said.contains("Surat Imbauan nomor 100.3/12/Pem untuk Desa Tarungin"))
    #expect(said.contains("tercatat (baris 2026#1)"))
    #expect(said.contains("8 surat tercatat dalam buku"))
    let rows = try office.rows()
    #expect(rows.count == 8)
    #expect(rows[0][3...8] == ["kejadian", "63.05.12.2001", "teguran", "", Office.day, Office.day])
    #expect(rows[0][12] == Self.note)
    #expect(rows[7][12].hasPrefix("nomor: 100.3/19/Pem"))
    let first = try office.text(of: String(letters(office)[0].dropFirst("kantor/".count)))
    #expect(first.contains("<td>Nomor</td><td>:</td><td>100.3/12/Pem</td>"))
    #expect(first.contains(", 6 Juli 2026</p>"))
    #expect(!first.contains("menyusul"))
    // The same again would be refused for its numbers; with others the desa rest for a week.
    let again = try await office.do(
      "surat teguran --semua --nomor 100.3/{n}/Pem --nomor-awal 40 --catat", on: "2026-07-12")
    #expect(again.contains("Desa Bagak: disurati 6 Juli 2026 (100.3/19/Pem), kurang dari 7 hari"))
    #expect(again.contains("Tidak ada surat yang dibuat"))
    #expect(try office.rows().count == 8)
    expectRefusal(
      try await office.run("\(Self.numbered) --catat", on: "2026-07-13"), 64,
      "nomor 100.3/12/Pem sudah dipakai surat 6 Juli 2026 kepada Desa Tarungin (baris 2026#1)")
    #expect(letters(office).count == 8)
    let next = try await office.do("surat teguran Bagak --keluaran -", on: "2026-07-13")
    #expect(next.contains("<b>Teguran tentang Dokumen Desa"))
    #expect(
      next.contains(
        "<p>Surat ini menyusul Surat Imbauan nomor 100.3/19/Pem tanggal 6 Juli 2026.</p>"))
    let check = try await office.run("periksa", on: "2026-07-13")
    #expect(check.exitCode == 0)
  }

  @Test func `one letter is recorded when it is asked for, under the day that is named`()
    async throws
  {
    let office = try await Office.founded()
    let letter = "surat teguran Bagak --nomor 100.3/7/Pem"
    try await office.do(letter, on: Office.day)
    #expect(try office.records().isEmpty)
    let said = try await office.do("\(letter) --catat --tanggal 2026-07-03", on: Office.day)
    #expect(said.contains("tercatat (baris 2026#1)"))
    #expect(try office.rows()[0][7] == "2026-07-03")
    expectRefusal(
      try await office.run(
        "surat teguran Bagak --nomor 8 --catat --tanggal 2026-07-03", on: Office.day), 64,
      "surat kepada Desa Bagak tanggal 3 Juli 2026 sudah tercatat (baris 2026#1)")
    expectRefusal(
      try await office.run(
        "surat teguran Bagak --nomor 8 --catat --tanggal 2026-07-07", on: Office.day), 64,
      "7 Juli 2026")
    try await office.do("batalkan #1 --alasan salah_alamat", on: Office.day)
    #expect(
      try await office.do("surat teguran Bagak --keluaran -", on: "2026-08-03")
        .contains("<b>Imbauan tentang"))
  }

  @Test func `nothing is recorded where a letter cannot be written`() async throws {
    let office = try await Office.founded()
    try await office.do("\(Self.numbered)", on: Office.day)
    let file = String(letters(office)[3].dropFirst("kantor/".count))
    try office.write("edited", to: file)
    expectRefusal(
      try await office.run("\(Self.numbered) --catat", on: Office.day), 73,
      "sudah ada dengan isi lain, tidak ada yang ditimpa")
    #expect(try office.records().isEmpty)
    #expect(try office.text(of: file) == "edited")
    try await office.do("\(Self.numbered) --catat --timpa", on: Office.day)
    #expect(try office.rows().count == 8)
  }

  @Test func `programs read the same`() async throws {
    let office = try await Office.founded()
    try await office.do(
      "kejadian teguran --unit Bagak --tanggal 2026-04-06 --catatan nomor:_1;_tahap:_1",
      on: "2026-04-06")
    let run = try await office.run(
      "surat teguran --semua --unit Bagak --coba --json", on: Office.day)
    expectGolden(run.output, named: "surat-semua.json")
  }

  @Test func `an event without number and step is no letter`() async throws {
    let office = try await Office.founded()
    expectRefusal(
      try await office.run("kejadian teguran --unit Bagak --tanggal 2026-04-06", on: Office.day),
      64,
      "tidak menyebut nomor dan tahapnya; tulis --catatan 'nomor: NOMOR; tahap: 1'")
  }

  @Test func `where nothing is late there is no letter`() async throws {
    let office = try await Office.founded()
    try office.add("dipantau_sejak: 2027\n")
    let said = try await office.do("surat teguran --semua", on: "2027-01-04")
    #expect(said.contains("Tidak ada desa dengan dokumen yang lewat tenggat"))
    #expect(letters(office).isEmpty)
  }

  // MARK: - The head

  @Test func `the head is the office's, with its logo as data`() async throws {
    let office = try await Office.founded()
    try office.write("<svg xmlns=\"http://www.w3.org/2000/svg\"/>", to: "kop/logo.svg")
    try office.add(
      """
      kop:
        pemerintah: PEMERINTAH KABUPATEN <CONTOH>
        kantor: KANTOR CAMAT CONTOH
        alamat: Jalan Contoh Nomor 1
        telepon: (0517) 000000
        kode_pos: 71184
        surel: contoh@contoh.invalid
        tempat: Contoh
        logo: kop/logo.svg

      """)
    let html = try await office.do(
      "surat teguran Bagak --keluaran - --tanggal 2026-07-06", on: Office.day)
    #expect(html.contains("<p>PEMERINTAH KABUPATEN &lt;CONTOH&gt;</p>"))
    #expect(html.contains("<p class=\"kantor\">KANTOR CAMAT CONTOH</p>"))
    #expect(html.contains("Jalan Contoh Nomor 1, Telepon (0517) 000000, Kode Pos 71184</p>"))
    #expect(html.contains("Pos-el contoh@contoh.invalid"))
    #expect(html.contains("<p class=\"tanggal\">Contoh, 6 Juli 2026</p>"))
    #expect(html.contains("src=\"data:image/svg+xml;base64,PHN2ZyB4bWxucz0i"))
    #expect(html.contains("style-src 'unsafe-inline'; img-src data:\">"))
    // Without it no picture may be in the page at all.
    let plain = try await Office.filled.value.run(
      "surat teguran Bagak --keluaran -", on: Office.day)
    #expect(!plain.outputText.contains("img-src") && !plain.outputText.contains("<img"))
  }

  @Test func `a logo that cannot be used is told at its place, by letter and by check`()
    async throws
  {
    let office = try await Office.founded()
    try office.add("kop: { logo: kop/logo.png }\n")
    let line = try office.text(of: "kantor.yaml").split(
      separator: "\n", omittingEmptySubsequences: false
    ).firstIndex { $0.hasPrefix("kop:") }
    let place = "kantor.yaml:\(try #require(line) + 1):14: galat: "
    let missing = "\(place)logo 'kop/logo.png' tidak ada atau tidak dapat dibaca"
    for words in ["surat teguran Bagak", "surat teguran --semua", "tanda-terima"] {
      expectRefusal(try await office.run(words, on: Office.day), 78, missing)
    }
    let check = try await office.run("periksa kantor", on: Office.day)
    #expect(check.exitCode == 1)
    #expect(check.errorText.contains(missing))
    try office.write("GIF89a", to: "kop/logo.png")
    let other = try await office.run("periksa kantor", on: Office.day)
    #expect(other.errorText.contains("\(place)isi logo 'kop/logo.png' bukan gambar PNG"))
    // What has nothing to do with letters goes on.
    try await office.do("jadwal", on: Office.day)
  }
}
