internal import ComplianceModel
internal import Dispatch
internal import LedgerStore
internal import Workspace

/// Seals and writes rows on a thread of its own, while the next ones are read.
///
/// Unchecked because the ledgers cannot say it themselves: from the first batch to ``finish(in:)`` they
/// are touched by the queue's thread alone, one batch after the other.
final class ImportWriter: @unchecked Sendable {
  /// What the rows of an obligation have in common, and the ledger that they go to.
  struct Head: Sendable {
    let book: Int
    let text: SubmissionHead
  }

  private let books: [ImportBook]
  private let heads: [Head]
  private var note: ReasonedNote
  private var failure: (any Error)?
  private let queue = DispatchQueue(label: "impor")
  /// Batches that may wait, so that memory stays small where the disk is slow.
  private let room = DispatchSemaphore(value: 4)

  init(_ books: [ImportBook], _ heads: [Head], reason: String?) {
    self.books = books
    self.heads = heads
    note = ReasonedNote(reason: reason)
  }

  /// Takes rows for writing; those that are not new are left out.
  func write(_ batch: ImportReader.Batch, where isNew: [Bool]) {
    room.wait()
    queue.async { [self] in
      defer { room.signal() }
      guard failure == nil else { return }
      do {
        try add(batch, where: isNew)
      } catch {
        failure = error
      }
    }
  }

  private func add(_ batch: ImportReader.Batch, where isNew: [Bool]) throws {
    try batch.withTexts { texts in
      for (row, isNew) in zip(batch.rows, isNew) where isNew {
        let head = heads[row.target]
        try note.with(row, texts) { note in
          try books[head.book].ledger.add(
            head.text, date: row.date, received: row.received, note: note)
        }
      }
    }
  }

  /// Waits until no batch is being written any more.
  ///
  /// Whoever gives an import up calls it first: only then are the ledgers cut back before the process
  /// can end.
  func drain() { queue.sync {} }

  /// Writes what is left and makes all of it durable: one call for one ledger, and one for any number.
  ///
  /// - Returns: What was done to torn last lines.
  /// - Throws: What kept a row from being written, or all of them from being durable; every ledger is
  ///   then cut back when it goes out of scope.
  func finish(in store: LedgerStore) throws -> [Finding] {
    try queue.sync {
      if let failure { throw failure }
      try books.finish(in: store)
      return books.flatMap { $0.ledger.remarks }
    }
  }
}

/// The `catatan` of rows, with the reason behind that of one which needed it.
private struct ReasonedNote {
  private let reason: [UInt8]
  private var bytes: [UInt8] = []

  init(reason: String?) { self.reason = Array((reason ?? "").utf8) }

  mutating func with(
    _ row: ImportReader.Row, _ texts: ImportReader.Texts,
    _ body: (UnsafeBufferPointer<UInt8>) throws -> Void
  ) rethrows {
    let note = texts[row.note]
    guard let mark = row.reasonMark else { return try body(note) }
    bytes.removeAll(keepingCapacity: true)
    bytes += note
    if !note.isEmpty { bytes.append(UInt8(ascii: " ")) }
    bytes += mark.utf8
    if row.reason.range.isEmpty {
      bytes += reason
    } else {
      bytes += texts[row.reason]
    }
    try bytes.withUnsafeBufferPointer(body)
  }
}
