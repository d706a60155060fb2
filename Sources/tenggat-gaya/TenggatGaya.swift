internal import Glibc
internal import HelperProgram
internal import Layouts
internal import SystemPackage

/// The program that brings a document into the layout of its receiver: `tenggat` starts it, and is linked to
/// no processor of stylesheets itself.
///
/// `tenggat-gaya` reads a request from standard input and writes what came of it to standard output. A layout
/// may be hostile: before it is looked at, the program gives up everything but its own memory.
@main
enum TenggatGaya {
  private static let program = HelperProgram("tenggat-gaya")

  /// What a layout may take.
  ///
  /// A document of 100 desa takes some 10 MB and a tenth of a second.
  private static let limits = ProcessLimits(
    memory: LayoutRequest.largestMemory, seconds: LayoutRequest.longestRun,
    output: LayoutRequest.largestAnswer)

  static func main() {
    guard CommandLine.arguments.count == 1 else {
      program.end(.wrongCall, "dijalankan oleh tenggat, tanpa kata lain")
    }
    do {
      let input = try program.input()
      program.tighten(limits)
      guard let request = LayoutRequest(bytes: input) else {
        program.end(.badData, "masukan bukan permintaan dari tenggat")
      }
      let faults = FaultLog()
      guard faults.listen() else {
        program.end(.unavailable, "pustaka libxslt tidak dapat disiapkan")
      }
      // Neither a file nor a socket can be opened any more, whatever a library tries.
      program.keepOpen(atMost: 0)
      let answer = LayoutRun(request, faults).answer
      try FileDescriptor.standardOutput.writeAll(answer.bytes)
    } catch {
      program.endWithoutBytes()
    }
  }
}
