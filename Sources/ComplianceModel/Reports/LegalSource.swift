/// Where a date, a report or a holiday comes from.
public struct LegalSource: Hashable, Sendable {
  /// The law with its articles, or the local letter; never empty.
  public let title: String
  /// Where the text was read, or what is not certain about it.
  public let reference: String?

  /// Creates a source.
  public init(title: String, reference: String? = nil) {
    self.title = title
    self.reference = reference
  }
}

/// How far a date may be relied on.
public enum Confidence: String, CaseIterable, Sendable {
  /// A public text states it.
  case verified = "VERIFIED"
  /// General knowledge of the field; no text was found to cite.
  case known = "KNOWN"
  /// Set by the kabupaten (Perbup, surat edaran, letter): a typical value that the office confirms.
  case local = "LOCAL"
}
