public import ComplianceModel

/// What a survey of public satisfaction says: the index of all respondents, and that of each service.
public struct SatisfactionSurvey: Hashable, Sendable {
  /// A service with its index.
  public struct Service: Hashable, Sendable {
    /// The service.
    public let name: String
    /// The index that its own respondents give.
    public let index: SatisfactionIndex
  }

  /// The index of all respondents; `nil` where nobody answered (tidak ada data).
  public let index: SatisfactionIndex?
  /// The services with at least one answer, in the order of the tally.
  public let services: [Service]
  private let scale: PredicateScale?

  /// Reckons a survey.
  ///
  /// - Parameters:
  ///   - tally: The answers, added up.
  ///   - scale: The scale that names the classes; without it there are none.
  public init(_ tally: SurveyTally, scale: PredicateScale?) {
    self.scale = scale
    index = SatisfactionIndex(of: tally.everyone, about: tally.elements, scale: scale)
    services = tally.services.compactMap { service in
      SatisfactionIndex(of: service.group, about: tally.elements, scale: scale)
        .map { Service(name: service.name, index: $0) }
    }
  }

  /// How many services reach what an indicator asks for, of all services with an answer.
  ///
  /// A class is reached by a better one too. "Minimal B" and "minimal 75" are different questions:
  /// under PermenPANRB 14/2017, B begins at 76,61.
  ///
  /// - Parameter result: What the indicator asks for.
  /// - Returns: `nil` for the index itself, and for a class that the scale does not have; a share of
  ///   nothing where the survey names no service.
  public func servicesReaching(_ result: Indicator.SurveyResult) -> Ratio? {
    let reached: Int
    switch result {
    case .index: return nil
    case .servicesOfClass(let letters):
      guard let scale, scale.grades.contains(where: { $0.letters == letters }) else { return nil }
      reached = services.count { scale.reaches(letters, $0.index.hundredths) == true }
    case .servicesAtLeast(let hundredths):
      reached = services.count { $0.index.hundredths >= hundredths }
    }
    return Ratio(reached, of: services.count)
  }
}
