/// Reads records field by field, and copies nothing but the texts: a workbook has thousands of cells.
struct RecordReader {
  private let bytes: [UInt8]
  /// Where the next field begins.
  private var place = 0
  /// Whether the record that is being read has more fields.
  private var hasField: Bool
  /// The line of the record that is being read, from 1.
  private(set) var line: Int

  /// Stands before the first record, which is the given line.
  init(_ bytes: [UInt8], line: Int) {
    self.bytes = bytes
    self.line = line
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

  /// The next field as a whole number, `nil` in it where the field is empty; `nil` for anything else.
  mutating func optionalNumber() -> Int?? {
    guard let field = field() else { return nil }
    guard !field.isEmpty else { return .some(nil) }
    return Int(String(decoding: field, as: UTF8.self)).map { $0 }
  }

  /// The next field as whole numbers with a blank between each two; `nil` for anything else.
  mutating func numbers() -> [Int]? {
    guard let parts = field()?.split(separator: UInt8(ascii: " ")) else { return nil }
    let numbers = parts.compactMap { Int(String(decoding: $0, as: UTF8.self)) }
    return numbers.count == parts.count ? numbers : nil
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
