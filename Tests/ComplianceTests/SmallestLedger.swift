import CivilCalendar
import ComplianceModel

extension [LedgerEvent] {
  /// The fewest rows that still differ, each in a line below the difference.
  ///
  /// - Parameters:
  ///   - codes: The codes of the rows.
  ///   - difference: How the readings of some rows differ; `nil` where they agree.
  /// - Returns: The difference and the rows.
  func smallest(_ codes: CodeTable, _ difference: ([LedgerEvent]) -> String?) -> String {
    var rows = self
    var index = 0
    while index < rows.count {
      var fewer = rows
      fewer.remove(at: index)
      if difference(fewer) == nil { index += 1 } else { (rows, index) = (fewer, 0) }
    }
    let lines = rows.map { row in
      "\(row.row.year)#\(row.row.number) \(row.kind.rawValue) \(row.unit) "
        + (row.subject.map { codes[$0] } ?? "") + " \(row.period?.description ?? "") "
        + "tanggal \(row.date) diterima \(row.received) dicatat \(row.recorded)"
        + (row.voids.map { " batal \($0.year)#\($0.number)" } ?? "")
    }
    return ([difference(rows) ?? ""] + lines).joined(separator: "\n")
  }
}
