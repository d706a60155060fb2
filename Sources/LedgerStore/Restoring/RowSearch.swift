import DurableFiles

/// Looks among the readings of a row's fields for those that make the row that its `rantai` seals.
///
/// The first readings of all fields are tried first, then rows that differ from them in one field, in two, and so
/// on: the fields of a file were mostly changed in the same way. Every row that is tried costs one hash, and the
/// number of them is bounded for a row and for a file.
struct RowSearch {
  /// Rows that are tried at most for one row of the file.
  static let rowLimit = 1 << 16
  /// Rows that are tried at most for a file, beyond ``leastLimit`` each.
  static let fileLimit = 1 << 22
  /// Rows that are tried for each row of the file, whatever was tried before.
  static let leastLimit = 64

  /// How many rows were tried.
  private(set) var tried = 0

  /// Finds the readings that hold.
  ///
  /// - Parameters:
  ///   - fields: The readings of each field, at least one a field.
  ///   - limit: How many rows are tried at most.
  ///   - holds: Whether a row's bytes, without `rantai` and the comma before it, are the right ones.
  /// - Returns: The place of the right reading of each field, and the row; `nil` where none of those tried is right.
  mutating func first(
    of fields: [[CellReading]], limit: Int = rowLimit, where holds: ([UInt8]) -> Bool
  ) -> (picks: [Int], row: [UInt8])? {
    var attempt = Attempt(
      fields: fields.map { $0.map { RowSearch.field($0.text) } },
      left: tried < RowSearch.fileLimit ? limit : min(limit, RowSearch.leastLimit))
    defer { tried += attempt.tried }
    for count in 0...fields.count {
      if attempt.find(differing: count, from: 0, holds) { return (attempt.picks, attempt.row) }
      if attempt.left == 0 || count >= attempt.openFields { break }
    }
    return nil
  }

  /// A field as it stands in a ledger.
  private static func field(_ text: String) -> [UInt8] {
    var writer = CSVWriter()
    writer.field(text)
    return writer.bytes
  }

  private struct Attempt {
    let fields: [[[UInt8]]]
    /// How many rows may still be tried.
    var left: Int
    var tried = 0
    var picks: [Int]
    var row: [UInt8] = []
    /// How many fields have more than one reading.
    let openFields: Int

    init(fields: [[[UInt8]]], left: Int) {
      self.fields = fields
      self.left = left
      picks = fields.map { _ in 0 }
      openFields = fields.count { $0.count > 1 }
    }

    /// Tries the rows that differ from the first readings in so many fields more, from a field on.
    mutating func find(
      differing count: Int, from start: Int, _ holds: ([UInt8]) -> Bool
    ) -> Bool {
      guard count > 0 else { return test(holds) }
      for field in start..<max(start, fields.count) where fields[field].count > 1 {
        for pick in 1..<fields[field].count {
          picks[field] = pick
          if find(differing: count - 1, from: field + 1, holds) { return true }
          if left == 0 { return false }
        }
        picks[field] = 0
      }
      return false
    }

    private mutating func test(_ holds: ([UInt8]) -> Bool) -> Bool {
      guard left > 0 else { return false }
      left -= 1
      tried += 1
      row.removeAll(keepingCapacity: true)
      for (field, pick) in picks.enumerated() {
        if field > 0 { row.append(UInt8(ascii: ",")) }
        row += fields[field][pick]
      }
      return holds(row)
    }
  }
}
