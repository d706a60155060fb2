internal import CLinux
internal import Glibc
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
  private static let wrongCall: Int32 = 64
  private static let badData: Int32 = 65
  private static let unavailable: Int32 = 69
  private static let cannotCreate: Int32 = 73
  private static let io: Int32 = 74

  private static let noLimits = "batas proses tidak dapat dipasang"

  static func main() {
    signal(SIGPIPE, SIG_IGN)
    switch CommandLine.arguments.dropFirst() {
    case ["tulis"]: write()
    case ["baca"]: read()
    default:
      end(wrongCall, "dijalankan oleh tenggat: tenggat-lembar tulis, atau tenggat-lembar baca")
    }
  }

  private static func write() {
    do {
      let workbook = try WorkbookText.workbook(of: standardInput())
      try FileDescriptor.standardOutput.writeAll(WorkbookFile.bytes(of: workbook))
    } catch let fault as WorkbookText.Fault {
      end(badData, "masukan bukan buku kerja dari tenggat (baris \(fault.line))")
    } catch let failure as WorkbookFile.Failure {
      end(cannotCreate, "buku kerja tidak dapat dibuat: \(failure.reason)")
    } catch {
      end(io, "masukan tidak dapat dibaca, atau keluaran tidak dapat ditulis")
    }
  }

  /// Reads a workbook of strangers, after it has taken from itself what it does not need for that.
  private static func read() {
    guard ProcessLimits.tighten() else { end(unavailable, noLimits) }
    do {
      let file = try seekableInput()
      let last = max(file.rawValue, FileDescriptor.standardError.rawValue)
      guard ProcessLimits.openOneMore(behind: last) else { end(unavailable, noLimits) }
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
      if isRefused { exit(badData) }
    } catch {
      end(io, "masukan tidak dapat dibaca, atau keluaran tidak dapat ditulis")
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
    try file.writeAll(standardInput())
    return file
  }

  private static func standardInput() throws -> [UInt8] {
    var input: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = try buffer.withUnsafeMutableBytes {
        try FileDescriptor.standardInput.read(into: $0)
      }
      guard count > 0 else { return input }
      input += buffer.prefix(count)
    }
  }

  /// Says what is wrong, and ends.
  private static func end(_ code: Int32, _ sentence: String) -> Never {
    _ = try? FileDescriptor.standardError.writeAll("tenggat-lembar: galat: \(sentence)\n".utf8)
    exit(code)
  }
}
