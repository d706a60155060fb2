package import Compliance
package import ComplianceModel

/// What a survey of public satisfaction came to, in words that every front shares.
package struct SurveyText: Sendable {
  private let survey: SatisfactionSurvey
  private let scale: PredicateScale
  private let indicators: [Indicator]

  /// Words a survey.
  ///
  /// - Parameters:
  ///   - survey: The survey.
  ///   - scale: The scale that it was read with.
  ///   - indicators: The indicators of the office that a survey gives.
  package init(_ survey: SatisfactionSurvey, _ scale: PredicateScale, for indicators: [Indicator]) {
    self.survey = survey
    self.scale = scale
    self.indicators = indicators
  }

  /// `IKM 82,50 (B Baik) dari 150 responden, 9 unsur`; `nil` where nobody answered.
  package var heading: String? {
    survey.index.map {
      "IKM \(text($0)) dari \($0.respondents) responden, \($0.elements.count) unsur"
    }
  }

  /// How the elements are weighed, and by which scale; empty where nobody answered.
  package var weights: String {
    survey.index.map {
      "Bobot tiap unsur tepat 1/\($0.elements.count); skala \(scale.name) (\(scale.source.title))"
    } ?? ""
  }

  /// The elements without an answer; `nil` where each has one.
  package var unused: String? {
    guard let index = survey.index, !index.unused.isEmpty else { return nil }
    return
      "Tidak dipakai (tanpa jawaban): \(index.unused.map(\.name).joined(separator: "; "))"
  }

  /// The weakest elements.
  package var weakest: String {
    let weakest = (survey.index?.weakest ?? []).map { mean in
      "\(mean.element.name) \(mean.mean.decimal(separator: ",") ?? "")"
    }
    return "Unsur terlemah: \(weakest.joined(separator: "; "))"
  }

  /// The index with its class: `82,50 (B Baik)`.
  package func text(_ index: SatisfactionIndex) -> String {
    let value = index.value.decimal(separator: ",") ?? ""
    return index.grade.map { "\(value) (\($0.text))" } ?? value
  }

  /// The indicators that ask how many services reach something, with how many do.
  package var reaching: [(indicator: Indicator, share: Ratio)] {
    indicators.compactMap { indicator in
      guard case .survey(let result, _) = indicator.source else { return nil }
      return survey.servicesReaching(result).map { (indicator, $0) }
    }
  }

  /// The same in words: `H15 minimal B (76,61): 3 dari 4 layanan`.
  package var reachingLines: [String] {
    reaching.map { indicator, share in
      "\(indicator.label) \(minimum(indicator)): \(share.numerator) dari \(share.denominator) layanan"
    }
  }

  private func minimum(_ indicator: Indicator) -> String {
    guard case .survey(let result, _) = indicator.source else { return "" }
    switch result {
    case .index: return ""
    case .servicesAtLeast(let hundredths):
      return "minimal \(IndicatorWords.decimal(hundredths, separator: ","))"
    case .servicesOfClass(let letters):
      let bound = scale.grades.first { $0.letters == letters }?.from
      let from = bound.map { " (\(IndicatorWords.decimal($0, separator: ",")))" } ?? ""
      return "minimal \(letters)\(from)"
    }
  }
}
