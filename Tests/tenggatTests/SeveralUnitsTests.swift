import Foundation
import TestSupport
import Testing

/// Commands that act on several units at once, or are given several files: all or none.
struct SeveralUnitsTests {
  @Test func `a document of several desa is recorded for each, with one receipt each`() async throws
  {
    let office = try await Office.founded()
    let output = try await office.do(
      "catat LPPDesa 2025 --unit Bagak --unit 63.05.12.2001 --unit=Burakai", on: "2026-03-20")
    for (row, desa) in [(1, "Bagak"), (2, "Tarungin"), (3, "Burakai")] {
      #expect(output.contains("Tercatat (baris 2026#\(row)): LPPDesa 2025 Desa \(desa)\n"))
    }
    #expect(
      try office.rows().map { $0[4] } == ["63.05.12.2008", "63.05.12.2001", "63.05.12.2004"])
  }

  @Test func `where one of them cannot be recorded none is, and every fault is told`() async throws
  {
    let office = try await Office.founded()
    try await office.do("bebaskan LPPDesa 2025 --unit Bagak --catatan x", on: "2026-03-20")
    try await office.do("bebaskan LPPDesa 2025 --unit Burakai --catatan x", on: "2026-03-20")
    let before = try office.records()
    let run = try await office.run(
      "catat LPPDesa 2025 --unit Tarungin --unit Bagak --unit Burakai", on: "2026-03-20")
    expectRefusal(run, 64, "LPPDesa 2025 Desa Bagak dibebaskan")
    #expect(run.errorText.contains("LPPDesa 2025 Desa Burakai dibebaskan"))
    #expect(try office.records() == before)
    expectRefusal(
      try await office.run("catat LPPDesa 2025 --unit Tarungin --unit Entah", on: "2026-03-20"), 64,
      "unit 'Entah'")
    expectRefusal(
      try await office.run(
        "catat LPPDesa 2025 --unit Tarungin --unit 63.05.12.2001", on: "2026-03-20"), 64,
      "disebut dua kali dengan --unit")
    #expect(try office.records() == before)
  }

  @Test(arguments: [
    ("kembalikan LPPDesa 2025 --catatan kurang", "kembali"), ("terima LPPDesa 2025", "terima"),
    ("bebaskan LKPJDes 2025 --catatan x", "bebas"),
    ("perpanjang LKPJDes 2025 --sampai 2026-04-10 --catatan surat", "perpanjang"),
    ("kejadian pelantikan-kades --tanggal 2026-03-02", "kejadian"),
  ])
  func `the other deeds act on several desa too`(_ words: String, _ kind: String) async throws {
    let office = try await Office.founded()
    try await office.do("catat LPPDesa 2025 --unit Bagak --unit Tarungin", on: "2026-03-20")
    let output = try await office.do("\(words) --unit Bagak --unit Tarungin", on: "2026-03-21")
    #expect(output.contains("Desa Bagak") && output.contains("Desa Tarungin"))
    #expect(try office.rows().dropFirst(2).map { $0[3] } == [kind, kind])
    #expect(
      try office.rows().dropFirst(2).map { $0[4] } == ["63.05.12.2008", "63.05.12.2001"])
  }

  @Test func `reminders of several desa are put off at once`() async throws {
    let office = try await Office.founded()
    let output = try await office.do(
      "ingatkan tunda LPPDesa 2025 --unit Bagak --unit Tarungin --sampai 2026-03-28 --catatan x",
      on: "2026-03-20")
    #expect(output.split(separator: "\n").count == 2)
  }

  // MARK: - All desa

  @Test
  func `all desa but some are recorded at once, and those that are in are named and left alone`()
    async throws
  {
    let office = try await Office.founded()
    try await office.do("catat LPPDesa 2025 --unit Burakai --tanggal 2026-03-18", on: "2026-03-18")
    let output = try await office.do(
      "catat LPPDesa 2025 --semua-desa --kecuali Bagak --kecuali 63.05.12.2001", on: "2026-03-20")
    #expect(
      output.contains("Sudah tercatat (baris 2026#1): LPPDesa 2025 Desa Burakai, 18 Maret 2026"))
    let rows = try office.rows()
    #expect(
      rows.map { $0[4] }
        == ["2004", "2002", "2003", "2005", "2006", "2007"].map { "63.05.12.\($0)" })
    #expect(Set(rows.map { $0[5] + $0[6] }) == ["LPPDesa2025"])
    // A document that was returned is owed again.
    try await office.do("kembalikan LPPDesa 2025 --unit Burakai --catatan kurang", on: "2026-03-21")
    try await office.do("catat LPPDesa 2025 --semua-desa", on: "2026-03-24")
    #expect(try office.rows().dropFirst(7).map { $0[4].suffix(4) } == ["2001", "2004", "2008"])
  }

  @Test func `the same once more for all desa records nothing`() async throws {
    let office = try await Office.founded()
    try await office.do("catat LPPDesa 2025 --semua-desa", on: "2026-03-20")
    let before = try office.records()
    #expect(before.count == 1)
    let output = try await office.do("catat LPPDesa 2025 --semua-desa", on: "2026-03-23")
    #expect(output.components(separatedBy: "Sudah tercatat").count == 9)
    #expect(try office.records() == before)
  }

  @Test func `without a period all desa share the one that is open for any of them`() async throws {
    let office = try await Office.founded()
    try await office.do("catat LPPDesa --semua-desa --kecuali Bagak", on: "2026-03-31")
    #expect(try office.rows().count == 7)
    let output = try await office.do("catat LPPDesa --semua-desa", on: "2026-04-02")
    #expect(output.contains("LPPDesa 2025 Desa Bagak\n  2 April 2026"))
    #expect(output.components(separatedBy: "Sudah tercatat").count == 8)
    try await office.do("terima LPPDesa --semua-desa", on: "2026-04-03")
    #expect(try office.rows().count == 16)
    // Two are open, and nobody can know which is meant.
    let both = try await office.run("catat RealisasiDes --semua-desa", on: "2026-07-06")
    expectRefusal(both, 64, "2025-S2 (lewat tenggat), 2026-S1 (segera)")
    #expect(both.errorText.split(separator: "\n").count == 1)
  }

  @Test func `a desa that was not there in the period is none of all desa`() async throws {
    let office = try await Office.founded()
    let regions = try office.text(of: "wilayah.csv").split(separator: "\n").map { line in
      line
        + (line.hasPrefix("kode")
          ? ",sejak" : line.hasPrefix("63.05.12.2008") ? ",2026-02-01" : ",")
    }
    try office.write(regions.joined(separator: "\n") + "\n", to: "wilayah.csv")
    try await office.do("catat LPPDesa 2025 --semua-desa", on: "2026-03-20")
    #expect(try office.rows().map { $0[4].suffix(4) } == (2001...2007).map { "\($0)" })
  }

  @Test(arguments: [
    ("catat LPPDesa 2025 --semua-desa --unit Bagak", "--unit dan --semua-desa disebut bersama"),
    ("catat LPPDesa 2025 --kecuali Bagak", "--kecuali tanpa --semua-desa"),
    ("catat LPPDesa 2025 --semua-desa --kecuali Entah", "unit 'Entah' tidak dipantau"),
    ("catat LPPDesa 2025 --semua-desa --kecuali 63.05.12", "unit 63.05.12 bukan desa"),
    ("catat LPPD 2025 --semua-desa", "LPPD adalah laporan kecamatan"),
    ("catat Entah 2025 --semua-desa", "laporan 'Entah' tidak dikenal"),
    ("catat LPPDesa --semua-desa --tanggal 2026-01-05", "tidak ada periode LPPDesa yang terbuka"),
  ])
  func `what makes no sense for all desa is refused once`(
    _ words: String, _ sentence: String
  ) async throws {
    let office = try await Office.founded()
    let run = try await office.run(words, on: "2026-01-05")
    expectRefusal(run, 64, sentence)
    #expect(try office.records().isEmpty)
  }

  @Test func `other deeds take all desa too`() async throws {
    let office = try await Office.founded()
    try await office.do(
      "perpanjang LPPDesa 2025 --semua-desa --kecuali Bagak --sampai 2026-04-10 --catatan surat",
      on: "2026-03-20")
    #expect(try office.rows().map { $0[3] } == Array(repeating: "perpanjang", count: 7))
    try await office.do(
      "kejadian pelantikan-kades --semua-desa --tanggal 2026-03-02", on: "2026-03-20")
    #expect(try office.rows().count == 15)
  }

  @Test func `rows of several kecamatan go into the ledger of each`() async throws {
    let office = try await Office.founded()
    try office.write(
      try office.text(of: "wilayah.csv")
        + "63.05.05,Candi Laras Selatan\n63.05.05.2001,Contoh\n", to: "wilayah.csv")
    try await office.do("catat LPPDesa 2025 --unit Bagak --unit 63.05.05.2001", on: "2026-03-20")
    for (code, unit) in [("63.05.12", "63.05.12.2008"), ("63.05.05", "63.05.05.2001")] {
      let rows = try office.text(of: "buku/\(code)/2026.csv").split(separator: "\n")
      #expect(rows.count == 2)
      #expect(rows[1].contains("serah,\(unit),LPPDesa,2025"))
    }
    let before = try office.records()
    expectRefusal(
      try await office.run(
        "terima LKPJDes 2025 --unit Bagak --unit 63.05.05.2001", on: "2026-03-20"), 64,
      "belum disampaikan")
    #expect(try office.records() == before)
    #expect(try await office.run("periksa buku", on: "2026-03-20").exitCode == 0)
  }

  @Test(arguments: ["jadwal", "desa", "kepatuhan", "riwayat"])
  func `a view keeps to several units`(_ command: String) async throws {
    let office = try await Office.filled.value
    let both = try await office.run(
      "\(command) --json --unit 63.05.12.2001 --unit Bagak", on: Office.day)
    #expect(both.exitCode == 0, "\(both.errorText)")
    let all = try await office.run("\(command) --json --unit 63.05.12", on: Office.day)
    #expect(both.outputText != all.outputText)
    if command != "kepatuhan" {
      #expect(
        both.outputText.contains("63.05.12.2001") && both.outputText.contains("63.05.12.2008"))
      #expect(!both.outputText.contains("63.05.12.2002"))
    }
  }

  // MARK: - Several files

  private func withFiles() async throws -> Office {
    let office = try await Office.founded()
    for name in ["surat.pdf", "lampiran.pdf", "foto.pdf"] {
      try office.write("%PDF-1.4 isi \(name)\n", to: name)
    }
    return office
  }

  @Test func `several files are one set of evidence of one row`() async throws {
    let office = try await withFiles()
    let words = "catat LPPD 2025 --berkas surat.pdf --berkas=lampiran.pdf"
    try await office.do(words, on: "2026-02-20")
    let row = try #require(try office.rows().first)
    #expect(row[12] == "[surat.pdf; lampiran.pdf]")
    #expect(row[10].hasSuffix("/\(row[11]).sha256"))
    let list = try office.text(of: row[10])
    for name in ["surat.pdf", "lampiran.pdf"] {
      let stored = try #require(
        office.folder.files.first { file in
          file.contains("/dokumen/")
            && (try? office.folder.text(of: file)) == "%PDF-1.4 isi \(name)\n"
        })
      let digest = try #require(stored.split(separator: "/").last?.split(separator: ".").first)
      #expect(list.contains("\(digest)  \(digest).pdf\n"))
    }
    #expect(try await office.run("periksa bukti", on: "2026-02-20").errorText == "")
    // The same once more is known already, in any case with all its files.
    let again = try await office.do(words, on: "2026-02-20")
    #expect(again.hasPrefix("Sudah tercatat (baris 2026#1)"))
    for files in ["--berkas lampiran.pdf --berkas surat.pdf", "--berkas surat.pdf", ""] {
      let known = try await office.do("catat LPPD 2025 \(files)", on: "2026-02-20")
      #expect(known.hasPrefix("Sudah tercatat"), "\(files)")
    }
    let more = try await office.do(
      "catat LPPD 2025 --berkas surat.pdf --berkas foto.pdf", on: "2026-02-20")
    #expect(more.hasPrefix("Tercatat"))
  }

  @Test(arguments: [true, false])
  func `a file of a set that is gone or changed is told`(_ isGone: Bool) async throws {
    let office = try await withFiles()
    try await office.do(
      "catat LPPD 2025 --berkas surat.pdf --berkas lampiran.pdf", on: "2026-02-20")
    let file = try #require(
      office.folder.files.first { file in
        file.contains("/dokumen/")
          && (try? office.folder.text(of: file)) == "%PDF-1.4 isi lampiran.pdf\n"
      })
    if isGone {
      try FileManager.default.removeItem(atPath: office.folder.path(of: file))
    } else {
      try office.folder.write("lain", to: file)
    }
    let run = try await office.run("periksa bukti", on: "2026-02-20")
    #expect(run.exitCode == 1)
    #expect(run.errorText.contains("buku/63.05.12/2026.csv:2"), "\(run.errorText)")
  }

  @Test func `several files for several units are refused, one file for all is not`() async throws {
    let office = try await withFiles()
    expectRefusal(
      try await office.run(
        "catat LPPDesa 2025 --unit Bagak --unit Tarungin --berkas surat.pdf --berkas lampiran.pdf",
        on: "2026-03-20"), 64, "tidak jelas berkas mana bukti unit mana")
    #expect(try office.records().isEmpty)
    try await office.do(
      "catat LPPDesa 2025 --unit Bagak --unit Tarungin --berkas surat.pdf", on: "2026-03-20")
    #expect(try Set(office.rows().map { $0[11] }).count == 1)
  }

  @Test func `where one of the files cannot be read nothing is recorded`() async throws {
    let office = try await withFiles()
    expectRefusal(
      try await office.run(
        "catat LPPD 2025 --berkas surat.pdf --berkas tiada.pdf", on: "2026-02-20"), 66,
      "berkas bukti tiada.pdf tidak dapat dibaca")
    #expect(!office.folder.files.contains { $0.hasPrefix("kantor/buku/") })
  }

  // MARK: - The same again

  @Test(arguments: [
    "catat LPPD 2025", "catat LPPD", "catat LPPD 2025 --alasan lupa",
    "record lppd 2025 --tanggal 2026-02-20 --diterima 2026-02-20",
  ])
  func `the same submission again is known and not recorded`(_ words: String) async throws {
    let office = try await Office.founded()
    try await office.do("catat LPPD 2025", on: "2026-02-20")
    let before = try office.records()
    let run = try await office.run(words, on: "2026-02-20")
    #expect(run.exitCode == 0, "\(run.errorText)")
    #expect(
      run.outputText.hasPrefix(
        "Sudah tercatat (baris 2026#1): LPPD 2025 Kecamatan Hatungun, 20 Februari 2026\n"))
    #expect(try office.records() == before)
  }

  @Test func `a submission that may be of several open periods is not taken for the one before`()
    async throws
  {
    let office = try await Office.founded()
    try await office.do("catat RFK 2025-TW4 --alasan lupa", on: "2026-07-06")
    let before = try office.records()
    let run = try await office.run("catat RFK --alasan lupa", on: "2026-07-06")
    expectRefusal(run, 64, "sebut periodenya")
    #expect(try office.records() == before)
  }

  @Test func `it stays known after it was accepted, and when it would be late`() async throws {
    let office = try await Office.founded()
    try await office.do("catat LPPD 2025 --catatan asli", on: "2026-02-20")
    try await office.do("terima LPPD 2025", on: "2026-02-23")
    let before = try office.records()
    let output = try await office.do(
      "catat LPPD 2025 --tanggal 2026-02-20 --catatan asli", on: "2026-03-20")
    #expect(output.hasPrefix("Sudah tercatat"))
    #expect(try office.records() == before)
  }

  @Test(arguments: [
    "catat LPPD 2025 --tanggal 2026-02-19", "catat LPPD 2025 --catatan lain",
    "catat LPPD 2025 --berkas wilayah.csv",
  ])
  func `what differs is recorded, and says which one decides`(_ words: String) async throws {
    let office = try await Office.founded()
    try await office.do("catat LPPD 2025", on: "2026-02-20")
    let output = try await office.do(words, on: "2026-02-20")
    #expect(output.contains("Penyampaian ini "))
    #expect(output.contains("yang menentukan penyampaian pertama"))
    #expect(try office.rows().count == 2)
  }

  @Test func `what follows a return is recorded with the old date, and only once`() async throws {
    let office = try await Office.founded()
    let words = "catat APBDes 2026 --unit Bagak --tanggal 2025-12-29"
    try await office.do("\(words) --diterima 2026-01-05", on: "2026-01-05")
    try await office.do("kembalikan APBDes 2026 --unit Bagak --catatan kurang", on: "2026-01-08")
    #expect(try await office.do(words, on: "2026-01-20").hasPrefix("Tercatat"))
    #expect(try await office.do(words, on: "2026-01-20").hasPrefix("Sudah tercatat"))
    #expect(try office.rows().count == 3)
  }
}
