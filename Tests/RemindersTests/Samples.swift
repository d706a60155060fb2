import CivilCalendar
import ComplianceModel
import Networking
import Reminders
import Synchronization
import SystemPackage
import Testing
import TestSupport

extension ReminderMessage {
  /// A message as the plan makes them, with what a test changes.
  static func sample(
    id: String = "63.05.12-2025-03-30-kasi-pemerintahan", person: String = "Kasi Pemerintahan",
    address: String? = "kasi@contoh.example", subject: String = "Pengingat 31 Maret 2025",
    text: String = "Lewat:\nLKPJ 2024 Desa Contoh, tenggat 31 Maret 2025\n",
    summary: String = "1 lewat: LKPJ 2024 Desa Contoh", isMaybeRepeated: Bool = false
  ) throws -> ReminderMessage {
    try ReminderMessage(
      id: id, person: person, address: address, subject: subject, text: text,
      summary: summary, isMaybeRepeated: isMaybeRepeated,
      sentAt: #require(ClockReading("2025-03-31T07:05:09+08:00")))
  }
}

/// What was printed.
final class Printed: Sendable {
  private let bytes = Mutex<[UInt8]>([])

  /// Standard output that keeps what it is given.
  var output: @Sendable ([UInt8]) throws -> Void {
    { bytes in self.bytes.withLock { $0 += bytes } }
  }

  /// What was printed so far.
  var text: String { bytes.withLock { String(decoding: $0, as: UTF8.self) } }
}

extension ChannelSender {
  /// The sender of a channel in a folder, with variables and an output of the test's own.
  init(
    _ kind: ChannelSettings.Kind, in folder: TemporaryFolder, variables: [String: String] = [:],
    secrets: SecretVariables = SecretVariables(), services: [WebhookService] = [],
    courier: WebCourier = WebCourier { await WebClient.send($0) }, printed: Printed = Printed()
  ) {
    self.init(
      ChannelSettings(name: "uji", kind: kind), workspace: folder.filePath,
      environment: { variables[$0] }, secrets: secrets, services: services,
      courier: courier, standardOutput: printed.output)
  }

  /// Why a message was not sent.
  func failure(_ message: ReminderMessage) async throws -> DeliveryFailure {
    try await #require(throws: DeliveryFailure.self) { try await send(message) }
  }
}
