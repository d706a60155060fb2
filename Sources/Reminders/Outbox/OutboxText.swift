internal import ComplianceModel
internal import DurableFiles
internal import SystemPackage

/// The text of an outbox file, taken apart.
struct OutboxText {
  private(set) var rows: [OutboxRow] = []
  private(set) var findings: [Finding] = []
  /// The number of the last row, also of those that could not be read.
  private(set) var count = 0
  /// Whether the last line has its end.
  let isWhole: Bool

  /// Reads whole lines; a last line without its end is not yet part of the file.
  init(_ bytes: [UInt8], file: String, _ filter: OutboxFilter? = nil) {
    isWhole = bytes.last == UInt8(ascii: "\n")
    var reader = CSVReader(bytes)
    var fields: [CSVReader.Field] = []
    var texts = RepeatedTexts()
    var start = 0
    var line = 1
    var memo = OutboxRow.Memo()
    // No field holds a line break: a damaged line must not swallow those after it.
    while let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
      defer {
        start = end + 1
        line += 1
      }
      if let filter, line > 1, !filter.keeps(bytes[start..<end]) {
        count += 1
        continue
      }
      reader.move(to: start..<end, line: line)
      let isWhole = (try? reader.next(&fields)) != nil
      let texts = isWhole ? texts.texts(of: fields, in: reader) : []
      if line > 1 || texts != OutboxRow.columns {
        count += 1
        if let row = OutboxRow(texts.dropFirst(), &memo) {
          rows.append(row)
        } else {
          findings.append(OutboxText.finding(file, line))
        }
      }
    }
  }

  /// The first line, without its line end.
  static let header = Array(OutboxRow.columns.text(between: ",").utf8)

  /// Refuses a file that a later version of the program wrote.
  ///
  /// - Throws: `FileFailure`.
  static func requireKnownForm(_ bytes: [UInt8], at path: FilePath) throws(FileFailure) {
    guard !AppendedTable.isOfLaterForm(bytes, header: header) else {
      throw FileFailure(.read, path, .laterForm)
    }
  }

  mutating func add(_ row: OutboxRow) {
    rows.append(row)
    count += 1
  }

  /// The row that a last line without its end holds; `nil` where it is torn.
  static func row(_ bytes: ArraySlice<UInt8>) -> OutboxRow? {
    var reader = CSVReader(Array(bytes))
    var fields: [CSVReader.Field] = []
    guard (try? reader.next(&fields)) != nil else { return nil }
    var memo = OutboxRow.Memo()
    return OutboxRow(fields.map { reader.text($0) }.dropFirst(), &memo)
  }

  /// A text without what ends a line or steers a terminal.
  static func oneLine(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
  }

  private static func finding(_ file: String, _ line: Int) -> Finding {
    let sentence = ReminderSentence.unreadableRow
    return Finding(
      sentence.problem, .remark, at: SourcePlace(file: file, line: line, column: 1), sentence.what,
      fix: sentence.fix)
  }
}

/// Makes texts of fields; rows that follow each other say much the same, and share it.
private struct RepeatedTexts {
  private var known: [(bytes: ArraySlice<UInt8>, text: String)] = []

  mutating func texts(of fields: [CSVReader.Field], in reader: CSVReader) -> [String] {
    while known.count < fields.count { known.append(([], "")) }
    return fields.indices.map { column in
      let bytes = reader.content(fields[column])
      if known[column].bytes != bytes {
        known[column] = (bytes, String(decoding: bytes, as: UTF8.self))
      }
      return known[column].text
    }
  }
}
