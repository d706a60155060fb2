internal import CivilCalendar

/// Leaves out lines that plan what is not open any more, without taking them apart.
struct OutboxFilter: Sendable {
  private let due: [[UInt8]]

  /// Keeps what is planned for these due dates, and everything else that is no plan.
  init(_ due: Set<CivilDate>) { self.due = due.map { Array($0.description.utf8) } }

  /// Whether a line has to be read.
  func keeps(_ line: ArraySlice<UInt8>) -> Bool {
    var start = line.startIndex
    for column in 0..<OutboxFilter.dueColumn {
      guard let comma = line[start...].firstIndex(of: UInt8(ascii: ",")) else { return true }
      let field = line[start..<comma]
      // A field in quotes may hold a comma.
      guard field.first != UInt8(ascii: "\"") else { return true }
      if column == OutboxFilter.stateColumn, !field.elementsEqual(OutboxRow.plannedWord.utf8) {
        return true
      }
      start = comma + 1
    }
    let field = line[start...].prefix { $0 != UInt8(ascii: ",") }
    return field.isEmpty || due.contains { field.elementsEqual($0) }
  }

  private static let stateColumn = OutboxRow.columns.firstIndex(of: "keadaan") ?? 0
  private static let dueColumn = OutboxRow.columns.firstIndex(of: "tenggat") ?? 0
}
