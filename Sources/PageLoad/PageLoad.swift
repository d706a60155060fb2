import CivilCalendar
import Dashboard
import Glibc
import Hummingbird
import Logging
import NIOCore
import SystemPackage
import Workspace

/// What `Scripts/load` measures: the pages of a workspace, and in the same process pages of any size that are
/// made of nothing.
///
/// `PageLoad WORKSPACE DATA DAY` serves on a free port of this computer and prints it. `/tetap/N` is N bytes.
@main enum PageLoad {
  static func main() async throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 4, let today = try? CivilDate(arguments[3]) else { exit(64) }
    let data = try ProgramData(override: arguments[2], executable: "/none/tenggat")
    let source = OfficeSource(
      FilePath(arguments[1]), data: data, today: today,
      recorders: RecorderNames(variable: nil, login: "tolok-ukur"), temporaryFolder: "/tmp",
      executable: "/none/tenggat"
    ) { .seconds(time(nil)) }
    let router = try Dashboard(source).router()
    let blank = ByteBuffer(repeating: 46, count: 1 << 20)
    router.get("tetap/:bytes") { _, context in
      guard let count = context.parameters.get("bytes").flatMap(Int.init),
        let slice = blank.getSlice(at: 0, length: count)
      else { throw HTTPError(.badRequest) }
      return Response(
        status: .ok, headers: [.contentType: "text/html; charset=utf-8"],
        body: ResponseBody(byteBuffer: slice))
    }
    var logger = Logger(label: "PageLoad")
    logger.logLevel = .critical
    let application = Application(
      router: router,
      configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: 0)),
      onServerRunning: { channel in
        let port = channel.localAddress?.port ?? 0
        _ = try? FileDescriptor.standardOutput.writeAll("\(port)\n".utf8)
      },
      logger: logger)
    try await application.runService()
  }
}
