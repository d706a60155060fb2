internal import PlainText
internal import Programs
internal import SystemPackage

extension ChannelSender {
  /// Gives a message to a program for e-mail.
  ///
  /// - Throws: ``DeliveryFailure``.
  func mail(
    _ message: ReminderMessage, _ command: [String], from sender: String
  ) async throws(DeliveryFailure) {
    guard let sender = MailAddress(sender) else {
      throw DeliveryFailure(reason: ChannelSentence.badSender)
    }
    guard let address = message.address, !address.singleLine.isEmpty else {
      throw DeliveryFailure(reason: ChannelSentence.noAddress(message.person))
    }
    guard let recipient = MailAddress(address) else {
      throw DeliveryFailure(reason: ChannelSentence.badMailAddress(message.person))
    }
    let mail = MailMessage(message, from: sender, to: recipient)
    try await run(command, input: mail.text, timeoutSeconds: ChannelSender.sendmailSeconds)
  }

  /// Gives a message to the office's own program.
  ///
  /// - Throws: ``DeliveryFailure``.
  func call(
    _ message: ReminderMessage, _ command: [String], timeoutSeconds: Int
  ) async throws(DeliveryFailure) {
    // What a message holds never chooses the program.
    var filled = Array(command.prefix(1))
    for template in command.dropFirst() {
      let argument = try Placeholders.fill(template, ChannelSender.placeholders, message)
      guard !argument.hasPrefix("-") || template.hasPrefix("-") else {
        throw DeliveryFailure(reason: ChannelSentence.argumentLooksLikeOption(template))
      }
      filled.append(argument)
    }
    try await run(filled, input: message.text.printableLines, timeoutSeconds: timeoutSeconds)
  }

  static let placeholders: [(name: String, part: Placeholders.Part)] = [
    ("{alamat}", .address), ("{perihal}", .subject), ("{ringkas}", .summary), ("{id}", .id),
    ("{kepada}", .person),
  ]

  private func run(
    _ command: [String], input: String, timeoutSeconds: Int
  ) async throws(DeliveryFailure) {
    guard let program = command.first, !program.isEmpty else {
      throw DeliveryFailure(reason: ChannelSentence.noCommand)
    }
    let call = ProgramCall(
      program: program, arguments: Array(command.dropFirst()), input: Array(input.utf8),
      timeoutSeconds: timeoutSeconds, workspace: workspace,
      inheriting: .everything(but: secrets.withheld))
    switch await call.run() {
    case .exited(code: 0, _, _): return
    case .exited(code: ChannelSender.temporaryFailure, let complaint, _):
      throw DeliveryFailure(
        reason: ChannelSentence.programFailedForNow(
          program, complaint: told(complaint)))
    case .exited(let code, let complaint, _):
      throw DeliveryFailure(
        reason: ChannelSentence.programFailed(
          program, code: code, complaint: told(complaint)))
    case .killed(let signal):
      throw DeliveryFailure(
        reason: ChannelSentence.programKilled(program, signal: signal), isOutcomeUnknown: true)
    case .tookTooLong:
      throw DeliveryFailure(
        reason: ChannelSentence.programTookTooLong(program, seconds: timeoutSeconds),
        isOutcomeUnknown: true, stopsChannel: true)
    case .notFound:
      throw DeliveryFailure(reason: ChannelSentence.programNotFound(program))
    case .notStarted:
      throw DeliveryFailure(reason: ChannelSentence.programNotStarted(program))
    }
  }

  /// What is passed on of a program's complaint.
  private func told(_ complaint: String) -> String {
    String(secrets.masked(complaint).prefix(ChannelSender.longestComplaint))
  }

  /// The most characters that are kept of a complaint.
  private static let longestComplaint = 200

  /// EX_TEMPFAIL of sysexits.h.
  private static let temporaryFailure = 75
}
