internal import Subprocess

/// The crontab of the user who runs the program, read and written through `crontab`.
public struct Crontab: Sendable {
  /// Why it could not be read or written.
  public enum Failure: Error, Hashable, Sendable {
    /// There is no program `crontab` to start this.
    case noProgram(DailyWork)
    /// The text is not UTF-8, and could not be written back as it is.
    case notUTF8
    /// The program did not end well, and what it said.
    case failed(writing: Bool, complaint: String)
  }

  /// A crontab is text that people write; what is longer is none.
  private static let limit = 1 << 20

  private let work: DailyWork

  /// Reaches the crontab of the user.
  ///
  /// - Parameter work: What it is to start.
  public init(for work: DailyWork) { self.work = work }

  /// The text; empty where the user has none yet.
  ///
  /// - Throws: ``Failure``. What could not be read must not be written over.
  public func read() async throws(Failure) -> String {
    let (code, output, complaint) = try await call(["-l"], input: [], writing: false)
    if code == 0 {
      // Written back it would be another text.
      guard let text = String(validating: output, as: UTF8.self) else { throw .notUTF8 }
      return text
    }
    guard complaint.lowercased().contains("no crontab for") else {
      throw .failed(writing: false, complaint: complaint)
    }
    return ""
  }

  /// Puts a text in the place of the whole crontab.
  ///
  /// - Throws: ``Failure``; the crontab is then as it was.
  public func write(_ text: CrontabText) async throws(Failure) {
    let (code, _, complaint) = try await call(["-"], input: Array(text.text.utf8), writing: true)
    guard code == 0 else { throw .failed(writing: true, complaint: complaint) }
  }

  private func call(
    _ arguments: [String], input: [UInt8], writing isWriting: Bool
  ) async throws(Failure) -> (code: Int, output: [UInt8], complaint: String) {
    do {
      // Its messages are recognised, and so not to be in the user's language.
      let ended = try await Subprocess.run(
        .name("crontab"), arguments: Arguments(arguments),
        environment: .inherit.updating(["LC_ALL": "C"]), input: .array(input),
        output: .bytes(limit: Crontab.limit), error: .bytes(limit: Crontab.limit))
      let code =
        switch ended.terminationStatus {
        case .exited(let code): Int(code)
        case .signaled(let signal): 128 + Int(signal)
        }
      return (code, ended.standardOutput, String(decoding: ended.standardError, as: UTF8.self))
    } catch let error as SubprocessError where error.code == .executableNotFound {
      throw .noProgram(work)
    } catch {
      throw .failed(writing: isWriting, complaint: "\(error)")
    }
  }
}
