internal import CNettle

/// Comparison of secrets.
public enum ConstantTime {
  /// Whether two secrets are the same; the time that it takes depends on their lengths alone.
  public static func areEqual(_ first: [UInt8], _ second: [UInt8]) -> Bool {
    first.count == second.count && nettle_memeql_sec(first, second, first.count) == 1
  }
}
