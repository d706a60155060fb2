internal import Glibc
internal import Spreadsheets
internal import SystemPackage

/// The program that makes files of spreadsheets: `tenggat` starts it and needs no library for them itself.
///
/// `tenggat-lembar tulis` reads a workbook as lines from standard input and writes the bytes of the
/// `.xlsx` to standard output.
@main
enum TenggatLembar {
  private static let wrongCall: Int32 = 64
  private static let badData: Int32 = 65
  private static let cannotCreate: Int32 = 73
  private static let io: Int32 = 74

  static func main() {
    signal(SIGPIPE, SIG_IGN)
    guard CommandLine.arguments.dropFirst() == ["tulis"] else {
      end(wrongCall, "dijalankan oleh tenggat: tenggat-lembar tulis")
    }
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
