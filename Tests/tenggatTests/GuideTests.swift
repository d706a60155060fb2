import Foundation
import TestSupport
import Testing

/// `panduan` and `jelaskan KODE`: the guide, and what each message means, in a terminal.
@Suite struct GuideTests {
  private static let repository = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  private static let folder = repository.appending(path: "Sources/tenggat/Panduan.docc")

  /// The names of the pages.
  static let pages =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.hasSuffix(".md") }.map { String($0.dropLast(3)) }.sorted()

  private func run(
    _ arguments: [String], data: String = GuideTests.repository.path
  ) async throws -> ProgramRun {
    let folder = try TemporaryFolder()
    return try await ProgramRun.tenggat(
      arguments, in: folder.path, environment: ["TENGGAT_DATA": data])
  }

  // MARK: - The guide

  @Test func `every page is listed once, with what it is about`() async throws {
    let run = try await run(["panduan"])
    #expect(run.exitCode == 0 && run.errorText == "")
    expectGolden(run.output, named: "panduan.txt")
    for page in Self.pages where page != "Panduan" {
      let count = run.outputText.split(separator: "\n").count { $0.hasPrefix("  \(page) ") }
      #expect(count == 1, "\(page)")
    }
    #expect(!run.outputText.contains("Lainnya"))
  }

  /// The words of a text: what people read, without any mark.
  private static func words(_ text: String) -> [Substring] {
    text.split { !$0.isLetter && !$0.isNumber }
  }

  @Test(arguments: pages)
  func `every page is shown without its marks, and no word of it is lost`(_ page: String)
    async throws
  {
    let run = try await run(["panduan", page])
    #expect(run.exitCode == 0 && run.errorText == "")
    let lines = run.outputText.split(separator: "\n")
    let prose = lines.filter { !$0.hasPrefix("    ") }
    for mark in ["**", "<doc:", "```", "](", "<!--", "| ---", "`"] {
      #expect(
        !prose.contains { $0.contains(mark) }, "\(mark): \(prose.first { $0.contains(mark) } ?? "")"
      )
    }
    var source = try String(contentsOf: Self.folder.appending(path: "\(page).md"), encoding: .utf8)
    source = source.replacing(#/<!--(.|\n)*?-->/#, with: "")
      .replacing(#/(?m)^@Metadata \{(.|\n)*?^\}/#, with: "")
      .replacing(#/(?m)^ *```[a-z]*$/#, with: "")
      .replacing(#/\]\([^)\n]*\)/#, with: "")
    let shown = Set(Self.words(run.outputText.lowercased()))
    let lost = Set(Self.words(source.lowercased())).subtracting(shown).subtracting(["doc"])
    #expect(lost == [])
  }

  @Test func `a page is found in whatever case, and a near miss is answered`() async throws {
    let small = try await run(["panduan", "mulai"])
    let proper = try await run(["guide", "Mulai"])
    #expect(small.exitCode == 0 && small.output == proper.output)
    #expect(small.outputText.hasPrefix("SEPULUH MENIT PERTAMA\n"))
    expectRefusal(try await run(["panduan", "Kasubag"]), 64, "mungkin maksudnya 'Kasubbag'")
    expectRefusal(try await run(["panduan", "../README"]), 64, "tidak ada dalam panduan")
    let json = try await run(["panduan", "--json"])
    #expect(json.outputText.contains("\"nama\" : \"Mulai\""))
  }

  @Test func `a program without its guide says what is missing`() async throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "Calendars/laporan/nasional.yaml")
    expectRefusal(
      try await run(["panduan"], data: folder.path), 78, "Panduan.docc tidak ada")
  }

  // MARK: - Messages

  @Test func `a message is explained without a workspace`() async throws {
    let run = try await run(["jelaskan", "kalender.kunci-ganda"])
    #expect(run.exitCode == 0 && run.errorText == "")
    expectGolden(run.output, named: "jelaskan-kode.txt")
    let json = try await self.run(["explain", "KALENDER.KUNCI-GANDA", "--json"])
    expectGolden(json.output, named: "jelaskan-kode.json")
  }

  @Test func `all messages are listed, each once`() async throws {
    let run = try await run(["jelaskan", "--kode"])
    let codes = run.outputText.split(separator: "\n").map(String.init)
    let known = try String(
      contentsOf: Self.repository.appending(path: "Tests/InspectionTests/Golden/kode.txt"),
      encoding: .utf8
    ).split(separator: "\n").map(String.init)
    #expect(codes == known)
  }

  @Test(arguments: [
    (["jelaskan", "kalender.kunci-gada"], "mungkin maksudnya 'kalender.kunci-ganda'"),
    (["jelaskan", "kalender.qqqqqqqqqqqqqqqqqqqqqqqqqqqq"], "lihat: tenggat jelaskan --kode"),
    (["jelaskan", "kalender.kunci-ganda", "--kode"], "pilih satu"),
  ])
  func `what is no message is refused`(_ arguments: [String], _ message: String) async throws {
    expectRefusal(try await run(arguments), 64, message)
  }

  @Test func `a report is explained as before, and nothing named is told`() async throws {
    let office = try await Office.founded()
    expectRefusal(
      try await office.run("jelaskan", on: "2026-01-20"), 64, "yang dijelaskan belum disebut")
    expectRefusal(
      try await office.run("jelaskan Lap.Sampah", on: "2026-01-20"), 64, "'Lap.Sampah'")
    #expect(try await office.run("jelaskan LPPD 2025", on: "2026-01-20").exitCode == 0)
  }
}

/// What is shown below a fault: on a terminal the line and a caret, elsewhere nothing.
@Suite struct FaultOnTerminalTests {
  private func founded() async throws -> Office {
    let office = try await Office.founded()
    try office.write(
      "kalender: uji\ndiperiksa: 2026-01-02\nlaporann: []\n", to: "kalender/uji.yaml")
    return office
  }

  private static let message =
    "kalender/uji.yaml:3:1: galat: kunci 'laporann' tidak dikenal; mungkin maksudnya 'laporan'"

  @Test func `a terminal gets the line and a caret below the place`() async throws {
    let office = try await founded()
    let run = try await ProgramRun.run(
      "/usr/bin/script",
      ["-qec", "\(ProgramRun.builtProgram) periksa kalender", "/dev/null"], in: office.path,
      environment: ["TENGGAT_HARI_INI": "2026-01-20", "NO_COLOR": "1"])
    let lines = run.outputText.replacing("\r\n", with: "\n")
    #expect(lines.contains("\(Self.message)\n3 | laporann: []\n  | ^\n"), "\(lines)")
  }

  @Test func `a log gets one line a fault`() async throws {
    let office = try await founded()
    let run = try await office.run("periksa kalender", on: "2026-01-20")
    #expect(run.exitCode == 1 && run.errorText == "\(Self.message)\n")
    expectRefusal(try await office.run("jadwal", on: "2026-01-20"), 78, Self.message)
  }
}
