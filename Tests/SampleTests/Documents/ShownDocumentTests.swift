import Foundation
import TestSupport
import Testing

/// The documents: what they show is what the program prints, and what they name is there.
struct ShownDocumentTests {
  private static let repository = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  private static let guide = "Sources/tenggat/Panduan.docc"

  /// The documents of the repository that show commands, relative to its top.
  static let documents: [String] = {
    let pages = try? FileManager.default.contentsOfDirectory(
      atPath: repository.appending(path: guide).path)
    return ["README.md", "CONTRIBUTING.md", "SECURITY.md"]
      + (pages ?? []).filter { $0.hasSuffix(".md") }.sorted().map { "\(guide)/\($0)" }
  }()

  private func text(of document: String) throws -> String {
    try String(contentsOf: Self.repository.appending(path: document), encoding: .utf8)
  }

  @Test(arguments: documents)
  func `what a document shows is what the program prints`(document: String) async throws {
    let text = try text(of: document)
    var renewal = try DocumentRenewal(repository: Self.repository)
    let renewed = try await renewal.renewed(text)
    expectGolden(renewed, named: document, in: Self.repository.path)
    let isCurrent = renewed == text
    #expect(isCurrent, "Scripts/samples renews \(document); read the difference before you commit")
  }

  @Test(arguments: documents)
  func `a file or folder that a document names is in the repository`(document: String) throws {
    let text = try text(of: document)
    let folder = Self.repository.appending(path: document).deletingLastPathComponent()
    // Capitals alone are a name to be filled in, as in Calendars/laporan/NAMA.yaml.
    let named = text.matches(
      of: #/`((?:Sources|Tests|Scripts|Calendars|Exports|\.ci)\/[^`\s]+)`/#
    ).map { String($0.1) }.filter { $0.firstMatch(of: #/[A-Z]{4,}|[*…]/#) == nil }
    let linked = text.matches(of: #/\]\(([^)\s:#]+)(?:#[^)\s]*)?\)/#).map { String($0.1) }
    let missing =
      named.filter { !exists(Self.repository.appending(path: $0)) }
      + linked.filter { !exists(folder.appending(path: $0)) }
    #expect(missing == [])
  }

  @Test func `the layout in CONTRIBUTING names every folder of Sources`() throws {
    let layout = try text(of: "CONTRIBUTING.md")
    let folders = try FileManager.default.contentsOfDirectory(
      atPath: Self.repository.appending(path: "Sources").path)
    let missing = folders.filter { !$0.hasPrefix(".") && !layout.contains("`\($0)`") }
    #expect(missing == [])
  }

  @Test func `the table in CONTRIBUTING names every script`() throws {
    let page = try text(of: "CONTRIBUTING.md")
    let folder = Self.repository.appending(path: "Scripts").path
    let scripts = try FileManager.default.contentsOfDirectory(atPath: folder).filter {
      FileManager.default.isExecutableFile(atPath: "\(folder)/\($0)") && !$0.contains(".")
        && (try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/\($0)")) == nil
    }
    try #require(scripts.count > 10)
    #expect(scripts.filter { !page.contains("\n| `Scripts/\($0)` |") } == [])
  }

  @Test func `the guide names every command of the program`() async throws {
    let folder = try TemporaryFolder()
    let help = try await ProgramRun.tenggat(["--help"], in: folder.path)
    let commands = help.outputText.matches(of: #/(?m)^  ([a-z]+), ([a-z]+)  /#)
    try #require(commands.count > 20)
    let page = try text(of: "\(Self.guide)/Perintah.md")
    let missing = commands.filter {
      !page.contains("| `\($0.1)") || !page.contains("| `\($0.2)")
    }
    #expect(missing.map { String($0.1) } == [])
  }

  @Test func `a command in the prose of the guide is one, and has the options that are named`()
    async throws
  {
    let folder = try TemporaryFolder()
    var pages: [[String]: String] = [:]
    func help(_ words: [String]) async throws -> String {
      if let page = pages[words] { return page }
      let run = try await ProgramRun.tenggat(words + ["--help"], in: folder.path)
      pages[words] = run.exitCode == 0 ? run.outputText : ""
      return run.exitCode == 0 ? run.outputText : ""
    }
    for document in Self.documents where document.hasPrefix(Self.guide) {
      let prose = try text(of: document).replacing(#/```[\s\S]*?```/#, with: "")
      for named in prose.matches(of: #/`tenggat ([a-z][^`]*)`/#) {
        let words = named.1.split(whereSeparator: \.isWhitespace).map(String.init)
        var command = [words[0]]
        var page = try await help(command)
        for word in words.dropFirst() {
          guard page.contains("PERINTAH:"),
            page.contains("\n  \(word), ") || page.contains("\n  \(word) ")
          else { break }
          command.append(word)
          page = try await help(command)
        }
        // What a command does without a subcommand has options of its own.
        if let usual = page.firstMatch(of: #/\n  ([a-z]+), [a-z]+ \(bawaan\)/#) {
          page += try await help(command + [String(usual.1)])
        }
        let options = words.compactMap {
          $0.firstMatch(of: #/^\[?(--[a-z-]+)/#).map { String($0.1) }
        }
        let missing = options.filter { !page.contains($0) }
        #expect(!page.isEmpty && missing == [], "\(document): \(named.0)")
      }
    }
  }

  private func exists(_ url: URL) -> Bool { FileManager.default.fileExists(atPath: url.path) }
}
