package import Answers
internal import CivilCalendar
internal import Compliance
internal import ComplianceModel

/// How one due date and one status came about, in words.
package struct ExplanationText {
  let explanation: ObligationExplanation

  private var situation: Situation { explanation.situation }
  private var assessment: Assessment { situation.assessment }
  private var dating: Explanation { explanation.dating }
  private var calendar: ReportCalendar { explanation.calendar }
  private var kecamatan: Kecamatan { situation.kecamatan }
  private var rule: DeadlineRule? { situation.rule }

  /// The words for an explanation.
  package init(_ explanation: ObligationExplanation) { self.explanation = explanation }

  /// What it is about: `LPPD 2025 · Kecamatan Hatungun`.
  package var title: String {
    "\(situation.code) \(situation.period.indonesian) · \(situation.unitName)"
  }

  /// Its report, who answers for it, and what its calendar notes.
  package var heading: [String] {
    let responsible =
      "Penanggung jawab: \(Words.role(situation.responsible, kecamatan.words))"
      + (explanation.official.map { " (\($0.name))" } ?? "")
      + (situation.recipient.map { " · kepada: \($0)" } ?? "")
    return [assessment.report.name, responsible] + [assessment.report.note].compactMap(\.self)
  }

  // MARK: - The due date

  /// The due date: the rule, the count, the result.
  package var due: TextPart {
    var part = TextPart("Tenggat")
    guard let rule else {
      part.add("tidak ada aturan tenggat")
      return part
    }
    part.add("Aturan: \(RuleText.shape(rule.shape, calendar))")
    part.add("Yang dinilai: \(Words.meaning(rule.meaning))")
    part.add("Dasar: \(rule.source.title)")
    if let reference = rule.source.reference { part.add("Rujukan: \(reference)") }
    part.add("Keyakinan: \(Words.confidence(rule.confidence))")
    part.add("Ditulis di: \(rule.place.file):\(rule.place.line)")
    if rule.validity != .always { part.add("Berlaku: \(RuleText.validity(rule.validity))") }
    if let event = explanation.awaitedEvent {
      part.add(
        "Menunggu kejadian '\(event)'",
        settledBy: .event(event, of: situation.unit.isDesa ? situation.unit : nil))
    }
    addCount(rule, to: &part)
    addResult(rule, to: &part)
    return part
  }

  private func addCount(_ rule: DeadlineRule, to part: inout TextPart) {
    guard assessment.obligation.due != nil, let anchor = dating.anchor else { return }
    let row = dating.anchorRow.map { " (baris \($0.row.text))" } ?? ""
    part.add("Dihitung dari: \(Words.day(anchor))\(row)")
    guard rule.shape.countsWorkingDays else { return }
    part.add("Hari yang dilewati: \(dating.skipped.count)")
    for skipped in dating.skipped {
      part.add("\(Words.day(skipped.date)): \(Words.closure(skipped.closure))", inner: true)
    }
  }

  private func addResult(_ rule: DeadlineRule, to part: inout TextPart) {
    guard let due = assessment.obligation.due else {
      part.add("Tidak ada tanggal tenggat.")
      return
    }
    if let own = explanation.ownDate, let shapeDate = dating.shapeDate {
      part.add(
        "Tanggal umum: \(Words.day(shapeDate)); desa ini punya tanggal sendiri: \(Words.day(own))")
    }
    if rule.setDate != nil {
      part.add("Ditetapkan dengan surat: \(Words.day(due))")
      let usual = dating.ruleDate.map(Words.day) ?? "tidak ada tanggalnya"
      part.add("Tanpa surat itu, menurut aturan: \(usual)")
    } else {
      part.add("Menurut aturan: \(Words.day(due))")
    }
    if dating.dueClosure != nil || rule.roll != .stay {
      part.add("Gulir: \(RuleText.roll(rule.roll))")
    }
    if let postponement = explanation.postponement {
      let row = postponement.row
      part.add(
        "Diperpanjang sampai \(Words.day(row.date)) (baris \(row.row.text), surat "
          + "\(row.received.indonesian)): \(postponement.note)")
    }
    guard let inForce = assessment.due else { return }
    part.add("Tenggat yang berlaku: \(Words.day(inForce))", .strong)
    if let quarter = assessment.dutyQuarter {
      part.add("Triwulan kewajiban: \(quarter.indonesianWithYear)")
    }
    guard let closure = dating.dueClosure else { return }
    part.add("Hari itu bukan hari kerja: \(Words.closure(closure))", .soon)
    if let last = situation.lastWorkingDay {
      part.add("Hari kerja terakhir sebelumnya: \(Words.day(last))", .soon)
    }
    if let next = dating.nextWorkingDay {
      part.add("Hari kerja berikutnya: \(Words.day(next)), sudah lewat tenggat")
    }
  }

  // MARK: - The status

  /// How it stands on the day of judging, and what decides that.
  package var standing: TextPart {
    var part = TextPart(
      "Keadaan pada \(Words.day(explanation.question.day))"
        + Words.knowledge(through: explanation.knownThrough))
    part.add(Words.standing(assessment), Words.style(assessment.status))
    if let start = explanation.watchStart {
      part.add(
        "Tidak dipantau: tenggatnya sebelum hari pertama yang dipantau, \(start.day.indonesian) "
          + "(\(start.place.file):\(start.place.line)); tidak masuk daftar, angka, pengingat, atau surat",
        .soon)
    }
    if let gate = explanation.gate {
      part.add(
        "Menunggu \(gate.report) \(gate.period) \(kecamatan.displayName(of: gate.unit)), "
          + "yang belum ada")
    }
    addSubmissions(to: &part)
    if let returned = assessment.pendingReturn {
      part.add(
        "Dikembalikan \(returned.date.indonesian) (baris \(returned.row.text)) dan belum disampaikan lagi",
        .soon)
    }
    addAcceptance(to: &part)
    if assessment.isLateEntry {
      part.add("Susulan: dicatat lebih dari 7 hari sesudahnya", .soon)
    }
    return part
  }

  private func addSubmissions(to part: inout TextPart) {
    let standing = assessment.standing
    guard let first = standing.submissions.first, let last = standing.submissions.last else {
      return
    }
    let decides = explanation.deciding
    // While it is returned nothing decides, and the first date waits to.
    let decision =
      standing.isIn ? ", yang menentukan" : ", yang akan menentukan bila disampaikan lagi"
    part.add(
      "Penyampaian pertama: \(first.date.indonesian) (baris \(first.row.text))"
        + (decides == .first ? decision : ""))
    if last.row != first.row || decides == .last {
      part.add(
        "Penyampaian terakhir: \(last.date.indonesian) (baris \(last.row.text))"
          + (decides == .last ? decision : ""))
    }
  }

  /// Says whether it was accepted, where the office asks for that.
  private func addAcceptance(to part: inout TextPart) {
    guard explanation.asksAcceptance else { return }
    if let acceptance = assessment.standing.acceptance {
      part.add("Diterima \(acceptance.date.indonesian) (baris \(acceptance.row.text))", .good)
    } else if assessment.waitsForAcceptance {
      part.add("Disampaikan, belum diterima", .soon, settledBy: .acceptance)
    }
  }

  // MARK: - What else there is

  /// Dates that bind others, and rules that are not used; a part for each kind that there is.
  package var others: [TextPart] { [background, otherRules].filter { !$0.lines.isEmpty } }

  private var background: TextPart {
    var part = TextPart("Latar: tanggal pihak lain, bukan tenggat ini")
    for background in dating.background {
      let day = background.due.map(Words.day) ?? RuleText.shape(background.date.shape, calendar)
      part.add(
        "\(background.date.party): \(day) (\(background.date.source.title); "
          + "\(background.date.confidence.rawValue))")
    }
    return part
  }

  private var otherRules: TextPart {
    var part = TextPart("Aturan lain yang tidak dipakai")
    let winner =
      rule?.setDate == nil
      ? "digantikan kalender yang lebih dekat" : "digantikan surat untuk periode ini"
    for other in dating.otherVersions {
      let day = other.due.map(Words.day) ?? RuleText.shape(other.rule.shape, calendar)
      let why = other.isReplaced ? winner : "di luar masa berlakunya"
      part.add(
        "\(day): \(other.rule.source.title) (\(other.rule.place.file):\(other.rule.place.line)), \(why)"
      )
    }
    return part
  }
}
