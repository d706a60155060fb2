import ComplianceModel
import LedgerStore
import TestSupport
import Testing

/// A ledger that a spreadsheet saved comes back byte for byte, and nothing comes back that was not there.
@Suite struct RestorationTests {
  private func restoration(_ text: String) throws -> LedgerRestoration {
    try restoration(Array(text.utf8))
  }

  private func restoration(_ bytes: [UInt8]) throws -> LedgerRestoration {
    LedgerRestoration(bytes, kecamatan: try hatungun(), year: 2026)
  }

  /// Rows of a ledger and what is not proved of them, for a message.
  private func told(_ restoration: LedgerRestoration) -> [String] {
    restoration.unproved.map {
      "\($0.line) #\($0.number) \(String(describing: $0.lack)) \($0.text)"
    }
  }

  @Test(arguments: SpreadsheetSave.all)
  func `a ledger that a spreadsheet saved comes back byte for byte`(_ save: SpreadsheetSave) throws
  {
    for seed in 1...12 as ClosedRange<UInt64> {
      let ledger = MadeUpLedger(seed: seed, count: 40)
      let saved = save.saved(ledger.rows)
      try #require(saved != ledger.text)
      let restoration = try restoration(saved)
      #expect(restoration.isComplete, "seed \(seed): \(told(restoration).joined(separator: "\n"))")
      #expect(restoration.provedRows == 40)
      #expect(String(decoding: restoration.bytes, as: UTF8.self) == ledger.text, "seed \(seed)")
    }
  }

  @Test(arguments: SpreadsheetSave.all)
  func `such a ledger has one finding, which names the way back`(_ save: SpreadsheetSave) throws {
    let ledger = MadeUpLedger(seed: 5, count: 20)
    let file = try read(save.saved(ledger.rows))
    #expect(file.findings.map(\.code) == ["buku.disimpan-ulang"])
    #expect(file.findings.first?.severity == .fault)
    #expect(file.findings.first?.remedy.actions == [.restoreLedgers])
    #expect(file.firstBrokenRow != nil)
  }

  @Test func `the signs say how it was saved`() throws {
    let ledger = MadeUpLedger(seed: 5, count: 20)
    let signs = try SpreadsheetSave.all.map { save in
      try #require(try read(save.saved(ledger.rows)).resaved).signs.filter {
        if case .dates = $0 { false } else { true }
      }
    }
    #expect(
      signs == [
        [.byteOrderMark, .carriageReturns, .separator(UInt8(ascii: ";"))], [.carriageReturns],
        [.separator(UInt8(ascii: "\t"))], [.carriageReturns, .separator(UInt8(ascii: ";"))],
      ])
    let file = try read(SpreadsheetSave.all[0].saved([ledger.rows[0], ledger.rows[1]]))
    #expect(file.findings.first?.what.contains("pemisah titik koma") == true)
    #expect(file.findings.first?.what.contains("tanggal berbentuk ") == true)
  }

  @Test func `one changed row of a sound ledger is told by itself`() throws {
    let rows = (1...5).map { row($0, "baris \($0)") }
    for (old, new) in [
      ("baris 3", "BARIS 3"),
      (",2026-02-20,2026-02-20,,,,baris 3", ",20/02/2026,2026-02-20,,,,baris 3"),
    ] {
      let file = try read(ledgerText(rows).replacing(old, with: new))
      #expect(file.resaved == nil)
      #expect(file.firstBrokenRow == 3)
      #expect(file.findings.allSatisfy { $0.place.line == 4 })
    }
  }

  @Test func `rows in one cell each, as Excel opens a table with commas, come back`() throws {
    let ledger = MadeUpLedger(seed: 3, count: 30)
    let lines = ledger.text.split(separator: "\n").map { line in
      // What Excel reads as cells between semicolons, it writes again with quotes.
      line.split(separator: ";", omittingEmptySubsequences: false).map { cell in
        cell.contains("\"") || cell.contains(",")
          ? "\"\(cell.replacing("\"", with: "\"\""))\"" : String(cell)
      }.joined(separator: ";") + ";;"
    }
    let saved = lines.joined(separator: "\r\n") + "\r\n"
    let restoration = try restoration(saved)
    #expect(restoration.isComplete, "\(told(restoration).joined(separator: "\n"))")
    #expect(String(decoding: restoration.bytes, as: UTF8.self) == ledger.text)
    #expect(try read(saved).findings.map(\.code) == ["buku.disimpan-ulang"])
  }

  @Test func `text in UTF-16, in Windows-1252 or read in the wrong one comes back`() throws {
    let rows = [row(1, "Café – Ñandú"), row(2, "\"a, é\""), row(3)]
    let text = ledgerText(rows)
    let saved = text.replacing(",2026-02-20,2026-02-20,", with: ",20/02/2026,20/02/2026,")
    let utf16: [UInt8] =
      [0xFF, 0xFE]
      + saved.utf16.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    let windows: [UInt8] = saved.unicodeScalars.map { $0 == "–" ? 0x96 : UInt8($0.value) }
    let twice = String(
      decoding: saved.utf8.map { byte -> UInt16 in
        // The bytes of é, Ñ, ú and – that Windows-1252 has another character for.
        [0x80: 0x20AC, 0x91: 0x2018, 0x93: 0x201C][byte] ?? UInt16(byte)
      }, as: UTF16.self)
    for bytes in [utf16, windows, Array(twice.utf8)] {
      let restoration = try restoration(bytes)
      #expect(restoration.isComplete, "\(told(restoration))")
      #expect(String(decoding: restoration.bytes, as: UTF8.self) == text)
    }
  }

  @Test func `sorted rows, and quotes that were dropped, come back`() throws {
    let rows = [row(1, "\"surat 5, lampiran 2\""), row(2, "b"), row(3, "c")]
    let text = ledgerText(rows)
    var lines = text.replacing("\"", with: "").split(separator: "\n").map(String.init)
    lines.swapAt(1, 3)
    let restoration = try restoration(lines.joined(separator: "\n") + "\n")
    #expect(restoration.isComplete, "\(told(restoration))")
    #expect(String(decoding: restoration.bytes, as: UTF8.self) == text)
  }

  @Test func `an instant without its seconds and its offset comes back`() throws {
    let text = ledgerText([row(1), row(2), row(3)])
    let saved = text.replacing(#/2026-02-(2\d)T09:00:00\+08:00/#) { "\($0.1)/02/2026 09:00" }
    try #require(saved != text)
    #expect(String(decoding: try restoration(saved).bytes, as: UTF8.self) == text)
  }

  // MARK: - What does not come back

  @Test(arguments: SpreadsheetSave.all)
  func `a forged cell is not accepted with its old rantai`(_ save: SpreadsheetSave) throws {
    let ledger = MadeUpLedger(seed: 9, count: 12)
    for (column, new) in [(7, "2026-06-29"), (12, "lain"), (5, "LAIN"), (2, "orang lain")] {
      var rows = ledger.rows
      rows[7][column] = new
      let restoration = try restoration(save.saved(rows))
      #expect(!restoration.isComplete)
      #expect(restoration.unproved.map(\.number) == [7], "\(told(restoration))")
      #expect(restoration.provedRows == 6)
      #expect(restoration.unproved.map(\.line) == [8])
      // What comes back ends before it.
      let kept = ledger.text.split(separator: "\n").prefix(7).joined(separator: "\n") + "\n"
      #expect(String(decoding: restoration.bytes, as: UTF8.self) == kept)
    }
  }

  @Test func `a row is never taken for a reading that its rantai does not seal`() throws {
    // The day and the month of a forged date would be a reading of the true one, which is what comes back.
    let text = ledgerText([row(1), row(2)])
    let saved = text.replacing(",2026-02-20,", with: ",02/20/2026,").replacing(
      "2,2026-02-22T09", with: "2,2026-02-22T10")
    let restoration = try restoration(saved)
    #expect(restoration.provedRows == 1)
    guard case .unproved(let doubts)? = restoration.unproved.first?.lack else {
      Issue.record("\(told(restoration))")
      return
    }
    #expect(doubts.map(\.column) == ["tanggal"])
  }

  @Test func `digits that a spreadsheet dropped are in doubt, by their cell`() throws {
    let text = ledgerText([row(1), row(2, "123456789012"), row(3)])
    let restoration = try restoration(
      text.replacing(",", with: ";").replacing("123456789012", with: "1,23457E+11"))
    #expect(restoration.unproved.map(\.number) == [2])
    #expect(restoration.rows.last?.lack == nil)
    guard case .unproved(let doubts)? = restoration.unproved.first?.lack else {
      Issue.record("\(told(restoration))")
      return
    }
    #expect(doubts.map(\.column) == ["catatan"])
    #expect(restoration.triedRows < 1 << 17)
  }

  @Test func `a rantai that was lost is proved by the row behind it, and not at the end`() throws {
    let text = ledgerText([row(1), row(2), row(3)])
    let lines = text.split(separator: "\n").map(String.init)
    for (line, isComplete) in [(2, true), (3, false)] {
      var lost = lines
      lost[line] = lost[line].replacing(lost[line].suffix(64), with: "1,23E+61")
      let saved = lost.map { $0.replacing(",", with: ";") }.joined(separator: "\r\n") + "\r\n"
      let restoration = try restoration(saved.replacing("1;23E", with: "1,23E"))
      #expect(restoration.isComplete == isComplete, "\(told(restoration))")
      if isComplete { #expect(String(decoding: restoration.bytes, as: UTF8.self) == text) }
    }
  }

  @Test func `rows that are gone, twice there or put in are told`() throws {
    let text = ledgerText((1...5).map { row($0) })
    let lines = text.replacing(",", with: ";").split(separator: "\n").map(String.init)
    func lacks(_ lines: [String]) throws -> [LedgerRestoration.Lack?] {
      try restoration(lines.joined(separator: "\n") + "\n").unproved.map(\.lack)
    }
    var gone = lines
    gone.remove(at: 3)
    #expect(try lacks(gone) == [.missing, .predecessorLost])
    var twice = lines
    twice.insert(lines[2], at: 4)
    #expect(try lacks(twice) == [.surplus])
    var total = lines
    total.append("Jumlah;;;;5")
    #expect(try lacks(total) == [.surplus])
    var short = lines
    short[2] = "2;rusak"
    #expect(try lacks(short) == [.fields(2), .predecessorLost])
  }

  @Test func `what is no ledger gives nothing back, and ends soon`() throws {
    var random = SplitMix64(seed: 4)
    for _ in 0..<200 {
      let count = Int.random(in: 0..<400, using: &random)
      let bytes = (0..<count).map { _ in
        Array(";,\t\"\n\r0123456789/-abcE".utf8).randomElement(using: &random) ?? 0
      }
      let restoration = try restoration(bytes)
      #expect(restoration.provedRows == 0)
      #expect(restoration.rows.allSatisfy { $0.lack != nil })
    }
  }
}
