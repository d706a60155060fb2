import CivilCalendar
import ComplianceModel
import LedgerStore
import Testing

struct LedgerFileTests {
  // The hashes were made with sha256sum.
  static let seed = "b13c4c8609d886d7dc5a5ee555ce9c234f8f80f8da0b563620a5ca933fb75836"
  static let evidence = String(repeating: "a", count: 64)
  static let golden =
    header
    + "1,2026-02-20T09:15:00+08:00,operator,serah,63.05.12,LPPD,2025,2026-02-20,2026-02-20,,"
    + "dokumen/63.05.12/2026/\(evidence).pdf,\(evidence),\"[lppd.pdf] surat 1, \"\"final\"\"\","
    + "bb278ec885df1b0f5cb5f855c223a7e53e4b8b20f8688498039793961cb5bbd5\n"
    + "2,2026-02-21T10:00:00+08:00,operator,batal,63.05.12,LPPD,2025,,,,,,#1 salah unggah,"
    + "88bf117e215b33fa6ec6985db8c1943c34cb8da2ed86c9cdd44c69a4b2a179e6\n"

  private static func mark(_ rows: Int, _ chain: String) -> LedgerMark? {
    LedgerMark(file: "63.05.12/2026.csv", rows: rows, chain: chain)
  }

  @Test func `a sound ledger is read with its texts`() throws {
    let ledger = try read(LedgerFileTests.golden)
    #expect(ledger.findings.isEmpty)
    #expect(ledger.rowCount == 2)
    #expect(ledger.firstBrokenRow == nil)
    #expect(ledger.tornTail == nil)
    #expect(
      ledger.mark
        == LedgerFileTests.mark(
          2, "88bf117e215b33fa6ec6985db8c1943c34cb8da2ed86c9cdd44c69a4b2a179e6"))
    let first = try #require(ledger.row(1))
    #expect(first.entry.note == "[lppd.pdf] surat 1, \"final\"")
    #expect(first.entry.file == "dokumen/63.05.12/2026/\(LedgerFileTests.evidence).pdf")
    #expect(first.entry.recorder == "operator")
    #expect(first.recordedAt.description == "2026-02-20T09:15:00+08:00")
    let second = try #require(ledger.row(2))
    #expect(second.entry.date == nil)
    #expect(ledger.row(0) == nil)
    #expect(ledger.row(3) == nil)
    #expect(ledger.events[1].voids == LedgerEvent.RowID(year: 2026, number: 1))
    #expect(ledger.events[1].date == (try day("2026-02-21")))
  }

  @Test(arguments: 1..<0x80) func `a character counts alike at every place of a row`(
    _ scalar: Int
  ) throws {
    let character = Character(try #require(Unicode.Scalar(scalar)))
    // A line end makes two lines of one, and is told by its shape.
    guard character != "\n", character != "\r" else { return }
    for length in 0...17 {
      let note = "\(String(repeating: "x", count: length))\(character)y"
      let ledger = try read(ledgerText([row(1, note)]))
      let codes = ledger.findings.map(\.code)
      switch character {
      case "\"": #expect(codes == ["buku.kutip"])
      case ",": #expect(codes == ["buku.jumlah-isian"])
      case ..<" ", "\u{7F}": #expect(codes == ["buku.karakter-kendali"])
      default:
        #expect(codes.isEmpty)
        #expect(ledger.row(1)?.entry.note == note)
      }
    }
  }

  @Test func `days that come again, and days that do not, are each read as they are written`()
    throws
  {
    func dated(_ number: Int, _ date: String, _ received: String) -> String {
      "\(number),2026-03-05T09:00:00+08:00,a,serah,63.05.12,LPPD,2025,\(date),\(received),,,,"
    }
    let days = [
      ("2026-02-27", "2026-02-27"), ("2026-02-27", "2026-02-28"), ("2026-02-28", "2026-02-27"),
      ("2026-03-01", "2026-03-01"),
    ]
    let ledger = try read(ledgerText(days.enumerated().map { dated($0 + 1, $1.0, $1.1) }))
    #expect(ledger.findings.isEmpty)
    #expect(ledger.events.map(\.date.description) == days.map(\.0))
    #expect(ledger.events.map(\.received.description) == days.map(\.1))
    let wrong = try read(
      ledgerText([
        dated(1, "2026-02-28", "2026-02-28"), dated(2, "2026-02-29", "2026-02-29"),
        dated(3, "2026-02-28", "2026-2-028"),
      ]))
    #expect(wrong.findings.map(\.code) == Array(repeating: "buku.tanggal", count: 3))
    #expect(wrong.events.map(\.row.number) == [1])
  }

  @Test func `a ledger without rows stands at the hash before the first row`() throws {
    #expect(try read(header).mark == LedgerFileTests.mark(0, LedgerFileTests.seed))
    #expect(try read("").mark == LedgerFileTests.mark(0, LedgerFileTests.seed))
  }

  @Test func `what was known on a day ends with the last row recorded by then`() throws {
    let ledger = try read(LedgerFileTests.golden)
    #expect(ledger.lastRow(recordedThrough: try day("2026-02-19")).rows == 0)
    #expect(ledger.lastRow(recordedThrough: try day("2026-02-19")).chain == LedgerFileTests.seed)
    #expect(ledger.lastRow(recordedThrough: try day("2026-02-20")).rows == 1)
    #expect(ledger.lastRow(recordedThrough: try day("2026-02-21")) == ledger.mark)
  }

  @Test func `an empty diterima is the tanggal, for perpanjang the day of recording`() throws {
    let ledger = try read(
      ledgerText([
        "1,2026-02-22T09:00:00+08:00,a,serah,63.05.12,LPPD,2025,2026-02-20,,,,,",
        "2,2026-02-22T09:00:00+08:00,a,perpanjang,63.05.12,LPPD,2025,2026-03-31,,,,,surat 4",
      ]))
    #expect(ledger.findings.isEmpty)
    #expect(ledger.events.map(\.received.description) == ["2026-02-20", "2026-02-22"])
    #expect(ledger.row(1)?.entry.received == nil)
  }

  @Test(arguments: [
    ("1,2026-02-20T09:00:00+08:00", "7,2026-02-20T09:00:00+08:00", "2:1: urutan `7`, seharusnya 1"),
    ("2026-02-20T09:00:00+08:00", "kemarin", "2:3: dicatat_pada `kemarin` bukan waktu"),
    (",serah,", ",titip,", "2:38: peristiwa `titip` tidak dikenal"),
    (",63.05.12,", ",63.5,", "2:44: unit `63.5` bukan kode wilayah"),
    (",63.05.12,", ",63.05.13,", "2:44: unit 63.05.13 tidak terletak di kecamatan 63.05.12"),
    (",LPPD,", ",,", "2:53: laporan kosong, padahal wajib untuk `serah`"),
    (",2025,", ",2025-TW5,", "2:58: periode `2025-TW5` tidak dikenal"),
    (",2025,", ",,", "2:58: periode kosong"),
    (",2026-02-19,", ",2026-02-30,", "2:63: tanggal `2026-02-30` bukan tanggal"),
    (",2026-02-19,", ",,", "2:63: tanggal kosong, padahal wajib"),
    (
      ",2026-02-20,,", ",2026-02-21,,",
      "2:74: diterima 2026-02-21 sesudah hari pencatatan 2026-02-20"
    ),
    (",2026-02-20,,", ",2026-02-20,3,", "2:85: nilai terisi pada `serah`"),
    (",,,ä", ",,abc,ä", "2:87: sha256 `abc` bukan 64 angka"),
    (",,,ä", ",bukti.pdf,,ä", "2:86: berkas disebut tanpa sha256"),
    (",,,ä", ",../x,\(LedgerFileTests.evidence),ä", "2:86: berkas `../x` menunjuk ke luar"),
    (",,,ä", ",/x,\(LedgerFileTests.evidence),ä", "2:86: berkas `/x` menunjuk ke luar"),
    (",ä", ",ä\u{7}", "2:89: isian memuat karakter kendali"),
    (",ä", ",ä\u{2028}b", "2:88: isian memuat karakter kendali"),
    (",ä", ",ä,b", "2:1: baris berisi 15 isian, seharusnya 14"),
    (",ä", ",ä\"b", "2:89: tanda kutip di tengah isian"),
    (",ä", ",\"ä\"b", "2:91: ada teks sesudah tanda kutip"),
    (",ä", ",\"ä", "2:88: tanda kutip tidak ditutup"),
  ])
  func `a fault in a field is found with its place`(old: String, new: String, expected: String)
    throws
  {
    let sound =
      "1,2026-02-20T09:00:00+08:00,operator,serah,63.05.12,LPPD,2025,2026-02-19,2026-02-20,,,,ä"
    #expect(try read(ledgerText([sound])).findings.isEmpty)
    try #require(sound.contains(old))
    let faults = try read(ledgerText([sound.replacing(old, with: new)])).faults
    #expect(faults.contains { $0.hasPrefix(expected) }, "\(faults)")
    #expect(faults.count == 1, "\(faults)")
  }

  @Test func `a code past the last that can be told apart is a fault, not another code`() throws {
    var codes = CodeTable()
    for number in 0..<65_534 { _ = codes.intern("K\(number)") }
    let text = ledgerText([row(1), row(2).replacing(",LPPD,", with: ",LKIP,")])
    let ledger = LedgerFile(
      Array(text.utf8), kecamatan: try hatungun(), year: 2026, codes: &codes)
    #expect(
      ledger.faults == [
        "3:53: lebih dari 65.535 kode laporan dan kejadian yang berbeda; buku ini tidak ditulis oleh "
          + "Tenggat"
      ])
  }

  @Test(arguments: [
    ("12/15", true), ("82.50", true), ("48", true), ("12/", false), ("1/2/3", false),
    ("a", false), ("-1", false), ("1,5", false),
  ])
  func `a measured value is a number or a fraction`(value: String, isFine: Bool) throws {
    let quoted = value.contains(",") ? "\"\(value)\"" : value
    let ledger = try read(
      ledgerText([
        "1,2026-04-01T09:00:00+08:00,a,ukur,63.05.12,H05,2026-TW1,2026-03-31,,\(quoted),,,"
      ]))
    #expect(ledger.faults.isEmpty == isFine)
  }

  @Test func `a frozen quarter needs its hash and no tanggal`() throws {
    let row = "1,2026-04-01T09:00:00+08:00,a,beku,63.05.12,,2026-TW1,,,,,"
    #expect(try read(ledgerText([row + LedgerFileTests.evidence + ","])).findings.isEmpty)
    #expect(try read(ledgerText([row + ","])).faults.count == 1)
  }

  @Test(arguments: [
    ("LPPD,2025", "#1", nil), ("LPPD,2025", "#1 salah", nil), ("LPPD,2025", "2026#1", nil),
    ("LPPD,2025", "salah", "catatan `batal` tidak diawali nomor baris"),
    ("LPPD,2025", "#1a", "catatan `batal` tidak diawali nomor baris"),
    ("LPPD,2025", "#0", "catatan `batal` tidak diawali nomor baris"),
    ("LPPD,2025", "#99999999999999999999", "catatan `batal` tidak diawali nomor baris"),
    ("LPPD,2025", "#3", "`batal` menunjuk baris 2026#3 yang tidak ada sebelum baris ini"),
    ("LPPD,2025", "#4", "`batal` menunjuk baris 2026#4 yang tidak ada sebelum baris ini"),
    ("LPPD,2025", "#2", "baris 2026#2 adalah `batal` dan tidak dapat dibatalkan"),
    ("LKPJ,2025", "#1", "unit, laporan atau periode berbeda dari baris 2026#1"),
    ("LPPD,2024", "#1", "unit, laporan atau periode berbeda dari baris 2026#1"),
  ])
  func `a batal names an earlier row of the same obligation`(
    obligation: String, note: String, expected: String?
  ) throws {
    let ledger = try read(
      ledgerText([
        row(1), "2,2026-02-22T09:00:00+08:00,a,batal,63.05.12,LPPD,2025,,,,,,#1",
        "3,2026-02-23T09:00:00+08:00,a,batal,63.05.12,\(obligation),,,,,,\(note)",
      ]))
    guard let expected else {
      #expect(ledger.findings.isEmpty, "\(ledger.faults)")
      return
    }
    #expect(ledger.faults.count == 1)
    #expect(ledger.faults.first?.contains(expected) == true, "\(ledger.faults)")
    // It cannot be voided, so that nobody is sent to do so.
    #expect(ledger.findings.allSatisfy { !$0.remedy.actions.contains(.void(nil)) })
  }

  @Test func `what is wrong with a row is voided, and with a batal it is not`() throws {
    func remedies(_ kind: String, _ note: String) throws -> [Remedy] {
      try read(
        ledgerText([
          row(1),
          "2,2026-02-23T09:00:00+08:00,a,\(kind),63.05.99,LPPD,2025,2026-02-30,,,,,\(note)",
        ])
      ).findings.map(\.remedy)
    }
    let submitted = try remedies("serah", "")
    #expect(submitted.count == 2)
    #expect(submitted.allSatisfy { $0.actions == [.void(nil)] })
    let voided = try remedies("batal", "#1")
    #expect(voided.count == 2)
    #expect(
      voided.allSatisfy {
        $0
          == "baris `batal` tidak dapat dibatalkan: pulihkan berkas ini dari salinan yang belum memuatnya"
      })
  }

  @Test func `bytes that are not UTF-8 are a fault of their field`() throws {
    var codes = CodeTable()
    let row = Array(row(1, "x").utf8).dropLast() + [0xFF]
    let seal = Array(sha256(Array(LedgerFileTests.seed.utf8) + [0x0A] + row).utf8)
    let bytes = Array(header.utf8) + row + [UInt8(ascii: ",")] + seal + [0x0A]
    let ledger = LedgerFile(bytes, kecamatan: try hatungun(), year: 2026, codes: &codes)
    #expect(ledger.faults == ["2:88: catatan memuat byte yang bukan UTF-8"])
    #expect(ledger.row(1)?.entry.note == "\u{FFFD}")
  }

  @Test func `all faults of a file are shown, not only the first`() throws {
    let ledger = try read(
      ledgerText([
        row(1).replacing("serah", with: "titip"), row(2), row(3).replacing("LPPD,2025", with: ","),
      ]))
    #expect(ledger.faults.count == 3)
    #expect(ledger.rowCount == 3)
    #expect(ledger.event(1) == nil)
    #expect(ledger.event(2) != nil)
  }

  @Test func `a wrong header breaks the file from its first line`() throws {
    let text = ledgerText([row(1)])
    let renamed = try read(text.replacing("petugas", with: "nama"))
    #expect(renamed.firstBrokenRow == 0)
    #expect(renamed.faults.first?.hasPrefix("1:1: judul kolom") == true)
    #expect(renamed.soundLength == 0)
    #expect(try read("\u{FEFF}" + text).faults.first?.contains("BOM") == true)
    let resaved = try read(text.replacing("\n", with: "\r\n"))
    #expect(resaved.faults.count == 1)
    #expect(resaved.faults.first?.hasPrefix("1:1: akhir baris CRLF") == true)
  }

  @Test func `editing, deleting, inserting and reordering rows shows`() throws {
    let lines = ledgerText((1...5).map { row($0, "n\($0)") }).split(separator: "\n").map(
      String.init)
    func broken(_ lines: [String]) throws -> Int? {
      try read(lines.joined(separator: "\n") + "\n").firstBrokenRow
    }
    #expect(try broken(lines) == nil)
    var edited = lines
    edited[3] = edited[3].replacing("n3", with: "x3")
    #expect(try broken(edited) == 3)
    var deleted = lines
    deleted.remove(at: 2)
    #expect(try broken(deleted) == 2)
    var inserted = lines
    inserted.insert(lines[1], at: 3)
    #expect(try broken(inserted) == 3)
    var swapped = lines
    swapped.swapAt(4, 5)
    #expect(try broken(swapped) == 4)
    #expect(try read(ledgerText([row(1)], kecamatan: "63.05.13")).firstBrokenRow == 1)
    #expect(try read(ledgerText([row(1)]), year: 2025).firstBrokenRow == 1)
  }

  @Test func `one edited row is one fault and names its line`() throws {
    let text = ledgerText((1...4).map { row($0) }).replacing(
      "2,2026-02-22T09", with: "2,2026-02-22T08")
    #expect(try read(text).faults.map { $0.prefix(2) } == ["3:"])
  }

  @Test func `a last line without its end is not read`() throws {
    let text = ledgerText([row(1), row(2)])
    let ledger = try read(String(text.dropLast()))
    #expect(ledger.rowCount == 1)
    #expect(ledger.faults.isEmpty)
    #expect(ledger.tornTail?.line == 3)
    #expect(ledger.tornTail?.offset == ledgerText([row(1)]).utf8.count)
    #expect(ledger.remarks.count == 1)
    #expect(try read("urutan").tornTail?.count == 6)
    #expect(try read("").tornTail?.count == 0)
  }

  @Test func `a clock that went back and a row of another year are remarks`() throws {
    let later =
      "1,2027-02-22T09:00:00+08:00,a,beku,63.05.12,,2026-TW1,,,,,\(LedgerFileTests.evidence),"
    let earlier = later.replacing("1,2027-02-22", with: "2,2026-02-21")
    let ledger = try read(ledgerText([later, earlier]))
    #expect(ledger.faults.isEmpty)
    #expect(ledger.remarks.map(\.place.line) == [2, 3])
  }

  @Test(arguments: [("09:00:00", 0), ("08:59:45", 0), ("08:59:44", 1)])
  func `a row may be as old as a writer that waited for its turn`(time: String, remarks: Int)
    throws
  {
    let text = ledgerText([row(1), row(2).replacing("22T09:00:00", with: "21T\(time)")])
    #expect(try read(text).findings.map(\.severity) == Array(repeating: .remark, count: remarks))
  }

  @Test func `flipping a bit anywhere before the last line end shows`() throws {
    let bytes = Array(ledgerText([row(1), row(2, "\"a,b\""), row(3)]).utf8)
    var codes = CodeTable()
    let kecamatan = try hatungun()
    for index in bytes.indices.dropLast() {
      for bit in [1, 5] {
        var damaged = bytes
        damaged[index] ^= 1 << UInt8(bit)
        let ledger = LedgerFile(damaged, kecamatan: kecamatan, year: 2026, codes: &codes)
        #expect(ledger.firstBrokenRow != nil, "byte \(index), bit \(bit)")
      }
    }
  }

  @Test func `mutated ledgers never stop the reader`() throws {
    var generator = SplitMix(state: 11)
    let bytes = Array(ledgerText([row(1), row(2, "\"a,\"\"b\""), row(3)]).utf8)
    let kecamatan = try hatungun()
    for _ in 0..<2_000 {
      var codes = CodeTable()
      var mutated = bytes
      for _ in 0..<Int.random(in: 1...8, using: &generator) {
        let place = Int.random(in: 0..<mutated.count, using: &generator)
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: mutated[place] = UInt8.random(in: 0...255, using: &generator)
        case 1: mutated.remove(at: place)
        default:
          mutated.insert(Array(",\"\n\r0#".utf8).randomElement(using: &generator) ?? 0, at: place)
        }
      }
      let ledger = LedgerFile(mutated, kecamatan: kecamatan, year: 2026, codes: &codes)
      for number in 0...ledger.rowCount { _ = ledger.row(number) }
      #expect(ledger.soundLength <= mutated.count)
    }
  }
}

/// A seeded generator (SplitMix64), so that a failing case can be run again.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
