public import ComplianceModel

/// Something that a term of a formula looked at.
public enum CountedItem: Sendable {
  /// An obligation.
  case obligation(Assessment)
  /// A document of a desa with all of its parts.
  case document(RegionCode, VillageMatrix.Document)
  /// A desa with the documents that were asked for.
  case village(RegionCode, [VillageMatrix.Document])

  /// The documents or obligations by which it is told apart from others.
  public var keys: [Key] {
    switch self {
    case .obligation(let assessment): [.obligation(assessment.obligation.id)]
    case .document(let village, let document): [.document(village, document.report.code)]
    case .village(let village, let documents):
      documents.map { .document(village, $0.report.code) }
    }
  }

  /// What is counted once, however many terms look at it.
  public enum Key: Hashable, Sendable {
    /// An obligation.
    case obligation(Obligation.ID)
    /// A document of a desa.
    case document(RegionCode, Code)
  }

  /// The parts whose deciding row is a late entry (susulan), with what they belong to.
  var lateEntries: [Key] {
    func isLate(_ document: VillageMatrix.Document) -> Bool {
      document.isPresent
        && document.parts.contains { $0.status != .exempt && $0.isLateEntry }
    }
    switch self {
    case .obligation(let assessment):
      return assessment.status.isIn && assessment.isLateEntry ? keys : []
    case .document(_, let document): return isLate(document) ? keys : []
    case .village(let village, let documents):
      return documents.filter(isLate).map { .document(village, $0.report.code) }
    }
  }

  /// Documents of which some parts are in and others are not.
  var halfDone: [Key] {
    switch self {
    case .obligation: []
    case .document(_, let document): document.isHalfDone ? keys : []
    case .village(let village, let documents):
      documents.filter(\.isHalfDone).map { .document(village, $0.report.code) }
    }
  }
}

extension VillageMatrix.Document {
  /// Whether some of its parts are in and others are not.
  public var isHalfDone: Bool {
    parts.count > 1 && !isPresent && status != .exempt && parts.contains { $0.status.isIn }
  }
}
