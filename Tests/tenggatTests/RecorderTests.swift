import Foundation
import TestSupport
import Testing

/// Whose name stands in `petugas`: a person's, never that of the computer.
struct RecorderTests {
  private static let nobody = ["TENGGAT_PETUGAS": "", "USER": "", "LOGNAME": ""]

  private func record(
    _ words: String, _ office: Office, _ environment: [String: String]
  ) async throws -> ProgramRun {
    try await office.run(
      words, on: "2026-02-20", environment: RecorderTests.nobody.merging(environment) { $1 })
  }

  @Test(arguments: [
    [:], ["USER": "root"], ["LOGNAME": "root"], ["USER": "root", "LOGNAME": "nobody"],
    ["USER": "uid-0"], ["LOGNAME": "1000"], ["USER": "www-data"],
  ])
  func `without a person's name the command asks for one`(
    _ environment: [String: String]
  ) async throws {
    let office = try await Office.founded()
    for words in [
      "catat LPPD 2025", "bebaskan LPPD 2025 --catatan x", "pindai",
      "kejadian rkpd-ditetapkan --tanggal 2026-02-01",
    ] {
      expectRefusal(
        try await record(words, office, environment), 64, "siapa yang mencatat tidak diketahui")
    }
    #expect(try office.records().isEmpty)
    // What only looks asks nobody.
    #expect(try await record("jadwal", office, environment).exitCode == 0)
    #expect(try await record("ingatkan", office, environment).exitCode == 0)
  }

  @Test(arguments: [
    (["USER": "budi"], "budi"), (["LOGNAME": "budi"], "budi"),
    (["USER": "root", "LOGNAME": "budi"], "budi"),
    (["TENGGAT_PETUGAS": "Ani", "USER": "budi"], "Ani"), (["USER": "root"], "Seksi Umum"),
    ([:], "Seksi Umum"),
  ])
  func `the login of a person is taken, else the office's own name`(
    _ environment: [String: String], _ name: String
  ) async throws {
    let office = try await Office.founded()
    try office.write(
      try office.text(of: "kantor.yaml") + "petugas: Seksi Umum\n", to: "kantor.yaml")
    let run = try await record("catat LPPD 2025", office, environment)
    #expect(run.exitCode == 0, "\(run.errorText)")
    #expect(try office.rows().map { $0[2] } == [name])
    #expect(
      try await record("catat LKPJ 2025 --petugas Cici", office, environment).exitCode == 0)
    #expect(try office.rows().map { $0[2] } == [name, "Cici"])
  }

  @Test(arguments: ["", " ", "root", "uid-0", "1000", "a\nb", "a\u{1B}[31m", "ROOT"])
  func `a name that is nobody's is refused wherever it comes from`(_ name: String) async throws {
    let office = try await Office.founded()
    let run = try await office.run(
      ["catat", "LPPD", "2025", "--petugas=\(name)"], on: "2026-02-20")
    #expect(run.exitCode == 64)
    #expect(run.errorText.contains("--petugas"))
    if !name.isEmpty {
      let run = try await record(
        "catat LPPD 2025", office, ["TENGGAT_PETUGAS": name, "USER": "budi"])
      #expect(run.exitCode == 64)
      #expect(run.errorText.contains("TENGGAT_PETUGAS"))
    }
    #expect(try office.records().isEmpty)
  }

  @Test(arguments: ["root", "uid-0", "''"])
  func `kantor.yaml names a person too`(_ name: String) async throws {
    let office = try await Office.founded()
    try office.write(
      try office.text(of: "kantor.yaml") + "petugas: \(name)\n", to: "kantor.yaml")
    #expect(try await office.run("periksa kantor", on: "2026-02-20").exitCode == 1)
    #expect(try await office.run("catat LPPD 2025", on: "2026-02-20").exitCode == 78)
  }
}
