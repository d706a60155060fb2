import CivilCalendar
import ComplianceModel
import Reminders
import TestSupport
import Testing

/// Every problem of channels and of the outbox has a bad example.
@Suite struct `Problems of reminders` {
  @Test(arguments: ReminderProblem.allCases)
  func `a look at the reminders finds`(_ problem: ReminderProblem) throws {
    expectListed(problem.rawValue, among: try found(problem))
  }

  /// What is found about one channel.
  private func found(_ kind: ChannelSettings.Kind, contact: String? = nil) throws -> [Finding] {
    let folder = try TemporaryFolder()
    try folder.write(" \n", to: "kosong")
    let official = Official(
      role: "camat", name: "Nama Karangan", employeeNumber: nil, since: try day("2019-01-01"),
      contacts: contact.map { ["uji": $0] } ?? [:])
    let office = Office(
      zone: .wita, calendars: [], weeks: [], officials: [official],
      deciding: .first, leadDays: 14,
      reminders: ReminderSettings(channels: [ChannelSettings(name: "uji", kind: kind)]))
    return ChannelCheck(office, workspace: folder.filePath, environment: { _ in nil }).findings
  }

  private func webhook(_ url: SecretSource, template: String? = nil) -> ChannelSettings.Kind {
    .webhook(url: url, key: nil, headers: [:], template: template, timeoutSeconds: 9)
  }

  /// What is found in an outbox on 20 May 2025.
  private func found(
    _ events: [(day: String, event: OutboxRow.Event)], _ settings: ReminderSettings = .init(),
    damaged isDamaged: Bool = false
  ) throws -> [Finding] {
    let folder = try TemporaryFolder()
    let outbox = Outbox(workspace: folder.filePath)
    do {
      var file = try outbox.lock(year: 2025)
      try file.append(
        try events.map { day, event in
          OutboxRow(at: try #require(ClockReading("\(day)T08:00:00+08:00")), event)
        })
    }
    if isDamaged {
      let text = try folder.text(of: "pengingat/2025.csv")
      try folder.write(text.replacing("2025-05-20T", with: "x"), to: "pengingat/2025.csv")
    }
    return try ReminderCheck.findings(
      outbox, settings, asOf: try day("2025-05-20"),
      WorkingDayCalendar(coveredYears: [2025], holidays: [], weeks: []))
  }

  private func found(_ problem: ReminderProblem) throws -> [Finding] {
    let key = ReminderKey(.week(try day("2025-05-19")), person: "Karangan", channel: "surel")
    let claim: [(String, OutboxRow.Event)] = [
      ("2025-05-19", .planned(message: "m", key)),
      ("2025-05-19", .claimed(message: "m", person: key.person, channel: key.channel)),
    ]
    switch problem {
    case .badSender: return try found(.sendmail(command: ["sh"], from: "bukan alamat"))
    case .badMailAddress:
      return try found(.sendmail(command: ["sh"], from: "a@b.invalid"), contact: "bukan alamat")
    case .badNumber: return try found(.whatsAppLink, contact: "abc")
    case .noURL: return try found(webhook(.plain("ftp://x")))
    case .templateIsNotJSON:
      return try found(webhook(.plain("https://x.invalid"), template: "{rusak"))
    case .noVariable: return try found(webhook(.environment("TAK_ADA")))
    case .noSecretFile: return try found(webhook(.file("tak-ada")))
    case .secretIsEmpty: return try found(webhook(.file("kosong")))
    case .noProgram: return try found(.command(["/tak/ada"], timeoutSeconds: 9))
    case .unknownPlaceholder: return try found(.command(["sh", "{alamatt}"], timeoutSeconds: 9))
    case .outputPlace: return try found(.drop(folder: "buku"))
    case .unreadableRow: return try found([("2025-05-20", .ran(.good))], damaged: true)
    case .missedRuns: return try found([("2025-05-12", .ran(.good))])
    case .rowsAhead: return try found([("2025-06-20", .ran(.good))])
    case .failingRuns:
      return try found(["2025-05-16", "2025-05-19", "2025-05-20"].map { ($0, .ran(.failed)) })
    case .trouble:
      return try found(
        claim + [
          (
            "2025-05-19",
            .failed(message: "m", person: key.person, channel: key.channel, reason: "ditolak")
          ), ("2025-05-19", .ran(.failed)),
        ])
    case .cutOff: return try found(claim)
    case .openClaim: return try found(claim, ReminderSettings(isAtMostOnce: true))
    }
  }
}
