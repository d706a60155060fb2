internal import Glibc
internal import NetworkProgram
internal import Networking
internal import PlainText
internal import Reminders
internal import SystemPackage
internal import Workspace

/// The program that has the network: `tenggat` starts it and needs none itself.
///
/// `tenggat-jaringan kirim` reads one request as JSON from standard input and writes what came of it as
/// JSON to standard output; secrets stand in neither an argument nor a message. `tenggat-jaringan layani`
/// serves the pages of a workspace.
@main
enum TenggatJaringan {
  static let noSuchPlace = 66
  static let cannotCreate = 73
  static let io = 74
  static let tryAgain = 75

  static func main() async {
    // Whoever reads the answers may go away at any moment.
    signal(SIGPIPE, SIG_IGN)
    if let order = ServingOrder(arguments: Array(CommandLine.arguments.dropFirst())) {
      return await Service(order).run()
    }
    await send()
  }

  private static func send() async {
    guard CommandLine.arguments.dropFirst() == ["kirim"] else {
      end(WebCourier.wrongCall, "dijalankan oleh tenggat: tenggat-jaringan kirim, atau layani")
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

  /// The value of a variable of the environment; `nil` where it is not set or empty.
  static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  static func say(_ text: String) {
    // Where nobody reads it the pages are served all the same.
    _ = try? FileDescriptor.standardOutput.writeAll(text.utf8)
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
  static func end(_ code: Int, _ sentence: String) -> Never {
    _ = try? FileDescriptor.standardError.writeAll(
      "tenggat-jaringan: galat: \(sentence)\n".utf8)
    exit(Int32(code))
  }
}
