internal import ComplianceModel
internal import DurableFiles
internal import PlainText
internal import SystemPackage

extension ChannelSender {
  /// A secret, read where it lies.
  ///
  /// - Throws: ``DeliveryFailure``, which names the file or the variable and nothing that is in it.
  func value(of secret: SecretSource) throws(DeliveryFailure) -> String {
    let value: String
    switch secret {
    case .plain(let text): value = text
    case .environment(let name):
      guard let text = environment(name) else {
        throw DeliveryFailure(reason: ChannelSentence.noVariable(name))
      }
      value = text
    case .file(let path): value = try secretFile(path)
    }
    let trimmed = value.trimmingBlanks
    guard !trimmed.isEmpty else {
      throw DeliveryFailure(reason: ChannelSentence.secretIsEmpty(secret.description))
    }
    return trimmed
  }

  private func secretFile(_ path: String) throws(DeliveryFailure) -> String {
    do throws(FileFailure) {
      guard
        let bytes = try files.read(
          workspace.pushing(FilePath(path)), atMost: Limits.line)
      else {
        throw FileFailure(.open, FilePath(path), .system(.noSuchFileOrDirectory))
      }
      return String(decoding: bytes, as: UTF8.self)
    } catch {
      throw DeliveryFailure(reason: ChannelSentence.secretFile(path, error))
    }
  }
}
