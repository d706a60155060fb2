internal import ComplianceModel
public import DurableFiles

/// How much a file held when its rows were last read.
public struct OutboxExtent: Hashable, Sendable {
  /// Its length in bytes.
  let length: Int64
  /// The number of its last row.
  let rows: Int
}

/// The file of a year, held by one process.
public struct LockedOutbox: ~Copyable {
  /// The civil year of its runs.
  let year: Int
  /// What is left out of what is read.
  let filter: OutboxFilter?

  private var table: AppendedTable
  /// Held, and not written to.
  private let turn: LockedFile
  /// The number of the last row.
  private(set) var count: Int
  private let name: String

  init(
    _ file: consuming LockedFile, _ turn: consuming LockedFile, year: Int, name: String,
    filter: OutboxFilter?, seen: OutboxExtent?, files: FileSystem
  ) throws(FileFailure) {
    self.turn = turn
    self.year = year
    self.name = name
    self.filter = filter
    table = AppendedTable(file, header: OutboxText.header + [UInt8(ascii: "\n")], in: files)
    count = 0
    if let seen, Int64(table.contents.count) == seen.length {
      count = seen.rows
    } else {
      count = text().count
    }
    guard !table.tailBytes.isEmpty else { return }
    if wholeTail != nil { table.keepTail() }
    try table.mendTail()
    try table.commit()
  }

  /// What it held when it was locked.
  func text() -> OutboxText {
    var text = OutboxText(Array(table.contents[..<table.tailStart]), file: name, filter)
    if let wholeTail { text.add(wholeTail) }
    return text
  }

  /// The last row where it only lacks its line end.
  private var wholeTail: OutboxRow? {
    let isBehindHeader = table.tailStart > 0 && !table.tailBytes.isEmpty
    return isBehindHeader ? OutboxText.row(table.tailBytes) : nil
  }

  /// Appends rows durably, in one write.
  ///
  /// - Throws: `FileFailure`; none of them is then in the file.
  public mutating func append(_ rows: [OutboxRow]) throws(FileFailure) {
    guard !rows.isEmpty else { return }
    var writer = CSVWriter()
    for (index, row) in rows.enumerated() {
      writer.row(["\(count + index + 1)"] + row.fields.map(OutboxText.oneLine))
    }
    try table.append(writer.bytes[...])
    try table.commit()
    count += rows.count
  }
}
