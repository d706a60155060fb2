internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import Reminders
internal import Workspace

/// What is due, and for whom: the question behind `jadwal`.
struct ScheduleQuestion {
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
      throw CommandFailure.usage("--dalam \(days) di luar 0 sampai 3650", fix: "perbaiki angkanya")
    }
    if quarter != nil, year != nil {
      throw CommandFailure.usage("--triwulan dan --tahun tidak dapat bersamaan", fix: "pilih satu")
    }
  }

  private var scope: Schedule.Scope {
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
    let units = try session.scope(self.units)
    var filter = ViewFilter(units: units.units, knownThrough: knownThrough)
    var lines: [ScheduleLine] = []
    var gates = ShutGates()
    var uncomputed = UncomputedDates()
    for kecamatan in units.kecamatan {
      let desk = try session.workspace.desk(of: kecamatan, knownThrough: knownThrough)
      let role = try self.role.map { try ScheduleQuestion.knownRole($0, desk) }
      filter.role = role
      let schedule = try Schedule(
        scope, desk, asOf: day, watchedSince: desk.watchedSince(asOf: day),
        openOnly: !includesSettled)
      try session.require(schedule.plan, desk.calendar)
      uncomputed.add(schedule.plan, in: quarter, desk.calendar)
      let ofUnit = (schedule.dated + schedule.undated).filter { assessment in
        units.contains(assessment.obligation.id.unit)
      }
      func isOwn(_ assessment: Assessment) -> Bool {
        role.map { $0 == desk.calendar.codes[assessment.report.responsible] } ?? true
      }
      gates.add(ofUnit.filter(isOwn), schedule.judge)
      let above = try escalations(schedule, ofUnit)
      lines += ofUnit.filter { includesSettled || $0.isOpen }.compactMap { assessment in
        let roles = above[assessment.obligation.id] ?? []
        guard isOwn(assessment) || role.map(roles.contains) ?? false else { return nil }
        return ScheduleLine(assessment, schedule, escalatedTo: roles)
      }
    }
    lines.sort()
    session.remark(uncomputed)
    if isJSON {
      session.console.raw(
        try uncomputed.added(to: ScheduleLine.json(lines, asOf: day, filter, session)).text())
    } else {
      SchedulePage(
        lines: lines, scope: scope, day: day, filter: filter, includesSettled: includesSettled,
        kecamatan: units.kecamatan
      ).print(to: &session)
      for line in gates.lines { session.console.line(line, .faint) }
      printLastReminder(to: &session)
    }
    if isStrict, lines.contains(where: { $0.assessment.status == .overdue }) {
      throw CommandFailure.found
    }
  }

  /// To whom what is overdue has come from below, where that is asked for.
  ///
  /// The stages fall as the reminders count them, on working days.
  private func escalations(
    _ schedule: Schedule, _ assessments: [Assessment]
  ) throws -> [Obligation.ID: [String]] {
    guard isJSON || role != nil else { return [:] }
    let day = schedule.judge.day
    let overdue = assessments.filter { $0.status == .overdue }
    // No stage lies further from its due date than a year.
    let years = overdue.compactMap(\.due).filter { $0.days(to: day) < 400 }.map(\.year)
    var desk = schedule.desk
    try desk.loadHolidays(Set(years + [day.year]).sorted())
    let planner = ReminderPlanner(desk.definitions) { Words.role($0) }
    return Dictionary(
      overdue.map { ($0.obligation.id, planner.escalatedRoles(of: $0, on: day)) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Says when the reminders last ran, so that nobody waits for one that does not come.
  private func printLastReminder(to session: inout Session) {
    guard case .window = scope, let last = ReminderNote.lastRun(session) else { return }
    switch last {
    case .good(let day):
      session.console.line("Pengingat terakhir berjalan \(day.indonesian).", .faint)
    case .missed(let day, let days):
      session.console.line(
        "Pengingat terakhir berjalan \(day.indonesian); \(days) hari kerja terlewat, periksa cron.",
        .bad)
    case .failing(let day, let good):
      let since =
        good.map { "ada yang gagal sejak \($0.indonesian)" } ?? "belum pernah tanpa kegagalan"
      session.console.line(
        "Pengingat terakhir berjalan \(day.indonesian), \(since); lihat tenggat ingatkan riwayat.",
        .bad)
    }
  }

  private static func knownRole(_ word: String, _ desk: Desk) throws -> String {
    let roles = desk.workspace.office.knownRoles(desk.calendar)
    guard let role = Office.role(written: word, among: roles) else {
      throw CommandFailure.usage(
        "jabatan '\(word)' tidak dikenal",
        fix: nearestMatch(to: word, among: roles).map { "mungkin maksudnya '\($0)'" }
          ?? "yang ada: \(roles.joined(separator: ", "))")
    }
    return role
  }
}
