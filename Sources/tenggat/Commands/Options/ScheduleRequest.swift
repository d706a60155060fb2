internal import Answers
internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import PlainText
internal import Reminders
internal import Workspace
internal import Wording

/// What `jadwal` is asked, as it was written.
struct ScheduleRequest {
  var isJSON = false
  /// The day of judging; today where it is `nil`.
  var asOf: CivilDate?
  /// The last day of recording that is used; all where it is `nil`.
  var knownThrough: CivilDate?
  /// Days ahead, where neither a quarter nor a year is asked for.
  var days = 30
  var quarter: Quarter?
  var year: Int?
  /// Whether what is in, exempt, gated or undated is listed too.
  var includesSettled = false
  var role: String?
  /// The units that are asked about; all where none is named.
  var units: [String] = []
  /// Whether something overdue is an exit code of 1.
  var isStrict = false

  private func checkArguments() throws {
    guard (0...3650).contains(days) else {
      throw ArgumentRefusal.outside(days, option: "--dalam", 0...3650)
    }
    if quarter != nil, year != nil {
      throw OptionRefusal.exclusive(["--triwulan", "--tahun"])
    }
  }

  private var scope: DutyScope {
    if let quarter { return .quarter(quarter) }
    if let year { return .year(year) }
    return .window(days: days)
  }

  /// Answers the question.
  ///
  /// - Throws: `CommandFailure` for a question that makes no sense, or, where it is strict, for
  ///   something overdue; what opening the calendars and ledgers throws.
  func answer(_ session: inout Session) throws {
    try checkArguments()
    let day = asOf ?? session.today
    session.view(on: day)
    let schedule = try Schedule(
      Schedule.Question(
        scope, of: try session.scope(units), asOf: day, knownThrough: knownThrough,
        includesSettled: includesSettled, role: role, includesEscalations: isJSON),
      in: session.workspace)
    let page = SchedulePage(schedule: schedule)
    session.remark(schedule.uncomputed)
    if isJSON {
      let json = page.json(today: session.today, zone: session.clock.zone)
      session.console.raw(json.text())
    } else {
      page.print(to: &session)
      schedule.gates.print(to: &session.console)
      printLastReminder(to: &session)
    }
    if isStrict, schedule.hasOverdue { throw CommandFailure.found }
  }

  /// Says when the reminders last ran, so that nobody waits for one that does not come.
  private func printLastReminder(to session: inout Session) {
    guard case .window = scope,
      let health = ReminderHealth(session.workspace, asOf: session.today)
    else { return }
    for sentence in health.sentences(more: "tenggat ingatkan riwayat") {
      session.console.line(sentence.text, sentence.isGood ? .faint : .bad)
    }
  }
}
