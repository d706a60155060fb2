/// Reads records field by field, and copies nothing but the texts: a workbook has thousands of cells.
struct RecordReader {
  private let bytes: [UInt8]
  /// Where the next field begins.
  private var place = 0
  /// Whether the record that is being read has more fields.
  private var hasField: Bool
  /// The line of the record that is being read, from 1.
  private(set) var line = 1

  /// Stands before the first record.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    hasField = !bytes.isEmpty
  }

  /// Whether all records were read.
  var isAtEnd: Bool { place == bytes.count }

  /// The next field as a text; `nil` where the record has none, or is cut off.
  mutating func text() -> String? { field().map(RecordField.text) }

  /// The next field as a whole number; `nil` for anything else.
  mutating func number() -> Int? {
    field().flatMap { Int(String(decoding: $0, as: UTF8.self)) }
  }

  /// The fields that the record still has.
  mutating func texts() -> [String] {
    var texts: [String] = []
    while let text = text() { texts.append(text) }
    return texts
  }

  /// Goes on to the next record.
  ///
  /// - Returns: Whether all fields of the one before were read.
  mutating func endRecord() -> Bool {
    guard !hasField else { return false }
    hasField = !isAtEnd
    line += 1
    return true
  }

  private mutating func field() -> ArraySlice<UInt8>? {
    guard hasField else { return nil }
    let start = place
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      if byte == UInt8(ascii: "\t") { return bytes[start..<place - 1] }
      if byte == UInt8(ascii: "\n") {
        hasField = false
        return bytes[start..<place - 1]
      }
    }
    return nil
  }
}
