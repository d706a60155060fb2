package import Answers
internal import CivilCalendar
internal import ComplianceModel

/// The words around the same indicators across years and offices.
package struct ComparisonText {
  private let answer: ScorecardComparison

  /// The words for a comparison.
  package init(_ answer: ScorecardComparison) { self.answer = answer }

  /// What is compared, of whom and when.
  package var heading: String {
    let scope = answer.scope
    let filter = ViewFilter(
      knownThrough: scope.knownThrough, others: answer.indicator.map { ["indikator \($0)"] } ?? [])
    let (first, last) = (answer.years.first ?? scope.year, answer.years.last ?? scope.year)
    let span = first < last ? "\(first)-\(last)" : "\(first)"
    return
      "\(filter.who(answer.kecamatan)) · perbandingan IKU \(span)\(filter.headingEnd(answer.kecamatan))"
      + answer.watchedSince.headingEnd(ofYear: first)
  }

  /// The day of judging, and what was known.
  package var state: String {
    "Keadaan pada \(Words.day(answer.scope.day))"
      + "\(Words.knowledge(through: answer.scope.knownThrough)); nilai setahun"
  }

  /// What a sign in place of a value means.
  package static let legend =
    "- \(IndicatorWords.noData), register belum berlaku, atau dokumennya belum dipantau "
    + "(dipantau_sejak)"
}
