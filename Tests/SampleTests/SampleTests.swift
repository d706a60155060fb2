import Exchange
import Foundation
import TestSupport
import Testing

/// The sample exports of the repository: made again by the program, validated, compared.
struct SampleTests {
  /// One of the first four kecamatan, with the clock of its office.
  enum Office: String, CaseIterable {
    case hatungun = "63.05.12"
    case candiLarasSelatan = "63.05.05"
    case tekung = "35.08.09"
    case jejangkit = "63.04.17"

    /// The offset of its zone: Tekung lies in WIB, the others in WITA.
    var offset: String { self == .tekung ? "+07:00" : "+08:00" }
  }

  /// What a sample speaks of, and the day on which the office made it.
  enum Duty: String, CaseIterable {
    case firstQuarter = "2026-TW1"
    case year = "2026"

    var day: String { self == .year ? "2026-12-31" : "2026-04-01" }
    var option: String { self == .year ? "--tahun" : "--triwulan" }
  }

  private let repository = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  private var samples: URL { repository.appending(path: "Exports/contoh") }
  private var schemaFile: URL { repository.appending(path: "Exports/kepatuhan-1.xsd") }

  private func schema() throws -> KepatuhanSchema {
    try KepatuhanSchema(xsdBytes: Array(Data(contentsOf: schemaFile)), name: "kepatuhan-1.xsd")
  }

  private func export(
    _ office: Office, _ duty: Duty, to output: String = "-", data: String? = nil
  ) async throws -> ProgramRun {
    try await ProgramRun.tenggat(
      [
        "ekspor", "xml", duty.option, duty.rawValue, "--keluaran", output,
        "--ruang", samples.appending(path: office.rawValue).path,
        "--hari-ini", duty.day, "--diketahui", duty.day,
        "--dibuat", "\(duty.day)T08:00:00\(office.offset)",
      ],
      in: samples.path, environment: ["TENGGAT_DATA": data ?? repository.path])
  }

  @Test(arguments: Office.allCases, Duty.allCases)
  func `a sample is made again byte for byte, and is valid`(
    office: Office, duty: Duty
  ) async throws {
    let run = try await export(office, duty)
    #expect(run.exitCode == 0, "\(run.errorText)")
    #expect(run.errors.isEmpty)
    #expect(try schema().validate(run.output) == [])
    expectGolden(
      run.output, named: "\(office.rawValue)-\(duty.rawValue).xml", in: samples.path)
  }

  @Test(arguments: Office.allCases)
  func `the workspace behind a sample has no fault`(office: Office) async throws {
    let run = try await ProgramRun.tenggat(
      [
        "periksa", "--ruang", samples.appending(path: office.rawValue).path,
        "--hari-ini", "2026-12-31",
      ],
      in: samples.path, environment: ["TENGGAT_DATA": repository.path])
    #expect(run.exitCode == 0, "\(run.errorText)")
    #expect(run.outputText.contains(" 0 galat"))
  }

  @Test(arguments: [
    (#"kode="LKIP""#, #"kode="LPPD""#),
    (#"status="tepat-waktu""#, #"status="tepat""#),
    ("<ringkasan ", "<ringkas "),
    ("</kepatuhan>", ""),
  ])
  func `a sample that was tampered with is not valid`(
    excerpt: String, replacement: String
  ) throws {
    let file = samples.appending(path: "63.05.12-2026-TW1.xml")
    let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    let broken = text.replacing(excerpt, with: replacement)
    try #require(broken != text)
    #expect(try schema().validate(Array(broken.utf8)) != [])
  }

  /// The schema is all that differs from the run that succeeds, so that nothing but the validation
  /// can refuse the document.
  @Test func `a document that its schema refuses gets no file, and an older one stays`()
    async throws
  {
    let folder = try TemporaryFolder()
    let schema = String(decoding: try Data(contentsOf: schemaFile), as: UTF8.self)
    let other = schema.replacing(#"fixed="1""#, with: #"fixed="2""#)
    try #require(other != schema)
    try folder.write(other, to: "Exports/kepatuhan-1.xsd")
    try FileManager.default.createSymbolicLink(
      at: URL(filePath: folder.path(of: "Calendars")),
      withDestinationURL: repository.appending(path: "Calendars"))
    try folder.write("lama", to: "lama.xml")

    for name in ["baru.xml", "lama.xml"] {
      let run = try await export(
        .hatungun, .firstQuarter, to: folder.path(of: name), data: folder.path)
      #expect(run.exitCode == 65, "\(run.errorText)")
      #expect(run.errorText.contains("galat"))
      #expect(run.output.isEmpty)
    }
    #expect(!folder.holds("baru.xml"))
    #expect(try folder.text(of: "lama.xml") == "lama")
  }
}
