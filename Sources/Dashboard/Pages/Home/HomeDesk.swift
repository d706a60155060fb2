internal import Answers
internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import Reminders
internal import Wording
internal import Workspace

/// What the parts of the first page are made of, each looked up when a part asks for it.
struct HomeDesk {
  let visit: Visit
  let order: HomeOrder
  /// Whose duties they are.
  let units: UnitScope
  /// What is open, up to the end of the weeks that are counted.
  let schedule: Schedule

  private var day: CivilDate { visit.day }

  /// Days within which something is of this week.
  private static let weekDays = 7
  /// Late entries that are listed.
  private static let longestLateEntries = 5

  init(_ visit: Visit, _ order: HomeOrder, of units: UnitScope) throws {
    self.visit = visit
    self.order = order
    self.units = units
    schedule = try Schedule(
      Schedule.Question(.window(days: WeeklyLoad.days), of: units, asOf: visit.day),
      in: visit.workspace)
  }

  /// The values of a part; none where there is nothing to say.
  func parts(_ part: HomeOrder.Part) throws -> [HomePage.Part] {
    switch part {
    case .late:
      let late = own.filter { $0.assessment.status == .overdue }
      return [
        listed(
          late, title(Words.title(.overdue)), .bad, nothing: "Tidak ada yang lewat tenggat.", .good)
      ]
    case .week:
      let week = own.filter {
        $0.assessment.status != .overdue && ($0.daysLeft ?? .max) <= HomeDesk.weekDays
      }
      return [
        listed(
          week, title("Pekan ini"), .soon,
          nothing: "Tidak ada yang jatuh tempo dalam tujuh hari.", .plain)
      ]
    case .owing: return [HomePage.Part(owing: try owing())]
    case .quarters:
      return try [day.quarter, day.quarter.firstDay.adding(days: -1).quarter].compactMap {
        try standing($0).map { HomePage.Part(standing: $0) }
      }
    case .timeline: return [HomePage.Part(ahead: try ahead())]
    case .load: return [HomePage.Part(load: try load())]
    case .waiting:
      let notes = waiting()
      return notes.isEmpty ? [] : [HomePage.Part(notes: notes)]
    case .reminders: return reminders()
    case .lateEntries: return [HomePage.Part(lateEntries: try lateEntries())]
    }
  }

  /// Another page about the same units.
  private func link(_ path: String, _ query: KeyValuePairs<String, String>) -> String {
    visit.paths.page(path, query, keeping: ["unit"], of: visit.query)
  }

  // MARK: - Duties

  /// What is open of the visitor's own duties.
  private var own: [Situation] {
    schedule.situations.filter { situation in
      order.jabatan.map { $0 == situation.responsible } ?? true
    }
  }

  private func title(_ words: String) -> String {
    order.jabatan == nil ? words : "\(words), tanggung jawab Anda"
  }

  private func listed(
    _ situations: [Situation], _ title: String, _ style: Style, nothing: String, _ calm: Style
  ) -> HomePage.Part {
    let list = DutyList(title, style, situations, of: schedule, visit.paths)
    return HomePage.Part(
      list: list,
      calm: list == nil ? .init(title: title, text: nothing, style: calm.rawValue) : nil)
  }

  private func owing() throws -> HomePage.Owing {
    let answer = try Villages(
      Villages.Question(year: day.year, of: units, asOf: day), in: visit.workspace)
    return HomePage.Owing(
      villages: answer.matrices.flatMap(VillagesPage.Owing.all),
      link: link(VillagesPage.path, ["tahun": "\(day.year)"]))
  }

  // MARK: - Numbers

  private func standing(_ quarter: Quarter) throws -> HomePage.Standing? {
    let answer = try ComplianceRates(
      ComplianceRates.Question(
        year: quarter.year, quarter: quarter, of: units, asOf: day), in: visit.workspace)
    let figures = answer.rates.byLevel.filter { $0.tally.required > 0 }.map { level, tally in
      HomePage.Figure(
        name: Words.level(level), current: Words.percent(tally.currentRate),
        whole: Words.percent(tally.onTimeRate), attainable: Words.percent(tally.attainableRate),
        link: link(
          RatesPage.path, ["triwulan": "\(quarter)", "tingkat": level.rawValue]))
    }
    guard !figures.isEmpty else { return nil }
    return HomePage.Standing(name: quarter.indonesianWithYear, figures: figures)
  }

  // MARK: - The days ahead

  private var workingDays: WorkingDayCalendar {
    get throws {
      try visit.workspace.workingDays(in: day.year...day.adding(days: WeeklyLoad.days).year)
    }
  }

  private func ahead() throws -> HomePage.Ahead {
    let calendar = try workingDays
    let coming = schedule.situations.filter { $0.assessment.status != .overdue }
    return HomePage.Ahead(
      timeline: Timeline(coming, asOf: day) { date in
        (try? calendar.closure(on: date)).flatMap(\.self).map(Words.closure)
      },
      list: link(SchedulePage.path, ["dalam": "\(Timeline.days)"]))
  }

  private func load() throws -> HomePage.Load {
    let load = WeeklyLoad(schedule, in: try workingDays)
    let total = load.weeks.reduce(0) { $0 + $1.due }
    let chart = BarChart(
      load.weeks.map { week in
        let parts = week.monday.parts
        return BarChart.Item(
          label: "\(parts.day)/\(parts.month)", text: week.due == 0 ? "" : "\(week.due)",
          title: "minggu mulai \(week.monday.indonesian): \(week.due) jatuh tempo", value: week.due)
      },
      summary: "\(total) kewajiban terbuka jatuh tempo dalam \(load.weeks.count) minggu, "
        + "menurut minggu")
    return HomePage.Load(
      chart: chart,
      table: TableView(
        "Beban per minggu", WeeklyLoad.columns,
        showing: [
          .init("minggu", namesRow: true), .init("jatuh_tempo", right: true),
          .init("hari_kerja", right: true),
        ], load.weeks))
  }

  // MARK: - What goes on

  /// What lies in the drop folder; nothing for who sees some desa alone: it is of all.
  private func waiting() -> [HomePage.Note] {
    guard visit.visitor.isAmong(.office) else { return [] }
    guard let files = try? visit.workspace.waitingFiles(now: visit.now) else {
      return [
        .init(text: "Kotak masuk tidak dapat dibaca; jalankan 'tenggat periksa'.", style: "notice")
      ]
    }
    return WaitingText.all(files).map {
      .init(
        text: "\($0.what).", style: "notice",
        link: .init(title: "Buka Masuk", path: visit.paths.page(InboxPage.path)))
    }
  }

  private func reminders() -> [HomePage.Part] {
    guard visit.visitor.isAmong(.office) else { return [] }
    let sentences = ReminderHealth(visit.workspace, asOf: visit.today)?
      .sentences(more: "halaman Pengingat")
    guard let sentences, !sentences.isEmpty else { return [] }
    return [
      HomePage.Part(
        notes: sentences.map { .init(text: $0.text, style: $0.isGood ? "faint" : "notice bad") })
    ]
  }

  private func lateEntries() throws -> TableView {
    let listing = try LedgerListing(
      LedgerListing.Question(of: units, asOf: day), in: visit.workspace)
    let entered = listing.lines.filter { $0.isLateEntry && $0.voidedBy == nil }
      .sorted { $0.event.recorded > $1.event.recorded }.prefix(HomeDesk.longestLateEntries)
    return TableView(
      "Susulan terakhir", LedgerLine.columns,
      showing: [
        .init("laporan", namesRow: true), "periode", "nama_unit", .init("tanggal", right: true),
        .init("dicatat", right: true), "petugas",
      ], Array(entered))
  }
}
