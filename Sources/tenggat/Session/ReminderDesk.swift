internal import Answers
internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import DurableFiles
internal import PlainText
internal import Reminders
internal import SystemPackage
internal import Workspace
internal import Wording

/// What the reminders of a workspace need: what is owed, the settings, the outbox.
struct ReminderDesk {
  let workspace: Workspace
  let now: ClockReading
  /// What a run does.
  let reminders: ReminderRun
  let outbox: Outbox

  var settings: ReminderSettings { workspace.office.reminders }

  /// Looks up what is owed.
  ///
  /// - Parameters:
  ///   - session: The run of the command.
  ///   - days: How many days, today among them, are looked at.
  ///   - isImpatient: Whether what failed is tried at once.
  /// - Throws: What opening the calendars and the ledgers throws.
  init(_ session: Session, ahead days: Int, impatient isImpatient: Bool = false) throws {
    workspace = session.workspace
    now = session.clock.now
    outbox = Outbox(workspace: workspace.folder)
    // A folder that cannot be listed keeps nobody's reminder back; `pindai` tells of it.
    let files = try? workspace.waitingFiles(now: .seconds(Environment.unixSeconds))
    let waiting = (files.map(WaitingText.all) ?? []).map { "- \($0.what); \($0.remedy.spelled)" }
    reminders = try ReminderRun(
      workspace, ahead: days, asOf: { session.clock.moved(to: $0).today }, at: now,
      waiting: waiting,
      impatient: isImpatient
    ) { [words = workspace.kecamatan.first?.words ?? .national] in
      Words.role($0, words)
    }
  }
}

extension ReminderDesk {
  /// Sends what has to be sent.
  ///
  /// - Returns: What came of it, and what was wrong with the heartbeat after a good run.
  /// - Throws: `FileFailure` where the outbox cannot be read or written.
  func run() throws -> (report: ReminderRun.Report, heartbeat: [String]) {
    // Whoever reads what is printed may leave; others are to get their messages all the same.
    Environment.surviveBrokenPipes()
    let folder = workspace.folder
    let now = now
    let reminders = reminders
    let outbox = outbox
    // Most runs of a day: without a lock, and without another thread.
    if !hasHeartbeat, let report = try reminders.reportWhenDone(outbox) {
      return (report, [])
    }
    let secrets = SecretVariables(
      settings, workspace: folder, environment: Environment.variables)
    let services = try settings.channels.contains(where: \.isWebhook) ? workspace.services() : []
    let courier = WebCourier(beside: Environment.executable, withholding: secrets)
    let sender = { @Sendable (channel: ChannelSettings) in
      ChannelSender(
        channel, workspace: folder, environment: { Environment.value($0) }, secrets: secrets,
        services: services, courier: courier,
        standardOutput: { _ = try FileDescriptor.standardOutput.writeAll($0) })
    }
    // One sender a channel: it knows whether it has printed before.
    let senders = Dictionary(
      (settings.channels + [.terminal]).map { ($0, sender($0)) },
      uniquingKeysWith: { first, _ in first })
    let heartbeat = Heartbeat(
      settings, workspace: folder, environment: { Environment.value($0) }, courier: courier)
    return try waiting {
      let report = try await reminders.run(
        outbox,
        telling: { sentence in
          Console.message(
            "tenggat: peringatan: \(sentence); dicoba lagi sekarang, paling akhir, bertanda "
              + "'mungkin terkirim ulang'")
        }
      ) { channel, message in
        await ReminderDesk.send(message, over: senders[channel] ?? sender(channel))
      }
      let isGood = report.isCounted && report.outcome != .failed
      let troubles = isGood ? await heartbeat.beat(at: now) : []
      return (report, troubles)
    }
  }

  /// Whether anybody outside is told of a good run.
  private var hasHeartbeat: Bool { settings.heartbeatFile != nil || settings.heartbeatURL != nil }

  /// Hands a message to its channel; what went wrong is the answer.
  private static func send(
    _ message: ReminderMessage, over sender: ChannelSender
  ) async -> DeliveryFailure? {
    do throws(DeliveryFailure) {
      try await sender.send(message)
      return nil
    } catch {
      return error
    }
  }
}
