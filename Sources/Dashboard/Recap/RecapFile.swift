internal import Answers
internal import ComplianceModel
internal import Exchange
internal import Hummingbird
internal import NIOCore

/// The counts by region as a table for other programs: what `kepatuhan --menurut … --csv` prints.
enum RecapFile: Resource {
  static let path = "/rekap/csv"
  static let readers = Audience.office
  static let keys = RecapRequest.keys

  static func response(_ visit: Visit) async throws -> Response {
    let request = try RecapRequest(visit)
    let grouping = request.grouping ?? .all
    let bytes = try await Blocking.run {
      let answer = try request.answer(byVillage: grouping == .village, visit)
      return CSVTable(
        answer.recap.plainGrid(by: grouping, in: request.order), forOthers: false
      ).bytes
    }
    let words =
      ["rekap", grouping.rawValue] + [request.region?.description].compactMap(\.self)
      + [request.time.value]
    return ExportFile.saved(
      bytes, as: "\(words.joined(separator: "-")).csv", of: ExportFile.Kind.csv.type)
  }

  /// The address of the table that shows what a page shows.
  ///
  /// - Parameters:
  ///   - grouping: By which regions.
  ///   - request: What the page was asked.
  ///   - visit: The look at the page.
  /// - Returns: The address.
  static func address(
    _ grouping: Recap.Grouping, like request: RecapRequest, _ visit: Visit
  ) -> String {
    visit.paths.page(
      path,
      [
        request.time.key: request.time.value, "menurut": grouping.rawValue,
        "urut": request.order.rawValue,
      ], keeping: ["unit", "tingkat"], of: visit.query)
  }
}
