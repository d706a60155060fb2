/// How an office reaches people over one channel, as `kantor.yaml` states it.
public struct ChannelSettings: Hashable, Sendable {
  /// The name that people and the outbox know the channel by.
  public let name: String
  /// What the channel is.
  public let kind: Kind

  /// Creates the settings of a channel.
  public init(name: String, kind: Kind) {
    self.name = name
    self.kind = kind
  }

  /// What a channel is, with what it needs.
  public enum Kind: Hashable, Sendable {
    /// The messages are printed; under cron they are mailed to whoever owns the crontab.
    case standardOutput

    /// E-mail through a program with the interface of sendmail, which takes the whole message on
    /// standard input and the recipients from its header.
    ///
    /// - Parameters:
    ///   - command: The program and its arguments; ``ChannelSettings/defaultSendmail`` unless set.
    ///   - from: The sender, `nama@domain` or `Nama <nama@domain>`.
    case sendmail(command: [String] = defaultSendmail, from: String)

    /// JSON by POST over HTTP.
    ///
    /// - Parameters:
    ///   - url: Where to; it may hold a secret, such as the token of a bot or an `access_token`.
    ///   - key: Signs the body with HMAC-SHA256; nothing is signed without it.
    ///   - headers: Further fields of the request by name, such as `Authorization`.
    ///   - template: JSON text in whose strings `@TEKS@`, `@RINGKAS@`, `@ALAMAT@`, `@PERIHAL@`,
    ///     `@KEPADA@` and `@ID@` stand for parts of the message; `nil` for the program's own form.
    ///   - timeoutSeconds: The time for everything, at least 1.
    ///   - service: The name of a known service, which says how it answers; `nil` for any other.
    ///   - accepted: What the answer looks like where the message was taken; `nil` where the service
    ///     says it, or without one any JSON that denies nothing.
    case webhook(
      url: SecretSource, key: SecretSource?, headers: [String: SecretSource] = [:],
      template: String?, timeoutSeconds: Int, service: String? = nil,
      accepted: AcceptedAnswer? = nil)

    /// A program, started without a shell, that takes the message on standard input.
    ///
    /// - Parameters:
    ///   - The program and its arguments; `{alamat}`, `{perihal}`, `{ringkas}`, `{id}` and `{kepada}`
    ///     in an argument stand for parts of the message.
    ///   - timeoutSeconds: The time that it has before it is killed, at least 1.
    case command([String], timeoutSeconds: Int)

    /// A file a message in a folder, relative to the workspace.
    case drop(folder: String)

    /// Links to `wa.me`, printed for a person to press.
    case whatsAppLink
  }

  /// The most characters that a message over the channel may have; `nil` for any number.
  ///
  /// Telegram and the WhatsApp Cloud API refuse a text of more than 4096; what an office's template
  /// puts around it has room in between.
  public var longestText: Int? {
    switch kind {
    case .webhook, .whatsAppLink: 3500
    case .standardOutput, .sendmail, .command, .drop: nil
    }
  }

  /// Whether a message over the channel goes no farther than this computer.
  public var staysHere: Bool {
    switch kind {
    case .standardOutput, .drop: true
    case .sendmail, .webhook, .command, .whatsAppLink: false
    }
  }

  /// Where the secrets of the channel lie.
  public var secrets: [SecretSource] {
    guard case .webhook(let url, let key, let headers, _, _, _, _) = kind else { return [] }
    return [url] + [key].compactMap(\.self) + headers.sorted { $0.key < $1.key }.map(\.value)
  }

  /// Whether a server is asked over HTTP.
  public var isWebhook: Bool { if case .webhook = kind { true } else { false } }

  /// The name of the service that a webhook belongs to; `nil` for none.
  public var service: String? {
    guard case .webhook(_, _, _, _, _, let service, _) = kind else { return nil }
    return service
  }

  /// The command for e-mail where the office names none: recipients from the header (`-t`), and a
  /// line with a lone dot does not end the message (`-i`).
  public static let defaultSendmail = ["/usr/sbin/sendmail", "-t", "-i"]
}
