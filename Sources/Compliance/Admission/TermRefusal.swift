public import CivilCalendar
public import ComplianceModel

/// Why a decision on a term of office finds no term that it could make longer.
public enum TermRefusal: Hashable, Sendable {
  /// The law that allows it was not in force yet.
  ///
  /// - Parameters:
  ///   - law: Its title.
  ///   - date: The day of the decision.
  ///   - after: The day behind which a decision can lie.
  case beforeLaw(String, on: CivilDate, after: CivilDate)
  /// No recorded term has its usual end on these days.
  ///
  /// - Parameters:
  ///   - days: The days.
  ///   - beginning: The code of the event that begins a term.
  ///   - unit: Whose term it is.
  case noTerm(ended: ClosedRange<CivilDate>, beginning: String, of: RegionCode)
  /// The next term had begun before the decision, on this day.
  case nextTerm(CivilDate)
}
