internal import CivilCalendar
internal import Compliance
internal import Workspace

extension ImportReader {
  /// A row without faults.
  struct Row: Sendable {
    /// Its line in the table.
    let line: Int
    /// What it speaks of, by its place among the resolver's targets.
    let target: Int
    /// `tanggal`.
    let date: CivilDate
    /// `diterima`.
    let received: CivilDate
    /// What stands before the reason in the ledger, where one was needed.
    let reasonMark: String?
    /// Whether it is a late entry.
    let isLate: Bool
    /// `catatan`, without the reason.
    let note: Text
    /// The row's own reason for a late entry, or nothing.
    let reason: Text
  }

  /// Where a text of a row lies.
  struct Text: Sendable {
    let range: Range<Int>
    /// Whether it lies among the texts whose quotes were doubled in the table.
    let isUnquoted: Bool
  }

  /// Some rows, with the bytes that their texts lie in.
  struct Batch: Sendable {
    let rows: [Row]
    let bytes: [UInt8]
    let unquoted: [UInt8]

    /// Shows the texts of the rows.
    func withTexts<Value>(_ body: (Texts) throws -> Value) rethrows -> Value {
      try bytes.withUnsafeBufferPointer { bytes in
        try unquoted.withUnsafeBufferPointer { try body(Texts(bytes: bytes, unquoted: $0)) }
      }
    }
  }

  /// The texts of some rows, in memory.
  struct Texts {
    fileprivate let bytes, unquoted: UnsafeBufferPointer<UInt8>

    subscript(text: Text) -> UnsafeBufferPointer<UInt8> {
      UnsafeBufferPointer(rebasing: (text.isUnquoted ? unquoted : bytes)[text.range])
    }
  }
}

extension ImportReader.Row {
  /// A row as the rules take it.
  init(
    line: Int, target: Int, date: CivilDate, received: CivilDate, _ admission: Admission,
    note: ImportReader.Text, reason: ImportReader.Text
  ) {
    self.init(
      line: line, target: target, date: date, received: received,
      reasonMark: ReasonNote.mark(of: admission), isLate: admission.isLateEntry, note: note,
      reason: reason)
  }
}
