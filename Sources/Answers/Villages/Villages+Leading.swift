public import Compliance
internal import ComplianceModel

extension Villages.Matrix {
  /// The obligation that a cell of the table leads to: of several the first that is not in, else the last.
  ///
  /// - Parameters:
  ///   - key: The key of the column.
  ///   - row: The row.
  /// - Returns: The obligation as it stands; `nil` for a cell that is about none.
  public func leading(ofColumn key: String, _ row: VillageMatrix.Row) -> Assessment? {
    if key == Self.recommendationKey { return Self.leading(row.recommendations) }
    let document = row.documents.first {
      Self.key(ofDocument: calendar.codes[$0.report.code]) == key
    }
    if let document { return Self.leading(document.parts) }
    return inForce[row.village.code]?.first { Self.key(ofInForce: $0.report) == key }?.assessment
  }

  private static func leading(_ parts: [Assessment]) -> Assessment? {
    parts.first { !$0.status.isSettled } ?? parts.last
  }
}
