import FuzzEntries
import Glibc

/// Hands libFuzzer's inputs to the entry that `TENGGAT_FUZZ_MASUKAN` names: `ledger`, `csv`, `impor`,
/// `lembar` or `ekspor`.
@main enum Fuzz {
  private static let entry: @Sendable ([UInt8]) throws -> Void =
    switch getenv("TENGGAT_FUZZ_MASUKAN").map({ String(cString: $0) }) {
    case "csv": { try FuzzEntry.csv($0) }
    case "impor": { try FuzzEntry.table($0) }
    case "lembar": { try FuzzEntry.workbook($0) }
    case "ekspor": { try FuzzEntry.export($0) }
    default: { try FuzzEntry.ledger($0) }
    }

  static func main() {
    // SwiftPM gives the program its own main function, so that libFuzzer's is called from it.
    var count = CommandLine.argc
    var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
    exit(
      LLVMFuzzerRunDriver(&count, &arguments) { start, count in
        Fuzz.one(Array(UnsafeBufferPointer(start: start, count: count)))
        return 0
      })
  }

  /// Tries one input; a property that does not hold ends the process.
  private static func one(_ bytes: [UInt8]) {
    do {
      try entry(bytes)
    } catch {
      let message = Array("\(error)\n".utf8)
      _ = write(STDERR_FILENO, message, message.count)
      abort()
    }
  }
}

/// libFuzzer's own loop (LLVM, "libFuzzer: using libFuzzer as a library").
@_silgen_name("LLVMFuzzerRunDriver")
private func LLVMFuzzerRunDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ input: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt
