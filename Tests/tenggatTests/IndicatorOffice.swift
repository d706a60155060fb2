import Foundation
import TestSupport
import Testing

/// How tests of indicators speak to an office.
extension Office {
  /// A copy of the workspace, to be written to.
  func copied() throws -> Office {
    let copy = Office(folder: try TemporaryFolder())
    for name in folder.files { try copy.folder.write(try folder.bytes(of: name), to: name) }
    return copy
  }

  /// What a command answers to other programs.
  func json(
    _ words: String, on today: String, sourceLocation: SourceLocation = #_sourceLocation
  ) async throws -> [String: Any] {
    let text = try await self.do("\(words) --json", on: today, sourceLocation: sourceLocation)
    let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
    return try #require(value as? [String: Any], sourceLocation: sourceLocation)
  }

  /// The indicators of a scorecard, as other programs read them.
  func indicators(
    _ words: String = "iku", on today: String, sourceLocation: SourceLocation = #_sourceLocation
  ) async throws -> [[String: Any]] {
    let scorecard = try await json(words, on: today, sourceLocation: sourceLocation)
    return try #require(
      scorecard["indikator"] as? [[String: Any]], sourceLocation: sourceLocation)
  }

  /// One indicator of this year.
  func indicator(
    _ code: String, _ words: String = "", on today: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) async throws -> [String: Any] {
    let found = try await indicators(
      "iku --indikator \(code) \(words)", on: today, sourceLocation: sourceLocation)
    try #require(found.count == 1, "\(found.count)", sourceLocation: sourceLocation)
    return found[0]
  }

  /// Replaces a word of a file that has it.
  func change(
    _ name: String, _ old: String, to new: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let text = try self.text(of: name)
    try #require(text.contains(old), sourceLocation: sourceLocation)
    try write(text.replacing(old, with: new), to: name)
  }
}

/// The keys of a JSON object, as `80.00 of 12/15`; `-` for what is null.
func figure(_ object: Any?) -> String {
  let members = object as? [String: Any] ?? [:]
  func text(_ key: String) -> String { members[key].map { "\($0 is NSNull ? "-" : $0)" } ?? "?" }
  return "\(text("realisasi")) of \(text("pembilang"))/\(text("penyebut"))"
}
