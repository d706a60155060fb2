public import CivilCalendar

/// The days on which a rule is in force; open at either end.
public struct Validity: Hashable, Sendable {
  /// The first day; `nil` for a rule that was always in force.
  public let since: CivilDate?
  /// The last day; `nil` for a rule that is in force until replaced.
  public let through: CivilDate?

  /// Always in force.
  public static let always = Validity(since: nil, through: nil)

  /// Creates a span of days.
  public init(since: CivilDate?, through: CivilDate?) {
    self.since = since
    self.through = through
  }

  /// Whether a day lies in the span, both ends included.
  public func contains(_ date: CivilDate) -> Bool {
    (since.map { $0 <= date } ?? true) && (through.map { date <= $0 } ?? true)
  }

  /// Whether two spans have a day in common.
  public func overlaps(_ other: Validity) -> Bool {
    let startsInTime = through.map { end in other.since.map { $0 <= end } ?? true } ?? true
    let endsInTime = other.through.map { end in since.map { $0 <= end } ?? true } ?? true
    return startsInTime && endsInTime
  }
}
