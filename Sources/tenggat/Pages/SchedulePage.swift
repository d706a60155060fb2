internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import Workspace

/// A schedule for people: the overdue first, then what comes, then what is done.
struct SchedulePage {
  let lines: [ScheduleLine]
  let scope: Schedule.Scope
  let day: CivilDate
  /// What was asked for.
  let filter: ViewFilter
  /// Whether what is in, exempt, gated or undated is listed too.
  let includesSettled: Bool
  /// The kecamatan that were looked at.
  let kecamatan: [Kecamatan]

  private static let sections: [(title: String, statuses: Set<Status>, style: Style)] = [
    ("LEWAT TENGGAT", [.overdue], .bad),
    ("SEGERA", [.dueSoon], .soon),
    ("MENUNGGU", [.waiting], .plain),
    ("SUDAH MASUK", [.onTime, .late, .submitted], .good),
    ("DIBEBASKAN", [.exempt], .faint),
  ]

  func print(to session: inout Session) {
    let above = escalated.isEmpty ? "" : " dan yang dieskalasi kepadanya"
    session.console.line(
      "\(filter.who(kecamatan)) · \(scopeText)\(filter.headingEnd(kecamatan))\(above)", .strong)
    session.console.line(
      "Keadaan pada \(Words.day(day)) \(session.workspace.office.zone.rawValue)"
        + Words.knowledge(through: filter.knownThrough), .faint)
    if lines.isEmpty {
      session.console.line()
      session.console.line(emptySentence, .good)
      return
    }
    let own = lines.filter(isOwn)
    for section in SchedulePage.sections {
      printSection(
        section.title, own.filter { section.statuses.contains($0.assessment.status) },
        section.style, to: &session)
    }
    if let role = filter.role, let words = kecamatan.first?.words {
      printSection(
        "DIESKALASI KEPADA \(Words.role(role, words).uppercased())", escalated, .bad, to: &session)
    }
    printNotes(to: &session)
  }

  private func printSection(
    _ title: String, _ members: [ScheduleLine], _ style: Style, to session: inout Session
  ) {
    guard !members.isEmpty else { return }
    session.console.line()
    session.console.line("\(title) (\(members.count))", style)
    session.console.table(table(SchedulePage.folded(members), session))
  }

  /// Whether a line is of whoever was asked for, rather than passed on to them from below.
  private func isOwn(_ line: ScheduleLine) -> Bool {
    filter.role.map { $0 == line.calendar.codes[line.assessment.report.responsible] } ?? true
  }

  /// What has come to whoever was asked for from those below.
  private var escalated: [ScheduleLine] { lines.filter { !isOwn($0) } }

  /// Says that there is nothing, and of what.
  private var emptySentence: String {
    let nothing =
      includesSettled
      ? "Tidak ada kewajiban" : "Tidak ada yang lewat dan tidak ada yang jatuh tempo"
    let above = filter.role == nil ? "" : "; tidak ada pula yang dieskalasi kepadanya"
    return "\(nothing): \(filter.sentence(kecamatan, timeText, asOf: day))\(above)."
  }

  private var scopeText: String {
    if case .window = scope { return "yang lewat, dan \(timeText)" }
    return timeText + (includesSettled ? "" : " yang belum masuk")
  }

  private var timeText: String {
    switch scope {
    case .window(let days): "\(days) hari ke depan"
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

  /// Where a line stands: `lewat 6 hari`, `9 hari (6 kerja), dikembalikan 30 Maret 2026`.
  private static func state(_ line: ScheduleLine) -> String {
    let returned = line.assessment.pendingReturn.map { ", dikembalikan \($0.date.indonesian)" }
    return timeState(line) + (returned ?? "")
  }

  private static func timeState(_ line: ScheduleLine) -> String {
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
