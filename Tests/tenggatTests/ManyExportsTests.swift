import Foundation
import TestSupport
import Testing

/// The documents of so many kecamatan that two threads write them.
struct ManyExportsTests {
  private let terms = [
    "--tahun", "2026", "--hari-ini", "2026-12-31", "--dibuat", "2026-12-31T08:00:00+07:00",
  ]

  private func export(
    _ country: MadeCountry, _ more: [String] = []
  ) async throws -> ProgramRun {
    try await ProgramRun.tenggat(
      ["ekspor", "xml"] + terms + ["--ruang", country.path] + more, in: country.path)
  }

  private func file(_ country: MadeCountry, _ number: Int) -> URL {
    let code = "91.99.\(number < 10 ? "0" : "")\(number)"
    return URL(filePath: country.path).appending(path: "ekspor/\(code)-2026.xml")
  }

  @Test func `each is the one that its kecamatan gives alone, told in the order of the codes`()
    async throws
  {
    let country = try MadeCountry(seed: 5, deciding: "pertama")
    // The second time every file is replaced by the same.
    for _ in 0..<2 {
      let run = try await export(country)
      try #require(run.exitCode == 0, "\(run.errorText)")
      let told = run.outputText.split(separator: "\n")
      #expect(told.count == MadeCountry.size)
      for (index, line) in told.enumerated() {
        let name = file(country, index + 1).lastPathComponent
        #expect(line.contains("\(name): sesuai skema kepatuhan-1.xsd, "), "\(line)")
      }
    }
    for number in [1, 16, 17, 42, MadeCountry.size] {
      let unit = file(country, number).lastPathComponent.prefix(8)
      let alone = try await export(country, ["--unit", String(unit), "--keluaran", "-"])
      #expect(alone.output == Array(try Data(contentsOf: file(country, number))), "\(unit)")
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: "\(country.path)/ekspor")
    #expect(names.count == MadeCountry.size)
  }

  @Test func `a damaged ledger ends it, after the documents before it were written`()
    async throws
  {
    let country = try MadeCountry(seed: 6, deciding: "pertama")
    func ledger(_ number: Int) -> URL {
      URL(filePath: country.path).appending(path: "buku/91.99.\(number)/2026.csv")
    }
    let damaged = try #require(
      (20...MadeCountry.size).first { (try? Data(contentsOf: ledger($0)))?.isEmpty == false })
    var bytes = try Data(contentsOf: ledger(damaged))
    bytes[bytes.count / 2] ^= 1
    try bytes.write(to: ledger(damaged))
    let run = try await export(country)
    #expect(run.exitCode == 65)
    #expect(run.outputText.split(separator: "\n").count == damaged - 1)
    let names = try FileManager.default.contentsOfDirectory(atPath: "\(country.path)/ekspor")
    #expect(names.count == damaged - 1, "\(names)")
  }

  @Test func `a file of another kind under one of their names is left alone`() async throws {
    let country = try MadeCountry(seed: 7, deciding: "pertama")
    let foreign = file(country, 3)
    try FileManager.default.createDirectory(
      at: foreign.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data("catatan".utf8).write(to: foreign)
    let run = try await export(country)
    #expect(run.exitCode == 73)
    #expect(run.errorText.contains(foreign.lastPathComponent))
    #expect(try Data(contentsOf: foreign) == Data("catatan".utf8))
    #expect(run.outputText.split(separator: "\n").count == 2)
  }
}
