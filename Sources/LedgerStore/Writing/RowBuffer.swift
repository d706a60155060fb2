import CivilCalendar
import Hashing

/// Rows that are sealed and wait to be written, each behind the one that it is chained to.
///
/// A row's chain is the hash of the `rantai` before it, a line end and its own bytes, which is how they
/// lie in the file; so the buffer begins with the last `rantai` that is there, and every row is sealed
/// where it lies.
struct RowBuffer {
  private var bytes: [UInt8]
  private var count: Int
  /// Where the row that is being written began.
  private var rowStart: Int

  /// What stands before the first row in the buffer: a `rantai` and its line end.
  private static let carried = Chain.length + 1

  /// Creates a buffer.
  ///
  /// - Parameter chain: The `rantai` that the next row is chained to.
  init(after chain: ArraySlice<UInt8>) {
    bytes = Array(chain) + [UInt8(ascii: "\n")]
    count = bytes.count
    rowStart = count
  }

  /// The sealed rows that were not written yet.
  var rows: ArraySlice<UInt8> { bytes[RowBuffer.carried..<rowStart] }

  /// The `rantai` of the last sealed row.
  var lastChain: ArraySlice<UInt8> { bytes[(rowStart - RowBuffer.carried)..<(rowStart - 1)] }

  /// The row that was begun, up to where it was written.
  var begun: ArraySlice<UInt8> { bytes[rowStart..<count] }

  /// Forgets the rows, which are written; the next one is chained to the last of them.
  mutating func removeRows() {
    let carried = rowStart - RowBuffer.carried
    for index in 0..<(count - carried) { bytes[index] = bytes[carried + index] }
    count -= carried
    rowStart -= carried
  }

  /// Forgets the row that was begun.
  mutating func removeBegun() { count = rowStart }

  // MARK: Writing a row

  /// Writes a part of a row.
  ///
  /// - Parameters:
  ///   - capacity: The bytes that it takes at most.
  ///   - write: Writes it.
  mutating func write(atMost capacity: Int, _ write: (inout RowPen) -> Void) {
    reserve(capacity)
    let start = count
    count = bytes.withUnsafeMutableBufferPointer { bytes in
      var pen = RowPen(bytes, at: start)
      write(&pen)
      return pen.place
    }
  }

  mutating func put(_ other: [UInt8]) {
    write(atMost: other.count) { pen in
      other.withUnsafeBufferPointer { pen.put($0) }
    }
  }

  /// Seals the row that was begun: adds its `rantai` and its line end.
  mutating func seal() {
    reserve(RowBuffer.carried + 1)
    let sealed = (rowStart - RowBuffer.carried)..<count
    bytes.withUnsafeMutableBytes { bytes in
      let digest = Chain.digest(UnsafeRawBufferPointer(rebasing: bytes[sealed]))
      bytes[sealed.upperBound] = UInt8(ascii: ",")
      Hexadecimal.write(digest, to: bytes, at: sealed.upperBound + 1)
      bytes[sealed.upperBound + RowBuffer.carried] = UInt8(ascii: "\n")
    }
    count += RowBuffer.carried + 1
    rowStart = count
  }

  private mutating func reserve(_ more: Int) {
    guard bytes.count < count + more else { return }
    bytes.append(contentsOf: repeatElement(0, count: max(more, bytes.count)))
  }
}

/// Writes bytes from a place on; whoever makes it has seen to the room.
struct RowPen {
  private let bytes: UnsafeMutableBufferPointer<UInt8>
  /// Where the next byte goes.
  private(set) var place: Int

  fileprivate init(_ bytes: UnsafeMutableBufferPointer<UInt8>, at place: Int) {
    self.bytes = bytes
    self.place = place
  }

  mutating func put(_ byte: UInt8) {
    bytes[place] = byte
    place += 1
  }

  mutating func put(_ other: UnsafeBufferPointer<UInt8>) {
    let target = UnsafeMutableRawBufferPointer(bytes)[place...]
    UnsafeMutableRawBufferPointer(rebasing: target).copyMemory(from: UnsafeRawBufferPointer(other))
    place += other.count
  }

  /// A number that is not negative, in digits; at most 19 of them.
  mutating func put(number: Int) {
    var length = 1
    var rest = number / 10
    while rest > 0 {
      length += 1
      rest /= 10
    }
    rest = number
    for index in stride(from: place + length - 1, through: place, by: -1) {
      bytes[index] = UInt8(ascii: "0") + UInt8(rest % 10)
      rest /= 10
    }
    place += length
  }

  /// A date as `CivilDate.description` gives it: 10 bytes.
  mutating func put(_ date: CivilDate) {
    let (year, month, day) = date.parts
    putTwoDigits(year / 100)
    putTwoDigits(year % 100)
    put(UInt8(ascii: "-"))
    putTwoDigits(month)
    put(UInt8(ascii: "-"))
    putTwoDigits(day)
  }

  /// Repeats what was written: of the last so many bytes the first so many.
  mutating func `repeat`(last count: Int, first length: Int) {
    let written = UnsafeBufferPointer(bytes)[(place - count)...]
    put(UnsafeBufferPointer(rebasing: written.prefix(length)))
  }

  private mutating func putTwoDigits(_ number: Int) {
    put(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / 10))
    put(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10))
  }

  /// A field, in quotes where it needs them (RFC 4180); at most two bytes more than twice its length.
  mutating func put(field: UnsafeBufferPointer<UInt8>) {
    let needsQuotes = field.contains { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") }
    guard needsQuotes else { return put(field) }
    put(UInt8(ascii: "\""))
    for byte in field {
      if byte == UInt8(ascii: "\"") { put(byte) }
      put(byte)
    }
    put(UInt8(ascii: "\""))
  }
}
