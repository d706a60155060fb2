internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import LedgerStore
internal import PlainText
internal import Workspace

/// How one due date and one status came about, for people and for programs.
struct ExplanationPage {
  let explanation: Explanation
  let judge: Judge
  let desk: Desk

  private var assessment: Assessment { explanation.assessment }
  private var id: Obligation.ID { assessment.obligation.id }
  private var calendar: ReportCalendar { judge.definitions.calendar }
  private var kecamatan: Kecamatan { judge.definitions.kecamatan }
  private var rule: DeadlineRule? { assessment.obligation.rule }
  private var term: TermPage? { TermPage(assessment, judge) }
  private var role: String { calendar.codes[assessment.report.responsible] }
  /// Who holds the role that answers for the report, on the day of judging.
  private var official: Official? {
    judge.definitions.office.official(role, in: kecamatan.code, on: judge.day)
  }

  // MARK: - For people

  func print(to session: inout Session) {
    let report = assessment.report
    session.console.line(
      "\(calendar.codes[report.code]) \(id.period.indonesian) · \(kecamatan.displayName(of: id.unit))",
      .strong)
    session.console.line(report.name)
    session.console.line(
      "Penanggung jawab: \(Words.role(role, kecamatan.words))"
        + (official.map { " (\($0.name))" } ?? "")
        + (report.recipient.map { " · kepada: \(kecamatan.words.localized($0))" } ?? ""))
    if let note = report.note { session.console.line(note) }
    printDue(to: &session)
    printStatus(to: &session)
    term?.print(to: &session)
    printRows(to: &session)
    printOthers(to: &session)
  }

  private func printDue(to session: inout Session) {
    session.console.line()
    session.console.line("Tenggat", .strong)
    guard let rule else {
      session.console.line("  tidak ada aturan tenggat")
      return
    }
    session.console.line("  Aturan: \(RuleText.shape(rule.shape, calendar))")
    session.console.line("  Yang dinilai: \(Words.meaning(rule.meaning))")
    session.console.line("  Dasar: \(rule.source.title)")
    if let reference = rule.source.reference { session.console.line("  Rujukan: \(reference)") }
    session.console.line("  Keyakinan: \(Words.confidence(rule.confidence))")
    session.console.line("  Ditulis di: \(rule.place.file):\(rule.place.line)")
    if rule.validity != .always {
      session.console.line("  Berlaku: \(RuleText.validity(rule.validity))")
    }
    if case .event(let code) = rule.shape.anchorKind, assessment.obligation.due == nil {
      session.console.line(
        "  Menunggu kejadian '\(calendar.codes[code])'; catat dengan: tenggat kejadian "
          + "\(calendar.codes[code])\(id.unit.isDesa ? " --unit \(id.unit)" : "") --tanggal ...")
    }
    printCount(rule, to: &session)
    printResult(rule, to: &session)
  }

  private func printCount(_ rule: DeadlineRule, to session: inout Session) {
    guard assessment.obligation.due != nil, let anchor = explanation.anchor else { return }
    let row = explanation.anchorRow.map { " (baris \($0.row.text))" } ?? ""
    session.console.line("  Dihitung dari: \(Words.day(anchor))\(row)")
    guard rule.shape.countsWorkingDays else { return }
    session.console.line("  Hari yang dilewati: \(explanation.skipped.count)")
    for skipped in explanation.skipped {
      session.console.line("    \(Words.day(skipped.date)): \(Words.closure(skipped.closure))")
    }
  }

  private func printResult(_ rule: DeadlineRule, to session: inout Session) {
    guard let due = assessment.obligation.due else {
      session.console.line("  Tidak ada tanggal tenggat.")
      return
    }
    if let own = rule.unitDates[id.unit], let shapeDate = explanation.shapeDate {
      session.console.line(
        "  Tanggal umum: \(Words.day(shapeDate)); desa ini punya tanggal sendiri: "
          + (own.date(for: id.period).map(Words.day) ?? ""))
    }
    session.console.line("  Menurut aturan: \(Words.day(due))")
    if explanation.dueClosure != nil || rule.roll != .stay {
      session.console.line("  Gulir: \(RuleText.roll(rule.roll))")
    }
    if let extended = assessment.standing.extensionRow {
      session.console.line(
        "  Diperpanjang sampai \(Words.day(extended.date)) (baris \(extended.row.text), surat "
          + "\(extended.received.indonesian)): \(text(of: extended.row))")
    }
    guard let inForce = assessment.due else { return }
    session.console.line("  Tenggat yang berlaku: \(Words.day(inForce))", .strong)
    if let quarter = assessment.dutyQuarter {
      session.console.line("  Triwulan kewajiban: \(quarter.indonesian) \(quarter.year)")
    }
    if let closure = explanation.dueClosure {
      session.console.line("  Hari itu bukan hari kerja: \(Words.closure(closure))", .soon)
      if let last = explanation.lastWorkingDay {
        session.console.line("  Hari kerja terakhir sebelumnya: \(Words.day(last))", .soon)
      }
      if let next = explanation.nextWorkingDay {
        session.console.line("  Hari kerja berikutnya: \(Words.day(next)), sudah lewat tenggat")
      }
    }
  }

  private func printStatus(to session: inout Session) {
    session.console.line()
    session.console.line(
      "Keadaan pada \(Words.day(judge.day))\(Words.knowledge(through: desk.knownThrough))", .strong)
    let days = assessment.daysLate > 0 ? " \(assessment.daysLate) hari" : ""
    session.console.line(
      "  \(Words.status(assessment.status))\(days)", Words.style(assessment.status))
    if let gate = explanation.closedGate, assessment.isGated {
      session.console.line(
        "  Menunggu \(calendar.codes[gate.report]) \(gate.period) \(kecamatan.displayName(of: gate.unit)), "
          + "yang belum ada")
    }
    let standing = assessment.standing
    if let first = standing.submissions.first, let last = standing.submissions.last {
      let decides = judge.definitions.deciding(assessment.report)
      // While it is returned nothing decides, and the first date waits to.
      let decision =
        standing.isIn ? ", yang menentukan" : ", yang akan menentukan bila diserahkan lagi"
      session.console.line(
        "  Penyerahan pertama: \(first.date.indonesian) (baris \(first.row.text))"
          + (decides == .first ? decision : ""))
      if last.row != first.row || decides == .last {
        session.console.line(
          "  Penyerahan terakhir: \(last.date.indonesian) (baris \(last.row.text))"
            + (decides == .last ? decision : ""))
      }
    }
    if let returned = assessment.pendingReturn {
      session.console.line(
        "  Dikembalikan \(returned.date.indonesian) (baris \(returned.row.text)) dan belum diserahkan lagi",
        .soon)
    }
    printAcceptance(to: &session)
    if assessment.isLateEntry {
      session.console.line("  Susulan: dicatat lebih dari 7 hari sesudahnya", .soon)
    }
  }

  /// Says whether it was accepted, where the office asks for that.
  private func printAcceptance(to session: inout Session) {
    guard judge.definitions.office.isAcceptanceRequired else { return }
    if let acceptance = assessment.standing.acceptance {
      session.console.line(
        "  Diterima \(acceptance.date.indonesian) (baris \(acceptance.row.text))", .good)
    } else if assessment.waitsForAcceptance {
      let unit = id.unit.isDesa ? " --unit \(id.unit)" : ""
      session.console.line(
        "  Diserahkan, belum diterima; catat dengan: tenggat terima \(calendar.codes[id.report]) "
          + "\(id.period)\(unit)", .soon)
    }
  }

  private func printRows(to session: inout Session) {
    session.console.line()
    session.console.line("Baris buku (\(explanation.rows.count))", .strong)
    guard !explanation.rows.isEmpty else {
      session.console.line("  belum ada")
      return
    }
    var table = Table([
      .init("Baris", right: true), .init("Peristiwa"), .init("Tanggal", right: true),
      .init("Diterima", right: true), .init("Petugas"), .init("Catatan", .wrapped),
    ])
    for row in explanation.rows {
      let entry = desk.row(row.row)?.entry
      table.add([
        .init(row.row.text), .init(Words.event(row.kind)),
        .init(session.console.text(of: row.date)),
        .init(session.console.text(of: row.received)), .init(entry?.recorder ?? ""),
        .init(entry?.note ?? ""),
      ])
    }
    session.console.table(table)
  }

  private func printOthers(to session: inout Session) {
    if !explanation.background.isEmpty {
      session.console.line()
      session.console.line("Latar: tanggal pihak lain, bukan tenggat ini", .strong)
      for background in explanation.background {
        let day = background.due.map(Words.day) ?? RuleText.shape(background.date.shape, calendar)
        session.console.line(
          "  \(background.date.party): \(day) (\(background.date.source.title); "
            + "\(background.date.confidence.rawValue))")
      }
    }
    guard !explanation.otherVersions.isEmpty else { return }
    session.console.line()
    session.console.line("Aturan lain yang tidak dipakai", .strong)
    for other in explanation.otherVersions {
      let day = other.due.map(Words.day) ?? RuleText.shape(other.rule.shape, calendar)
      let why =
        other.isReplaced
        ? "digantikan kalender yang lebih dekat" : "di luar masa berlakunya"
      session.console.line(
        "  \(day): \(other.rule.source.title) (\(other.rule.place.file):\(other.rule.place.line)), \(why)"
      )
    }
  }

  private func text(of row: LedgerEvent.RowID) -> String { desk.row(row)?.entry.note ?? "" }

  // MARK: - JSON

  var json: JSONValue {
    [
      "unit": .string(id.unit.description),
      "laporan": .string(calendar.codes[id.report]),
      "nama": .string(assessment.report.name),
      "periode": .string(id.period.description),
      "per": .string(judge.day.description),
      "diketahui": JSONValue(desk.knownThrough),
      "penanggung_jawab": .string(role),
      "pejabat": JSONValue(official?.name),
      "status": .string(assessment.status.rawValue),
      "hari_terlambat": .integer(assessment.daysLate),
      "aturan": ruleJSON,
      "jangkar": JSONValue(assessment.obligation.due == nil ? nil : explanation.anchor),
      "dilewati": .array(
        explanation.skipped.map {
          ["tanggal": .string($0.date.description), "sebab": .string(Words.closure($0.closure))]
        }),
      "tenggat_aturan": JSONValue(assessment.obligation.due),
      "tenggat": JSONValue(assessment.due),
      "triwulan": JSONValue(assessment.dutyQuarter),
      "perpanjangan": JSONValue(assessment.standing.extensionRow?.row.text),
      "sebab_libur": JSONValue(explanation.dueClosure.map(Words.closure)),
      "hari_kerja_terakhir": JSONValue(explanation.lastWorkingDay),
      "hari_kerja_berikutnya": JSONValue(explanation.nextWorkingDay),
      "menunggu": assessment.isGated ? gateJSON : .null,
      "tanggal_pertama": JSONValue(assessment.standing.submissions.first?.date),
      "tanggal_terakhir": JSONValue(assessment.standing.submissions.last?.date),
      "tanggal": JSONValue(assessment.deciding?.date),
      "dikembalikan": JSONValue(assessment.pendingReturn?.date),
      "susulan": .boolean(assessment.isLateEntry),
      "diterima": JSONValue(assessment.standing.acceptance?.date),
      "masa_berlaku": term?.json ?? .null,
      "baris": .array(explanation.rows.map { .string($0.row.text) }),
      "latar": .array(
        explanation.background.map { background in
          [
            "pihak": .string(background.date.party),
            "tanggal": JSONValue(background.due),
            "dasar_hukum": .string(background.date.source.title),
            "keyakinan": .string(background.date.confidence.rawValue),
          ]
        }),
    ]
  }

  private var ruleJSON: JSONValue {
    guard let rule else { return .null }
    return [
      "bentuk": .string(RuleText.shape(rule.shape, calendar)),
      "gulir": .string(RuleText.roll(rule.roll)),
      "yang_dinilai": .string(Words.meaning(rule.meaning)),
      "dasar_hukum": .string(rule.source.title),
      "rujukan": JSONValue(rule.source.reference),
      "keyakinan": .string(rule.confidence.rawValue),
      "tempat": .string("\(rule.place.file):\(rule.place.line)"),
    ]
  }

  private var gateJSON: JSONValue {
    guard let gate = explanation.closedGate else { return .null }
    return [
      "laporan": .string(calendar.codes[gate.report]),
      "periode": .string(gate.period.description),
    ]
  }
}

extension DueShape {
  /// The anchor of a count; `nil` for the shapes without one.
  fileprivate var anchorKind: Anchor? {
    if case .offset(_, _, _, let anchor) = self { anchor } else { nil }
  }
}
