import Foundation
import TestSupport
import Testing

/// Receipts for what desa handed in, and the text of what they lack.
struct HandoverTests {
  private func office() async throws -> Office {
    let office = try await Office.founded()
    try office.write("%PDF-1.4 lpp\n", to: "kiriman/lpp.pdf")
    try await office.do(
      "catat LPPDesa 2025 --unit Tarungin --berkas kiriman/lpp.pdf", on: "2026-04-02")
    try await office.do("catat LKPJDes 2025 --unit Tarungin", on: "2026-04-02")
    try await office.do(
      "catat APBDes 2026 --unit Bagak --tanggal 2025-12-29 --diterima 2026-04-02", on: "2026-04-02")
    try await office.do("catat LPPDesa 2025 --unit Bagak", on: "2026-04-02")
    try await office.do(
      "kembalikan LPPDesa 2025 --unit Bagak --catatan kurang", on: "2026-04-02")
    return office
  }

  /// The text without the time of the clock.
  private func timeless(_ output: [UInt8]) -> [UInt8] {
    let text = String(decoding: output, as: UTF8.self)
      .replacing(#/pukul \d\d\.\d\d/#, with: "pukul 00.00")
      .replacing(#/T\d\d:\d\d:\d\d/#, with: "T00:00:00")
    return Array(text.utf8)
  }

  @Test func `a receipt is a text, a page and a value for programs`() async throws {
    let office = try await office()
    for (words, file) in [
      ("--teks", "tanda-terima.txt"), ("--json", "tanda-terima.json"),
      ("--unit Tarungin --keluaran -", "tanda-terima.html"),
    ] {
      let run = try await office.run("tanda-terima \(words)", on: "2026-04-02")
      #expect(run.exitCode == 0)
      #expect(run.errorText == "")
      expectGolden(timeless(run.output), named: file)
    }
  }

  @Test func `each desa gets a page in a file, which is not overwritten`() async throws {
    let office = try await office()
    let said = try await office.do("tanda-terima --tanggal 2026-04-02", on: "2026-04-06")
    let name = "ekspor/tanda-terima-63.05.12.2001-2026-04-02-a5.html"
    #expect(said.contains("\(name): tanda terima Desa Tarungin, 2 dokumen"))
    #expect(said.contains("tanda terima Desa Bagak, 1 dokumen"))
    #expect(try office.text(of: name).contains("@page { size: 210mm 148mm;"))
    try await office.do("receipt --tanggal 2026-04-02 --kertas f4", on: "2026-04-06")
    #expect(
      try office.text(of: name.replacing("a5", with: "f4")).contains("size: 215mm 330mm;"))
    try office.write("edited", to: name)
    expectRefusal(
      try await office.run("tanda-terima --tanggal 2026-04-02", on: "2026-04-06"), 73,
      "sudah ada dengan isi lain, tidak ada yang ditimpa")
    try await office.do("tanda-terima --tanggal 2026-04-02 --timpa", on: "2026-04-06")
    #expect(try office.text(of: name) != "edited")
    try await office.do(
      "tanda-terima --tanggal 2026-04-02 --keluaran terima --unit Bagak", on: "2026-04-06")
    #expect(office.folder.files.filter { $0.hasPrefix("kantor/terima/") }.count == 1)
  }

  @Test func `a day without documents is said to have none`() async throws {
    let office = try await office()
    let said = try await office.do("tanda-terima --unit Burakai", on: "2026-04-02")
    #expect(
      said == "Tidak ada dokumen desa yang diterima pada Kamis, 2 April 2026 menurut buku: "
        + "Desa Burakai, Kecamatan Hatungun\n")
  }

  @Test(arguments: [
    ("tanda-terima --tanggal 2026-07-07", "tanggal 7 Juli 2026 belum tiba"),
    ("tanda-terima --teks --json", "--teks dan --json tidak dapat bersama"),
    ("tanda-terima --teks --keluaran x", "--keluaran tidak dipakai bersama --teks"),
    ("tanda-terima --kertas a4", "pilih a5, f4"),
    ("tanda-terima --unit Tarungim", "mungkin maksudnya 'Tarungin'"),
    ("tanda-terima --tanggal 2026-04-31", "2026-04-31"),
    ("desa --salin --json", "--salin dan --json tidak dapat bersama"),
  ])
  func `what cannot be meant is refused`(_ words: String, _ message: String) async throws {
    expectRefusal(try await Office.filled.value.run(words, on: Office.day), 64, message)
  }

  @Test func `several receipts are no one page`() async throws {
    let office = try await office()
    expectRefusal(
      try await office.run("tanda-terima --keluaran -", on: "2026-04-02"), 64,
      "2 tanda terima tidak dapat menjadi satu halaman")
  }

  // MARK: - A text for a chat group

  @Test func `what each desa lacks is a text without a table`() async throws {
    let run = try await Office.filled.value.run("desa --tahun 2026 --salin", on: Office.day)
    #expect(run.exitCode == 0)
    expectGolden(run.output, named: "desa-salin.txt")
    let one = try await Office.filled.value.run(
      "villages --salin --unit Bagak --ketat", on: Office.day)
    #expect(one.exitCode == 1)
    #expect(one.outputText.split(separator: "*Desa ").count == 2)
    #expect(one.outputText.contains("*Desa Bagak* (belum ada"))
  }

  @Test func `a name cannot switch bold on`() async throws {
    let office = try await Office.founded()
    try office.write(
      office.text(of: "wilayah.csv").replacing("Tarungin", with: "*Ta_run~gin`"),
      to: "wilayah.csv")
    let said = try await office.do("desa --salin", on: Office.day)
    #expect(said.contains("*Desa Tarungin* (belum ada"))
  }
}
