import Foundation
import TestSupport
import Testing

/// `ekspor xml`, as a whole process.
struct ExportTests {
  private static let made = "2026-07-06T08:00:00+08:00"

  @Test func `the same inputs give the same bytes`() async throws {
    let office = try await Office.filled.value
    let words = "ekspor xml --triwulan 2026-TW1 --keluaran - --dibuat"
    let first = try await office.run("\(words) \(ExportTests.made)", on: Office.day)
    let second = try await office.run("\(words) \(ExportTests.made)", on: Office.day)
    let later = try await office.run("\(words) 2026-07-07T09:30:00+08:00", on: Office.day)
    #expect(first.exitCode == 0, "\(first.errorText)")
    #expect(first.output == second.output)
    #expect(
      later.outputText
        == first.outputText.replacing(ExportTests.made, with: "2026-07-07T09:30:00+08:00"))
    let ledger = first.outputText.replacing(
      #/ rantai[^>]*>|>[0-9a-f]{64}</sidik_buku>/#, with: "></sidik_buku>")
    expectGolden(ledger, named: "ekspor-2026-TW1.xml")
  }

  @Test func `the summary is the total of the rates for the same quarter and day`() async throws {
    let office = try await Office.filled.value
    let xml = try await office.do(
      "ekspor xml --triwulan 2026-TW1 --keluaran - --dibuat \(ExportTests.made)", on: Office.day)
    let rates = try await office.run("kepatuhan --triwulan 2026-TW1 --json", on: Office.day)
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(rates.output)) as? [String: Any])
    let total = try #require(json["total"] as? [String: Any])
    let line = try #require(xml.split(separator: "\n").first { $0.contains("<ringkasan") })
    for key in [
      "wajib", "disampaikan", "tepat_waktu", "terlambat", "lewat", "menunggu",
      "dibebaskan", "susulan",
    ] {
      #expect(line.contains(" \(key)=\"\(try #require(total[key] as? Int))\""))
    }
    let percent = try #require(total["persen_tepat_waktu"] as? String)
    #expect(line.contains(" persen_tepat_waktu=\"\(percent)\""))
  }

  @Test func `an export goes where it is told, and by itself into its folder`() async throws {
    let office = try await Office.founded()
    let output = try await office.do("ekspor xml --triwulan 2026-TW1", on: Office.day)
    #expect(output.contains("sesuai skema kepatuhan-1.xsd"))
    #expect(office.folder.holds("kantor/ekspor/63.05.12-2026-TW1.xml"))
    try await office.do("export xml --tahun 2026 --keluaran setahun.xml", on: Office.day)
    #expect(try office.text(of: "setahun.xml").contains(" tahun=\"2026\""))
    #expect(try !office.text(of: "setahun.xml").contains(" triwulan=\"1\" per_tanggal"))
  }

  @Test func `a place that cannot be written leaves nothing behind`() async throws {
    let office = try await Office.founded()
    let files = office.folder.files
    let run = try await office.run(
      "ekspor xml --tahun 2026 --keluaran tiada/setahun.xml", on: Office.day)
    #expect([73, 74].contains(run.exitCode))
    expectRefusal(run, run.exitCode, "tiada")
    #expect(office.folder.files == files)
  }

  @Test func `an export that the schema refuses gets no name`() async throws {
    let office = try await Office.founded()
    let data = try TemporaryFolder()
    let copy = try await ProgramRun.run(
      "/bin/sh", ["-c", "cp -r \(try await resources())/. ."], in: data.path)
    try #require(copy.exitCode == 0, "\(copy.errorText)")
    // A schema that asks for another root refuses every document of ours.
    let schema = try data.text(of: "Exports/kepatuhan-1.xsd")
    try data.write(
      schema.replacing("<xs:element name=\"kepatuhan\"", with: "<xs:element name=\"lain\""),
      to: "Exports/kepatuhan-1.xsd")
    let files = office.folder.files
    let run = try await office.run(
      ["ekspor", "xml", "--tahun", "2026"], on: Office.day, environment: ["TENGGAT_DATA": data.path]
    )
    expectRefusal(run, 65, "tidak ada berkas yang ditulis")
    #expect(office.folder.files == files)
  }

  private func resources() async throws -> String {
    let program = URL(fileURLWithPath: ProgramRun.builtProgram)
    return program.deletingLastPathComponent()
      .appendingPathComponent("tenggat_ProgramFiles.resources").path
  }

  @Test func `the two ways to say what is exported exclude each other`() async throws {
    let office = try await Office.founded()
    let run = try await office.run(
      "ekspor xml --tahun 2026 --triwulan 2026-TW1", on: Office.day)
    expectRefusal(run, 64, "sebut satu triwulan atau satu tahun")
  }
}
