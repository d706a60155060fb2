internal import ComplianceModel

/// The rows that others void: few beside those that they are looked for among, so that each is found by
/// comparing numbers and none is hashed.
struct VoidedRows {
  /// In their order.
  private let rows: [LedgerEvent.RowID]

  init(by events: [LedgerEvent]) {
    var rows: [LedgerEvent.RowID] = []
    for event in events { if let row = event.voids { rows.append(row) } }
    rows.sort()
    self.rows = rows
  }

  /// Whether a row is void.
  func contains(_ row: LedgerEvent.RowID) -> Bool {
    var (low, high) = (0, rows.count)
    while low < high {
      let middle = (low + high) / 2
      if rows[middle] < row { low = middle + 1 } else { high = middle }
    }
    return low < rows.count && rows[low] == row
  }
}
