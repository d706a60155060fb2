import Foundation
import TestSupport
import Testing

/// The query of `Exports/mesin`, by which DuckDB gives the figures of `kepatuhan` from the ledgers themselves.
@Suite(.enabled(if: OtherReaders.areThere, OtherReaders.absence))
struct EngineTests {
  private static let query = OtherReaders.repository
    .appending(path: "Exports/mesin/kepatuhan.sql")

  /// What DuckDB answers for a workspace on a day.
  private func answer(_ workspace: String, on day: String) async throws -> ProgramRun {
    let folder = try TemporaryFolder()
    let table = folder.path(of: "kewajiban.csv")
    let export = try await ProgramRun.tenggat(
      [
        "ekspor", "csv", "kewajiban", "--tahun", String(day.prefix(4)), "--hari-ini", day,
        "--ruang", workspace, "--keluaran", table,
      ], in: folder.path)
    try #require(export.exitCode == 0, "\(export.errorText)")
    return try await ProgramRun.run(
      OtherReaders.duckDB,
      ["-csv", "-cmd", "set variable ruang = '\(workspace)'; set variable kewajiban = '\(table)'"],
      in: folder.path, input: Array(try Data(contentsOf: Self.query)))
  }

  /// Expects DuckDB to say what our program says, byte for byte.
  private func expectSame(
    _ workspace: String, on day: String, sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    let ours = try await ProgramRun.tenggat(
      ["kepatuhan", "--menurut", "semua", "--csv", "--hari-ini", day, "--ruang", workspace],
      in: workspace)
    try #require(ours.exitCode == 0, "\(ours.errorText)", sourceLocation: sourceLocation)
    let theirs = try await answer(workspace, on: day)
    #expect(
      theirs.outputText == ours.outputText, "\(day): \(theirs.errorText)",
      sourceLocation: sourceLocation)
  }

  @Test(arguments: ["63.05.12", "63.05.05", "35.08.09", "63.04.17"])
  func `an office of the samples has the same figures all through its year`(
    _ code: String
  ) async throws {
    let sample = OtherReaders.repository.appending(path: "Exports/contoh/\(code)").path
    for day in ["2026-01-01", "2026-02-28", "2026-03-31", "2026-08-03", "2026-12-31"] {
      try await expectSame(sample, on: day)
    }
  }

  @Test(arguments: ["2026-01-19", "2026-02-24", "2026-02-25", "2026-03-05", Office.day])
  func `what is returned, exempt, extended, voided or waits counts the same`(
    _ day: String
  ) async throws {
    try await expectSame(try await Office.filled.value.path, on: day)
  }

  @Test(arguments: [("pertama", 1), ("terakhir", 2), ("pertama", 3)])
  func `random ledgers of many kecamatan give the same figures`(
    _ decides: String, _ seed: UInt64
  ) async throws {
    let country = try MadeCountry(seed: seed, deciding: decides)
    for day in ["2026-03-01", "2026-07-15", "2026-12-31"] {
      try await expectSame(country.path, on: day)
    }
  }

  /// LKIP in time, returned, and submitted again after its due date with an earlier date on it; LKAT under two
  /// letters; a return and an exemption that were voided.
  private func disputed() async throws -> Office {
    let office = try await Office.founded()
    try await office.do("catat LKIP 2025", on: "2026-02-20")
    try await office.do("kembalikan LKIP --catatan angka,_dan_\"tanda_tangan\"", on: "2026-02-25")
    try await office.do(
      "catat LKIP 2025 --tanggal 2026-03-02 --diterima 2026-03-09", on: "2026-03-09")
    for (day, letter) in [("2026-03-11", "900/1"), ("2026-03-12", "900/2")] {
      try await office.do(
        "perpanjang LKAT 2025 --sampai \(day) --catatan \(letter)", on: "2026-02-24")
    }
    try await office.do("catat LKAT 2025", on: "2026-03-03")
    try await office.do("catat RFK 2025-TW4", on: "2026-01-10")
    try await office.do("kembalikan RFK 2025-TW4 --catatan keliru", on: "2026-01-12")
    try await office.do("batalkan #\(try office.rows().count) --alasan salah_map", on: "2026-03-12")
    try await office.do("bebaskan LKPJ 2025 --catatan keliru", on: "2026-02-01")
    try await office.do("batalkan #\(try office.rows().count) --alasan keliru", on: "2026-03-12")
    return office
  }

  @Test(arguments: ["pertama", "terakhir"])
  func `the submission that decides is the first or the last, as the office says`(
    _ decides: String
  ) async throws {
    let office = try await disputed()
    let settings = try office.text(of: "kantor.yaml")
    try office.write(
      settings.replacing("# dihitung: pertama ", with: "dihitung: \(decides) # "),
      to: "kantor.yaml")
    try #require(try office.text(of: "kantor.yaml").contains("\ndihitung: \(decides)"))
    for day in ["2026-02-24", "2026-02-25", "2026-03-08", "2026-03-09", "2026-03-12"] {
      try await expectSame(office.path, on: day)
    }
  }

  @Test func `a unit is the same one under all its codes, and who owes nothing has a row`()
    async throws
  {
    let office = Office(folder: try TemporaryFolder())
    func table(_ rows: [String]) -> String {
      (["kode;nama;sejak;sampai;dahulu", "63;Kalimantan Selatan;;;", "63.01;Karangan;;;"] + rows)
        .joined(separator: "\n") + "\n"
    }
    try office.folder.write(
      table([
        "63.01.01;Hulu;;;", "63.01.01.2001;Satu;;;", "63.01.01.2002;Dua;;;", "63.01.02;Hilir;;;",
        "63.01.02.2001;Tiga;;;", "63.01.03;Kota;;;", "63.01.03.1001;Pusat;;;",
      ]), to: "wilayah.csv")
    let founded = try await ProgramRun.tenggat(
      ["mulai", "63", "kantor", "--wilayah", "wilayah.csv"], in: office.folder.path)
    try #require(founded.exitCode == 0, "\(founded.errorText)")
    for unit in ["63.01.01.2001", "63.01.01.2002", "63.01.02.2001"] {
      try await office.do("catat LPPDesa 2025 --unit \(unit)", on: "2026-03-20")
    }
    try await office.do("catat LKIP 2025 --unit 63.01.02", on: "2026-02-20")
    // One desa moves to another kecamatan, one kecamatan gets another code with all that is in it.
    try office.write(
      table([
        "63.01.01;Hulu;;;", "63.01.01.2001;Satu;;;", "63.01.01.2002;Dua;;2026-06-30;",
        "63.01.04;Hilir;2026-07-01;;63.01.02", "63.01.04.2001;Tiga;2026-07-01;;6301022001",
        "63.01.04.2002;Dua;2026-07-01;;63.01.01.2002", "63.01.03;Kota;;;",
        "63.01.03.1001;Pusat;;;",
      ]), to: "wilayah.csv")
    try await office.do("catat RealisasiDes 2026-S1 --unit 63.01.04.2002", on: "2026-07-10")
    try office.write(
      try office.text(of: "kantor.yaml") + "\ndipantau_sejak:\n  unit:\n    63.01.03: 2027\n",
      to: "kantor.yaml")
    for day in ["2026-06-30", "2026-07-01", "2026-07-20"] {
      try await expectSame(office.path, on: day)
    }
    let rates = try await office.do("kepatuhan --menurut semua --csv", on: "2026-07-20")
    #expect(rates.contains("kecamatan,63.01.03,0,0,0,0,0,\n"))
  }

  @Test func `a last line that was never ended is none, and one that is torn stops the query`()
    async throws
  {
    let office = try await Office.founded()
    try await office.do("catat LKIP 2025", on: "2026-02-20")
    try await office.do("catat LKAT 2025", on: "2026-02-20")
    let ledger = "buku/63.05.12/2026.csv"
    let text = try office.text(of: ledger)
    try office.write(String(text.dropLast()), to: ledger)
    try await expectSame(office.path, on: "2026-03-01")
    try office.write(String(text.dropLast(90)), to: ledger)
    let torn = try await answer(office.path, on: "2026-03-01")
    #expect(torn.exitCode != 0)
    #expect(torn.outputText == "")
    #expect(torn.errorText.contains("\(ledger)"))
  }

  @Test func `a table of two days, and an empty one, are refused`() async throws {
    let folder = try TemporaryFolder()
    let head = "kecamatan,unit,laporan,periode,tenggat_aturan,dihitung,per\n"
    let row = "63.05.12,63.05.12,LKIP,2025,2026-02-28,pertama,2026-03-0"
    for table in [head, "\(head)\(row)1\n\(row)2\n"] {
      try folder.write(table, to: "kewajiban.csv")
      let sample = OtherReaders.repository.appending(path: "Exports/contoh/63.05.12").path
      let run = try await ProgramRun.run(
        OtherReaders.duckDB, ["-csv", "-cmd", "set variable ruang = '\(sample)'"], in: folder.path,
        input: Array("set variable kewajiban = 'kewajiban.csv';\n".utf8)
          + Array(try Data(contentsOf: Self.query)))
      #expect(run.exitCode != 0)
      #expect(run.errorText.contains("tabel kewajiban kosong, atau dari beberapa hari"))
    }
  }
}
