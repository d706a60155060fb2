public import ComplianceModel

/// A reason why a file of the office, a calendar or its settings, cannot be changed safely, as data; it is then
/// as it was.
public enum CalendarRefusal: Error, Hashable, Sendable {
  /// The list that should get an entry, or the whole file, is written in brackets or braces.
  case inBrackets(SourcePlace)
  /// A value that should change is written as a text in lines of its own.
  case textBlock(SourcePlace)
  /// The changed text would not be read as it is meant.
  case otherMeaning(SourcePlace)
  /// It is a symbolic link, which writing would replace; its name in the workspace.
  case link(String)
  /// The file that such dates go to speaks of another region; its name in the workspace.
  case otherRegion(String)
}
