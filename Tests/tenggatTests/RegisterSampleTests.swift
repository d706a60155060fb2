import Foundation
import TestSupport
import Testing

/// The register that an office without one begins with.
struct RegisterSampleTests {
  private static let table = """
    kode,nama
    91,Papua
    91.99,Kabupaten Karangan
    91.99.01,Muara Contoh
    91.99.01.2001,Contoh Hulu
    91.99.01.2002,Contoh Hilir

    """
  private static let file = "kalender/iku/iku-muara-contoh.yaml"

  private func office() async throws -> Office {
    let office = Office(folder: try TemporaryFolder())
    try office.folder.write(Self.table, to: "wilayah.csv")
    let run = try await ProgramRun.tenggat(
      ["mulai", "91.99.01", "kantor", "--wilayah", "wilayah.csv"], in: office.folder.path)
    try #require(run.exitCode == 0, "\(run.errorText)")
    return office
  }

  @Test func `where there is no register the way to one is named`() async throws {
    let office = try await office()
    expectRefusal(
      try await office.run("iku", on: Office.day), 78, "atau susun sendiri: tenggat iku contoh")
    let check = try await office.run("periksa iku", on: Office.day)
    #expect(check.errorText.contains("register sendiri disusun dengan tenggat iku contoh"))
  }

  @Test func `it is written where it is looked for, and the office's file is left alone`()
    async throws
  {
    let office = try await office()
    let before = try office.text(of: "kantor.yaml")
    let said = try await office.do("iku contoh", on: Office.day)
    #expect(
      said.contains("\(Self.file): register IKU untuk Distrik Muara Contoh, 6 kartu, 20 indikator"))
    #expect(said.contains("mengganti baris kantor.yaml:11 menjadi 'iku: [iku-muara-contoh]'"))
    #expect(try office.text(of: "kantor.yaml") == before)
    // The line that is named is the one that says it.
    try #require(before.split(separator: "\n", omittingEmptySubsequences: false)[10] == "iku: []")
    try office.write(
      before.replacing("iku: []", with: "iku: [iku-muara-contoh]"), to: "kantor.yaml")
    let check = try await office.run("periksa", on: Office.day)
    #expect(check.exitCode == 0, "\(check.errorText)")
    #expect(check.errorText.contains("20 dari 20 indikator belum punya target"))
    let cards = try await office.run("iku --json", on: Office.day)
    #expect(cards.exitCode == 0)
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(cards.output)) as? [String: Any])
    let indicators = try #require(json["indikator"] as? [[String: Any]])
    #expect(indicators.count == 20)
    #expect(indicators.allSatisfy { $0["capaian"] is NSNull && $0["target"] is NSNull })
    try await office.do("iku ukur K03 --nilai 6/8 --periode 2026-TW2", on: Office.day)
    #expect(try await office.do("iku contoh --timpa", on: Office.day).contains("sudah memakai"))
  }

  @Test func `nothing is overwritten`() async throws {
    let office = try await office()
    try await office.do("indicators sample", on: Office.day)
    try office.write("filled in", to: Self.file)
    expectRefusal(
      try await office.run("iku contoh", on: Office.day), 73, "sudah ada, tidak ada yang ditimpa")
    #expect(try office.text(of: Self.file) == "filled in")
    try await office.do("iku contoh --timpa", on: Office.day)
    #expect(try office.text(of: Self.file) != "filled in")
  }

  @Test func `another file is another register`() async throws {
    let office = try await office()
    let said = try await office.do(
      "iku contoh --keluaran kalender/iku/kantor-2026.yaml", on: Office.day)
    #expect(said.contains("'iku: [kantor-2026]'"))
    #expect(!said.contains("Simpan sebagai"))
    #expect(
      try office.text(of: "kalender/iku/kantor-2026.yaml").contains("register: kantor-2026\n"))
    let elsewhere = try await office.do("iku contoh --keluaran uji.yaml", on: Office.day)
    #expect(elsewhere.contains("Simpan sebagai kalender/iku/uji.yaml di ruang kerja"))
    let shown = try await office.do("iku contoh --keluaran -", on: Office.day)
    #expect(shown.contains("register: iku-muara-contoh\n"))
    for name in ["uji.txt", "uji", "a b.yaml"] {
      expectRefusal(
        try await office.run(["iku", "contoh", "--keluaran", name], on: Office.day), 64,
        "tidak dapat menjadi berkas register")
    }
  }

  @Test func `an office with a register is told to add this one`() async throws {
    let office = try await Office.founded()
    let said = try await office.do("iku contoh", on: Office.day)
    #expect(said.contains("menjadi 'iku: [tapin-hatungun-2021, iku-hatungun]'"))
  }
}
