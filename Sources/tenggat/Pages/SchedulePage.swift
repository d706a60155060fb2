internal import Answers
internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import PlainText
internal import Workspace
internal import Wording

/// A schedule for people: the overdue first, then what comes, then what is done.
struct SchedulePage {
  let schedule: Schedule

  private var question: Schedule.Question { schedule.question }
  private var day: CivilDate { question.day }
  private var kecamatan: [Kecamatan] { question.units.kecamatan }
  private var filter: ViewFilter { ViewFilter(schedule) }

  private static let columns: [Table.Shown] = [
    .init("tenggat", right: true), "status", "laporan", "periode", .init("nama_unit", .wrapped),
    .init("penanggung_jawab", .cut),
  ]

  func print(to session: inout Session) {
    if session.workspace.office.isPractice { session.console.line(Words.practice, .soon) }
    let above = schedule.escalated.isEmpty ? "" : " dan yang dieskalasi kepadanya"
    session.console.line(
      "\(filter.who(kecamatan)) · \(scopeText)\(filter.headingEnd(kecamatan))\(above)"
        + schedule.watchedSince.headingEnd(from: question.scope.firstDay), .strong)
    session.console.line(
      "Keadaan pada \(Words.day(day)) \(session.clock.zone.rawValue)"
        + Words.knowledge(through: filter.knownThrough), .faint)
    if schedule.situations.isEmpty {
      session.console.line()
      session.console.line(emptySentence, .good)
      return
    }
    printBeginning(to: &session)
    for (section, situations) in schedule.sections {
      printSection(
        Words.title(section).uppercased(), situations, Words.style(section), to: &session)
    }
    if let role = schedule.role, let words = kecamatan.first?.words {
      printSection(
        "DIESKALASI KEPADA \(Words.role(role, words).uppercased())", schedule.escalated, .bad,
        to: &session)
    }
    printNotes(to: &session)
  }

  /// How an office that has recorded nothing begins: what is listed as overdue was mostly done.
  private func printBeginning(to session: inout Session) {
    guard schedule.isUnbegun, schedule.hasOverdue else { return }
    session.console.line()
    session.console.line(
      "Buku masih kosong, sehingga yang tenggatnya sudah lewat tampak belum masuk. Mulailah dengan:",
      .strong)
    session.console.line("  tabel yang lama: tenggat impor TABEL.csv (coba dahulu dengan --coba)")
    session.console.line(
      "  atau hari ini: tulis 'dipantau_sejak: \(session.today)' dalam kantor.yaml; yang sebelum itu "
        + "tidak dipantau")
  }

  private func printSection(
    _ title: String, _ members: [Situation], _ style: Style, to session: inout Session
  ) {
    guard !members.isEmpty else { return }
    session.console.line()
    session.console.line("\(title) (\(members.count))", style)
    session.console.table(
      Table(
        schedule.columns, showing: SchedulePage.columns, SituationGroup.groups(members),
        session.console))
  }

  /// Says that there is nothing, and of what.
  private var emptySentence: String {
    let nothing =
      question.includesSettled
      ? "Tidak ada kewajiban" : "Tidak ada yang lewat dan tidak ada yang jatuh tempo"
    let above = schedule.role == nil ? "" : "; tidak ada pula yang dieskalasi kepadanya"
    return "\(nothing): \(filter.sentence(kecamatan, question.scope.words, asOf: day))\(above)."
  }

  private var scopeText: String {
    if case .window = question.scope { return question.scope.heading }
    return question.scope.heading + (question.includesSettled ? "" : " yang belum masuk")
  }

  /// What the tables leave to say: local dates, and due days on which the office is closed.
  private func printNotes(to session: inout Session) {
    var notes: [String] = []
    if schedule.situations.contains(where: \.isLocal) {
      notes.append(Words.localDate)
    }
    var closed: [CivilDate: CivilDate] = [:]
    for situation in schedule.situations where !situation.assessment.status.isSettled {
      if let due = situation.due, due > day, situation.lastWorkingDay != due {
        closed[due] = situation.lastWorkingDay
      }
    }
    for (due, last) in closed.sorted(by: { $0.key < $1.key }) {
      notes.append(Words.closedDay(due, lastWorkingDay: last))
    }
    guard !notes.isEmpty else { return }
    session.console.line()
    for note in notes { session.console.line(note, .faint) }
  }

  // MARK: - JSON

  func json(today: CivilDate, zone: IndonesianZone) -> JSONValue {
    let page: JSONValue = [
      "hari_ini": .string(today.description),
      "per": .string(day.description),
      "zona": .string(zone.rawValue),
      "saringan": filter.json(),
      "kewajiban": JSONValue(
        rows: schedule.situations.map { SituationGroup($0) }, schedule.columns),
    ]
    return schedule.uncomputed.added(to: schedule.watchedSince.added(to: page))
  }
}
