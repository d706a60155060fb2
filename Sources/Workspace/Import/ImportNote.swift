/// The part of a `catatan` by which two submissions are held against each other.
enum ImportNote {
  /// What stands before the reason of a late entry.
  static let lateEntry = Array("susulan: ".utf8)

  /// A note without the name of the evidence in front and the reason of a late entry behind.
  static func core(_ note: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
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

  /// Where the reason of a late entry begins: at the start, or behind a blank.
  private static func reasonStart(_ note: UnsafeBufferPointer<UInt8>, from first: Int) -> Int? {
    // Few notes have a colon, so that most are told apart by one quick look.
    guard note[first...].contains(UInt8(ascii: ":")) else { return nil }
    var start = first
    while note.count - start >= lateEntry.count {
      if start == first || note[start - 1] == 0x20,
        note[start..<(start + lateEntry.count)].elementsEqual(lateEntry)
      {
        return start
      }
      start += 1
    }
    return nil
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The bytes of a range without blanks (ASCII) before and after them.
  func trimmed(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: self[trimmedRange(range)])
  }

  /// A range without the blanks (ASCII) at its ends.
  func trimmedRange(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, self[start] == 0x20 { start += 1 }
    while start < end, self[end - 1] == 0x20 { end -= 1 }
    return start..<end
  }
}
