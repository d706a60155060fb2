import Foundation
import TestSupport
import Testing

/// A program at a terminal of its own, and what a person types there.
struct TerminalTalk {
  /// What stood on the terminal in the end, with what was typed.
  let text: String
  /// How the program ended, as ``ProgramRun/exitCode``.
  let exitCode: Int

  /// Ctrl-C and Ctrl-D.
  static let interrupt = "\u{3}"
  static let end = "\u{4}"

  /// Types each answer when the program has asked, and Ctrl-D when there are no more.
  ///
  /// Tests that run in the background of a shell ignore Ctrl-C, and what they start would do so too.
  private static let script = """
    import json, os, pty, signal, sys
    answers, command = json.loads(sys.argv[1]), sys.argv[2:]
    child, terminal = pty.fork()
    if child == 0:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        os.execv(command[0], command)
    seen, fresh = b"", b""
    while True:
        try:
            part = os.read(terminal, 4096)
        except OSError:
            break
        seen, fresh = seen + part, fresh + part
        if fresh.endswith(b": "):
            os.write(terminal, (answers.pop(0) if answers else "\\x04").encode())
            fresh = b""
    status = os.waitpid(child, 0)[1]
    code = 128 + os.WTERMSIG(status) if os.WIFSIGNALED(status) else os.WEXITSTATUS(status)
    print(json.dumps({"text": seen.decode().replace("\\r\\n", "\\n"), "code": code}))
    """

  private struct Answer: Decodable {
    let text: String
    let code: Int
  }

  /// Runs a program at a terminal.
  ///
  /// - Parameters:
  ///   - command: The program and its arguments.
  ///   - folder: The working folder.
  ///   - answers: What is typed, an answer a question, each with what ends it.
  /// - Throws: What ``ProgramRun`` throws.
  init(_ command: [String], in folder: String, typing answers: [String]) async throws {
    let typed = String(decoding: try JSONEncoder().encode(answers), as: UTF8.self)
    let run = try await ProgramRun.run(
      "/usr/bin/python3", ["-c", Self.script, typed] + command, in: folder,
      environment: ["TERM": "dumb"])
    try #require(run.exitCode == 0, "\(run.errorText)")
    let answer = try JSONDecoder().decode(Answer.self, from: Data(run.output))
    text = answer.text
    exitCode = answer.code
  }
}
