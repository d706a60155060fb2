public import CivilCalendar

/// A file of rules or of an office's own dates.
public struct DatedFile: Hashable, Sendable {
  /// The file, as it is named to the user.
  public let file: String
  /// The day on which somebody held it against its sources; `nil` where it does not say.
  public let checkedOn: CivilDate?
}
