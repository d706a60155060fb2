internal import Compliance
package import ComplianceModel

extension Indicator {
  /// What is odd about a measured value that is one; `nil` where nothing is.
  package func remark(on value: MeasuredValue, at place: SourcePlace) -> Finding? {
    guard case .percent(let share)? = IndicatorFigure(kind, value)?.value,
      share.numerator > share.denominator
    else { return nil }
    return Finding(
      WorkspaceProblem.overHundred, .remark, at: place,
      "nilai \(label), \(share.numerator)/\(share.denominator), lebih dari 100 persen",
      fix: "periksa pembilang dan penyebutnya; bila tertukar, catat lagi nilai yang benar")
  }
}
