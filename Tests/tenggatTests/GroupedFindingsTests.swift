import Foundation
import TestSupport
import Testing

/// `periksa` where many findings have one cause.
struct GroupedFindingsTests {
  private static let day = "2026-03-02"

  /// An office with a piece of evidence for each of its eight desa.
  private func recorded() async throws -> Office {
    let office = try await Office.founded()
    for number in 2001...2008 {
      try office.write("%PDF-1.4 dokumen \(number)\n", to: "\(number).pdf")
      try await office.do(
        "catat LPPDesa 2025 --unit 63.05.12.\(number) --berkas \(number).pdf",
        on: GroupedFindingsTests.day)
    }
    return office
  }

  private func remove(_ name: String, of office: Office) throws {
    try FileManager.default.removeItem(atPath: office.folder.path(of: "kantor/\(name)"))
  }

  private func transcript(_ office: Office, _ words: String, code: Int) async throws -> [UInt8] {
    let run = try await office.run(words, on: GroupedFindingsTests.day)
    #expect(run.exitCode == code, "\(run.errorText)")
    // The names of evidence are hashes.
    let text = "$ tenggat \(words)\n\(run.errorText)\(run.outputText)"
    return Array(text.replacing(#/[0-9a-f]{64}/#, with: "SHA").utf8)
  }

  @Test func `a lost folder is one finding with its number, and --semua tells each file`()
    async throws
  {
    let office = try await recorded()
    try remove("dokumen/63.05.12/2026", of: office)
    expectGolden(
      try await transcript(office, "periksa bukti", code: 1), named: "periksa-folder-hilang.txt")
    let all = try await office.run("periksa bukti --semua", on: GroupedFindingsTests.day)
    #expect(all.exitCode == 1)
    #expect(all.errorText.components(separatedBy: ": galat: bukti ").count == 9)
    #expect(!all.errorText.contains("temuan serupa"))
    #expect(all.outputText == "1 pemeriksaan (bukti): 8 galat, 0 peringatan\n")
  }

  @Test func `programs are told each finding, with how many are like it`() async throws {
    let office = try await recorded()
    try remove("dokumen/63.05.12/2026", of: office)
    let run = try await office.run("periksa bukti --json", on: GroupedFindingsTests.day)
    #expect(run.exitCode == 1)
    let value = try JSONSerialization.jsonObject(with: Data(run.output))
    let object = try #require(value as? [String: Any])
    #expect(object["galat"] as? Int == 8)
    let checks = try #require(object["pemeriksaan"] as? [[String: Any]])
    let findings = try #require(checks.first?["temuan"] as? [[String: Any]])
    #expect(findings.count == 8)
    #expect(
      findings.allSatisfy { $0["jumlah"] as? Int == 8 && $0["kode"] as? String == "bukti.hilang" })
  }

  @Test func `up to three are told one by one`() async throws {
    let office = try await recorded()
    for row in try office.rows().prefix(3) { try remove(row[10], of: office) }
    let run = try await office.run("periksa bukti", on: GroupedFindingsTests.day)
    #expect(run.errorText.split(separator: "\n").count == 3)
    #expect(!run.errorText.contains("serupa"))
    try remove(try office.rows()[3][10], of: office)
    let more = try await office.run("periksa bukti", on: GroupedFindingsTests.day)
    #expect(more.errorText.split(separator: "\n").count == 4)
    #expect(more.errorText.contains("4 temuan serupa: bukti dokumen/63.05.12/2026/… tidak ada"))
  }

  @Test func `late entries, and what a copy lacks, are grouped in the same way`() async throws {
    let office = try await Office.founded()
    for number in 2001...2008 {
      try await office.do(
        "catat LPPDesa 2025 --unit 63.05.12.\(number) --tanggal 2026-01-0\(number - 2000) "
          + "--alasan baru_ditemukan", on: GroupedFindingsTests.day)
    }
    expectGolden(
      try await transcript(office, "periksa susulan", code: 0), named: "periksa-susulan-banyak.txt")
  }
}
