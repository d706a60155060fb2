/// Records as they are written, field by field.
struct RecordWriter {
  /// What is written so far.
  private(set) var bytes: [UInt8] = []
  private var isInRecord = false

  /// Adds a text to the record.
  mutating func add(_ text: String) {
    separate()
    RecordField.append(text, to: &bytes)
  }

  /// Adds a number to the record.
  mutating func add(_ number: Int) {
    separate()
    bytes += String(number).utf8
  }

  /// Ends the record.
  mutating func endRecord() {
    bytes.append(UInt8(ascii: "\n"))
    isInRecord = false
  }

  private mutating func separate() {
    if isInRecord { bytes.append(UInt8(ascii: "\t")) }
    isInRecord = true
  }
}
