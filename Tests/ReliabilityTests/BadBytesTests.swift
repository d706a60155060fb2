import CalendarFiles
import ComplianceModel
import FuzzEntries
import LedgerStore
import TestSupport
import Testing

/// Bytes that nobody meant end in findings with real places, and never in a crash.
///
/// Ten thousand of them a run in the short form: ledgers, tables and YAML files.
struct BadBytesTests {
  private static let rows = [
    "1,2026-02-20T09:15:00+08:00,petugas,serah,63.05.12,LPPD,2025,2026-02-20,2026-02-20,,"
      + "dokumen/63.05.12/2026/a.pdf,\(String(repeating: "a", count: 64)),\"[a.pdf] \"\"x\"\", é\"",
    "2,2026-03-01T08:00:00+08:00,petugas,terima,63.05.12,LPPD,2025,2026-03-01,2026-03-01,,,,",
    "3,2026-04-01T08:00:00+08:00,petugas,ukur,63.05.12,H05,2026-TW1,2026-03-31,,12/15,,,",
    "4,2026-04-02T08:00:00+08:00,petugas,batal,63.05.12,LPPD,2025,,,,,,#2 salah unggah",
    "5,2026-04-03T08:00:00+08:00,petugas,kejadian,63.05.12.2001,pelantikan-kades,,2026-04-02,,,,,",
  ]
  private static let otherRows = [
    "1,2026-01-05T10:00:00+07:00,\"a, b\",bebas,63.05.12.2003,APBDes,2027,2026-01-05,,,,,alasan",
    "2,2026-01-06T10:00:00+09:00,c,perpanjang,63.05.12,LKAT,2025,2026-03-16,2026-01-06,,,,Surat 9",
  ]

  private static func ledger(_ rows: [String]) -> [UInt8] {
    FuzzEntry.sealed(Array(rows.joined(separator: "\n").utf8))
  }

  @Test func `a mutated ledger keeps its sound prefix and is never taken for whole`() throws {
    let original = BadBytesTests.ledger(BadBytesTests.rows)
    let other = BadBytesTests.ledger(BadBytesTests.otherRows)
    let sound = try FuzzEntry.readLedger(original)
    #expect(sound.findings.isEmpty && sound.rowCount == BadBytesTests.rows.count)
    var accidents = Accidents("buku", tokens: [",", "\"", "\n", "#", "2026", "batal", "serah"])
    let count = Torture.count(1_500, long: 150_000)
    var refused = 0
    for number in 0..<count {
      let bytes = accidents.happen(to: original, near: other)
      let context: Comment = "accident \(number), benih \(Torture.seed)"
      let ledger = try orRecord(context) { try FuzzEntry.readLedger(bytes) }
      guard let ledger else { continue }
      let same = zip(bytes, original).prefix { $0 == $1 }.count
      let intact = max(0, original[..<same].count { $0 == UInt8(ascii: "\n") } - 1)
      if let broken = ledger.firstBrokenRow {
        refused += 1
        #expect(broken > intact || intact == 0, context)
      } else {
        // Whole lines that hold together can only be those of the original, from its beginning.
        #expect(original.starts(with: bytes[..<ledger.soundLength]), context)
      }
      for row in 1...max(intact, 1) where row <= intact {
        #expect(ledger.row(row) == sound.row(row), context)
      }
    }
    #expect(refused > count / 2)
    Torture.report(
      "\(count) buku berubah, \(refused) dinyatakan rusak, sisanya terpotong atau utuh")
  }

  @Test func `mutated rows under a right chain are rows or findings`() throws {
    let original = Array(BadBytesTests.rows.joined(separator: "\n").utf8)
    let other = Array(BadBytesTests.otherRows.joined(separator: "\n").utf8)
    var accidents = Accidents(
      "baris", tokens: [",", "\"", "\n", "#9999", "63.05", "2026-TW9", "/"])
    let count = Torture.count(500, long: 50_000)
    for number in 0..<count {
      let bytes = accidents.happen(to: original, near: other)
      _ = try orRecord("accident \(number), benih \(Torture.seed)") {
        try FuzzEntry.readLedger(FuzzEntry.sealed(bytes))
      }
    }
    Torture.report("\(count) buku dengan baris berubah dan rantai benar")
  }

  @Test func `mutated tables are rows or faults with their places`() throws {
    let original = Array(
      """
      kode,nama
      63,Kalimantan Selatan
      63.05,Tapin
      63.05.12,Hatungun
      63.05.12.2001,"Tarungin ""Baru"", é"
      63.05.12.2002,Matang Batas

      """.utf8)
    let semicolons = Array("unit;laporan;periode\r\n\"63.05.12\";\"LK;IP\";2025\r\n;;\r\n".utf8)
    let tabs = Array("unit\tlaporan\n63.05.12\t\"LK\tIP\"\n".utf8)
    var accidents = Accidents("tabel", tokens: [",", ";", "\t", "\"", "\"\"", "\n", "\r"])
    let count = Torture.count(4_000, long: 400_000)
    for number in 0..<count {
      let source = [original, semicolons, tabs][number % 3]
      let bytes = accidents.happen(to: source, near: original)
      _ = try orRecord("accident \(number), benih \(Torture.seed)") {
        for separator in ",;\t".utf8 { try FuzzEntry.readCSV(bytes, separator: separator) }
        try FuzzEntry.regionTable(bytes)
      }
    }
    Torture.report("\(count) tabel berubah, masing-masing dibaca dengan tiga pemisah")
  }

  // MARK: - YAML

  private static let office = Array(
    """
    zona: WITA
    kalender: [nasional, tapin]
    minggu_kerja:
      - { hari: 5, sejak: 2019-01-01 }
    pejabat:
      - { jabatan: camat, nama: "Nama Karangan", nip: "-", sejak: 2024-01-01 }
    dipantau_sejak: 2025
    dihitung: pertama
    pengingat: { segera_hari: 14 }

    """.utf8)

  private static let holidays = Array(
    """
    tahun: 2026
    diperiksa: 2026-01-01
    dasar:
      skb: Keputusan Bersama (karangan)
    libur:
      - { tanggal: 2026-01-01, nama: Tahun Baru, jenis: libur nasional, dasar: skb, keyakinan: VERIFIED }
      - tanggal: 2026-03-20
        nama: "Cuti é"
        jenis: cuti bersama
        dasar: skb
        keyakinan: VERIFIED

    """.utf8)

  private static let calendar = Array(
    """
    kalender: lokal
    wilayah: "63.05"
    diperiksa: 2026-11-21
    laporan:
      - kode: LPPD
        aturan:
          - tenggat: { tanggal: 13 Februari, tahun: 1 }
            triwulan: TW1
            berlaku: { sejak: 2027-01-01 }
            sumber: Surat (karangan)
            keyakinan: LOCAL

    """.utf8)

  @Test func `mutated settings, holidays and calendars are values or faults with their places`()
    throws
  {
    let sources = [BadBytesTests.office, BadBytesTests.holidays, BadBytesTests.calendar]
    var accidents = Accidents(
      "yaml",
      tokens: ["[", "]", "{", "}", ": ", "- ", "&a ", "*a", "\"", "'", "|", "\n", "\t", "#"])
    let count = Torture.count(4_000, long: 400_000)
    var refused = 0
    for number in 0..<count {
      let source = sources[number % 3]
      let bytes = accidents.happen(to: source, near: sources[accidents.number(below: 3)])
      let text = YAMLText(bytes, file: "uji.yaml")
      let findings: [Finding]
      switch number % 3 {
      case 0: findings = OfficeFile.read(text).findings
      case 1: findings = HolidayFile.read(text, year: 2026).findings
      default:
        var builder = CalendarBuilder(for: try hatungun())
        builder.add(text, layer: .regency)
        findings = builder.finish().findings
      }
      if !findings.isEmpty { refused += 1 }
      _ = try orRecord("accident \(number), benih \(Torture.seed)") {
        // YAML ends lines also where no other program does: a place may be counted in either way.
        for finding in findings where (try? FuzzEntry.holdPlaces([finding], in: bytes)) == nil {
          try FuzzEntry.holdPlaces([finding], in: BadBytesTests.withLineFeeds(bytes))
        }
      }
    }
    #expect(refused > count / 4)
    Torture.report("\(count) berkas YAML berubah, \(refused) bergalat")
  }

  /// The bytes with LF for every line end that YAML knows.
  private static func withLineFeeds(_ bytes: [UInt8]) -> [UInt8] {
    guard let text = String(validating: bytes, as: UTF8.self) else { return bytes }
    return Array(String(text.map { $0.isNewline ? "\n" : $0 }).utf8)
  }

  /// The value, or an issue with a property that does not hold.
  private func orRecord<Value>(
    _ context: Comment, _ body: () throws -> Value
  ) throws -> Value? {
    do {
      return try body()
    } catch let broken as FuzzEntry.Broken {
      Issue.record("\(context): \(broken)")
      return nil
    }
  }
}
