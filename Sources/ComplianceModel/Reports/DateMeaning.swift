/// Which date of a document the law speaks of.
public enum DateMeaning: Hashable, Sendable {
  /// The day on which a regulation of the desa was set.
  case enactment
  /// The day on which a report was handed in.
  case submission
  /// The day on which a recommendation was issued.
  case issue
}
