public import ComplianceModel
import Foundation
internal import PlainText
import Synchronization
public import Testing
internal import Wording

/// Expects the page of the guide that lists all problems (`tenggat jelaskan KODE`) to show a problem as its bad
/// example brings it out: the sentence, the way out, and the line at fault.
///
/// With `TENGGAT_RECORD=1` in the environment the example on the page is rewritten instead, and the test fails. What
/// the problem means is written by hand; the test fails where nothing is written.
///
/// - Parameters:
///   - code: The name of the problem: `kalender.kunci-ganda`.
///   - findings: What its bad example brings out; the first of this code is shown.
///   - text: The text of the file at fault; `nil` where no line of it is to be shown.
///   - sourceLocation: The caller's line, where a difference is reported.
public func expectListed(
  _ code: String, among findings: [Finding], in text: [UInt8]? = nil,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  guard let finding = findings.first(where: { $0.code == code }) else {
    Issue.record("no finding has the code \(code)", sourceLocation: sourceLocation)
    return
  }
  let example = ListedProblem.example(finding, text)
  let isRecording = ProcessInfo.processInfo.environment["TENGGAT_RECORD"] == "1"
  let trouble = ListedProblem.page.withLock { page in
    do {
      return try isRecording ? page.record(code, example) : page.difference(code, example)
    } catch {
      return "\(ListedProblem.path): \(error)"
    }
  }
  if let trouble { Issue.record("\(trouble)", sourceLocation: sourceLocation) }
}

/// The page that lists all problems, as tests read and write it.
package enum ListedProblem {
  /// The page.
  package static let path = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Sources/tenggat/Panduan.docc/Pesan.md").path

  fileprivate static let page = Mutex(Page())

  /// The lines of a finding as the page shows them.
  fileprivate static func example(_ finding: Finding, _ text: [UInt8]?) -> [String] {
    let place = finding.place
    let sentence = finding.message.printable
      // Folders of tests have other names each time.
      .replacing(/\/\S*\/tenggat-test-[0-9A-F-]+/, with: "/srv/salinan")
      .replacing(/\.tenggat-cadangan-[0-9a-z]+/, with: ".tenggat-cadangan-acak")
    let excerpt = text.flatMap {
      SourceExcerpt(of: $0, line: place.line, column: place.column, width: 80)
    }
    return ["```", sentence] + (excerpt?.lines ?? []) + ["```"]
  }

  fileprivate struct Page: Sendable {
    /// How the example on the page differs; `nil` where it is the same and the meaning is told.
    func difference(_ code: String, _ example: [String]) throws -> String? {
      guard let (lines, section) = try section(of: code) else {
        return "\(path): \(code) is not listed; Scripts/record adds it"
      }
      let block = lines[section].drop { $0 != "```" }
      guard Array(block.prefix(example.count)) == example else {
        return "\(path): the example of \(code) is another:\n\(example.joined(separator: "\n"))"
      }
      let meaning = lines[section].prefix { $0 != "```" }.joined()
      return meaning.count < 10 ? "\(path): nothing tells what \(code) means" : nil
    }

    /// Rewrites the example; the sentence that fails the test.
    func record(_ code: String, _ example: [String]) throws -> String {
      var lines = try self.lines()
      if let (_, section) = try section(of: code) {
        let start = lines[section].firstIndex(of: "```") ?? section.upperBound
        let end = lines[start..<section.upperBound].dropFirst().firstIndex(of: "```").map { $0 + 1 }
        lines.replaceSubrange(start..<(end ?? start), with: example)
      } else {
        // In the order of the names.
        let place =
          lines.firstIndex { $0.hasPrefix("### ") && $0.dropFirst(4) > code } ?? lines.count
        lines.insert(contentsOf: ["### \(code)", "", ""] + example + [""], at: place)
      }
      try Data(lines.joined(separator: "\n").utf8).write(to: URL(filePath: path))
      return "\(code) was recorded in \(path); read the difference before you commit it"
    }

    private func lines() throws -> [String] {
      try String(contentsOfFile: path, encoding: .utf8).components(separatedBy: "\n")
    }

    /// The lines of the page, and which of them are about a problem, without its heading.
    private func section(of code: String) throws -> (lines: [String], section: Range<Int>)? {
      let lines = try lines()
      guard let heading = lines.firstIndex(of: "### \(code)") else { return nil }
      let rest = lines[(heading + 1)...]
      let end = rest.firstIndex { $0.hasPrefix("#") } ?? lines.endIndex
      return (lines, (heading + 1)..<end)
    }
  }
}
