internal import CivilCalendar

/// What the options of every command say, however they were read.
struct GlobalChoices {
  /// The workspace's folder, where it is named.
  var folder: String?
  /// The day to take for today, where one is set.
  var today: CivilDate?
  /// Whether colour is wanted.
  var color = Console.Color.automatic
}
