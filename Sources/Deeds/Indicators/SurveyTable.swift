public import CivilCalendar
internal import Compliance
public import ComplianceModel
public import SystemPackage
public import Workspace

/// A table of answers to a survey of public satisfaction, to be read, and recorded if asked.
public struct SurveyTable: Sendable {
  /// The table.
  public var table: FilePath
  /// The name of the scale; that of the register, else the regulation's in force, where it is `nil`.
  public var scale: String?
  /// Whether the letters a through d of the printed questionnaire are answers.
  public var readsLetters: Bool
  /// The code or name of the kecamatan; `nil` for the only one.
  public var unit: String?
  /// What the survey is recorded for; `nil` where it is only read.
  public var period: Period?

  /// Creates a request.
  public init(
    _ table: FilePath, scale: String? = nil, readsLetters: Bool = false, unit: String? = nil,
    period: Period? = nil
  ) {
    self.table = table
    self.scale = scale
    self.readsLetters = readsLetters
    self.unit = unit
    self.period = period
  }

  /// The scale where neither the user nor a register names one: the regulation in force.
  private static let usualScale = "ikm-2017"

  /// A reason why a survey is not read or not recorded, as data.
  public enum Refused: Error, Sendable {
    /// There is no such scale.
    case noScale(String, known: [String])
    /// The table has faults: all findings, and how many faults there are, those only counted too.
    case faulty([Finding], faults: Int)
    /// The register of the office uses another scale than the survey was read with.
    case otherScale(register: String, survey: String)
    /// No register in force in the period has an indicator that a survey gives.
    case noIndicator(Period)
  }

  /// Reads the table; nothing is written.
  ///
  /// - Parameters:
  ///   - workspace: The workspace.
  ///   - today: The day of reading.
  /// - Returns: What the survey says.
  /// - Throws: What stands against it.
  public func read(
    in workspace: Workspace, asOf today: CivilDate
  ) throws(RequestFailure) -> ReadSurvey {
    try RequestFailure.wrap {
      let indicators = try indicators(in: workspace, asOf: today)
      let scale = try scale(indicators, in: workspace)
      let (tally, findings, faults) = try workspace.survey(
        at: table, scale: scale, readsLetters: readsLetters)
      guard let tally else { throw Refused.faulty(findings, faults: faults) }
      return ReadSurvey(
        survey: SatisfactionSurvey(tally, scale: scale), scale: scale, indicators: indicators,
        findings: findings)
    }
  }

  /// The indicators of the office that a survey gives, those of the period or of today.
  private func indicators(
    in workspace: Workspace, asOf today: CivilDate
  ) throws -> [Indicator] {
    let offices = try workspace.offices(of: unit, having: "indikator")
    guard let kecamatan = offices.first, offices.count == 1 else {
      // The index is the same for every office; only what is recorded is one office's.
      if period != nil { _ = try workspace.onlyKecamatan() }
      return []
    }
    var desk = try workspace.desk(of: kecamatan)
    guard let period = period ?? Period(.year, year: today.year) else { return [] }
    let indicators = try desk.registers(inForceIn: period).flatMap(\.register.indicators)
    // Of two registers that have one code, the later one counts.
    return indicators.enumerated().filter { place, indicator in
      guard case .survey = indicator.source else { return false }
      return !indicators[(place + 1)...].contains { $0.code == indicator.code }
    }.map(\.element)
  }

  private func scale(
    _ indicators: [Indicator], in workspace: Workspace
  ) throws -> PredicateScale {
    let scales = try workspace.predicateScales().filter { !$0.elements.isEmpty }
    let name = scale ?? indicators.compactMap(\.scale).first?.name ?? SurveyTable.usualScale
    guard let scale = scales.first(where: { $0.name == name }) else {
      throw Refused.noScale(name, known: scales.map(\.name).sorted())
    }
    return scale
  }
}
