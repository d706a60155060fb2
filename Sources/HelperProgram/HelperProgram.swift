internal import Glibc
internal import SystemPackage

/// A program that `tenggat` starts for one file: it reads standard input to its end, answers on standard
/// output, and says in a line of standard error why it cannot.
package struct HelperProgram: Sendable {
  /// How such a program ends where it cannot do what it was started for.
  package enum Code: Int32, Sendable {
    case wrongCall = 64
    case badData = 65
    case unavailable = 69
    case cannotCreate = 73
    case io = 74
  }

  /// Its name.
  package let name: String

  /// Names the running program, which a reader that goes away does not end.
  package init(_ name: String) {
    self.name = name
    signal(SIGPIPE, SIG_IGN)
  }

  /// All of standard input.
  ///
  /// - Throws: An `Errno`.
  package func input() throws -> [UInt8] {
    var input: [UInt8] = []
    try read { input += $0 }
    return input
  }

  /// Reads standard input to its end, in pieces as they come.
  ///
  /// - Parameter take: Gets each piece.
  /// - Throws: An `Errno`; what `take` throws.
  package func read(_ take: (ArraySlice<UInt8>) throws -> Void) throws {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = try buffer.withUnsafeMutableBytes {
        try FileDescriptor.standardInput.read(into: $0)
      }
      guard count > 0 else { return }
      try take(buffer.prefix(count))
    }
  }

  /// Takes from the program what it does not need; where that is not possible, it ends.
  package func tighten(_ limits: ProcessLimits) {
    guard limits.tighten() else { endWithoutLimits() }
  }

  /// Leaves the right to have a number of files open; where the rest cannot be taken, the program ends.
  package func keepOpen(atMost count: Int) {
    guard ProcessLimits.keepOpen(atMost: count) else { endWithoutLimits() }
  }

  private func endWithoutLimits() -> Never {
    end(.unavailable, "batas proses tidak dapat dipasang")
  }

  /// Says what is wrong, and ends.
  package func end(_ code: Code, _ sentence: String) -> Never {
    _ = try? FileDescriptor.standardError.writeAll("\(name): galat: \(sentence)\n".utf8)
    exit(code.rawValue)
  }

  /// Says that bytes did not come in or go out, and ends.
  package func endWithoutBytes() -> Never {
    end(.io, "masukan tidak dapat dibaca, atau keluaran tidak dapat ditulis")
  }
}
