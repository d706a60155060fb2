public import Compliance

/// How a document of a desa, or a recommendation, stands in a matrix.
public struct DocumentMark: Hashable, Sendable {
  /// The status that it is shown with; a document past its term was submitted once and is awaited again.
  public let status: Status
  /// Whether it was returned and its correction is awaited.
  public let isReturned: Bool
  /// Whether it is in and was not accepted, where the office asks for that.
  public let awaitsAcceptance: Bool
  /// How many of its parts are in.
  public let present: Int
  /// How many parts it must have; the exempt are left out.
  public let required: Int

  /// Whether it has a due date; a document that waits for an event has none.
  public let isDated: Bool

  /// Whether some of its parts are in and some are not.
  public var isHalf: Bool { present > 0 && present < required }

  /// Describes a document.
  ///
  /// - Parameters:
  ///   - document: The document.
  ///   - asksAcceptance: Whether the office asks for an acceptance.
  init(_ document: VillageMatrix.Document, asksAcceptance: Bool) {
    let parts = document.parts.filter { $0.status != .exempt }
    let isExpired = document.status.isIn && !document.isPresent
    status = isExpired ? .waiting : document.status
    isReturned = document.returned != nil
    awaitsAcceptance =
      asksAcceptance && !isExpired && parts.contains(where: \.waitsForAcceptance)
    present = parts.count { $0.status.isIn }
    required = parts.count
    isDated = document.parts.contains { $0.due != nil }
  }

  /// Describes a single obligation: a recommendation, or a document that is in force.
  ///
  /// - Parameters:
  ///   - assessment: The obligation as it stands.
  ///   - asksAcceptance: Whether the office asks for an acceptance.
  init(_ assessment: Assessment, asksAcceptance: Bool) {
    status = assessment.status
    isReturned = assessment.pendingReturn != nil
    awaitsAcceptance = asksAcceptance && assessment.waitsForAcceptance
    present = assessment.status.isIn ? 1 : 0
    required = assessment.status == .exempt ? 0 : 1
    isDated = assessment.due != nil
  }
}
