internal import Answers
internal import CivilCalendar
internal import ComplianceModel
internal import Reminders
internal import Wording
internal import Workspace

/// The reminders: who will be told what, what was sent, and what failed.
struct RemindersPage: Page {
  static let path = "/pengingat"
  static let name: String? = "Pengingat"
  static let template = "pengingat"
  static let help: GuidePlace? = GuidePlace("Pengingat")
  static let readers = Audience.office
  static let keys: Set = ["hari", "sejak", "untuk"]

  /// What goes to somebody on a day.
  struct Message: Sendable {
    let heading: String
    let lines: [String]
  }

  /// A day ahead.
  struct Day: Sendable {
    let name: String
    /// What is said where nothing is sent; `nil` where something is.
    let nothing: String?
    let messages: [Message]
  }

  let title = "Pengingat"
  /// When they last ran, and what is wrong with that.
  let health: [HomePage.Note]
  let days: [Day]
  /// What nobody is told of today.
  let snoozed: [String]
  let sent: TableView
  /// What is said where nothing was sent; `nil` where something was.
  let nothing: String?
  /// What was put off since the day that was asked for.
  let postponed: [String]
  /// What is wrong with the outbox.
  let faults: [Trouble.Item]
  /// What was asked for, as it was written.
  let since: String
  let person: String
  let day: String?
  /// The channels that can be tried, for who may; none where there is none.
  let channels: [String]
  /// Whether there is one; a template sees only what is stored.
  let hasChannels: Bool
  /// The officers of whom who sits at the computer itself chooses one; `nil` for a user, who gets it themselves.
  let receivers: [String]?
  /// Where a trial is sent.
  let trial: String

  /// Days that are looked ahead where nothing else is asked for.
  private static let usualDays = 7
  /// Days that can be looked ahead at most.
  private static let longestDays = 90
  /// Messages that one page shows.
  private static let longest = 500

  init(_ visit: Visit) throws {
    let query = visit.query
    let count =
      try query.value("hari", as: "jumlah hari dari 1 sampai \(RemindersPage.longestDays)") {
        Int(plain: $0).flatMap { (1...RemindersPage.longestDays).contains($0) ? $0 : nil }
      } ?? RemindersPage.usualDays
    let asked = try query.value("sejak", as: "tanggal, misalnya 2026-03-01") {
      CivilDate(written: $0)
    }
    since = query["sejak"] ?? ""
    person = query["untuk"] ?? ""
    day = visit.day == visit.today ? nil : visit.day.description
    let workspace = visit.workspace
    let mayTry = visit.day == visit.today && visit.visitor.isAmong(ChannelTrialForm.writers)
    channels = mayTry ? workspace.office.reminders.channels.map(\.name) : []
    hasChannels = !channels.isEmpty
    receivers = visit.visitor.account == nil ? workspace.office.officials.map(\.name) : nil
    trial = visit.paths.page(ChannelTrialForm.path)
    let words = workspace.kecamatan.first?.words ?? .national
    let role = { @Sendable (code: String) in Words.role(code, words) }

    let (rows, findings) = try Outbox(workspace: workspace.folder).read()
    faults = findings.map(Trouble.Item.init)
    let meant = try query.value("untuk", as: "jabatan atau desa") {
      try OutboxListing.person($0, rows, workspace.office) { try? workspace.unit($0) }
    }
    let listing = OutboxListing(rows, since: asked, person: meant)
    sent = TableView(
      "Yang dikirim", OutboxListing.columns(role: role),
      showing: [
        .init("tanggal", right: true), .init("orang", namesRow: true), "saluran",
        .init("kewajiban", right: true), "keadaan", "keterangan",
      ], Array(listing.messages.reversed().prefix(RemindersPage.longest)))
    nothing =
      listing.messages.isEmpty
      ? (listing.hasMessages ? "Tidak ada yang cocok." : "Belum ada yang dikirim.") : nil
    postponed = listing.snoozes.map { postponed in
      "Ditunda \(postponed.instant.date.indonesian): "
        + RemindersPage.sentence(postponed.snooze, workspace) + " (\(postponed.snooze.person))"
    }
    health =
      ReminderHealth(workspace, asOf: visit.today)?.sentences(more: "di bawah").map {
        .init(text: $0.text, style: $0.isGood ? "good" : "notice bad")
      } ?? []

    let forecast = ReminderForecast(
      try ReminderRun(
        workspace, ahead: count, asOf: visit.day(in:), at: visit.instant(on: visit.day), role: role),
      days: count,
      after: rows)
    days = forecast.days.map { Day($0, forecast, role) }
    snoozed = forecast.snoozes.map { RemindersPage.sentence($0, workspace) }
  }

  /// `LPPDesa 2025 Desa Tarungin sampai 3 April 2026: alasan`.
  private static func sentence(_ snooze: OutboxRow.Snooze, _ workspace: Workspace) -> String {
    let kecamatan = workspace.kecamatan.first { $0.code == snooze.unit.kecamatan }
    let unit = kecamatan?.displayName(of: snooze.unit) ?? snooze.unit.description
    return "\(snooze.report) \(snooze.period.indonesian) \(unit) sampai "
      + "\(snooze.until.indonesian): \(snooze.reason)"
  }
}

extension RemindersPage.Day {
  fileprivate init(
    _ day: ReminderForecast.Day, _ forecast: ReminderForecast, _ role: (String) -> String
  ) {
    name = Words.day(day.date)
    nothing = day.isQuiet ? "hari tenang" : day.digests.isEmpty ? "tidak ada" : nil
    messages = day.digests.map { digest in
      RemindersPage.Message(
        heading:
          "\(OutboxListing.name(of: digest.recipient.id, role: role)) · \(digest.channel.name)",
        lines: forecast.lines(of: digest).map(forecast.text)
          + (digest.week.isEmpty ? [] : [ReminderForecast.weekText]))
    }
  }
}
