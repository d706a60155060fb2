internal import Answers
internal import ComplianceModel
internal import Exchange
internal import Hummingbird
internal import LedgerStore
internal import Workspace

/// The receipt for a document that a desa handed in, or for all of that day, to be printed: what
/// `tanda-terima` writes.
enum ReceiptFile: Resource {
  static let path = "/tanda-terima/{unit}/{baris}"
  static let readers = Audience.everyone
  static let keys: Set = [wholeDay]

  /// The key that asks for all that the desa handed in on the day of the row.
  private static let wholeDay = "sehari"

  /// The address of a receipt.
  ///
  /// - Parameters:
  ///   - unit: The desa.
  ///   - row: The row of a submission.
  ///   - isOfDay: Whether all of that day are meant.
  ///   - paths: The addresses of the visit.
  /// - Returns: The address.
  static func address(
    _ unit: RegionCode, _ row: LedgerEvent.RowID, ofDay isOfDay: Bool, _ paths: PagePath
  ) -> String {
    let path = "/tanda-terima/\(unit)/\(EvidenceRow.word(row))"
    return isOfDay ? paths.page(path, [wholeDay: "ya"]) : paths.page(path)
  }

  static func response(_ visit: Visit) async throws -> Response {
    try await Blocking.run { try receipt(visit) }
  }

  private static func receipt(_ visit: Visit) throws -> Response {
    let isOfDay = try visit.query.flag(wholeDay)
    guard let (kecamatan, village) = visit.village(),
      let id = visit.parameters.get("baris").flatMap(EvidenceRow.row),
      let received = try visit.workspace.desk(of: kecamatan).row(id)?.entry.received
    else { throw ShownTrouble(trouble: .noSuchReceipt) }
    let answer = try Receipts(
      Receipts.Question(
        of: visit.units(village.code), receivedOn: received, asOf: visit.day,
        only: isOfDay ? nil : id), in: visit.workspace)
    guard let receipt = answer.receipts.first,
      receipt.lines.contains(where: { $0.event.row == id })
    else { throw ShownTrouble(trouble: .noSuchReceipt) }
    return PrintedAnswer.response(
      Array(ReceiptPage(answer: answer, receipt: receipt).html(.a5).utf8),
      named: "tanda-terima-\(village.code)-\(answer.question.received)-a5.html")
  }
}
