internal import CLinux
internal import Glibc
internal import HelperProgram
internal import SpreadsheetFiles
internal import Spreadsheets
internal import SystemPackage

/// The program that makes and reads files of spreadsheets: `tenggat` starts it and needs no library for them
/// itself.
///
/// `tenggat-lembar tulis` reads a workbook as lines from standard input and writes the bytes of the
/// `.xlsx` to standard output; `tenggat-lembar baca` reads such bytes and writes what stands in the cells as
/// lines.
@main
enum TenggatLembar {
  private static let program = HelperProgram("tenggat-lembar")

  /// What reading may take: memory for the archive, the shared texts and one row.
  private static let limits = ProcessLimits(memory: 256 << 20, seconds: 20, output: 128 << 20)

  static func main() {
    switch CommandLine.arguments.dropFirst() {
    case ["tulis"]: write()
    case ["baca"]: read()
    default:
      program.end(
        .wrongCall, "dijalankan oleh tenggat: tenggat-lembar tulis, atau tenggat-lembar baca")
    }
  }

  private static func write() {
    do {
      var lines = WorkbookLines()
      var file = try WorkbookFile.begin()
      // As they come: whoever writes them is still preparing the next ones.
      try program.read { piece in
        try lines.read(piece) { part in try file.add(part) }
      }
      try lines.finish()
      try FileDescriptor.standardOutput.writeAll(file.bytes())
    } catch let fault as WorkbookLines.Fault {
      program.end(.badData, "masukan bukan buku kerja dari tenggat (baris \(fault.line))")
    } catch let failure as WorkbookFile.Failure {
      program.end(.cannotCreate, "buku kerja tidak dapat dibuat: \(failure.reason)")
    } catch {
      program.endWithoutBytes()
    }
  }

  /// Reads a workbook of strangers, after it has taken from itself what it does not need for that.
  private static func read() {
    program.tighten(limits)
    do {
      let file = try seekableInput()
      // The archive is opened once more by the library.
      program.keepOpen(
        atMost: Int(max(file.rawValue, FileDescriptor.standardError.rawValue)) + 2)
      var isRefused = false
      var failure: (any Error)?
      WorkbookReader.read(file) { record in
        if case .refusal = record { isRefused = true }
        do {
          if failure == nil { try FileDescriptor.standardOutput.writeAll(record.bytes) }
        } catch let error {
          failure = error
        }
      }
      if let failure { throw failure }
      if isRefused { exit(HelperProgram.Code.badData.rawValue) }
    } catch {
      program.endWithoutBytes()
    }
  }

  /// Standard input, as a file in memory where it is a pipe.
  private static func seekableInput() throws -> FileDescriptor {
    if (try? FileDescriptor.standardInput.seek(offset: 0, from: .start)) != nil {
      return .standardInput
    }
    let number = memfd_create("tenggat-lembar", 0)
    guard number >= 0 else { throw Errno(rawValue: errno) }
    let file = FileDescriptor(rawValue: number)
    try file.writeAll(program.input())
    return file
  }
}
