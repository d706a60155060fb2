internal import Glibc
internal import Networking
internal import PlainText
internal import Reminders
internal import SystemPackage

/// The program that has the network: `tenggat` starts it and needs none itself.
///
/// `tenggat-jaringan kirim` reads one request as JSON from standard input and writes what came of it as
/// JSON to standard output; secrets stand in neither an argument nor a message.
@main
enum TenggatJaringan {
  private static let io = 74

  static func main() async {
    guard CommandLine.arguments.dropFirst() == ["kirim"] else {
      end(WebCourier.wrongCall, "dijalankan oleh tenggat: tenggat-jaringan kirim")
    }
    do {
      let input = try standardInput()
      guard let json = try? JSONValue(parsing: input), let request = WebRequest(json)
      else { end(WebCourier.noRequest, "masukan bukan permintaan dari tenggat") }
      let outcome = await WebClient.send(request).json.description + "\n"
      try FileDescriptor.standardOutput.writeAll(outcome.utf8)
    } catch {
      end(io, "masukan tidak dapat dibaca, atau keluaran tidak dapat ditulis")
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
  private static func end(_ code: Int, _ sentence: String) -> Never {
    _ = try? FileDescriptor.standardError.writeAll(
      "tenggat-jaringan: galat: \(sentence)\n".utf8)
    exit(Int32(code))
  }
}
