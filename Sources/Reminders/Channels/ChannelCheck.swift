public import ComplianceModel
public import DurableFiles
internal import PlainText
public import SystemPackage
internal import Workspace

/// Looks over what the office's file says of channels and addresses, before a message shows it.
public struct ChannelCheck: Sendable {
  private let office: Office
  private let workspace: FilePath
  private let environment: @Sendable (String) -> String?
  private let files: FileSystem

  /// Prepares a look; nothing is sent.
  ///
  /// - Parameters:
  ///   - office: The office, with the places of what its file says.
  ///   - workspace: The folder that relative paths start from.
  ///   - environment: The value of a variable; `nil` where it is not set.
  ///   - files: Where files are read.
  public init(
    _ office: Office, workspace: FilePath, environment: @escaping @Sendable (String) -> String?,
    files: FileSystem = .live
  ) {
    self.office = office
    self.workspace = workspace
    self.environment = environment
    self.files = files
  }

  /// Everything with which a message would fail, each at its place.
  public var findings: [Finding] {
    let channels = office.reminders.channels.flatMap { channel in
      faults(of: channel).map { finding($0, at: .description(channel: channel.name)) }
    }
    let heartbeat = office.reminders.heartbeatURL.map { trouble(of: $0, isURL: true) } ?? []
    let place = SourcePlace(file: "kantor.yaml")
    return (channels + addresses + outputs).sorted {
      ($0.place.line, $0.place.column) < ($1.place.line, $1.place.column)
    } + heartbeat.map { finding(CheckSentence.ofHeartbeat($0), at: place) }
  }

  private func finding(_ sentence: CheckSentence, at mention: Office.Mention) -> Finding {
    finding(sentence, at: office.places[mention] ?? SourcePlace(file: "kantor.yaml"))
  }

  private func finding(
    _ sentence: CheckSentence, _ severity: Finding.Severity = .remark, at place: SourcePlace
  ) -> Finding {
    Finding(sentence.problem, severity, at: place, sentence.what, fix: sentence.fix)
  }

  // MARK: - Places that are written to

  /// Where the settings lead the program to write over what is not its own.
  private var outputs: [Finding] {
    var found: [(sentence: CheckSentence, mention: Office.Mention)] = []
    if let file = office.reminders.heartbeatFile,
      let fault = fault(of: FilePath(file), for: .heartbeat)
    {
      found.append((.ofHeartbeat(fault), .heartbeatFile))
    }
    for channel in office.reminders.channels {
      guard case .drop(let folder) = channel.kind,
        let fault = fault(of: FilePath(folder).appending("pesan.txt"), for: .message)
      else { continue }
      found.append((.of(channel.name, fault), .description(channel: channel.name)))
    }
    return found.map { sentence, mention in
      let place = office.places[mention] ?? SourcePlace(file: Workspace.officeFile)
      return finding(sentence, .fault, at: place)
    }
  }

  private func fault(of path: FilePath, for purpose: OutputPlace.Purpose) -> CheckSentence? {
    do {
      _ = try OutputPlace(workspace.pushing(path), for: purpose, in: workspace, files: files)
      return nil
    } catch {
      // What cannot be looked at now is told when it is written to.
      return (error as? OutputRefusal).map { .outputPlace($0) }
    }
  }

  // MARK: - Channels

  private func faults(of channel: ChannelSettings) -> [CheckSentence] {
    let faults: [CheckSentence]
    switch channel.kind {
    case .standardOutput, .whatsAppLink, .drop: faults = []
    case .sendmail(let command, let from):
      faults = (MailAddress(from) == nil ? [.badSender] : []) + trouble(ofCommand: command)
    case .command(let command, _):
      faults = trouble(ofCommand: command) + unknownPlaceholders(in: command)
    case .webhook(let url, let key, let headers, let template, _, _, _):
      let secrets = [key].compactMap(\.self) + headers.sorted { $0.key < $1.key }.map(\.value)
      let isBroken = template.map { (try? JSONValue(parsing: $0)) == nil } ?? false
      faults =
        trouble(of: url, isURL: true) + secrets.flatMap { trouble(of: $0, isURL: false) }
        + (isBroken ? [.templateIsNotJSON] : [])
        + unknownPlaceholders(
          in: template ?? "", from: "@", to: "@", WebhookBody.names.map(\.name))
    }
    return faults.map { CheckSentence.of(channel.name, $0) }
  }

  /// What is wrong with a secret where it lies.
  private func trouble(of secret: SecretSource, isURL: Bool) -> [CheckSentence] {
    let value: String?
    switch secret {
    case .plain(let text): value = text
    case .environment(let name):
      guard let text = environment(name) else { return [.noVariable(name)] }
      value = text
    case .file(let path):
      value = (try? files.read(workspace.pushing(FilePath(path)), atMost: Limits.line)).flatMap(
        \.self
      ).map {
        String(decoding: $0, as: UTF8.self)
      }
      guard value != nil else { return [.noSecretFile(path)] }
    }
    let text = value?.singleLine ?? ""
    guard !text.isEmpty else { return [.secretIsEmpty(secret.description)] }
    return isURL && WebURL(text) == nil ? [.noURL] : []
  }

  private func trouble(ofCommand command: [String]) -> [CheckSentence] {
    guard let program = command.first else { return [] }
    let paths =
      program.contains("/")
      ? [workspace.pushing(FilePath(program))]
      : (environment("PATH") ?? "/usr/bin:/bin").split(separator: ":").map {
        FilePath(String($0)).appending(program)
      }
    let isThere = paths.contains { path in
      ((try? files.state(of: path, followingLink: true)).flatMap(\.self))?.isRegular ?? false
    }
    return isThere ? [] : [.noProgram(program)]
  }

  /// Words in braces that stand for nothing, which would be passed on as they are.
  private func unknownPlaceholders(in command: [String]) -> [CheckSentence] {
    command.dropFirst().flatMap {
      unknownPlaceholders(in: $0, from: "{", to: "}", ChannelSender.placeholders.map(\.name))
    }
  }

  private func unknownPlaceholders(
    in text: String, from open: Character, to close: Character, _ known: [String]
  ) -> [CheckSentence] {
    let parts: [Substring] = text.split(separator: open, omittingEmptySubsequences: false)
    return parts.dropFirst().compactMap { part in
      let name = String(part.prefix { $0 != close })
      let word = "\(open)\(name)\(close)"
      // Where both signs are the same, the text between two words is cut out as well.
      let isWord =
        (name.count < part.count || open == close) && !name.isEmpty && name.allSatisfy(\.isLetter)
        && text.contains(word)
      return isWord && !known.contains(word)
        ? .unknownPlaceholder(word, known: known, nearest: nearestMatch(to: word, among: known))
        : nil
    }
  }

  // MARK: - Addresses

  private var addresses: [Finding] {
    let officers = office.officials.map { ($0.name, $0.contacts) }
    let villages = office.reminders.villageContacts.map { ($0.key.description, $0.value) }
    return (officers + villages).flatMap { person, contacts in
      office.reminders.channels.compactMap { channel -> Finding? in
        guard let address = contacts[channel.name] else { return nil }
        let mention = Office.Mention.address(of: person, channel: channel.name)
        switch channel.kind {
        case .sendmail:
          return MailAddress(address) == nil ? finding(.badMailAddress, at: mention) : nil
        case .whatsAppLink:
          return WhatsAppLink.digits(address) == nil ? finding(.badNumber, at: mention) : nil
        case .standardOutput, .webhook, .command, .drop: return nil
        }
      }
    }
  }
}
