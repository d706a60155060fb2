/// What becomes of a due date that is not a working day.
public enum Roll: Hashable, Sendable {
  /// It stays: no law moves these deadlines, people are reminded earlier instead. The default.
  case stay
  /// It moves to the next working day.
  case forward
  /// It moves to the last working day before.
  case backward
}
