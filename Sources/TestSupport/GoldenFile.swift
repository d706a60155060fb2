import Foundation
public import Testing

/// Expects bytes to equal a file that is kept in the repository, byte for byte.
///
/// With `TENGGAT_RECORD=1` in the environment the file is rewritten instead, and the test fails, so
/// that no run with recording on can pass: the difference is to be read before it is committed.
///
/// - Parameters:
///   - bytes: What the program made.
///   - name: The file's name in the folder.
///   - folder: The folder, absolute or relative to the folder of the test's own source file.
///   - sourceLocation: The caller's line, where a difference is reported.
public func expectGolden(
  _ bytes: some Sequence<UInt8>, named name: String, in folder: String = "Golden",
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let tests = URL(fileURLWithPath: sourceLocation.filePath).deletingLastPathComponent()
  let file = URL(fileURLWithPath: folder, relativeTo: tests).appendingPathComponent(name)
  let isRecording = ProcessInfo.processInfo.environment["TENGGAT_RECORD"] == "1"
  let golden = GoldenFile(path: file.standardizedFileURL.path)
  let problem = isRecording ? golden.record(Array(bytes)) : golden.difference(from: Array(bytes))
  if let problem { Issue.record("\(problem)", sourceLocation: sourceLocation) }
}

/// Expects text to equal a file that is kept in the repository, as the same function does for bytes.
///
/// - Parameters:
///   - text: What the program made; compared in UTF-8.
///   - name: The file's name in the folder.
///   - folder: The folder, absolute or relative to the folder of the test's own source file.
///   - sourceLocation: The caller's line, where a difference is reported.
public func expectGolden(
  _ text: String, named name: String, in folder: String = "Golden",
  sourceLocation: SourceLocation = #_sourceLocation
) {
  expectGolden(text.utf8, named: name, in: folder, sourceLocation: sourceLocation)
}

/// A file that holds what a program is expected to make.
package struct GoldenFile {
  /// The absolute path.
  package let path: String

  package init(path: String) { self.path = path }

  /// Rewrites the file; the sentence that fails the test.
  package func record(_ bytes: [UInt8]) -> String {
    let url = URL(fileURLWithPath: path)
    do {
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: url)
      return "a new baseline was recorded in \(path); read the difference before you commit it"
    } catch {
      return "\(path): the baseline could not be recorded: \(error)"
    }
  }

  /// How bytes differ from the file; `nil` where they are the same.
  package func difference(from bytes: [UInt8]) -> String? {
    guard let data = FileManager.default.contents(atPath: path) else {
      return "\(path): there is no such file; Scripts/record writes it"
    }
    let expected = Array(data)
    guard expected != bytes else { return nil }
    // Split after the line feed, so that a missing last one is a difference too.
    let wanted = GoldenFile.lines(of: expected)
    let made = GoldenFile.lines(of: bytes)
    let same = zip(wanted, made).prefix { $0 == $1 }.count
    return """
      \(path):\(same + 1): the first line that differs
      expected: \(GoldenFile.shown(same < wanted.count ? wanted[same] : nil))
      made:     \(GoldenFile.shown(same < made.count ? made[same] : nil))
      """
  }

  private static func lines(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      let end = rest.firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? rest.endIndex
      lines.append(rest[..<end])
      rest = rest[end...]
    }
    return lines
  }

  private static func shown(_ line: ArraySlice<UInt8>?) -> String {
    line.map { String(decoding: $0, as: UTF8.self).debugDescription } ?? "the end of the file"
  }
}
