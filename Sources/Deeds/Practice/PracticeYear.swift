internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import Workspace

/// What a made-up office did up to yesterday: most in time, some late, some returned, one of each that a page has to
/// show.
struct PracticeYear {
  /// What it did, in the order of the days.
  private(set) var acts: [PracticeAct] = []
  /// Documents that are owed and nobody has recorded, those that are due last in front.
  private(set) var waiting: [Owed] = []
  private var dice: PracticeDice
  /// What was picked out to be something that has to be seen.
  private var chosen: Set<Obligation.ID> = []
  private var exempted: Obligation.ID?
  private let span: PracticeSpan

  private static let office = "Petugas Perencanaan (latihan)"
  private static let section = "Petugas Pemerintahan (latihan)"

  /// Makes up a year.
  ///
  /// - Parameters:
  ///   - desk: The desk of the kecamatan, whose ledgers have the first events and nothing else.
  ///   - span: The days that it is about.
  ///   - terms: What else comes about.
  ///   - seed: What it differs by.
  /// - Throws: What computing the due dates throws.
  init(_ desk: Desk, _ span: PracticeSpan, _ terms: PracticeTerms, seed: UInt64) throws {
    dice = PracticeDice(seed: seed)
    self.span = span
    let owed = try Owed.all(at: desk, span)
    let past = owed.filter { $0.due <= span.last.adding(days: -6) }
    recordAll(past, owed)
    try measure(desk)
    freeze(past)
    let recorded = recordedKeys
    waiting = owed.reversed().filter { item in
      item.isHandedIn && !item.isGate && item.id != exempted
        && !recorded.contains(PracticeYear.key(submit(item, on: item.due)))
    }
    acts = (acts + terms.later).filter { $0.day >= span.begins && $0.day <= span.last }
      .enumerated()
      .sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }.map(\.element)
  }

  // MARK: - Reports

  private mutating func recordAll(_ past: [Owed], _ owed: [Owed]) {
    // One of each that has to be seen, of what was due last: every second one, so that they are of several reports.
    let recent = past.reversed().filter { !$0.isGate && $0.isHandedIn }
    for (place, item) in recent.enumerated() where place.isMultiple(of: 2) && place < 14 {
      chosen.insert(item.id)
      switch place / 2 {
      case 0: returned(item, corrected: false)
      case 1: slip(item)
      case 2: late(item)
      case 3: extended(item)
      case 4: exempt(item)
      case 5: returned(item, corrected: true)
      default: break
      }
    }
    let others = owed.filter { !chosen.contains($0.id) && $0.due <= span.last.adding(days: 8) }
    for (place, item) in dice.shuffled(others).enumerated() {
      switch place % 20 {
      case 7, 13: late(item)
      case 3: returned(item, corrected: true)
      case 10 where !item.isGate: break
      default: inTime(item)
      }
    }
  }

  /// What was handed in by yesterday.
  private var recordedKeys: Set<String> {
    Set(
      acts.compactMap { act in
        guard case .submit(let submit, _) = act.work, act.day <= span.last else { return nil }
        return PracticeYear.key(submit)
      })
  }

  private static func key(_ submit: Submit) -> String {
    "\(submit.report) \(submit.period?.description ?? "") \(submit.units)"
  }

  private func submit(
    _ item: Owed, on day: CivilDate, received: CivilDate? = nil, note: String? = nil,
    reason: String? = nil
  ) -> Submit {
    Submit(
      report: item.code, period: item.period, units: .these([item.unit]), date: day,
      received: received, note: note, reason: reason, recorder: recorder(of: item))
  }

  private func recorder(of item: Owed) -> String {
    item.report.level == .office ? PracticeYear.office : PracticeYear.section
  }

  private func gate(_ item: Owed) -> Obligation.ID? { item.report.gates.isEmpty ? nil : item.id }

  /// A submission on a day; a regulation reaches the office some days after it was set.
  ///
  /// - Returns: The day on which it is recorded, and the date that it bears.
  private mutating func handIn(
    _ item: Owed, on wanted: CivilDate, note: String? = nil
  ) -> (recorded: CivilDate, date: CivilDate) {
    let begins = item.report.nature == .account ? item.period.firstDay : span.begins
    let date = max(wanted, begins, span.begins)
    let recorded = item.meaning == .enactment ? date.adding(days: 2 + dice.below(3)).workday : date
    let paper =
      dice.below(3) == 0
      ? PracticePaper(
        name: "\(item.code) \(item.period)",
        lines: [
          "\(item.report.name)", "Periode \(item.period)", "Unit \(item.unit)", "Tanggal \(date)",
        ])
      : nil
    acts.append(
      PracticeAct(
        recorded, .submit(submit(item, on: date, received: recorded, note: note), paper),
        gated: gate(item)))
    return (recorded, date)
  }

  private mutating func inTime(_ item: Owed) {
    let (recorded, _) = handIn(item, on: item.due.adding(days: -1 - dice.below(9)).workdayBefore)
    guard item.report.level != .recommendation, dice.below(2) == 0 else { return }
    decide(.accepted(on: nil), item, on: recorded.adding(days: 3).workday, note: nil)
  }

  private mutating func late(_ item: Owed) {
    _ = handIn(item, on: item.due.adding(days: 2 + dice.below(8)).workday)
  }

  private mutating func returned(_ item: Owed, corrected isCorrected: Bool) {
    let (recorded, date) = handIn(item, on: item.due.adding(days: -4 - dice.below(4)).workdayBefore)
    guard item.report.level != .recommendation else { return }
    let back = recorded.adding(days: 2).workday
    decide(.returned(on: nil), item, on: back, note: "lampiran belum lengkap (latihan)")
    guard isCorrected else { return }
    let again = back.adding(days: 3 + dice.below(4)).workday
    let dated = item.meaning == .enactment ? date : again
    acts.append(
      PracticeAct(
        again, .submit(submit(item, on: dated, received: again, note: "perbaikan (latihan)"), nil),
        gated: gate(item)))
  }

  private mutating func slip(_ item: Owed) {
    let day = item.due.adding(days: -2).workdayBefore
    acts.append(PracticeAct(day, .slip(submit(item, on: day, note: "keliru (latihan)"))))
    acts.append(PracticeAct(day.adding(days: 1).workday, .void))
  }

  private mutating func extended(_ item: Owed) {
    let letter = item.due.adding(days: -3).workdayBefore
    let new = max(item.due.adding(days: 21), span.today.adding(days: 12))
    decide(
      .extended(to: new, letter: nil), item, on: letter,
      note: "Surat Camat 100/7/LATIHAN tentang perpanjangan")
  }

  private mutating func exempt(_ item: Owed) {
    exempted = item.id
    decide(
      .exempted(on: nil), item, on: item.due.adding(days: -5).workdayBefore,
      note: "Surat kabupaten 100/8/LATIHAN")
  }

  private mutating func decide(
    _ decision: Decide.Decision, _ item: Owed, on day: CivilDate, note: String?
  ) {
    acts.append(
      PracticeAct(
        day,
        .decide(
          Decide(
            decision, report: item.code, period: item.period, units: .these([item.unit]),
            note: note, recorder: recorder(of: item))), gated: gate(item)))
  }

  // MARK: - Everything else

  /// The values of each quarter that is over, and one survey.
  private mutating func measure(_ desk: Desk) throws {
    var desk = desk
    for quarter in span.quarters {
      guard let period = Period(.quarter, year: quarter.year, ordinal: quarter.number) else {
        continue
      }
      let day = quarter.lastDay.adding(days: 4).workday
      for register in try desk.registers(inForceIn: period) {
        for indicator in register.register.indicators {
          guard case .measurement = indicator.source, indicator.kind == .percent else { continue }
          // The budget is spent in the course of the year; of all else most is done.
          let of = indicator.label == "K10" ? 2_400_000_000 : 12 + dice.below(20)
          let done =
            indicator.label == "K10"
            ? of / 100 * (quarter.number * 24 - dice.below(4)) : of - dice.below(4)
          acts.append(
            PracticeAct(
              day,
              .measure(
                Measure(
                  indicator.label, .plain("\(done)/\(of)"),
                  MeasurementTerms(period: period, recorder: PracticeYear.office)))))
        }
      }
    }
    if let last = span.quarters.last,
      let period = Period(.quarter, year: last.year, ordinal: last.number)
    {
      acts.append(PracticeAct(last.lastDay.adding(days: 2).workday, .survey(period)))
    }
  }

  /// The last quarter that is over is frozen, and a submission of it comes to light afterwards.
  private mutating func freeze(_ past: [Owed]) {
    guard
      let quarter = span.quarters.last(where: { $0.lastDay.adding(days: 6).workday <= span.last })
    else { return }
    let day = quarter.lastDay.adding(days: 6).workday
    acts.append(PracticeAct(day, .freeze(quarter)))
    let recorded = recordedKeys
    // A mistake that was voided is still owed.
    let owing = past.filter { item in
      item.id != exempted && !item.isGate && item.isHandedIn
        && !recorded.contains(PracticeYear.key(submit(item, on: item.due)))
    }
    if let found = owing.last(where: { $0.due.quarter == quarter && !chosen.contains($0.id) }) {
      let dated = found.due.adding(days: -1).workdayBefore
      let at = max(day.adding(days: 1), found.due.adding(days: 9)).workday
      acts.append(
        PracticeAct(
          at,
          .submit(
            submit(found, on: dated, reason: "tanda terima baru ditemukan (latihan)"), nil)))
    }
    if let warned = owing.first(where: { $0.report.level == .village }) {
      acts.append(
        PracticeAct(
          span.last.adding(days: -4).workdayBefore,
          .letter(
            IssueLetters.Letter(
              to: warned.id.unit,
              LetterNote(number: "100.3/1/LATIHAN", step: 1, stepName: nil)))))
    }
  }
}
