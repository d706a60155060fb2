internal import Dashboard
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
  private static let noSuchPlace = 66
  private static let cannotCreate = 73
  private static let io = 74
  private static let tryAgain = 75

  static func main() async {
    // Whoever reads the answers may go away at any moment.
    signal(SIGPIPE, SIG_IGN)
    if let order = ServingOrder(arguments: Array(CommandLine.arguments.dropFirst())) {
      return await serve(order)
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

  private static func serve(_ order: ServingOrder) async {
    let server: PageServer
    do {
      let data = try ProgramData(override: order.data.string, executable: order.data)
      let source = OfficeSource(
        order.folder, data: data, today: order.today,
        recorders: RecorderNames { variable($0) },
        temporaryFolder: FilePath(variable("TMPDIR") ?? "/tmp")
      ) {
        .seconds(time(nil))
      }
      server = PageServer(try Dashboard(source), host: order.host, port: order.port)
    } catch {
      end(noSuchPlace, "data program tidak ditemukan di \(order.data); pasang ulang tenggat")
    }
    do {
      try await server.run { port in
        let host = order.host == "::1" ? "[::1]" : order.host
        say("Halaman tenggat: http://\(host):\(port)/\n")
        say("Hanya dapat dibuka di komputer ini. Berhenti: Ctrl-C.\n")
      }
    } catch let failure as PageServer.Failure where failure.errno == EADDRINUSE {
      end(tryAgain, "port \(order.port) sedang dipakai; pilih yang lain, misalnya --port 0")
    } catch let failure as PageServer.Failure where failure.errno == EACCES {
      end(cannotCreate, "port \(order.port) hanya untuk root; pilih yang di atas 1023")
    } catch {
      end(io, "halaman tidak dapat dilayani (\(error)); ulangi")
    }
  }

  /// The value of a variable of the environment; `nil` where it is not set or empty.
  private static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  private static func say(_ text: String) {
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
  private static func end(_ code: Int, _ sentence: String) -> Never {
    _ = try? FileDescriptor.standardError.writeAll(
      "tenggat-jaringan: galat: \(sentence)\n".utf8)
    exit(Int32(code))
  }
}
