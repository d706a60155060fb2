/// Which submission decides whether a report was on time.
public enum DecidingSubmission: String, CaseIterable, Sendable {
  /// The first standing one: a report that was returned keeps the proof of its first date.
  case first = "pertama"
  /// The last standing one.
  case last = "terakhir"
}
