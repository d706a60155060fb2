import Foundation
import TestSupport
import Testing

/// A workspace of Kecamatan Hatungun for one test, spoken to as people do: through the program.
struct Office {
  let folder: TemporaryFolder

  /// The workspace's folder.
  var path: String { folder.path(of: "kantor") }

  /// An empty workspace.
  static func founded(_ code: String = "63.05.12", _ more: [String] = []) async throws -> Office {
    let office = Office(folder: try TemporaryFolder())
    let run = try await ProgramRun.tenggat(
      ["mulai", code, "kantor"] + more, in: office.folder.path)
    try #require(run.exitCode == 0, "\(run.errorText)")
    return office
  }

  /// Runs a command in the workspace.
  ///
  /// - Parameters:
  ///   - words: The command line, split at blanks; `_` stands for a blank within a word.
  ///   - today: The day to take for today.
  ///   - environment: Variables beside that day.
  /// - Returns: What it printed, and how it ended.
  /// - Throws: What ``ProgramRun`` throws.
  func run(
    _ words: String, on today: String, environment: [String: String] = [:]
  ) async throws -> ProgramRun {
    let arguments = words.split(separator: " ").map { String($0).replacing("_", with: " ") }
    return try await run(arguments, on: today, environment: environment)
  }

  /// Runs a command in the workspace, with its arguments as they are.
  func run(
    _ arguments: [String], on today: String, environment: [String: String] = [:]
  ) async throws -> ProgramRun {
    let own = ["TENGGAT_HARI_INI": today, "TENGGAT_PETUGAS": "kasubbag"]
    return try await ProgramRun.tenggat(
      arguments, in: path, environment: own.merging(environment) { $1 })
  }

  /// Runs a command that must go well.
  @discardableResult
  func `do`(
    _ words: String, on today: String, sourceLocation: SourceLocation = #_sourceLocation
  ) async throws -> String {
    let run = try await run(words, on: today)
    try #require(
      run.exitCode == 0, "tenggat \(words): \(run.errorText)", sourceLocation: sourceLocation)
    return run.outputText
  }

  /// The text of a file of the workspace.
  func text(of name: String) throws -> String { try folder.text(of: "kantor/\(name)") }

  /// Replaces a file of the workspace.
  func write(_ text: String, to name: String) throws {
    try folder.write(text, to: "kantor/\(name)")
  }

  /// The bytes of all ledger files and the names of all evidence, to see that nothing was touched.
  func records() throws -> [String: [UInt8]] {
    let names = folder.files.filter {
      $0.hasPrefix("kantor/buku/") || $0.hasPrefix("kantor/dokumen/")
    }
    return Dictionary(uniqueKeysWithValues: try names.map { ($0, try folder.bytes(of: $0)) })
  }

  /// The fields of the ledger's rows, without the header; no field of a test holds a comma.
  func rows(of year: Int = 2026) throws -> [[String]] {
    try text(of: "buku/63.05.12/\(year).csv").split(separator: "\n").dropFirst().map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }
}

extension Office {
  /// A workspace filled once for all tests that only look at it.
  static let filled = Task { try await makeFilled() }

  /// The day on which the filled workspace is looked at.
  static let day = "2026-07-06"

  private static let villages = (2001...2008).map { "63.05.12.\($0)" }

  /// A year with everything in it: on time, late, missing, returned, exempt, extended, voided.
  private static func makeFilled() async throws -> Office {
    let office = try await Office.founded()
    for name in ["lkip.pdf", "lkip-perbaikan.pdf"] {
      try office.write("%PDF-1.4 \(name)\n", to: "kiriman/\(name)")
    }
    for village in villages.prefix(4) {
      try await office.do(
        "catat APBDes 2026 --unit \(village) --tanggal 2025-12-29 --diterima 2026-01-05",
        on: "2026-01-05")
    }
    try await office.do(
      "kembalikan APBDes 2026 --unit \(villages[2]) --catatan lampiran_II_kurang", on: "2026-01-08")
    try await office.do("catat RFK 2025-TW4", on: "2026-01-09")
    try await office.do("catat Realisasi 2025-TW4", on: "2026-01-12")
    for village in villages.prefix(6) {
      try await office.do("catat RealisasiDes 2025-S2 --unit \(village)", on: "2026-01-19")
    }
    try await office.do(
      "kejadian pelantikan-kades --unit \(villages[0]) --tanggal 2026-01-15", on: "2026-01-19")
    try await office.do(
      "catat APBDes 2026 --unit \(villages[2]) --tanggal 2025-12-29", on: "2026-01-20")
    try await office.do("catat RealisasiDes 2025-S2 --unit \(villages[6])", on: "2026-02-02")
    for village in villages.prefix(2) {
      try await office.do("catat RekADD 2026-TW1 --unit \(village)", on: "2026-02-10")
    }
    try await office.do("catat LKPJ 2025", on: "2026-02-18")
    try await office.do("catat LKIP --berkas kiriman/lkip.pdf", on: "2026-02-20")
    try await office.do(
      "perpanjang LKAT 2025 --sampai 2026-03-16 --catatan Surat_BPKAD_900/12", on: "2026-02-24")
    try await office.do("kembalikan LKIP --catatan pengukuran_kinerja_kurang", on: "2026-02-25")
    try await office.do(
      "bebaskan LKPJDes 2025 --unit \(villages[7]) --catatan belum_ada_BPD", on: "2026-03-02")
    try await office.do("catat LKIP --berkas kiriman/lkip-perbaikan.pdf", on: "2026-03-05")
    try await office.do("terima LKIP", on: "2026-03-06")
    try await office.do("catat LKAT 2025", on: "2026-03-10")
    try await office.do(
      "catat LPPD 2025 --tanggal 2026-02-26 --alasan tanda_terima_baru_ditemukan", on: "2026-03-20")
    for village in villages.prefix(5) {
      try await office.do("catat LKPJDes 2025 --unit \(village)", on: "2026-03-25")
    }
    for village in villages.prefix(5) {
      try await office.do("catat LPPDesa 2025 --unit \(village)", on: "2026-03-31")
    }
    try await office.do("catat LPPDesa 2025 --unit \(villages[5])", on: "2026-04-02")
    try await office.do("catat Realisasi 2026-TW1", on: "2026-04-08")
    let voided = try office.rows().count
    try await office.do("batalkan #\(voided) --alasan salah_laporan", on: "2026-04-08")
    try await office.do("catat RFK 2026-TW1", on: "2026-04-09")
    try await office.do(
      "catat RPJMDes 2026 --unit \(villages[0]) --tanggal 2026-04-01 --diterima 2026-04-06",
      on: "2026-04-10")
    try await office.do(
      "kejadian pelantikan-kades --unit \(villages[1]) --tanggal 2026-05-20", on: "2026-05-22")
    try await office.do(
      "kejadian pelantikan-kades --unit \(villages[2]) --tanggal 2020-03-02", on: "2026-05-22")
    try await office.do(
      "catat RPJMDes 2020 --unit \(villages[2]) --tanggal 2020-05-20 --alasan arsip_lama",
      on: "2026-05-22")
    try await office.do("catat RekADD 2026-TW2 --unit \(villages[0])", on: "2026-06-15")
    return office
  }
}

/// Expects a command to be refused: an exit code, and one message of the form
/// `...: galat: what; how to mend it`.
func expectRefusal(
  _ run: ProgramRun, _ code: Int, _ message: String,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(run.exitCode == code, "\(run.errorText)", sourceLocation: sourceLocation)
  #expect(run.outputText == "", sourceLocation: sourceLocation)
  #expect(run.errorText.contains(message), "\(run.errorText)", sourceLocation: sourceLocation)
  for line in run.errorText.split(separator: "\n") {
    #expect(
      line.contains(": galat: ") && line.contains("; "), "\(line)", sourceLocation: sourceLocation)
  }
}
