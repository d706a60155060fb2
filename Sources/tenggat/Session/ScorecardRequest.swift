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
  /// A unit in the kecamatan that is meant; `nil` for all kecamatan.
  let unit: String?

  /// One kecamatan with its scorecards of the year.
  struct Office {
    let desk: Desk
    let scorecards: [Scorecard]
  }

  /// The kecamatan that have a register in force in the year; empty where none has.
  ///
  /// - Throws: A fault of a register; what keeps a date from being reckoned.
  func officesInForce(_ session: Session) throws -> [Office] {
    guard let period = Period(.year, year: year) else { return [] }
    var offices: [Office] = []
    for kecamatan in try session.kecamatan(of: unit) {
      var desk = try session.workspace.desk(of: kecamatan, knownThrough: knownThrough)
      guard try !desk.registers(inForceIn: period).isEmpty else { continue }
      let schedule = try Schedule(.year(year), desk, asOf: day, watchedSince: year)
      try session.require(schedule.plan, desk.calendar, gapsAllowed: false)
      var scored = schedule.desk
      let scorecards = try scored.scorecards(schedule.plan, year: year, asOf: day)
      offices.append(Office(desk: scored, scorecards: scorecards))
    }
    return offices
  }

  /// The kecamatan that have a register in force in the year.
  ///
  /// - Throws: A ``CommandFailure`` where none has; what ``officesInForce(_:)`` throws.
  func offices(_ session: Session) throws -> [Office] {
    let offices = try officesInForce(session)
    guard offices.isEmpty else { return offices }
    for kecamatan in try session.kecamatan(of: unit) {
      var desk = try session.workspace.desk(of: kecamatan)
      let registers = try desk.registers()
      guard let register = registers.first else { continue }
      throw CommandFailure.usage(
        "tidak ada register IKU yang berlaku pada \(year)",
        fix: "\(register.name) berlaku \(RuleText.validity(register.validity)); pilih tahun lain, "
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
