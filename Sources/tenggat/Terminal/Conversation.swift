internal import PlainText

/// Questions to the person at the terminal.
///
/// Nothing is done before the last one is answered, so that Ctrl-C and Ctrl-D leave nothing behind.
struct Conversation {
  private var console: Console

  init(_ console: Console) { self.console = console }

  /// Says a line.
  mutating func say(_ text: String) throws {
    console.line(text)
    try console.flush()
  }

  /// Asks until the answer can be taken; what stands against one is said, with the way to mend it.
  ///
  /// - Parameters:
  ///   - question: The question, without a mark at its end.
  ///   - usual: The answer that a blank line gives; `nil` where it gives none.
  ///   - take: Takes an answer, without the blanks around it, or throws what stands against it.
  /// - Returns: What was taken.
  /// - Throws: A ``CommandFailure`` where the answers end.
  mutating func ask<Answer>(
    _ question: String, usual: String? = nil, _ take: (String) throws -> Answer
  ) throws -> Answer {
    while true {
      let offered = usual.map { " [\($0)]" } ?? ""
      console.raw("\(question)\(offered): ".printable)
      try console.flush()
      guard let line = readLine() else {
        try say("")
        throw CommandFailure.usage(
          "jawaban berakhir sebelum semuanya ditanyakan, tidak ada yang dibuat",
          fix: "ulangi, atau sebut semuanya dengan pilihan; lihat --help")
      }
      let answer = line.trimmingBlanks
      do {
        return try take(answer.isEmpty ? usual ?? "" : answer)
      } catch {
        for line in CommandFailure(error).sentences { try say("  \(line)") }
      }
    }
  }

  /// Asks a question that is answered with yes or no; a blank line is yes.
  mutating func confirm(_ question: String) throws -> Bool {
    try ask("\(question) (ya/tidak)", usual: "ya") { answer in
      switch answer.lowercased() {
      case "ya", "y": return true
      case "tidak", "t": return false
      default: throw CommandFailure.usage("'\(answer)' bukan jawaban", fix: "tulis ya atau tidak")
      }
    }
  }
}
