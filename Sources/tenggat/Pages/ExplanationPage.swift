internal import Answers
internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import PlainText

/// How one due date and one status came about, for people and for programs.
struct ExplanationPage {
  let explanation: ObligationExplanation

  private var situation: Situation { explanation.situation }
  private var assessment: Assessment { situation.assessment }
  private var dating: Explanation { explanation.dating }
  private var calendar: ReportCalendar { explanation.calendar }
  private var kecamatan: Kecamatan { situation.kecamatan }
  private var rule: DeadlineRule? { situation.rule }
  private var term: TermPage? { TermPage(explanation) }

  // MARK: - For people

  func print(to session: inout Session) {
    let report = assessment.report
    session.console.line(
      "\(situation.code) \(situation.period.indonesian) · \(situation.unitName)",
      .strong)
    session.console.line(report.name)
    session.console.line(
      "Penanggung jawab: \(Words.role(situation.responsible, kecamatan.words))"
        + (explanation.official.map { " (\($0.name))" } ?? "")
        + (situation.recipient.map { " · kepada: \($0)" } ?? ""))
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
    if let event = explanation.awaitedEvent {
      session.console.line(
        "  Menunggu kejadian '\(event)'; catat dengan: tenggat kejadian "
          + "\(event)\(unitOption) --tanggal ...")
    }
    printCount(rule, to: &session)
    printResult(rule, to: &session)
  }

  private func printCount(_ rule: DeadlineRule, to session: inout Session) {
    guard assessment.obligation.due != nil, let anchor = dating.anchor else { return }
    let row = dating.anchorRow.map { " (baris \($0.row.text))" } ?? ""
    session.console.line("  Dihitung dari: \(Words.day(anchor))\(row)")
    guard rule.shape.countsWorkingDays else { return }
    session.console.line("  Hari yang dilewati: \(dating.skipped.count)")
    for skipped in dating.skipped {
      session.console.line("    \(Words.day(skipped.date)): \(Words.closure(skipped.closure))")
    }
  }

  private func printResult(_ rule: DeadlineRule, to session: inout Session) {
    guard let due = assessment.obligation.due else {
      session.console.line("  Tidak ada tanggal tenggat.")
      return
    }
    if let own = explanation.ownDate, let shapeDate = dating.shapeDate {
      session.console.line(
        "  Tanggal umum: \(Words.day(shapeDate)); desa ini punya tanggal sendiri: "
          + Words.day(own))
    }
    if rule.setDate != nil {
      session.console.line("  Ditetapkan dengan surat: \(Words.day(due))")
      let usual = dating.ruleDate.map(Words.day) ?? "tidak ada tanggalnya"
      session.console.line("  Tanpa surat itu, menurut aturan: \(usual)")
    } else {
      session.console.line("  Menurut aturan: \(Words.day(due))")
    }
    if dating.dueClosure != nil || rule.roll != .stay {
      session.console.line("  Gulir: \(RuleText.roll(rule.roll))")
    }
    if let postponement = explanation.postponement {
      let row = postponement.row
      session.console.line(
        "  Diperpanjang sampai \(Words.day(row.date)) (baris \(row.row.text), surat "
          + "\(row.received.indonesian)): \(postponement.note)")
    }
    guard let inForce = assessment.due else { return }
    session.console.line("  Tenggat yang berlaku: \(Words.day(inForce))", .strong)
    if let quarter = assessment.dutyQuarter {
      session.console.line("  Triwulan kewajiban: \(quarter.indonesian) \(quarter.year)")
    }
    if let closure = dating.dueClosure {
      session.console.line("  Hari itu bukan hari kerja: \(Words.closure(closure))", .soon)
      if let last = situation.lastWorkingDay {
        session.console.line("  Hari kerja terakhir sebelumnya: \(Words.day(last))", .soon)
      }
      if let next = dating.nextWorkingDay {
        session.console.line("  Hari kerja berikutnya: \(Words.day(next)), sudah lewat tenggat")
      }
    }
  }

  private func printStatus(to session: inout Session) {
    session.console.line()
    session.console.line(
      "Keadaan pada \(Words.day(explanation.question.day))"
        + Words.knowledge(through: explanation.knownThrough), .strong)
    session.console.line("  \(Words.standing(assessment))", Words.style(assessment.status))
    if let start = explanation.watchStart {
      session.console.line(
        "  Tidak dipantau: tenggatnya sebelum hari pertama yang dipantau, \(start.day.indonesian) "
          + "(\(start.place.file):\(start.place.line)); tidak masuk daftar, angka, pengingat, atau surat",
        .soon)
    }
    if let gate = explanation.gate {
      session.console.line(
        "  Menunggu \(gate.report) \(gate.period) \(kecamatan.displayName(of: gate.unit)), "
          + "yang belum ada")
    }
    let standing = assessment.standing
    if let first = standing.submissions.first, let last = standing.submissions.last {
      let decides = explanation.deciding
      // While it is returned nothing decides, and the first date waits to.
      let decision =
        standing.isIn ? ", yang menentukan" : ", yang akan menentukan bila disampaikan lagi"
      session.console.line(
        "  Penyampaian pertama: \(first.date.indonesian) (baris \(first.row.text))"
          + (decides == .first ? decision : ""))
      if last.row != first.row || decides == .last {
        session.console.line(
          "  Penyampaian terakhir: \(last.date.indonesian) (baris \(last.row.text))"
            + (decides == .last ? decision : ""))
      }
    }
    if let returned = assessment.pendingReturn {
      session.console.line(
        "  Dikembalikan \(returned.date.indonesian) (baris \(returned.row.text)) dan belum disampaikan lagi",
        .soon)
    }
    printAcceptance(to: &session)
    if assessment.isLateEntry {
      session.console.line("  Susulan: dicatat lebih dari 7 hari sesudahnya", .soon)
    }
  }

  /// Says whether it was accepted, where the office asks for that.
  private func printAcceptance(to session: inout Session) {
    guard explanation.asksAcceptance else { return }
    if let acceptance = assessment.standing.acceptance {
      session.console.line(
        "  Diterima \(acceptance.date.indonesian) (baris \(acceptance.row.text))", .good)
    } else if assessment.waitsForAcceptance {
      session.console.line(
        "  Disampaikan, belum diterima; catat dengan: tenggat terima \(situation.code) "
          + "\(situation.period)\(unitOption)", .soon)
    }
  }

  /// The option that names the unit in a command; empty where it is the kecamatan itself.
  private var unitOption: String {
    situation.unit.isDesa ? " --unit \(situation.unit)" : ""
  }

  private static let rowColumns: [Table.Shown] = [
    .init("nomor", right: true), "peristiwa", .init("tanggal", right: true),
    .init("diterima", right: true), "petugas", .init("catatan", .wrapped),
  ]

  private func printRows(to session: inout Session) {
    session.console.line()
    session.console.line("Baris buku (\(explanation.lines.count))", .strong)
    guard !explanation.lines.isEmpty else {
      session.console.line("  belum ada")
      return
    }
    session.console.table(
      Table(
        ObligationExplanation.rowColumns, showing: ExplanationPage.rowColumns, explanation.lines,
        session.console))
  }

  private func printOthers(to session: inout Session) {
    if !dating.background.isEmpty {
      session.console.line()
      session.console.line("Latar: tanggal pihak lain, bukan tenggat ini", .strong)
      for background in dating.background {
        let day = background.due.map(Words.day) ?? RuleText.shape(background.date.shape, calendar)
        session.console.line(
          "  \(background.date.party): \(day) (\(background.date.source.title); "
            + "\(background.date.confidence.rawValue))")
      }
    }
    guard !dating.otherVersions.isEmpty else { return }
    session.console.line()
    session.console.line("Aturan lain yang tidak dipakai", .strong)
    for other in dating.otherVersions {
      let day = other.due.map(Words.day) ?? RuleText.shape(other.rule.shape, calendar)
      let winner =
        rule?.setDate == nil
        ? "digantikan kalender yang lebih dekat" : "digantikan surat untuk periode ini"
      let why = other.isReplaced ? winner : "di luar masa berlakunya"
      session.console.line(
        "  \(day): \(other.rule.source.title) (\(other.rule.place.file):\(other.rule.place.line)), \(why)"
      )
    }
  }

  // MARK: - JSON

  var json: JSONValue {
    [
      "unit": .string(situation.unit.description),
      "laporan": .string(situation.code),
      "nama": .string(assessment.report.name),
      "periode": .string(situation.period.description),
      "per": .string(explanation.question.day.description),
      "diketahui": JSONValue(explanation.knownThrough),
      "penanggung_jawab": .string(situation.responsible),
      "pejabat": JSONValue(explanation.official?.name),
      "status": .string(assessment.status.rawValue),
      "dipantau": .boolean(explanation.watchStart == nil),
      "dipantau_sejak": JSONValue(explanation.watchStart?.day),
      "hari_terlambat": .integer(assessment.daysLate),
      "aturan": ruleJSON,
      "jangkar": JSONValue(assessment.obligation.due == nil ? nil : dating.anchor),
      "dilewati": JSONValue(rows: dating.skipped, ObligationExplanation.skippedColumns),
      "tenggat_aturan": JSONValue(assessment.obligation.due),
      "ditetapkan": setJSON,
      "tenggat": JSONValue(assessment.due),
      "triwulan": JSONValue(assessment.dutyQuarter),
      "perpanjangan": JSONValue(assessment.standing.extensionRow?.row.text),
      "sebab_libur": JSONValue(dating.dueClosure.map(Words.closure)),
      "hari_kerja_terakhir": JSONValue(situation.lastWorkingDay),
      "hari_kerja_berikutnya": JSONValue(dating.nextWorkingDay),
      "menunggu": gateJSON,
      "tanggal_pertama": JSONValue(assessment.standing.submissions.first?.date),
      "tanggal_terakhir": JSONValue(assessment.standing.submissions.last?.date),
      "tanggal": JSONValue(assessment.deciding?.date),
      "dikembalikan": JSONValue(assessment.pendingReturn?.date),
      "susulan": .boolean(assessment.isLateEntry),
      "diterima": JSONValue(assessment.standing.acceptance?.date),
      "masa_berlaku": term?.json ?? .null,
      "baris": .array(explanation.lines.map { .string($0.event.row.text) }),
      "latar": JSONValue(rows: dating.background, ObligationExplanation.backgroundColumns),
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

  private var setJSON: JSONValue {
    guard let rule, let date = rule.setDate else { return .null }
    return [
      "tanggal": .string(date.description),
      "surat": .string(rule.source.title),
      "tanpa_surat": JSONValue(dating.ruleDate),
    ]
  }

  private var gateJSON: JSONValue {
    guard let gate = explanation.gate else { return .null }
    return [
      "laporan": .string(gate.report),
      "periode": .string(gate.period.description),
    ]
  }
}
