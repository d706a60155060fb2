internal import Compliance
internal import Wording

/// The shares of counts in both readings, as a page shows them in front.
struct RateFigures: Sendable {
  /// Of what is decided by now.
  let current: String
  /// What the whole is called: of a year, or of a quarter.
  let wholeName: String
  /// Of all that is owed.
  let whole: String
  /// What can still be reached.
  let attainable: String
  /// What is in.
  let submitted: String

  /// The shares of counts.
  init(_ total: Tally, ofQuarter isOfQuarter: Bool) {
    current = Words.percent(total.currentRate)
    wholeName = isOfQuarter ? "Setriwulan" : "Setahun"
    whole = Words.percent(total.onTimeRate)
    attainable = Words.percent(total.attainableRate)
    submitted = Words.percent(total.submittedRate)
  }
}
