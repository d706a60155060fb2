internal import Compliance
internal import Wording

extension Console {
  /// Says the rates of counts, both readings, and what they are of.
  ///
  /// - Parameters:
  ///   - total: The counts.
  ///   - isOfQuarter: Whether they are of one quarter, which is not a year.
  mutating func totals(_ total: Tally, ofQuarter isOfQuarter: Bool) {
    for (text, style) in Words.totals(total, ofQuarter: isOfQuarter) { line(text, style) }
  }
}
