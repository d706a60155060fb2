internal import CivilCalendar
internal import ComplianceModel

/// What the rows of one obligation come to on a day: 24 bytes that name the rows which decide.
///
/// The one reading of rows, for a single obligation that is explained and for the counts of a whole
/// country. It looks at no due date.
struct ObligationState {
  /// A row, by its place among those of a ledger.
  struct Place {
    private var number: UInt32 = 0

    /// No row.
    init() {}

    fileprivate init(_ index: UInt32) { number = index + 1 }

    /// The place; `nil` for no row.
    var index: UInt32? { number == 0 ? nil : number - 1 }

    /// Whether there is a row.
    var isSet: Bool { number != 0 }
  }

  /// The first submission that counts.
  private(set) var first = Place()
  /// The last submission that counts.
  private(set) var last = Place()
  private var accepted = Place()
  /// The last extension of the due date.
  private(set) var extensionRow = Place()
  /// The exemption.
  private(set) var exemption = Place()
  /// Twice the place of the last return that no submission follows, and one where some return came before,
  /// also one that does not count yet.
  private var returned: UInt32 = 0

  /// Where nothing is recorded.
  init() {}

  /// The acceptance of the last submission.
  var acceptance: Place { first.isSet ? accepted : Place() }

  /// The return that no later submission follows.
  var openReturn: Place { returned < 2 || !first.isSet ? Place() : Place(returned / 2 - 1) }

  /// Whether a submission is recorded that no later return follows.
  var isIn: Bool { first.isSet && returned < 2 }

  /// Whether the unit is exempt.
  var isExempt: Bool { exemption.isSet }

  /// Whether nobody owes it any more: it is in, or exempt.
  var isSettled: Bool { isIn || isExempt }

  /// Takes the next row, in the order of ``History/rows(of:)``.
  ///
  /// - Parameters:
  ///   - row: The row.
  ///   - index: Its place.
  ///   - day: Rows count from their date on; an extension, and a submission that follows a return, from
  ///     the day of receipt.
  /// - Returns: Whether the row counts on the day.
  @discardableResult
  mutating func apply(_ row: LedgerEvent, at index: UInt32, asOf day: CivilDate) -> Bool {
    switch row.kind {
    case .submitted:
      guard (returned & 1 == 1 ? row.received : row.date) <= day else { return false }
      if !first.isSet { first = Place(index) }
      last = Place(index)
      returned &= 1
      accepted = Place()
    case .returned:
      returned |= 1
      guard row.date <= day else { return false }
      returned = (index + 1) * 2 | 1
      accepted = Place()
    case .accepted:
      guard row.date <= day else { return false }
      if returned < 2 { accepted = Place(index) }
    case .exempted:
      guard row.date <= day else { return false }
      exemption = Place(index)
    case .extended:
      guard row.received <= day else { return false }
      extensionRow = Place(index)
    case .fact, .measured, .frozen, .voided: return false
    }
    return true
  }
}
