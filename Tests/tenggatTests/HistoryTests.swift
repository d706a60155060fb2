import Foundation
import TestSupport
import Testing

/// `riwayat`: what the ledger holds, for people and for programs.
struct HistoryTests {
  /// The output without the clock's time of day, which no option sets.
  static func timeless(_ output: [UInt8]) -> String {
    String(decoding: output, as: UTF8.self)
      .replacing(#/pukul [0-9]{2}\.[0-9]{2}/#, with: "pukul 00.00")
      .replacing(#/T[0-9]{2}:[0-9]{2}:[0-9]{2}\+08:00/#, with: "T00:00:00+08:00")
  }

  private func rows(_ words: String) async throws -> [[String: Any]] {
    let run = try await Office.filled.value.run("riwayat \(words) --json", on: Office.day)
    try #require(run.exitCode == 0, "\(run.errorText)")
    let value = try JSONSerialization.jsonObject(with: Data(run.output)) as? [String: Any]
    let rows = try #require(value?["baris"] as? [[String: Any]])
    #expect(value?["jumlah"] as? Int == rows.count)
    return rows
  }

  @Test(arguments: [
    ("riwayat-LKIP.txt", "riwayat LKIP 2025"),
    ("riwayat-desa.txt", "riwayat --unit 63.05.12.2003"),
    ("riwayat-2026-04-08.txt", "riwayat --dicatat 2026-04-08"),
    ("riwayat-LPPD.json", "riwayat LPPD --json"),
    ("riwayat-2026-04-08.json", "riwayat --dicatat 2026-04-08 --json"),
  ])
  func `the ledger is shown as it was last read over`(
    _ file: String, _ words: String
  ) async throws {
    let run = try await Office.filled.value.run(words, on: Office.day)
    #expect(run.exitCode == 0, "\(run.errorText)")
    expectGolden(HistoryTests.timeless(run.output), named: file)
  }

  @Test func `every row is shown once, in the order of file and number`() async throws {
    let office = try await Office.filled.value
    let rows = try await rows("")
    #expect(rows.map { $0["urutan"] as? Int } == (1...(try office.rows().count)).map { $0 })
  }

  @Test func `the filters are combined`() async throws {
    let all = try await rows("--unit Bagak")
    #expect(!all.isEmpty && all.allSatisfy { $0["unit"] as? String == "63.05.12.2008" })
    let some = try await rows("LKPJDes 2025 --unit Bagak --petugas KASUBBAG --tahun 2026")
    #expect(some.map { $0["peristiwa"] as? String } == ["bebas"])
    #expect(try await rows("LKPJDes 2024 --unit Bagak").isEmpty)
    #expect(try await rows("LKPJDes --unit Bagak --petugas orang_lain").isEmpty)
    #expect(try await rows("--tahun 2025").isEmpty)
    #expect(try await rows("--dicatat 2026-03-03").isEmpty)
  }

  @Test func `a word is read at the unit's level, and events have their code`() async throws {
    let desa = try await rows("LPPD --unit 63.05.12.2001")
    #expect(desa.map { $0["laporan"] as? String } == ["LPPDesa"])
    let office = try await rows("lppd")
    #expect(office.map { $0["laporan"] as? String } == ["LPPD"])
    #expect(try await rows("pelantikan-kades").count == 3)
  }

  @Test func `a late entry and a voided row say so`() async throws {
    #expect(try await rows("LPPD").map { $0["susulan"] as? Bool } == [true])
    let rows = try await rows("Realisasi 2026-TW1")
    #expect(rows.map { $0["peristiwa"] as? String } == ["serah", "batal"])
    #expect(rows[0]["dibatalkan_oleh"] as? String == rows[1]["nomor"] as? String)
    #expect(rows[1]["membatalkan"] as? String == rows[0]["nomor"] as? String)
    #expect(rows[0]["sebab_batal"] as? String == "salah laporan")
  }

  @Test func `the eighth day is late, the seventh is not`() async throws {
    let office = try await Office.founded()
    try await office.do("catat LKIP 2025 --tanggal 2026-02-10", on: "2026-02-17")
    try await office.do("catat LKPJ 2025 --tanggal 2026-02-09 --alasan lupa", on: "2026-02-17")
    let text = try await office.do("riwayat", on: "2026-02-17")
    #expect(text.ranges(of: "susulan: dicatat lebih dari 7 hari").count == 1)
  }

  @Test(arguments: [
    ("riwayat RKPDes", "Tidak ada baris yang cocok dari 52 baris buku: RKPDes.\n"),
    (
      "riwayat LKIQ",
      "Tidak ada baris yang cocok dari 52 baris buku: LKIQ. Mungkin maksudnya 'LKIP'?\n"
    ),
    ("riwayat 2031-TW1", "Tidak ada baris yang cocok dari 52 baris buku: 2031-TW1.\n"),
  ])
  func `nothing found is one line`(_ words: String, _ answer: String) async throws {
    let office = try await Office.filled.value
    let count = try office.rows().count
    #expect(
      try await office.do(words, on: Office.day)
        == answer.replacing("52", with: "\(count)"))
  }

  @Test func `an empty ledger is one line`() async throws {
    let office = try await Office.founded()
    #expect(try await office.do("riwayat", on: "2026-02-17") == "Buku masih kosong.\n")
  }

  @Test func `a report that left the calendar is still shown, in any case`() async throws {
    let office = try await Office.founded()
    try office.write(
      """
      kalender: lokal
      wilayah: "63.05"
      diperiksa: 2026-01-05
      laporan:
        - kode: Arsip
          nama: Laporan Arsip
          tingkat: kecamatan
          sifat: pelaporan
          periode: tahun
          penanggung_jawab: kasi-trantib
          aturan:
            - tenggat: { tanggal: 31 Desember }
              triwulan: TW4
              sumber: Surat Kepala Dinas Arsip (karangan)
              keyakinan: LOCAL
      """ + "\n", to: "kalender/lokal.yaml")
    try await office.do("catat Arsip 2026", on: "2026-12-30")
    try FileManager.default.removeItem(atPath: "\(office.path)/kalender/lokal.yaml")
    expectRefusal(
      try await office.run("jelaskan Arsip 2026", on: "2026-12-30"), 64, "tidak dikenal")
    let text = try await office.do("riwayat ARSIP", on: "2026-12-30")
    #expect(text.contains("2026#1  Arsip 2026, Kecamatan Hatungun: disampaikan"))
  }

  @Test(arguments: [
    ("riwayat --unit Bagakk", "unit 'Bagakk' tidak dipantau"),
    ("riwayat --dicatat 2026-02-30", "2026-02-30"), ("riwayat LKIP 2026-TW9", "2026-TW9"),
    ("riwayat --tahun dua", "dua"),
  ])
  func `a filter that means nothing is refused`(_ words: String, _ message: String) async throws {
    expectRefusal(try await Office.filled.value.run(words, on: Office.day), 64, message)
  }

  @Test func `a damaged ledger is told, not shown`() async throws {
    let office = try await Office.founded()
    try await office.do("catat LKIP 2025", on: "2026-02-20")
    let ledger = try office.text(of: "buku/63.05.12/2026.csv")
    try office.write(
      ledger.replacing("2026-02-20,2026", with: "2026-02-19,2026"),
      to: "buku/63.05.12/2026.csv")
    expectRefusal(try await office.run("riwayat", on: "2026-02-20"), 65, "buku/63.05.12/2026.csv:2")
  }
}
