import ComplianceModel

/// The columns that a row of a kind cannot leave empty.
enum NeededColumns {
  private static let ofReport: [LedgerColumn] = [.subject, .period, .date]
  private static let ofFact: [LedgerColumn] = [.subject, .date]
  private static let ofMeasure: [LedgerColumn] = [.subject, .period, .date, .value]
  private static let ofSnapshot: [LedgerColumn] = [.period, .sha256]
  private static let none: [LedgerColumn] = []

  /// Those of a kind.
  static func of(_ kind: LedgerEvent.Kind) -> [LedgerColumn] {
    switch kind {
    case .submitted, .accepted, .returned, .exempted, .extended: ofReport
    case .fact: ofFact
    case .measured: ofMeasure
    case .frozen: ofSnapshot
    case .voided: none
    }
  }
}
