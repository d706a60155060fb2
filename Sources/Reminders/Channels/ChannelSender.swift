public import ComplianceModel
public import DurableFiles
internal import PlainText
public import SystemPackage
internal import Workspace

/// Sends messages over one channel.
///
/// It does not try again and remembers nothing: that is the outbox's. Messages may be sent at the same
/// time. What comes from data is made printable first, so that a name drives no terminal and adds no
/// line to a header.
public struct ChannelSender: Sendable {
  /// The seconds that a program for e-mail has: it takes the message over and need not deliver it.
  static let sendmailSeconds = 120

  private let settings: ChannelSettings
  let workspace: FilePath
  let environment: @Sendable (String) -> String?
  let secrets: SecretVariables
  let services: [WebhookService]
  let courier: WebCourier
  let files: FileSystem
  private let printer: Printer

  /// Creates the sender of a channel; nothing is read or opened before the first message.
  ///
  /// - Parameters:
  ///   - settings: The channel.
  ///   - workspace: The folder that relative paths start from: of secrets, of a drop folder, and of a
  ///     program that is named with a slash.
  ///   - environment: The value of a variable; `nil` where it is not set. Secrets come from it;
  ///     programs inherit the environment of this process.
  ///   - secrets: What of it programs do not inherit, and what is struck out of their complaints.
  ///   - services: How known services answer a webhook.
  ///   - courier: Carries what goes to a webhook.
  ///   - standardOutput: Writes bytes to standard output, all or an error.
  ///   - files: Where files are read and written.
  public init(
    _ settings: ChannelSettings, workspace: FilePath,
    environment: @escaping @Sendable (String) -> String?,
    secrets: SecretVariables = SecretVariables(), services: [WebhookService] = [],
    courier: WebCourier,
    standardOutput: @escaping @Sendable ([UInt8]) throws -> Void, files: FileSystem = .live
  ) {
    self.settings = settings
    self.workspace = workspace
    self.environment = environment
    self.secrets = secrets
    self.services = services
    self.courier = courier
    self.files = files
    printer = Printer(standardOutput)
  }

  /// Sends a message, once.
  ///
  /// - `stdout`: the text, with one blank line between two messages.
  /// - `sendmail`, `command`: the program has ended with 0; e-mail is then with the mail system.
  /// - `webhook`: the server has answered with a status of 200 through 299, and its answer says that it
  ///   took the message: as the channel or its service describes it, else JSON that denies nothing.
  /// - `drop`: the file `<id>.txt` is on the disk; the same id again replaces it.
  /// - `wa.me`: one line, `person: link`, is printed.
  ///
  /// - Throws: ``DeliveryFailure``; what is sent without one has been taken over by the channel.
  public func send(_ message: ReminderMessage) async throws(DeliveryFailure) {
    guard ChannelSender.isIdentifier(message.id) else {
      throw DeliveryFailure(reason: ChannelSentence.badIdentifier)
    }
    switch settings.kind {
    case .standardOutput:
      try printer.printApart(message.text.printableLines)
    case .whatsAppLink:
      try printLink(message)
    case .drop(let folder):
      try drop(message, into: folder)
    case .sendmail(let command, let from):
      try await mail(message, command, from: from)
    case .command(let command, let timeoutSeconds):
      try await call(message, command, timeoutSeconds: timeoutSeconds)
    case .webhook: try await post(message, settings.kind)
    }
  }

  /// Whether an id can be the name of a file and a part of a header.
  private static func isIdentifier(_ id: String) -> Bool {
    !id.isEmpty && id.utf8.count <= 200
      && id.unicodeScalars.allSatisfy { $0.isASCIILetterOrDigit || $0 == "." || $0 == "-" }
  }

  private func printLink(_ message: ReminderMessage) throws(DeliveryFailure) {
    guard let number = message.address, !number.singleLine.isEmpty else {
      throw DeliveryFailure(reason: ChannelSentence.noAddress(message.person))
    }
    guard let link = WhatsAppLink.url(number, text: message.text.printableLines) else {
      throw DeliveryFailure(reason: ChannelSentence.badNumber(message.person))
    }
    try printer.print("\(message.person.singleLine): \(link)\n")
  }

  private func drop(_ message: ReminderMessage, into folder: String) throws(DeliveryFailure) {
    let path = workspace.pushing(FilePath(folder))
    var text = "Kepada: \(message.person.singleLine)\n"
    if let address = message.address { text += "Alamat: \(address.singleLine)\n" }
    text += "Hal: \(message.subject.singleLine)\n\n\(message.text.printableLines)"
    do {
      let place = try OutputPlace(
        path.appending("\(message.id).txt"), for: .message, in: workspace, files: files)
      try place.write(Array(text.utf8))
    } catch {
      throw DeliveryFailure(reason: ChannelSentence.dropFailed(folder, error))
    }
  }
}
