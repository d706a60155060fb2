public import CivilCalendar
public import ComplianceModel
public import DurableFiles
public import SystemPackage
internal import Workspace

/// Tells somebody outside that a run went well: a file is touched, an address is asked for.
///
/// Whoever watches them learns of a machine that is off, which can tell nobody itself.
public struct Heartbeat: Sendable {
  private let file: String?
  private let url: SecretSource?
  private let sender: ChannelSender

  private static let seconds = 10

  /// Prepares a heartbeat.
  ///
  /// - Parameters:
  ///   - settings: The file and the address.
  ///   - workspace: The folder that relative paths start from.
  ///   - environment: The value of a variable; `nil` where it is not set.
  ///   - courier: Carries what goes to the address.
  ///   - files: Where files are read and written.
  public init(
    _ settings: ReminderSettings, workspace: FilePath,
    environment: @escaping @Sendable (String) -> String?, courier: WebCourier,
    files: FileSystem = .live
  ) {
    file = settings.heartbeatFile
    url = settings.heartbeatURL
    sender = ChannelSender(
      .terminal, workspace: workspace, environment: environment, courier: courier,
      standardOutput: { _ in }, files: files)
  }

  /// Touches the file and asks for the address.
  ///
  /// - Parameter instant: The time of the run.
  /// - Returns: What went wrong, in sentences without any secret; the run was good all the same.
  public func beat(at instant: ClockReading) async -> [String] {
    var troubles: [String] = []
    if let file {
      let path = sender.workspace.pushing(FilePath(file))
      do {
        let place = try OutputPlace(
          path, for: .heartbeat, in: sender.workspace, files: sender.files)
        try place.write(Array("\(instant)\n".utf8))
      } catch {
        troubles.append(ChannelSentence.heartbeatFile(file, error))
      }
    }
    if let url, let trouble = await ask(url) { troubles.append(trouble) }
    return troubles
  }

  private func ask(_ source: SecretSource) async -> String? {
    let text: String
    do throws(DeliveryFailure) {
      text = try sender.value(of: source)
    } catch {
      return ChannelSentence.heartbeat(error.reason)
    }
    guard let url = WebURL(text) else {
      return ChannelSentence.heartbeat(ChannelSentence.webhookURLIsNone)
    }
    let request = WebRequest(
      .get, url.text, seconds: Heartbeat.seconds, connectSeconds: Heartbeat.seconds)
    switch await sender.courier.send(request) {
    case .failure(let failure): return ChannelSentence.heartbeat(failure.delivery.reason)
    case .answer(let answer):
      guard (200..<300).contains(answer.status) else {
        return ChannelSentence.heartbeat(
          (300..<400).contains(answer.status)
            ? ChannelSentence.webhookRedirects(answer.status) : "HTTP \(answer.status)")
      }
      return WebhookAnswer.Body(answer) == .page
        ? ChannelSentence.heartbeat(ChannelSentence.heartbeatPage) : nil
    }
  }
}
