public import CivilCalendar
public import Compliance
public import ComplianceModel
public import Workspace

/// What a survey of public satisfaction says, and whom it concerns.
public struct ReadSurvey: Sendable {
  /// The survey.
  public let survey: SatisfactionSurvey
  /// The scale that it was read with.
  public let scale: PredicateScale
  /// The indicators of the office that a survey gives.
  public let indicators: [Indicator]
  /// What was found in its table.
  public let findings: [Finding]

  /// Records what the survey gives, for all indicators of the office or none.
  ///
  /// - Parameters:
  ///   - terms: What it is recorded for.
  ///   - workspace: The workspace.
  ///   - instant: When it is recorded; its day is today.
  /// - Returns: What was recorded; nothing where nobody answered.
  /// - Throws: Everything that stands against it; nothing was then recorded.
  public func record(
    _ terms: MeasurementTerms, in workspace: Workspace, at instant: ClockReading
  ) throws(RequestFailure) -> RecordedValues {
    guard let prepared = try prepared(terms, in: workspace, at: instant) else { return .none }
    return try prepared.admitted.record()
  }

  /// What recording would come to; nothing is written.
  ///
  /// - Parameters:
  ///   - terms: What it is recorded for.
  ///   - workspace: The workspace.
  ///   - instant: When it is recorded.
  /// - Returns: What would be recorded; nothing where nobody answered.
  /// - Throws: Everything that stands against it.
  public func preview(
    _ terms: MeasurementTerms, in workspace: Workspace, at instant: ClockReading
  ) throws(RequestFailure) -> Preview<RecordedValues> {
    try prepared(terms, in: workspace, at: instant)?.preview() ?? Preview(.none, [])
  }

  /// The rows of all indicators that it gives; `nil` where nobody answered.
  private func prepared(
    _ terms: MeasurementTerms, in workspace: Workspace, at instant: ClockReading
  ) throws(RequestFailure) -> Prepared<RecordedValues>? {
    try RequestFailure.wrap {
      try deed(terms, in: workspace, at: instant).map { Prepared($0) }
    }
  }

  private func deed(
    _ terms: MeasurementTerms, in workspace: Workspace, at instant: ClockReading
  ) throws -> Deed<MeasurementAct>? {
    guard let index = survey.index else { return nil }
    if let other = indicators.compactMap(\.scale).first(where: { $0.name != scale.name }) {
      throw SurveyTable.Refused.otherScale(register: other.name, survey: scale.name)
    }
    var desk = try workspace.desk(of: terms.kecamatan(in: workspace))
    let acts = try indicators.compactMap { indicator -> MeasurementAct? in
      guard let text = value(for: indicator, index) else { return nil }
      return MeasurementAct(
        indicator: try MeasuredIndicator(indicator.label, in: terms.period, &desk),
        kecamatan: desk.kecamatan.code, text: text, words: "IKM \(index.respondents) responden",
        terms: terms)
    }
    guard !acts.isEmpty else { throw try ReadSurvey.noIndicator(terms.period, &desk) }
    return try Deed(of: acts, evidence: terms.files, at: instant) { ($0, desk) }
  }

  /// What the survey says of an indicator, as the ledger holds it; `nil` where it says nothing of it.
  private func value(for indicator: Indicator, _ index: SatisfactionIndex) -> String? {
    guard case .survey(let result, _) = indicator.source else { return nil }
    if case .index = result { return Ratio(index.hundredths, of: 100).decimal() }
    guard let share = survey.servicesReaching(result), share.denominator > 0 else { return nil }
    return "\(share.numerator)/\(share.denominator)"
  }

  /// The refusal of an office that has no indicator for a survey in a period.
  private static func noIndicator(_ period: Period, _ desk: inout Desk) throws -> any Error {
    let registers = try desk.registers()
    guard let first = registers.first else {
      return Measure.Refused.noRegister(known: (try? desk.workspace.knownRegisters()) ?? [])
    }
    guard try !desk.registers(inForceIn: period).isEmpty else {
      return Measure.Refused.notInForce(first, among: registers, in: period)
    }
    return SurveyTable.Refused.noIndicator(period)
  }
}
