internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import Workspace

/// A schedule for people: the overdue first, then what comes, then what is done.
struct SchedulePage {
  let lines: [ScheduleLine]
  let scope: Schedule.Scope
  let day: CivilDate

  private static let sections: [(title: String, statuses: Set<Status>, style: Style)] = [
    ("LEWAT TENGGAT", [.overdue], .bad),
    ("SEGERA", [.dueSoon], .soon),
    ("MENUNGGU", [.waiting], .plain),
    ("SUDAH MASUK", [.onTime, .late, .submitted], .good),
    ("DIBEBASKAN", [.exempt], .faint),
  ]

  func print(to session: inout Session) {
    let names = session.workspace.kecamatan.map { $0.displayName(of: $0.code) }
    let who = names.count <= 3 ? names.joined(separator: ", ") : "\(names.count) kecamatan"
    session.console.line("\(who) · \(scopeText)", .strong)
    session.console.line(
      "Keadaan pada \(Words.day(day)) \(session.workspace.office.zone.rawValue)", .faint)
    if lines.isEmpty {
      session.console.line()
      session.console.line("Tidak ada yang lewat dan tidak ada yang jatuh tempo.", .good)
      return
    }
    for section in SchedulePage.sections {
      let members = lines.filter { section.statuses.contains($0.assessment.status) }
      guard !members.isEmpty else { continue }
      session.console.line()
      session.console.line("\(section.title) (\(members.count))", section.style)
      session.console.table(table(SchedulePage.folded(members), session))
    }
    printNotes(to: &session)
  }

  private var scopeText: String {
    switch scope {
    case .window(let days): "yang lewat, dan \(days) hari ke depan"
    case .quarter(let quarter): "kewajiban \(quarter.indonesian) \(quarter.year)"
    case .year(let year): "kewajiban \(year)"
    }
  }

  /// The lines that say the same of several desa as one group, where the first of them stands.
  private static func folded(_ lines: [ScheduleLine]) -> [[ScheduleLine]] {
    struct Key: Hashable {
      let kecamatan: RegionCode
      let report: Code
      let period: Period
      let due: CivilDate?
      let state: String
    }
    var places: [Key: Int] = [:]
    var groups: [[ScheduleLine]] = []
    for line in lines {
      let id = line.assessment.obligation.id
      let key = Key(
        kecamatan: line.kecamatan.code, report: id.report, period: id.period,
        due: line.assessment.due, state: state(line))
      if id.unit.isDesa, let place = places[key] {
        groups[place].append(line)
      } else {
        places[key] = groups.count
        groups.append([line])
      }
    }
    return groups
  }

  /// Who owes what a group of lines says: `Desa Tarungin`, `Tarungin, Bagak`, `8 desa`.
  private func unitText(_ group: [ScheduleLine], _ line: ScheduleLine, isOnly: Bool) -> String {
    guard line.assessment.obligation.id.unit.isDesa else {
      return isOnly ? line.kecamatan.words[.kecamatan] : line.unitName
    }
    guard group.count > 1 else { return line.unitName }
    guard group.count == line.kecamatan.villages(on: day).count else {
      return group.map(\.villageName).joined(separator: ", ")
    }
    let count = "\(group.count) \(line.kecamatan.words[.village].lowercased())"
    return isOnly ? count : "\(count) \(line.kecamatan.unit.name)"
  }

  private func table(_ groups: [[ScheduleLine]], _ session: Session) -> Table {
    var table = Table([
      .init("Tenggat", right: true), .init("Keadaan"), .init("Laporan"), .init("Periode"),
      .init("Unit", .wrapped), .init("Penanggung jawab", .cut),
    ])
    let isOnly = session.workspace.kecamatan.count == 1
    for group in groups {
      guard let line = group.first else { continue }
      let assessment = line.assessment
      let isLocal = assessment.obligation.rule?.confidence == .local
      let due = assessment.due.map { session.console.text(of: $0) + (isLocal ? " *" : "  ") }
      table.add([
        .init(due ?? "-"), .init(SchedulePage.state(line), Words.style(assessment.status)),
        .init(line.code), .init(session.console.text(of: line.period)),
        .init(unitText(group, line, isOnly: isOnly)),
        .init(
          Words.role(line.calendar.codes[assessment.report.responsible], line.kecamatan.words)),
      ])
    }
    return table
  }

  private static func state(_ line: ScheduleLine) -> String {
    let assessment = line.assessment
    switch assessment.status {
    case .overdue: return "lewat \(assessment.daysLate) hari"
    case .late: return "terlambat \(assessment.daysLate) hari"
    case .dueSoon, .waiting:
      if assessment.isGated { return "menunggu pendahulunya" }
      guard let days = line.daysLeft else { return Words.status(assessment.status) }
      let working = line.workingDaysLeft.map { " (\($0) kerja)" } ?? ""
      return days == 0 ? "hari ini" : "\(days) hari\(working)"
    case .onTime, .submitted, .exempt: return Words.status(assessment.status)
    }
  }

  /// What the tables leave to say: local dates, and due days on which the office is closed.
  private func printNotes(to session: inout Session) {
    var notes: [String] = []
    if lines.contains(where: { $0.assessment.obligation.rule?.confidence == .local }) {
      notes.append("* tanggal lokal: ditetapkan kabupaten, bukan undang-undang.")
    }
    let open = lines.filter { !$0.assessment.status.isIn && $0.assessment.status != .exempt }
    var closed: [CivilDate: CivilDate] = [:]
    for line in open {
      if let due = line.assessment.due, due > day, line.lastWorkingDay != due {
        closed[due] = line.lastWorkingDay
      }
    }
    for (due, last) in closed.sorted(by: { $0.key < $1.key }) {
      notes.append(
        "\(Words.day(due)) bukan hari kerja; tenggat tetap, hari kerja terakhir \(Words.day(last))."
      )
    }
    guard !notes.isEmpty else { return }
    session.console.line()
    for note in notes { session.console.line(note, .faint) }
  }
}
