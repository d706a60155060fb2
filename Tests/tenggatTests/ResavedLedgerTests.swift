import Foundation
import TestSupport
import Testing

/// A ledger that somebody opened in Excel and saved, from end to end.
struct ResavedLedgerTests {
  private static let day = "2026-07-06"
  private static let ledger = "buku/63.05.12/2026.csv"

  /// An office whose year is recorded, with an export and a frozen quarter.
  private func recorded() async throws -> Office {
    let office = try await Office.founded()
    try office.write("%PDF-1.4 surat\n", to: "surat.pdf")
    for (words, day) in [
      ("catat LKIP 2025 --berkas surat.pdf --catatan surat_5;_\"asli\"", "2026-02-09"),
      ("catat RFK 2025-TW4", "2026-02-09"),
      ("kejadian pelantikan-kades --unit 63.05.12.2001 --tanggal 2026-01-15", "2026-02-10"),
      ("batalkan #2 --alasan salah", "2026-02-12"),
      ("bekukan 2026-TW1", "2026-04-02"),
      ("ekspor xml --triwulan 2026-TW1", "2026-04-02"),
    ] { try await office.do(words, on: day) }
    return office
  }

  /// Saves the ledger as Excel in Indonesian does.
  private func save(_ office: Office, editing edit: (String) -> String = { $0 }) throws -> String {
    let text = try office.text(of: ResavedLedgerTests.ledger)
    let saved =
      text.split(separator: "\n").map { line in
        var cells = [""]
        var isQuoted = false
        for character in line {
          if character == "\"" { isQuoted.toggle() }
          if character == ",", !isQuoted {
            cells.append("")
          } else {
            cells[cells.count - 1].append(character)
          }
        }
        return cells.map { cell in
          // A cell with a semicolon or a quote has quotes in both.
          let plain =
            cell.wholeMatch(of: #/(\d{4})-(\d\d)-(\d\d)/#).map { "\($0.3)/\($0.2)/\($0.1)" } ?? cell
          return plain.contains(";") && !plain.hasPrefix("\"") ? "\"\(plain)\"" : plain
        }.joined(separator: ";")
      }.joined(separator: "\r\n") + "\r\n"
    try office.write("\u{FEFF}" + edit(saved), to: ResavedLedgerTests.ledger)
    return text
  }

  private func transcript(_ office: Office, _ words: String, code: Int) async throws -> String {
    let run = try await office.run(words, on: ResavedLedgerTests.day)
    #expect(run.exitCode == code, "\(words): \(run.errorText)")
    // The name of a frozen document has its hash, which holds the time of day.
    return "$ tenggat \(words)\n\(run.errorText)\(run.outputText)"
      .replacing(#/-[0-9a-f]{12}\.xml/#, with: "-SHA.xml")
  }

  @Test func `it is one finding for every command, and comes back byte for byte`() async throws {
    let office = try await recorded()
    let original = try save(office)
    let damaged = try office.text(of: ResavedLedgerTests.ledger)
    for words in ["jadwal", "catat LPPD 2025", "kepatuhan --tahun 2026", "riwayat", "ingatkan"] {
      let run = try await office.run(words, on: ResavedLedgerTests.day)
      #expect(run.exitCode == 65, "\(words)")
      #expect(run.errorText.split(separator: "\n").count == 1, "\(words): \(run.errorText)")
      #expect(run.errorText.contains("`tenggat periksa --pulihkan`"), "\(words)")
    }
    let check = try await office.run("periksa", on: ResavedLedgerTests.day)
    #expect(check.exitCode == 1)
    #expect(check.errorText.components(separatedBy: ": galat: ").count == 2, "\(check.errorText)")
    // No remark is about what the ledger can no longer name.
    #expect(!check.errorText.contains("dokumen/"))
    var text = try await transcript(office, "periksa buku", code: 1)
    text += try await transcript(office, "periksa --pulihkan --coba", code: 0)
    #expect(try office.text(of: ResavedLedgerTests.ledger) == damaged)
    text += try await transcript(office, "periksa --pulihkan", code: 0)
    expectGolden(text, named: "periksa-pulihkan-excel.txt")
    #expect(try office.text(of: ResavedLedgerTests.ledger) == original)
    #expect(try office.text(of: ResavedLedgerTests.ledger + ".rusak-1") == damaged)
    // What was frozen and exported still states this very ledger.
    try await office.do("periksa beku", on: ResavedLedgerTests.day)
    try await office.do("periksa ekspor", on: ResavedLedgerTests.day)
    try await office.do("catat LPPD 2025 --alasan terlambat", on: ResavedLedgerTests.day)
  }

  @Test func `a date that was changed in it is not accepted`() async throws {
    let office = try await recorded()
    _ = try save(office) { $0.replacing("15/01/2026", with: "16/01/2026") }
    let damaged = try office.records()
    var text = try await transcript(office, "periksa --pulihkan", code: 1)
    #expect(try office.records() == damaged)
    text += try await transcript(office, "periksa --pulihkan --sisihkan", code: 1)
    expectGolden(text, named: "periksa-pulihkan-diubah.txt")
    #expect(try office.rows().count == 2)
    // What the chain proves behind it goes in again; the forged row has to be left out by a word.
    let preview = try await office.run(
      "impor --dari-buku \(ResavedLedgerTests.ledger).rusak-1 --coba --lewati-salah",
      on: ResavedLedgerTests.day)
    #expect(preview.exitCode == 0, "\(preview.errorText)")
    #expect(preview.errorText.contains("rantai baris #3 putus"), "\(preview.errorText)")
  }
}
