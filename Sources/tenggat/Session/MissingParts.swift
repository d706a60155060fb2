internal import Answers
internal import ComplianceModel
internal import Exchange
internal import Wording

/// What is missing in the documents of one duty year or quarter, gathered so that it is said once for all of them.
struct MissingParts {
  /// The kecamatan whose document has no indicators, in the order of the documents.
  private var empty: [RegionCode] = []
  private var uncomputed = UncomputedDates()
  /// The duty year of the documents.
  private var year: Int?

  /// Adds what is missing in a document.
  mutating func add(_ document: KepatuhanDocument, _ uncomputed: UncomputedDates) {
    add(
      document.regions.kecamatan, document.statement.duty, uncomputed,
      hasIndicators: !document.statement.indicators.isEmpty)
  }

  /// Adds what is missing in the document of a kecamatan.
  mutating func add(
    _ kecamatan: RegionCode, _ duty: DutyStatement.Duty, _ uncomputed: UncomputedDates,
    hasIndicators: Bool
  ) {
    self.uncomputed.add(uncomputed)
    year = duty.year
    if !hasIndicators { empty.append(kecamatan) }
  }

  /// Says it on standard error.
  func tell(_ session: Session) {
    session.remark(uncomputed)
    guard let year, !empty.isEmpty else { return }
    Console.warning(Words.withoutIndicators(empty, in: year, command: "tenggat periksa iku"))
  }
}
