public import ComplianceModel

/// The index of public satisfaction (IKM) that the answers of some respondents give.
///
/// Every element that was answered weighs exactly 1/n, where n is how many were: the mean of its
/// answers times 1/n times 25, added up, so that a survey of nothing but fours is 100,00. (With 1/9
/// written as 0,11 it would be 99,00.) The sum is rounded once, half up, to hundredths, and the class
/// is looked up after that.
///
/// Source: PermenPANRB 14/2017, the appendix on processing the data.
public struct SatisfactionIndex: Hashable, Sendable {
  /// An element with its answers.
  public struct ElementMean: Hashable, Sendable {
    /// The element.
    public let element: SurveyTally.Element
    /// Its answers, at least one.
    public let answers: SurveyTally.Answers

    /// The mean of the answers, 1 through 4.
    public var mean: Ratio { answers.mean }

    /// The mean on the scale of the index, 25 through 100.
    public var converted: Ratio { Ratio(25 * answers.sum, of: answers.count) }
  }

  /// Who gave at least one answer.
  public let respondents: Int
  /// The elements that were answered, in the order of the questionnaire.
  public let elements: [ElementMean]
  /// The elements that nobody answered; they have no weight.
  public let unused: [SurveyTally.Element]
  /// The index in hundredths, 2500 through 10 000.
  public let hundredths: Int
  /// Its class; `nil` without a scale.
  public let grade: PredicateScale.Grade?

  /// Reckons an index; `nil` where there is no answer.
  ///
  /// The rounding is exact, ties and all, while the least common multiple of the counts of answers is
  /// below 2^115; that of nine elements with up to 7000 answers each always is. Past that, a sum less
  /// than 2^-115 away from a tie could be rounded as the tie.
  ///
  /// - Parameters:
  ///   - group: The answers.
  ///   - elements: What was asked about; as many as `group` has answers for.
  ///   - scale: The scale that names the classes.
  public init?(
    of group: SurveyTally.Group, about elements: [SurveyTally.Element], scale: PredicateScale?
  ) {
    let means = zip(elements, group.answers).map { ElementMean(element: $0, answers: $1) }
    self.elements = means.filter { $0.answers.count > 0 }
    unused = means.filter { $0.answers.count == 0 }.map(\.element)
    respondents = group.respondents
    guard !self.elements.isEmpty else { return nil }
    hundredths = SatisfactionIndex.hundredths(of: self.elements.map(\.answers))
    grade = scale?.grade(of: hundredths)
  }

  /// The index as a number to be printed.
  public var value: Ratio { Ratio(hundredths, of: 100) }

  /// The three elements with the lowest means, the lowest first; of equal ones the first in the
  /// questionnaire.
  ///
  /// Fewer where fewer were answered.
  public var weakest: [ElementMean] {
    let ordered = elements.enumerated().sorted { left, right in
      let (below, above) = (left.element.mean, right.element.mean)
      let leftSide = below.numerator.multipliedFullWidth(by: above.denominator)
      let rightSide = above.numerator.multipliedFullWidth(by: below.denominator)
      return (leftSide.high, leftSide.low, left.offset)
        < (rightSide.high, rightSide.low, right.offset)
    }
    return ordered.prefix(3).map(\.element)
  }

  /// 2500 · Σ(sum/count) / n, rounded half up: the floor of (2 · 2500 · Σ(sum/count) + n) / 2n.
  private static func hundredths(of answers: [SurveyTally.Answers]) -> Int {
    // Each 2500 · sum/count is a whole number and a rest below 1. Of the rests, only the floor of
    // twice their sum decides, since all else in the fraction is whole.
    var whole = 0
    var rests: UInt128 = 0
    for answer in answers {
      let (quotient, rest) = (2500 * answer.sum).quotientAndRemainder(dividingBy: answer.count)
      whole += quotient
      rests += scaled(UInt128(rest), over: UInt128(answer.count))
    }
    // Each rest lost less than one unit, so that a sum on a half would else be taken for one below.
    let doubled = Int((2 * (rests + UInt128(answers.count))) >> fractionBits)
    return (2 * whole + answers.count + doubled) / (2 * answers.count)
  }

  /// Bits behind the point of a rest: twice the sum of fourteen rests still fits.
  private static let fractionBits = 120

  /// A fraction below 1 in units of 2^-120, rounded down.
  private static func scaled(_ numerator: UInt128, over denominator: UInt128) -> UInt128 {
    let product = numerator.multipliedFullWidth(by: 1 << fractionBits)
    return denominator.dividingFullWidth(product).quotient
  }
}
