/// A cell by its place: `D12` is row 12, column 4.
struct CellReference: Hashable {
  let row: Int
  let column: Int

  /// Reads a place; `nil` for anything but letters and digits within what a sheet has.
  init?(_ bytes: some Sequence<UInt8>) {
    var (row, column) = (0, 0)
    var hasDigits = false
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z") where !hasDigits:
        column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
      case UInt8(ascii: "0")...UInt8(ascii: "9") where column > 0:
        hasDigits = true
        row = row * 10 + Int(byte - UInt8(ascii: "0"))
      default: return nil
      }
      guard column <= ReadingLimits.columns, row <= ReadingLimits.rows else { return nil }
    }
    guard row > 0, column > 0 else { return nil }
    (self.row, self.column) = (row, column)
  }
}

/// An area of cells that is shown as one.
struct MergedArea {
  /// The cell whose content is shown.
  let first: CellReference
  /// The last row.
  let lastRow: Int

  /// Reads an area, `B2:B9`; `nil` for anything else.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    let parts = bytes.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard let first = parts.first.flatMap(CellReference.init), parts.count <= 2,
      let last = parts.last.flatMap(CellReference.init), last.row >= first.row,
      last.column >= first.column
    else { return nil }
    self.first = first
    lastRow = last.row
  }
}
