public import Answers
public import CivilCalendar
public import ComplianceModel

/// The compliance of one kecamatan in one duty year or quarter, as its provincial XML tells it.
///
/// It mirrors `Exports/kepatuhan-1.xsd`, which says what each value means.
public struct KepatuhanDocument: Hashable, Sendable {
  /// What it states.
  public let statement: DutyStatement
  /// When the document was made.
  public let made: ClockReading
  /// The kecamatan and what it lies in.
  public let regions: Regions
  /// Who signed it; `nil` while nobody has.
  public let endorsement: Endorsement?
  /// The state of each ledger file that was read, by year; at least one.
  public let ledgers: [LedgerMark]

  /// Creates a document.
  public init(
    _ statement: DutyStatement, made: ClockReading, regions: Regions,
    endorsement: Endorsement? = nil, ledgers: [LedgerMark]
  ) {
    self.statement = statement
    self.made = made
    self.regions = regions
    self.endorsement = endorsement
    self.ledgers = ledgers
  }
}
