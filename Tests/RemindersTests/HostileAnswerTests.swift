import ComplianceModel
import Foundation
import Reminders
import SystemPackage
import TestSupport
import Testing

/// What servers answer that mean harm: whatever it is, the second program says what came of the request.
///
/// `TENGGAT_TORTURE=1` tries more of them, from a seed that `TENGGAT_TORTURE_BENIH` gives.
@Suite struct `A server that means harm` {
  private static let environment = ProcessInfo.processInfo.environment
  private static let isLong = environment["TENGGAT_TORTURE"] == "1"
  private static let seed = environment["TENGGAT_TORTURE_BENIH"].flatMap { UInt64($0) } ?? 14

  @Test func `stops neither program, and makes nothing of what it says but a failure or an answer`()
    async throws
  {
    let courier = WebCourier(beside: FilePath(ProgramRun.builtProgram))
    let folder = try TemporaryFolder()
    let message = try ReminderMessage.sample()
    var random = SplitMix64(seed: Self.seed)
    for number in 0..<(Self.isLong ? 5_000 : 80) {
      let answer = HostileAnswer(&random)
      let server = try TCPSink { connection in
        while let line = connection.readLine(), !line.isEmpty {}
        connection.write(answer.bytes)
      }
      let sender = ChannelSender(
        .webhook(
          url: .plain("http://127.0.0.1:\(server.port)/"), key: nil, headers: [:], template: nil,
          timeoutSeconds: 300), in: folder, courier: courier)
      do throws(DeliveryFailure) {
        try await sender.send(message)
      } catch {
        #expect(
          !error.reason.contains("tenggat-jaringan"), "\(Self.seed) \(number): \(error.reason)")
        #expect((0...86_400).contains(error.retryAfterSeconds ?? 0))
      }
    }
  }
}
