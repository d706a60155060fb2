import CivilCalendar
import ComplianceModel
import Networking
import Reminders
import TestSupport
import Testing

/// What is told to somebody outside after a good run.
@Suite struct `A heartbeat` {
  private func beat(_ url: String) async throws -> [String] {
    let folder = try TemporaryFolder()
    let heartbeat = Heartbeat(
      ReminderSettings(heartbeatURL: .plain(url)), workspace: folder.filePath,
      environment: { _ in nil }, courier: WebCourier { await WebClient.send($0) })
    return await heartbeat.beat(at: try #require(ClockReading("2025-03-31T07:05:09+08:00")))
  }

  @Test func `asks for its address once`() async throws {
    let sink = try HTTPSink(.answers("200 OK", body: "OK"))
    #expect(try await beat(sink.url("/detak")).isEmpty)
    #expect(sink.requests.map(\.line) == ["GET /detak HTTP/1.1"])
  }

  @Test(arguments: ["301 Moved", "302 Found", "303 See Other", "307 Temporary Redirect", "308 X"])
  func `follows no redirect, to another server or to its own`(_ status: String) async throws {
    let other = try HTTPSink(.answers("200 OK"))
    for location in [other.url("/lain"), "/lain", "//127.0.0.1/lain"] {
      let sink = try HTTPSink(.answers(status, ["Location: \(location)"]))
      let troubles = try await beat(sink.url("/bot-RAHASIA-7"))
      #expect(troubles.count == 1)
      #expect(troubles[0].contains("mengalihkan (\(status.prefix(3)))"))
      #expect(!troubles[0].contains("RAHASIA"))
      #expect(sink.requests.count == 1)
    }
    #expect(other.requests.isEmpty)
  }
}
