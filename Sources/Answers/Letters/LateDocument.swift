internal import CivilCalendar
internal import Compliance
internal import ComplianceModel

/// A document of a desa that is past its due date and not in, as a whole or in some of its parts.
///
/// The semesters of RealisasiDes that fall due in one year are parts of one document, as ``Villages``
/// counts.
public struct LateDocument: Sendable {
  /// The obligations that are late, the longest late first; at least one.
  public let parts: [Situation]

  /// The documents that late obligations of one desa make, the longest late first.
  ///
  /// - Parameter situations: Obligations of documents, in any order; those that are not overdue are left
  ///   out.
  /// - Returns: The documents.
  public static func documents(of situations: [Situation]) -> [LateDocument] {
    struct Key: Hashable {
      let report: String
      let dutyYear: Int?
    }
    return situations.filter { $0.assessment.status == .overdue }.sorted()
      .groups { Key(report: $0.code, dutyYear: $0.assessment.dutyQuarter?.year) }
      .map { LateDocument(parts: $0.members) }
  }
}
