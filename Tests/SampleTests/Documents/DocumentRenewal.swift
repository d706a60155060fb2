import Foundation

/// Makes a document again, with what its commands print now.
///
/// A block that is fenced as `console` holds commands behind `$ `, and what they printed. A comment of
/// HTML in the lines before a block, where no reader sees it, says more about it:
///
/// - `<!-- in: FOLDER -->`: from here on, commands run in a copy of this folder of the repository.
/// - `<!-- in: empty -->`: from here on, commands run in a new, empty folder, as at the beginning.
/// - `<!-- file: PATH -->`: the next block is a file, which is written before the commands go on.
/// - `<!-- lines: 1-4 9 -->`: only these lines of what the next block prints are shown.
struct DocumentRenewal {
  /// The error for a document that cannot be followed.
  struct Unclear: Error {
    let line: Substring
    let problem: String
  }

  private let office: DocumentOffice
  private var file: String?
  private var selection: String?

  /// Prepares to renew one document.
  ///
  /// - Parameter repository: The top folder of the sources.
  /// - Throws: The system's error where the office cannot be prepared.
  init(repository: URL) throws { office = try DocumentOffice(repository: repository) }

  /// Runs the commands of a document in their order.
  ///
  /// - Parameter text: The document.
  /// - Returns: The document with what the commands printed.
  /// - Throws: ``Unclear``, ``ShownCommands/NoCommand``, or what running a command throws.
  mutating func renewed(_ text: String) async throws -> String {
    var made: [Substring] = []
    var rest = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
    while let line = rest.popFirst() {
      made.append(line)
      try follow(line)
      guard line.hasPrefix("```") else { continue }
      let body = rest.prefix { $0 != "```" }
      guard body.endIndex < rest.endIndex else {
        throw Unclear(line: line, problem: "the fence is never closed")
      }
      rest = rest[body.endIndex...].dropFirst()
      made += try await renewed(body, language: line.dropFirst(3))
      made.append("```")
    }
    return made.joined(separator: "\n")
  }

  private mutating func renewed(
    _ body: ArraySlice<Substring>, language: Substring
  ) async throws -> [Substring] {
    if let file {
      try office.write(body.joined(separator: "\n") + "\n", to: file)
      self.file = nil
    }
    guard language == "console" else {
      guard !body.contains(where: { $0.hasPrefix("$ tenggat") }) else {
        throw Unclear(line: language, problem: "a command is shown outside a console block")
      }
      return Array(body)
    }
    var made: [Substring] = []
    for command in try ShownCommands(body: body).commands {
      if let last = made.last, !last.hasPrefix("$ ") { made.append("") }
      made += command.lines
      made += ShownCommands.shown(try await office.run(command), selection: selection)
    }
    selection = nil
    return made
  }

  /// Does what a comment in the document says.
  private mutating func follow(_ line: Substring) throws {
    guard line.hasPrefix("<!-- "), line.hasSuffix(" -->") else { return }
    let words = line.dropFirst(5).dropLast(4).split(separator: ": ", maxSplits: 1)
    guard words.count == 2 else { return }
    let value = String(words[1])
    switch words[0] {
    case "in" where value == "empty": try office.enterEmptyFolder()
    case "in": try office.enterCopy(of: value)
    case "file": file = value
    case "lines": selection = value
    default: throw Unclear(line: line, problem: "it is not known what this comment asks for")
    }
  }
}
