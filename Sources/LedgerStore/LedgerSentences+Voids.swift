import ComplianceModel

extension LedgerSentences {
  /// What is wrong with a `batal`, given the row that it voids.
  static func fault(
    of event: LedgerEvent, voiding voided: LedgerEvent
  ) -> Sentence? {
    if voided.kind == .voided { return voidsVoid(voided.row) }
    guard event.unit == voided.unit, event.subject == voided.subject,
      event.period == voided.period
    else { return voidsOther(voided.row) }
    return nil
  }
}
