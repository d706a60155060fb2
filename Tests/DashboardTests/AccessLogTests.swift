import CivilCalendar
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import SystemPackage
import TestSupport
import Testing
import Workspace

@testable import Dashboard

/// What is written down of each answer.
struct AccessLogTests {
  @Test func `a line says what was answered, and nothing of who asked for what`() async throws {
    let office = try Pages.filled().office
    let name = office.path.appending("ekspor/akses.log")
    let file = try FileDescriptor.open(
      name, .writeOnly, options: [.append, .create], permissions: .ownerReadWrite)
    let source = OfficeSource(
      office.path, data: office.data, today: try day("2026-04-02"),
      recorders: RecorderNames(variable: nil, login: "budi"), temporaryFolder: office.path,
      executable: FilePath(ProgramRun.builtProgram)
    ) { .seconds(1_775_100_000) }
    let log = AccessLog(file, in: .wita) { .seconds(1_775_100_000) }
    try await Application(router: Dashboard(source).router(log: log)).test(.router) { client in
      for (uri, method) in [
        ("/kewajiban/63.05.12.2001/LPPDesa/2025?per=2026-03-31", HTTPRequest.Method.get),
        ("/riwayat?laporan=rahasia", .get), ("/rahasia", .get), ("/", .delete),
        ("/akun/masuk", .post),
      ] {
        _ = try await client.execute(uri: uri, method: method)
      }
    }
    try file.close()
    let lines = try office.folder.text(of: "ekspor/akses.log").split(separator: "\n")
    let wanted = [
      "GET /kewajiban/{unit}/{laporan}/{periode} 200", "GET /riwayat 200", "GET - 404", "- - 405",
      "POST /akun/masuk 403",
    ]
    #expect(lines.count == wanted.count)
    for (line, head) in zip(lines, wanted) {
      let start = "2026-04-02T11:20:00+08:00 \(head) "
      #expect(line.hasPrefix(start), "\(line)")
      #expect(line.dropFirst(start.count).wholeMatch(of: #/\d+ms (\d+|-)/#) != nil, "\(line)")
    }
  }
}
