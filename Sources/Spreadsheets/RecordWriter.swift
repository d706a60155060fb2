/// Records as they are written, field by field.
struct RecordWriter: Sendable {
  private var bytes: [UInt8] = []
  private var isInRecord = false

  /// Adds a text to the record.
  mutating func add(_ text: String) {
    separate()
    RecordField.append(text, to: &bytes)
  }

  /// Adds a number to the record.
  mutating func add(_ number: Int) {
    separate()
    // Most are the numbers of styles, and columns that a cell takes.
    if 0..<10 ~= number {
      bytes.append(UInt8(ascii: "0") + UInt8(number))
    } else {
      bytes += String(number).utf8
    }
  }

  /// Adds a number to the record; an empty field where there is none.
  mutating func add(_ number: Int?) {
    if let number { add(number) } else { add("") }
  }

  /// Adds numbers to the record, as one field.
  mutating func add(_ numbers: [Int]) { add(numbers.map { "\($0)" }.joined(separator: " ")) }

  /// Ends the record.
  mutating func endRecord() {
    bytes.append(UInt8(ascii: "\n"))
    isInRecord = false
  }

  /// What was written since this was last asked for.
  mutating func take() -> [UInt8] {
    defer { bytes = [] }
    return bytes
  }

  private mutating func separate() {
    if isInRecord { bytes.append(UInt8(ascii: "\t")) }
    isInRecord = true
  }
}
