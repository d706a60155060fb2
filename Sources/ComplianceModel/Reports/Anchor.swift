/// The day that a count starts from.
public enum Anchor: Hashable, Sendable {
  /// The first day of the covered period.
  case periodStart
  /// The last day of the covered period.
  case periodEnd
  /// A dated fact in the ledger: of the obligation's own unit, else of its kecamatan.
  case event(Code)
}
