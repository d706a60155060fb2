/// The part of a `catatan` by which two submissions are held against each other.
package enum ImportNote {
  /// What stands before a reason at the end of a note.
  private static let reasonMarks = [ReasonNote.lateEntry, ReasonNote.insistence].map {
    Array($0.utf8)
  }

  /// A note without the name of the evidence in front and the reason behind, as text.
  package static func core(_ note: String) -> String {
    Array(note.utf8).withUnsafeBufferPointer { String(decoding: core($0), as: UTF8.self) }
  }

  /// A note with a reason behind it; one that has a reason already goes on with this one.
  package static func adding(_ reason: String, to note: String, isLate: Bool) -> String {
    let hasReason = Array(note.utf8).withUnsafeBufferPointer { reasonStart($0, from: 0) != nil }
    if hasReason { return "\(note); \(reason)" }
    let mark = isLate ? ReasonNote.lateEntry : ReasonNote.insistence
    return note.isEmpty ? mark + reason : "\(note) \(mark)\(reason)"
  }

  /// A note without the name of the evidence in front and a reason behind.
  package static func core(_ note: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    var range = note.indices
    if note.first == UInt8(ascii: "["), let end = note.firstIndex(of: UInt8(ascii: "]")),
      end + 1 == note.count || note[end + 1] == 0x20
    {
      range = min(end + 2, note.count)..<note.count
    }
    if let reason = reasonStart(note, from: range.lowerBound) {
      range = range.lowerBound..<reason
    }
    return note.trimmed(range)
  }

  /// Where a reason begins: at the start, or behind a blank.
  private static func reasonStart(_ note: UnsafeBufferPointer<UInt8>, from first: Int) -> Int? {
    // Few notes have a colon, so that most are told apart by one quick look.
    guard note[first...].contains(UInt8(ascii: ":")) else { return nil }
    for start in first..<note.count where start == first || note[start - 1] == 0x20 {
      let rest = note[start...]
      if reasonMarks.contains(where: { rest.starts(with: $0) }) { return start }
    }
    return nil
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The bytes of a range without blanks (ASCII) before and after them.
  package func trimmed(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: self[trimmedRange(range)])
  }

  /// A range without the blanks (ASCII) at its ends.
  package func trimmedRange(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, self[start] == 0x20 { start += 1 }
    while start < end, self[end - 1] == 0x20 { end -= 1 }
    return start..<end
  }
}
