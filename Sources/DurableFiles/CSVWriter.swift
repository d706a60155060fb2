/// Writes comma-separated values (RFC 4180), quoting only where it is needed.
public struct CSVWriter: Sendable {
  /// What was written so far.
  public private(set) var bytes: [UInt8] = []
  private let separator: UInt8
  private let lineEnd: [UInt8]
  private var isAtRowStart = true

  /// Creates a writer.
  ///
  /// - Parameters:
  ///   - separator: The byte between fields.
  ///   - isForOthers: Whether lines end as RFC 4180 has it, with CR and LF; else with LF alone, as in all
  ///     files of ours.
  public init(separator: UInt8 = UInt8(ascii: ","), forOthers isForOthers: Bool = false) {
    self.separator = separator
    lineEnd = Array((isForOthers ? "\r\n" : "\n").utf8)
  }

  /// Appends a field.
  public mutating func field(_ text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }

  /// Appends a field of UTF-8 bytes.
  public mutating func field(bytes content: [UInt8]) {
    content.withUnsafeBufferPointer { append($0) }
  }

  private mutating func append(_ content: UnsafeBufferPointer<UInt8>) {
    if !isAtRowStart { bytes.append(separator) }
    isAtRowStart = false
    let needsQuotes = content.contains { byte in
      switch byte {
      case separator, UInt8(ascii: "\""), UInt8(ascii: "\n"), UInt8(ascii: "\r"): true
      default: false
      }
    }
    guard needsQuotes else {
      bytes.append(contentsOf: content)
      return
    }
    bytes.append(UInt8(ascii: "\""))
    for byte in content {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Whether a spreadsheet that opens a table takes a text for a formula.
  public static func isFormula(_ text: some StringProtocol) -> Bool {
    guard let first = text.utf8.first, text.utf8.count > 1 else { return false }
    return "=+-@\t\r".utf8.contains(first)
  }

  /// Ends the row.
  public mutating func endRow() {
    bytes.append(contentsOf: lineEnd)
    isAtRowStart = true
  }

  /// Appends a whole row.
  public mutating func row(_ fields: [String]) {
    for text in fields { field(text) }
    endRow()
  }

  /// Forgets what was written, for the next batch; the memory is kept.
  public mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    isAtRowStart = true
  }
}
