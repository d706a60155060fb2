/// The commands of one fenced `console` block, and which lines of what they print are shown.
struct ShownCommands {
  /// One command: its lines as they stand in the document, the prompt `$ ` before the first.
  struct Command {
    let lines: [Substring]

    /// The command as a shell takes it.
    var script: String { lines.joined(separator: "\n").dropFirst(2).description }

    /// The folder that `cd` changes to, which is ours to remember: each command has its own shell.
    var newFolder: Substring? {
      script.hasPrefix("cd ") ? script.dropFirst(3) : nil
    }
  }

  /// The error for a block that does not begin with a command.
  struct NoCommand: Error {
    let line: Substring
  }

  let commands: [Command]

  /// Reads the commands of a block and leaves out what they printed.
  ///
  /// - Parameter body: The lines between the fences.
  /// - Throws: ``NoCommand``.
  init(body: ArraySlice<Substring>) throws(NoCommand) {
    guard let first = body.first, first.hasPrefix("$ ") else {
      throw NoCommand(line: body.first ?? "")
    }
    var commands: [Command] = []
    var rest = body
    while let line = rest.popFirst() {
      guard line.hasPrefix("$ ") else { continue }
      var lines = [line]
      while lines.last?.hasSuffix("\\") == true, let next = rest.popFirst() { lines.append(next) }
      commands.append(Command(lines: lines))
    }
    self.commands = commands
  }

  /// What is shown of the lines that a command printed.
  ///
  /// - Parameters:
  ///   - printed: All of its lines.
  ///   - selection: Line numbers from 1 on, such as `1-4 9`; `nil` shows every line.
  /// - Returns: The lines, with `…` in the place of those that are left out.
  static func shown(_ printed: [Substring], selection: String?) -> [Substring] {
    guard let selection else { return printed }
    let ranges = selection.split(separator: " ").compactMap { range -> ClosedRange<Int>? in
      let ends = range.split(separator: "-").compactMap { Int($0) }
      guard let first = ends.first, let last = ends.last, first <= last else { return nil }
      return first...last
    }
    var shown: [Substring] = []
    for (number, line) in zip(1..., printed) {
      if ranges.contains(where: { $0.contains(number) }) {
        shown.append(line)
      } else if shown.last != "…" {
        shown.append("…")
      }
    }
    return shown
  }
}
