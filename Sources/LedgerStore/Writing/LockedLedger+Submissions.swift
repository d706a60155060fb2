public import CivilCalendar
public import ComplianceModel

/// What the submissions of one import for one obligation have in common, checked and written out once.
public struct SubmissionHead: Sendable {
  /// From the comma before `dicatat_pada` to the one after `periode`.
  let bytes: [UInt8]
  /// The day of recording.
  let recorded: CivilDate
}

extension LockedLedger {
  /// Checks and writes out what submissions for one obligation have in common.
  ///
  /// - Parameters:
  ///   - unit: The unit.
  ///   - report: The code of the report.
  ///   - period: The covered period.
  ///   - recorder: Who records.
  ///   - instant: When they are recorded.
  /// - Returns: The common part, good for this ledger alone.
  /// - Throws: ``LedgerFailure/refused(_:)`` for what breaks a rule of a row.
  public mutating func head(
    unit: RegionCode, report: String, period: Period, recorder: String, at instant: ClockReading
  ) throws(LedgerFailure) -> SubmissionHead {
    let entry = LedgerEntry(
      kind: .submitted, unit: unit, subject: report, period: period.description,
      date: instant.date, received: instant.date, recorder: recorder)
    let common = try common(entry, at: instant)
    return SubmissionHead(bytes: common, recorded: instant.date)
  }

  /// Adds a submission, in much less time than a row of any kind takes.
  ///
  /// - Parameters:
  ///   - head: What it has in common with others.
  ///   - date: `tanggal`.
  ///   - received: `diterima`.
  ///   - note: `catatan` in UTF-8.
  /// - Returns: The place that the row will have.
  /// - Throws: ``LedgerFailure``, as ``add(_:at:)``.
  @discardableResult
  public mutating func add(
    _ head: SubmissionHead, date: CivilDate, received: CivilDate, note: UnsafeBufferPointer<UInt8>
  ) throws(LedgerFailure) -> LedgerEvent.RowID {
    guard received <= head.recorded else {
      throw refusal(LedgerSentences.receivedInFuture(received, recorded: head.recorded))
    }
    if let fault = NoteText.fault(in: note) { throw refusal(fault) }
    let capacity = head.bytes.count + 2 * 10 + 5 + 2 * note.count + 2
    let row = try addChecked(atMost: capacity) { pen in
      head.bytes.withUnsafeBufferPointer { pen.put($0) }
      pen.put(date)
      pen.put(UInt8(ascii: ","))
      if received == date { pen.repeat(last: 11, first: 10) } else { pen.put(received) }
      // No value and no evidence lie between `diterima` and `catatan`.
      for _ in 0..<4 { pen.put(UInt8(ascii: ",")) }
      pen.put(field: note)
    }
    if let first = note.first, "=+-@".utf8.contains(first), note.count > 1 {
      noteFormula(inRow: row.number)
    }
    return row
  }
}

/// The free text of a row.
public enum NoteText {
  /// What keeps bytes from being a `catatan`, and how to mend it; `nil` where nothing does.
  ///
  /// A note is one line of UTF-8 without control characters.
  public static func fault(
    in bytes: ArraySlice<UInt8>
  ) -> (problem: LedgerProblem, what: String, fix: Remedy)? {
    bytes.withUnsafeBufferPointer { fault(in: $0) }
  }

  /// What keeps bytes in memory from being a `catatan`; `nil` where nothing does.
  public static func fault(
    in bytes: UnsafeBufferPointer<UInt8>
  ) -> (problem: LedgerProblem, what: String, fix: Remedy)? {
    if bytes.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return nil }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      return LedgerSentences.notText(.note)
    }
    return text.unicodeScalars.contains(where: \.breaksLine)
      ? LedgerSentences.controlCharacter : nil
  }
}
