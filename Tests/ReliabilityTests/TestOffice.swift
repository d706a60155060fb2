import ComplianceModel
import DurableFiles
import Foundation
import LedgerStore
import SystemPackage
import TestSupport
import Testing

/// A workspace of Kecamatan Hatungun that a test does its worst to.
struct TestOffice {
  /// The day that counts as today unless a test says otherwise.
  static let today = "2026-02-20"

  /// The clock's own day in WITA: a pindai judges a file's age by the clock.
  static let clockDay = { () -> String in
    let parts = Calendar(identifier: .gregorian).dateComponents(
      in: TimeZone(secondsFromGMT: 28_800) ?? .gmt, from: Date())
    return String(
      format: "%04d-%02d-%02d", parts.year ?? 0, parts.month ?? 0, parts.day ?? 0)
  }()

  /// The folder that is removed with the test; `nil` for a workspace elsewhere.
  let owner: TemporaryFolder?
  /// The workspace's folder.
  let path: String

  /// A new workspace.
  ///
  /// - Parameter folder: Where to make it; a temporary folder where it is `nil`.
  /// - Returns: The workspace.
  /// - Throws: What ``ProgramRun`` throws, or an expectation failure.
  static func founded(in folder: String? = nil) async throws -> TestOffice {
    let owner = folder == nil ? try TemporaryFolder() : nil
    let parent = try #require(folder ?? owner?.path)
    let office = TestOffice(owner: owner, path: parent + "/kantor")
    let run = try await ProgramRun.run(
      Torture.program, ["mulai", "63.05.12", office.path], in: parent)
    try #require(run.exitCode == 0, "\(run.errorText)")
    return office
  }

  /// The environment of every command: a day, a name, and the workspace.
  func environment(on today: String = today) -> [String: String] {
    ["TENGGAT_HARI_INI": today, "TENGGAT_PETUGAS": "petugas", "TENGGAT_RUANG": path]
  }

  /// Runs a command in the workspace; `_` stands for a blank within a word.
  func run(
    _ words: String, on today: String = today, prefix: [String] = []
  ) async throws -> ProgramRun {
    let arguments = words.split(separator: " ").map { String($0).replacing("_", with: " ") }
    return try await run(arguments, on: today, prefix: prefix)
  }

  /// Runs a command in the workspace, perhaps through another program with its own arguments.
  func run(
    _ arguments: [String], on today: String = today, prefix: [String] = []
  ) async throws -> ProgramRun {
    let line = prefix + [Torture.program] + arguments
    return try await ProgramRun.run(
      line[0], Array(line.dropFirst()), in: path, environment: environment(on: today))
  }

  /// Runs a command that must go well.
  @discardableResult
  func `do`(
    _ words: String, on today: String = today, sourceLocation: SourceLocation = #_sourceLocation
  ) async throws -> String {
    let run = try await run(words, on: today)
    try #require(
      run.exitCode == 0, "tenggat \(words): \(run.errorText)", sourceLocation: sourceLocation)
    return run.outputText
  }

  // MARK: - What is there

  /// The path of something in the workspace.
  func path(of name: String) -> String { "\(path)/\(name)" }

  /// The path of the ledger of a year.
  func ledgerPath(_ year: Int = 2026) -> String { path(of: "buku/63.05.12/\(year).csv") }

  /// The ledger of a year as it stands; `nil` where there is none.
  func ledger(_ year: Int = 2026) throws -> LedgerFile? {
    var codes = CodeTable()
    return try LedgerStore(folder: FilePath(path)).read(
      try hatungun(), year: year, codes: &codes)
  }

  /// The bytes of a file of the workspace; `nil` where there is none.
  func bytes(of name: String) throws -> [UInt8]? {
    try FileSystem.live.read(FilePath(path(of: name)))
  }

  /// Writes a file of the workspace, making its folders.
  func write(_ bytes: some Sequence<UInt8>, to name: String) throws {
    let file = FilePath(path(of: name))
    try FileSystem.live.createFolder(file.removingLastComponent())
    try FileSystem.live.replaceAtomically(file, with: Array(bytes))
  }

  /// The files below a folder of the workspace, relative to the workspace and sorted.
  func files(in folder: String) -> [String] {
    let names = FileManager.default.enumerator(atPath: path(of: folder))?.compactMap {
      $0 as? String
    }
    return (names ?? []).map { "\(folder)/\($0)" }.filter { name in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: path(of: name), isDirectory: &isFolder)
        && !isFolder.boolValue
    }.sorted()
  }

  /// The bytes of all ledger files and evidence, to see that nothing was touched.
  func records() throws -> [String: [UInt8]] {
    let names = files(in: "buku") + files(in: "dokumen")
    return Dictionary(
      uniqueKeysWithValues: try names.map { ($0, try #require(try bytes(of: $0))) })
  }
}

/// Kecamatan Hatungun.
func hatungun() throws -> RegionCode { try region("63.05.12") }

/// SHA-256 in hexadecimal, by another road than the product's.
func sha256(_ bytes: [UInt8]) -> String { ReferenceSHA256.hexadecimal(bytes) }
