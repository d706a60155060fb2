internal import Answers
internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import Workspace

/// The scorecards that a command asks for.
struct ScorecardRequest {
  let year: Int
  let day: CivilDate
  /// The last day of recording that is used; `nil` for all.
  let knownThrough: CivilDate?
  /// The kecamatan that is meant; `nil` for all.
  let unit: String?

  /// One kecamatan with its scorecards of the year.
  struct Office {
    let desk: Desk
    let scorecards: [Scorecard]
    /// What no indicator can count yet.
    let uncomputed: UncomputedDates
  }

  /// What a kecamatan owes in the year; `nil` where no register is in force in it.
  ///
  /// - Throws: A fault of a register or of a holiday file.
  func schedule(_ desk: inout Desk) throws -> AssessedDuties? {
    guard let period = Period(.year, year: year), try !desk.registers(inForceIn: period).isEmpty
    else { return nil }
    return try AssessedDuties(.year(year), desk, asOf: day, watchedSince: year)
  }

  /// The scorecards of a kecamatan, for what it owes.
  func office(_ schedule: AssessedDuties, _ desk: Desk) throws -> Office {
    var desk = desk
    let scorecards = try desk.scorecards(schedule.plan, year: year, asOf: day)
    return Office(
      desk: desk, scorecards: scorecards,
      uncomputed: UncomputedDates(schedule.plan, desk.calendar))
  }

  /// The kecamatan that have a register in force in the year.
  ///
  /// - Throws: A ``CommandFailure`` where none has; a fault of a register; what keeps a date from
  ///   being reckoned.
  func offices(_ session: Session) throws -> [Office] {
    var offices: [Office] = []
    var registers: [IndicatorRegister] = []
    for kecamatan in try session.offices(of: unit, having: "indikator") {
      var desk = try session.workspace.desk(of: kecamatan, knownThrough: knownThrough)
      guard let schedule = try schedule(&desk) else {
        if registers.isEmpty { registers = try desk.registers() }
        continue
      }
      try schedule.plan.requireSoundRules(desk.calendar)
      offices.append(try office(schedule, desk))
    }
    guard offices.isEmpty else { return offices }
    guard registers.isEmpty else {
      let others = registers.map { register in
        let validity = register.validity(among: registers) ?? register.validity
        return "\(register.name) berlaku \(RuleText.validity(validity))"
      }
      throw CommandFailure.usage(
        "tidak ada register IKU yang berlaku pada \(year)",
        fix: "\(others.joined(separator: ", ")); pilih tahun lain, "
          + "atau tambahkan register tahun itu dalam kantor.yaml")
    }
    throw ScorecardRequest.noRegister(session)
  }

  /// The failure of an office that names no register.
  static func noRegister(_ session: Session) -> CommandFailure {
    let known = (try? session.workspace.knownRegisters()) ?? []
    return CommandFailure(
      .configuration,
      lines: [
        "kantor.yaml: galat: belum ada register IKU untuk kecamatan ini; tulis 'iku: [NAMA]' "
          + "(tersedia: \(known.joined(separator: ", "))), atau susun sendiri kalender/iku/NAMA.yaml"
      ])
  }

  /// The failure for an indicator that no register of the year has.
  func unknownIndicator(_ word: String, _ session: Session) throws -> CommandFailure {
    let labels = try offices(session).flatMap { office in
      office.scorecards.flatMap { $0.entries.map(\.indicator.label) }
    }
    let nearest = nearestMatch(to: word, among: labels)
    return .usage(
      "indikator '\(word)' tidak ada dalam register \(year)",
      fix: nearest.map { "mungkin maksudnya \($0)" } ?? "lihat: tenggat iku --tahun \(year)")
  }
}
