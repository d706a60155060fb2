internal import Networking
internal import PlainText
internal import Reminders
internal import SystemPackage

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

/// The program that has the network: `tenggat` starts it and needs none itself.
///
/// `tenggat-jaringan kirim` reads one request as JSON from standard input and writes what came of it as
/// JSON to standard output; secrets stand in neither an argument nor a message.
@main
enum TenggatJaringan {
  private static let usage: Int32 = 64
  private static let badData: Int32 = 65
  private static let io: Int32 = 74

  static func main() async {
    guard CommandLine.arguments.dropFirst() == ["kirim"] else {
      end(usage, "dijalankan oleh tenggat: tenggat-jaringan kirim")
    }
    do {
      guard let json = try? JSONValue(parsing: try standardInput()), let request = WebRequest(json)
      else { end(badData, "masukan bukan permintaan dari tenggat") }
      let outcome = await WebClient.send(request).json.description + "\n"
      try FileDescriptor.standardOutput.writeAll(outcome.utf8)
    } catch {
      end(io, "keluaran tidak dapat ditulis")
    }
  }

  private static func standardInput() throws -> [UInt8] {
    var input: [UInt8] = []
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 65_536, alignment: 1)
    defer { buffer.deallocate() }
    while case let count = try FileDescriptor.standardInput.read(into: buffer), count > 0 {
      input += buffer.prefix(count)
    }
    return input
  }

  /// Says what is wrong, and ends.
  private static func end(_ code: Int32, _ sentence: String) -> Never {
    _ = try? FileDescriptor.standardError.writeAll(
      "tenggat-jaringan: galat: \(sentence)\n".utf8)
    exit(code)
  }
}
