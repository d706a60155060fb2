internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import Workspace

/// A row about a report whose predecessor is not in the ledger: it may be in the same table, before or
/// behind the row.
struct GatedRow {
  /// What it speaks of, by its place among the resolver's targets.
  let target: Int
  /// `tanggal`.
  let date: CivilDate
  /// Where its date stands.
  let place: SourcePlace
}

extension ImportReader {
  /// Decides on the rows that waited for others of the table, after all of them were seen.
  mutating func settle(_ resolver: inout ImportResolver) {
    resolver.isTableKnown = true
    var refused: [(place: SourcePlace, sentence: ImportSentence.Sentence)] = []
    // A predecessor may wait for one of its own, which is not dated later.
    let order = gated.sorted { first, second in
      let periods = [first, second].map { resolver.targets[$0.target].id.period.firstDay }
      return (first.date, periods[0]) < (second.date, periods[1])
    }
    for row in order {
      guard let shut = resolver.shutGate(row.target, row.date) else { continue }
      if resolver.isInTable(shut, of: row.target, by: row.date) {
        resolver.remember(row.target, row.date)
        continue
      }
      let code = resolver.desks[resolver.targets[row.target].desk].calendar.codes[shut.report]
      let refusal = Refusal.improbable([.gateShut(report: code, shut.period)])
      refused.append(
        (row.place, ImportSentence.refused(refusal, resolver.name(of: row.target))))
    }
    withdraw(refused)
  }
}

extension ImportResolver {
  /// Checks the dates of a row, beside what the table and the calendar say of others.
  mutating func admit(
    _ place: Int, date: CivilDate, received: CivilDate, hasReason: Bool
  ) throws(Refusal) -> Admission {
    let target = targets[place]
    let rule = try target.rule.get()
    var beside = SubmissionRule.Beside()
    if rule.mayMeanAnotherPeriod(date) { beside.likelier = likelier(target, date) }
    if let shut = rule.shutGate(on: date) {
      beside.predecessor = firstDates[number(shut, desk: target.desk)]
      // Until all rows were seen it may yet come.
      if !isTableKnown, !hasReason { beside.predecessor = date }
    }
    return try rule.admit(date: date, received: received, hasReason: hasReason, beside: beside)
  }

  /// Whether a row is taken only if another one of the table is its predecessor.
  func waitsForTable(_ place: Int, _ date: CivilDate) -> Bool {
    !isTableKnown && shutGate(place, date) != nil
  }

  /// What must be in before a row's report and was not, by the ledger.
  func shutGate(_ place: Int, _ date: CivilDate) -> Obligation.ID? {
    guard case .success(let rule) = targets[place].rule else { return nil }
    return rule.shutGate(on: date)
  }

  /// Whether the table has a submission for an obligation by a day.
  mutating func isInTable(
    _ id: Obligation.ID, of place: Int, by date: CivilDate
  ) -> Bool {
    firstDates[number(id, desk: targets[place].desk)].map { $0 <= date } ?? false
  }

  /// Remembers the day of a row that others may wait for.
  mutating func note(_ place: Int, _ date: CivilDate) {
    guard !isTableKnown, targets[place].isPredecessor else { return }
    remember(place, date)
  }

  mutating func remember(_ place: Int, _ date: CivilDate) {
    let number = targets[place].number
    firstDates[number] = firstDates[number].map { min($0, date) } ?? date
  }

  private mutating func likelier(_ target: ImportTarget, _ date: CivilDate) -> LikelierPeriod? {
    // A holiday file that cannot be read is told where a date needs it.
    let others = try? desks[target.desk].alternatives(
      to: target.obligation, dated: date, asOf: today)
    return others.flatMap {
      desks[target.desk].judge(asOf: today).likelier(
        than: target.obligation, dated: date, among: $0)
    }
  }
}

extension ReportCalendar {
  /// Whether a report waits for one with a code.
  func isPredecessor(_ code: Code) -> Bool {
    reports.contains { report in report.gates.contains { $0.report == code } }
  }
}
