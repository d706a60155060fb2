/// Which way a count goes from its anchor.
public enum Direction: Hashable, Sendable {
  case after, before
}
