public import ComplianceModel

/// A row of this kind needs a note that says why, and has none.
public struct NoteRequired: Error, Hashable, Sendable {
  /// What is to be recorded.
  public let kind: LedgerEvent.Kind
}
