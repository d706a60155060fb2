import CivilCalendar
import ComplianceModel
import DurableFiles

/// One row of a ledger, split into its fields, which lie in the bytes that it was found in.
struct RowFields {
  /// A reason why a line is no row, or a text of one is none, and where.
  struct Fault: Error {
    let sentence: LedgerSentences.Sentence
    let offset: Int
  }

  private var reader: CSVReader
  private var fields = RowFields.none
  /// Whether the row that was split last is plain (``PlainRow``).
  private(set) var isPlain = false

  private static let none = Array(
    repeating: CSVReader.Field(range: 0..<0), count: LedgerColumn.allCases.count)

  init(_ bytes: [UInt8]) { reader = CSVReader(bytes) }

  /// The bytes in which rows lie.
  var bytes: [UInt8] { reader.bytes }

  /// Whether there are as many fields as a row has.
  var isWhole: Bool { fields.count == LedgerColumn.allCases.count }

  /// Splits the row in a range of the bytes, which are at hand.
  ///
  /// - Parameters:
  ///   - range: The row without its line end.
  ///   - bytes: The bytes.
  ///   - line: Its line in the file.
  /// - Throws: A ``Fault`` where it has not the shape of a row.
  mutating func split(
    _ range: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>, line: Int
  ) throws(Fault) {
    if !isWhole { fields = RowFields.none }
    isPlain = fields.withUnsafeMutableBufferPointer { PlainRow.split(range, of: bytes, into: $0) }
    if isPlain { return }
    reader.move(to: range, line: line)
    do {
      _ = try reader.next(&fields)
    } catch {
      throw Fault(sentence: LedgerSentences.malformed(error.kind), offset: error.offset)
    }
    guard isWhole else {
      // An empty line gives no field at all.
      let count = range.isEmpty ? 0 : fields.count
      throw Fault(sentence: LedgerSentences.fieldCount(count), offset: range.lowerBound)
    }
  }

  subscript(column: LedgerColumn) -> CSVReader.Field { fields[column.rawValue] }

  func text(_ column: LedgerColumn) -> String { reader.text(self[column]) }

  func content(_ column: LedgerColumn) -> ArraySlice<UInt8> { reader.content(self[column]) }

  /// Where a byte stands in its line, from 1.
  func column(of offset: Int) -> Int { reader.column(of: offset) }

  /// Lends the content of a field; nothing is copied where no quote in it is doubled.
  func withContent<Value>(
    _ column: LedgerColumn, of bytes: UnsafeBufferPointer<UInt8>,
    _ body: (UnsafeBufferPointer<UInt8>) -> Value
  ) -> Value {
    let field = self[column]
    guard !field.hasDoubledQuotes else { return content(column).withUnsafeBufferPointer(body) }
    return body(UnsafeBufferPointer(rebasing: bytes[field.range]))
  }

  /// A field's text for a message: one short line.
  func shown(_ column: LedgerColumn) -> String {
    let text = text(column)
    let scalars = text.unicodeScalars.prefix(60).map { $0.isPrintable ? $0 : "\u{FFFD}" }
    var shown = String(String.UnicodeScalarView(scalars))
    if text.unicodeScalars.count > 60 { shown += "…" }
    return shown
  }

  /// What keeps the row from being one line of UTF-8 without control characters.
  func textFaults(in range: Range<Int>) -> [Fault] {
    var isASCII = true
    var control: Int?
    reader.bytes.withUnsafeBufferPointer { bytes in
      for index in range {
        let byte = bytes[index]
        if byte < 0x20 || byte == 0x7F {
          control = index
          return
        }
        if byte >= 0x80 { isASCII = false }
      }
    }
    if let control {
      return [Fault(sentence: LedgerSentences.controlCharacter, offset: control)]
    }
    guard !isASCII else { return [] }
    return LedgerColumn.allCases.compactMap { column in
      let field = self[column].range
      guard let text = String(validating: reader.bytes[field], as: UTF8.self) else {
        return Fault(sentence: LedgerSentences.notText(column), offset: field.lowerBound)
      }
      guard text.unicodeScalars.contains(where: \.breaksLine) else { return nil }
      return Fault(sentence: LedgerSentences.controlCharacter, offset: field.lowerBound)
    }
  }

  /// The row with its texts.
  ///
  /// - Parameter event: What was read of it.
  /// - Returns: `nil` where it does not say when it was recorded.
  func row(_ event: LedgerEvent) -> LedgerRow? {
    guard let recordedAt = ClockReading(bytes: content(.recordedAt)) else { return nil }
    let entry = LedgerEntry(
      kind: event.kind, unit: event.unit, subject: text(.subject), period: text(.period),
      date: CivilDate(iso: content(.date)), received: CivilDate(iso: content(.received)),
      value: text(.value), file: text(.file), sha256: text(.sha256), note: text(.note),
      recorder: text(.recorder))
    return LedgerRow(id: event.row, recordedAt: recordedAt, entry: entry, chain: text(.chain))
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether they are the digits of a number that is not negative, without a zero in front.
  func spells(_ number: Int) -> Bool {
    var rest = number
    for index in indices.reversed() {
      guard rest > 0, self[index] == UInt8(ascii: "0") + UInt8(rest % 10) else { return false }
      rest /= 10
    }
    return rest == 0 && !isEmpty
  }
}
