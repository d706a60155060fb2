import Foundation
import TestSupport
import Testing

/// `periksa` from end to end: evidence, a copy, an export, and a damaged ledger.
struct CheckTests {
  private static let day = "2026-03-02"
  private static let ledger = "buku/63.05.12/2026.csv"

  /// A workspace with three rows, evidence and an export.
  private func recorded() async throws -> Office {
    let office = try await Office.founded()
    try office.write("%PDF-1.4 tanda terima\n", to: "surat.pdf")
    try await office.do("catat LKIP --berkas surat.pdf --tanggal 2026-02-27", on: CheckTests.day)
    try await office.do("catat RFK 2025-TW4", on: CheckTests.day)
    try await office.do("catat Realisasi 2025-TW4", on: CheckTests.day)
    try await office.do(
      "ekspor xml --triwulan 2026-TW1 --keluaran ../kirim.xml", on: CheckTests.day)
    return office
  }

  private func copy(_ office: Office) throws {
    for name in office.folder.files where name.hasPrefix("kantor/") {
      try office.folder.write(
        try office.folder.bytes(of: name), to: "salinan" + name.dropFirst("kantor".count))
    }
  }

  private func change(_ office: Office, _ old: String, to new: String) throws {
    let text = try office.text(of: CheckTests.ledger)
    try #require(text.contains(old))
    try office.write(text.replacing(old, with: new), to: CheckTests.ledger)
  }

  /// What a run printed, both streams, and how it ended.
  private func transcript(_ office: Office, _ words: String, code: Int) async throws -> String {
    let run = try await office.run(words, on: CheckTests.day)
    #expect(run.exitCode == code, "\(words): \(run.errorText)")
    return "$ tenggat \(words)\n\(run.errorText)\(run.outputText)"
  }

  // MARK: - Evidence

  @Test func `evidence that was replaced ends with 1 and names file and row`() async throws {
    let office = try await recorded()
    let path = try office.rows()[0][10]
    try office.write("lain\n", to: path)
    let run = try await office.run("periksa bukti", on: CheckTests.day)
    #expect(run.exitCode == 1)
    #expect(run.errorText.hasPrefix("\(CheckTests.ledger):2:"))
    #expect(run.errorText.contains(": galat: bukti \(path) berubah"))
    #expect(run.outputText == "1 pemeriksaan (bukti): 1 galat, 0 peringatan\n")
    // Recording the same file again puts the evidence back.
    try await office.do("catat LKIP 2025 --berkas surat.pdf", on: CheckTests.day)
    try await office.do("periksa bukti", on: CheckTests.day)
  }

  // MARK: - A copy and an export

  @Test func `a copy is held against the workspace`() async throws {
    let office = try await recorded()
    try copy(office)
    let salinan = "periksa --terhadap ../salinan"
    var text = try await transcript(office, salinan, code: 0)
    try await office.do("catat LPPD 2025", on: CheckTests.day)
    text += try await transcript(office, salinan, code: 0)
    text += try await transcript(office, "\(salinan) --json", code: 0)
    try change(office, "RFK", to: "XFK")
    text += try await transcript(office, salinan, code: 1)
    expectGolden(text, named: "periksa-terhadap-salinan.txt")
  }

  @Test func `a workspace that lost rows is found against a copy and an export`() async throws {
    let office = try await recorded()
    try copy(office)
    let lines = try office.text(of: CheckTests.ledger).split(separator: "\n")
    try office.write(lines.dropLast(2).joined(separator: "\n") + "\n", to: CheckTests.ledger)
    try await office.do("periksa", on: CheckTests.day)
    var text = try await transcript(office, "periksa --terhadap ../salinan", code: 1)
    text += try await transcript(office, "periksa --terhadap ../kirim.xml", code: 1)
    // An export that lies in the workspace is looked at without being asked for.
    try office.write(try office.folder.text(of: "kirim.xml"), to: "ekspor/kirim.xml")
    text += try await transcript(office, "periksa ekspor", code: 1)
    // A ledger that was written anew has a chain of its own.
    try FileManager.default.removeItem(atPath: "\(office.path)/\(CheckTests.ledger)")
    for report in ["LKIP 2025", "RFK 2025-TW4", "Realisasi 2025-TW4"] {
      try await office.do("catat \(report) --catatan baru", on: CheckTests.day)
    }
    text += try await transcript(office, "periksa --terhadap ../kirim.xml", code: 1)
    expectGolden(text, named: "periksa-terhadap-terpotong.txt")
  }

  @Test func `what is no copy and no export is refused`() async throws {
    let office = try await recorded()
    for (words, code, message) in [
      ("--terhadap ../tidak-ada", 66, "../tidak-ada tidak ada, atau bukan salinan"),
      ("--terhadap ekspor", 66, "ekspor tidak ada, atau bukan salinan"),
      ("--terhadap ../tidak-ada.xml", 66, "../tidak-ada.xml tidak ada"),
      ("--terhadap .", 64, ". adalah ruang kerja ini sendiri"),
      ("--terhadap kantor.yaml", 65, "kantor.yaml:1:1: galat: "),
      ("--terhadap ../kirim.xml buku", 64, "--terhadap tidak digabung"),
      ("--terhadap ../kirim.xml --daftar", 64, "--terhadap tidak digabung"),
      ("--pulihkan buku", 64, "--pulihkan tidak digabung"),
      ("--pulihkan --json", 64, "--pulihkan tidak digabung"),
      ("--pulihkan --daftar", 64, "--pulihkan tidak digabung"),
      ("--sisihkan", 64, "--sisihkan hanya bersama --pulihkan"),
      ("--coba", 64, "--coba hanya bersama --pulihkan"),
      ("--pulihkan --coba --sisihkan", 64, "--coba tidak digabung dengan --sisihkan"),
      ("--pulihkan --terhadap ../kirim.xml", 64, "--pulihkan tidak digabung"),
      ("--pulihkan --ruang ..", 66, "tidak ada ruang kerja"),
    ] {
      expectRefusal(try await office.run("periksa \(words)", on: CheckTests.day), code, message)
    }
    expectRefusal(
      try await office.run("periksa --terhadap ../kirim.xml --ruang ..", on: CheckTests.day), 66,
      "tidak ada ruang kerja")
  }

  // MARK: - Salvage

  @Test func `a damaged ledger is set aside, and what it said can be recorded again`() async throws
  {
    let office = try await recorded()
    let before = try office.records()
    #expect(
      try await office.do("periksa --pulihkan", on: CheckTests.day)
        == "Tidak ada buku yang rusak; tidak ada yang diubah.\n")
    #expect(try office.records() == before)
    try change(office, "RFK", to: "XFK")
    let damaged = try office.text(of: CheckTests.ledger)
    let refused = try await office.run("catat LPPD 2025", on: CheckTests.day)
    #expect(refused.exitCode == 65)
    #expect(refused.errorText.contains("tenggat periksa --pulihkan"))
    var text = try await transcript(office, "periksa --pulihkan --coba", code: 1)
    text += try await transcript(office, "periksa --pulihkan", code: 1)
    // Without a word for it nothing is set aside.
    #expect(try office.text(of: CheckTests.ledger) == damaged)
    #expect(try office.records().count == before.count)
    text += try await transcript(office, "periksa --pulihkan --sisihkan", code: 1)
    expectGolden(text, named: "periksa-pulihkan.txt")
    #expect(try office.text(of: CheckTests.ledger + ".rusak-1") == damaged)
    #expect(try office.rows().count == 1)
    try await office.do("catat RFK 2025-TW4", on: CheckTests.day)
    let check = try await office.run("periksa potongan", on: CheckTests.day)
    #expect(check.exitCode == 0)
    #expect(check.errorText.hasPrefix(CheckTests.ledger + ".rusak-1: peringatan: "))
    try await office.do("periksa", on: CheckTests.day)
  }
}
