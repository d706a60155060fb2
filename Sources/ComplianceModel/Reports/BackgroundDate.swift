/// A date that binds somebody else and is shown as background.
public struct BackgroundDate: Hashable, Sendable {
  /// Who is bound by it, and to whom.
  public let party: String
  /// How the date is reckoned.
  public let shape: DueShape
  /// The law.
  public let source: LegalSource
  /// How far it may be relied on.
  public let confidence: Confidence

  /// Creates a background date.
  public init(party: String, shape: DueShape, source: LegalSource, confidence: Confidence) {
    self.party = party
    self.shape = shape
    self.source = source
    self.confidence = confidence
  }
}
