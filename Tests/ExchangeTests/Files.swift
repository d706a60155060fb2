import Exchange
import Foundation
import Testing

/// Files of the repository that the tests read.
enum Files {
  /// The folder of this target.
  private static let tests = URL(filePath: #filePath).deletingLastPathComponent()

  /// The bytes of a shipped sample.
  static func sample(_ name: String) throws -> [UInt8] {
    let root = tests.deletingLastPathComponent().deletingLastPathComponent()
    return Array(try Data(contentsOf: root.appending(path: "Exports/contoh").appending(path: name)))
  }

  /// The bytes of the shipped schema.
  static func schemaBytes() throws -> [UInt8] {
    let root = tests.deletingLastPathComponent().deletingLastPathComponent()
    return Array(try Data(contentsOf: root.appending(path: "Exports/kepatuhan-1.xsd")))
  }

  /// The shipped schema.
  static func schema() throws -> KepatuhanSchema {
    try KepatuhanSchema(xsdBytes: schemaBytes(), name: "kepatuhan-1.xsd")
  }

  /// A reader of exports that are judged by the shipped schema.
  static func exportReader() throws -> SubmittedExportReader {
    try SubmittedExportReader(xsdBytes: schemaBytes(), name: "kepatuhan-1.xsd")
  }

  /// Compares bytes with a golden file; with `TENGGAT_RECORD=1` rewrites it and fails.
  static func expectGolden(
    _ bytes: [UInt8], _ name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let file = tests.appending(path: "Golden").appending(path: name)
    if ProcessInfo.processInfo.environment["TENGGAT_RECORD"] == "1" {
      try Data(bytes).write(to: file)
      Issue.record("Recorded \(name); read the difference.", sourceLocation: sourceLocation)
    } else {
      let golden = Array(try Data(contentsOf: file))
      #expect(bytes == golden, "\(name)", sourceLocation: sourceLocation)
    }
  }
}
