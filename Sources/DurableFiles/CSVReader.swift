/// Reads comma-separated values (RFC 4180) from bytes, a row at a time, without a string a field.
///
/// Rows end with LF or CRLF. A quoted field may hold separators, line breaks and doubled quotes. A
/// row that breaks the rules is thrown as a ``CSVFault``; reading goes on with the line after it,
/// so that all faults of a file can be shown at once.
public struct CSVReader: Sendable {
  /// Where a field's content lies.
  public struct Field: Hashable, Sendable {
    /// Offsets into the bytes, without the enclosing quotes.
    public let range: Range<Int>
    /// Whether quotes inside the content are doubled.
    public let hasDoubledQuotes: Bool

    init(range: Range<Int>, hasDoubledQuotes: Bool) {
      self.range = range
      self.hasDoubledQuotes = hasDoubledQuotes
    }

    /// A field without quotes, found by a reader of its own.
    public init(range: Range<Int>) { self.init(range: range, hasDoubledQuotes: false) }
  }

  /// How a row ends.
  public enum Ending: Hashable, Sendable {
    case lf, crlf
    /// The bytes end without a line break.
    case none
  }

  /// Where a row lies.
  public struct Row: Hashable, Sendable {
    /// Offsets of the whole row into the bytes, without its line ending.
    public let range: Range<Int>
    /// The line on which it begins, from 1.
    public let line: Int
    /// How it ends.
    public let ending: Ending
  }

  /// The bytes that are read.
  public let bytes: [UInt8]
  private let separator: UInt8
  /// Where the next row begins.
  private(set) var position: Int
  /// Where the part that is read ends.
  private(set) var end: Int
  /// The line on which the next row begins.
  private(set) var line: Int

  /// Creates a reader over bytes of ASCII or UTF-8.
  ///
  /// - Parameters:
  ///   - bytes: The text, without a byte order mark.
  ///   - separator: The byte between fields.
  public init(_ bytes: [UInt8], separator: UInt8 = UInt8(ascii: ",")) {
    self.bytes = bytes
    self.separator = separator
    position = 0
    end = bytes.count
    line = 1
  }

  /// Goes on with a part of the bytes, as if they began and ended there.
  ///
  /// - Parameters:
  ///   - range: Offsets into the bytes.
  ///   - line: The number of the line that begins the part.
  public mutating func move(to range: Range<Int>, line: Int) {
    position = range.lowerBound
    end = range.upperBound
    self.line = line
  }

  /// Reads the next row.
  ///
  /// - Parameter fields: Replaced by the fields of the row, at least one.
  /// - Returns: Where the row lies; `nil` at the end.
  /// - Throws: ``CSVFault``; the next call goes on with the line after the one where it lies.
  public mutating func next(_ fields: inout [Field]) throws(CSVFault) -> Row? {
    fields.removeAll(keepingCapacity: true)
    guard position < end else { return nil }
    let start = position
    let firstLine = line
    let (limit, separator) = (end, separator)
    let result: Result<(next: Int, lines: Int), Trouble> = bytes.withUnsafeBufferPointer { bytes in
      Scan(bytes: bytes, limit: limit, separator: separator).row(from: start, into: &fields)
    }
    switch result {
    case .success(let (next, lines)):
      position = next
      line += lines
      var ending = Ending.none
      var last = next
      if lines > 0, bytes[next - 1] == UInt8(ascii: "\n") {
        ending = .lf
        last -= 1
        if last > start, bytes[last - 1] == UInt8(ascii: "\r") {
          ending = .crlf
          last -= 1
        }
      }
      return Row(range: start..<last, line: firstLine, ending: ending)
    case .failure(let trouble):
      // What an unclosed quote swallowed is read again, from the line after the quote.
      let passed = bytes[start..<trouble.offset].count { $0 == UInt8(ascii: "\n") }
      let next = bytes[trouble.offset..<end].firstIndex(of: UInt8(ascii: "\n"))
      position = next.map { $0 + 1 } ?? end
      line = firstLine + passed + 1
      throw CSVFault(
        kind: trouble.kind, line: firstLine + passed, column: column(of: trouble.offset),
        offset: trouble.offset)
    }
  }

  /// The content of a field.
  public func content(_ field: Field) -> ArraySlice<UInt8> {
    guard field.hasDoubledQuotes else { return bytes[field.range] }
    var content: ArraySlice<UInt8> = []
    var index = field.range.lowerBound
    while index < field.range.upperBound {
      content.append(bytes[index])
      index += bytes[index] == UInt8(ascii: "\"") ? 2 : 1
    }
    return content
  }

  /// The content of a field as text; bytes that are not UTF-8 are repaired.
  public func text(_ field: Field) -> String { String(decoding: content(field), as: UTF8.self) }

  /// The column of an offset, from 1: characters (Unicode scalars) since the line began.
  public func column(of offset: Int) -> Int {
    let lineStart = bytes[..<offset].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    return bytes[lineStart..<offset].count { $0 & 0xC0 != 0x80 } + 1
  }
}

/// A place where bytes are not comma-separated values.
public struct CSVFault: Error, Hashable, Sendable {
  /// What is wrong.
  public enum Kind: Hashable, Sendable {
    /// A quote in a field that does not begin with one.
    case quoteInsideField
    /// Something other than a separator or a line end after a closing quote.
    case textAfterQuote
    /// A quoted field that does not end within ``Limits/row`` bytes; the place is its opening quote.
    case unclosedQuote
    /// A row of more than ``CSVStream/longestRow`` bytes.
    case rowTooLong
  }

  /// What is wrong.
  public let kind: Kind
  /// The line, from 1.
  public let line: Int
  /// The column, from 1, in characters.
  public let column: Int
  /// The offset into the bytes.
  public let offset: Int
}

/// A fault before its line and column are known.
private struct Trouble: Error {
  let kind: CSVFault.Kind
  let offset: Int
}

/// One pass over the bytes of one row.
private struct Scan {
  let bytes: UnsafeBufferPointer<UInt8>
  let limit: Int
  let separator: UInt8

  /// Where the next row begins and how many line ends lie before it, or what is wrong.
  func row(
    from start: Int, into fields: inout [CSVReader.Field]
  ) -> Result<(next: Int, lines: Int), Trouble> {
    var fieldStart = start
    var index = start
    var lines = 0
    // Letters and digits lie above all that means something, so that one look passes most bytes.
    let lastSpecial = max(separator, UInt8(ascii: "\""))
    while index < limit {
      let byte = bytes[index]
      if byte > lastSpecial {
        index += 1
      } else if byte == separator {
        fields.append(.init(range: fieldStart..<index, hasDoubledQuotes: false))
        index += 1
        fieldStart = index
      } else if byte == UInt8(ascii: "\n") {
        let end = contentEnd(fieldStart, index)
        fields.append(.init(range: fieldStart..<end, hasDoubledQuotes: false))
        return .success((index + 1, lines + 1))
      } else if byte == UInt8(ascii: "\"") {
        guard index == fieldStart else {
          return .failure(Trouble(kind: .quoteInsideField, offset: index))
        }
        let quoted: Quoted
        switch quotedField(openedAt: index) {
        case .success(let found): quoted = found
        case .failure(let trouble): return .failure(trouble)
        }
        fields.append(quoted.field)
        lines += quoted.lines
        index = quoted.next
        if quoted.endsRow { return .success((index, lines)) }
        fieldStart = index
      } else {
        index += 1
      }
    }
    fields.append(.init(range: fieldStart..<limit, hasDoubledQuotes: false))
    return .success((limit, lines))
  }

  private struct Quoted {
    let field: CSVReader.Field
    /// After the separator or the line end that follows.
    let next: Int
    /// Line ends in the field, and the one that ends the row.
    let lines: Int
    let endsRow: Bool
  }

  private func quotedField(openedAt quote: Int) -> Result<Quoted, Trouble> {
    var index = quote + 1
    var lines = 0
    var hasDoubledQuotes = false
    // A quote that never closes is told where it stands, not where the file ends.
    let limit = min(limit, quote + Limits.row)
    while index < limit {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\n") {
        lines += 1
      } else if byte == UInt8(ascii: "\"") {
        guard index + 1 < self.limit, bytes[index + 1] == UInt8(ascii: "\"") else {
          let field = CSVReader.Field(
            range: quote + 1..<index, hasDoubledQuotes: hasDoubledQuotes)
          return close(field, at: index + 1, lines: lines)
        }
        hasDoubledQuotes = true
        index += 1
      }
      index += 1
    }
    return .failure(Trouble(kind: .unclosedQuote, offset: quote))
  }

  /// What follows a closing quote.
  private func close(
    _ field: CSVReader.Field, at after: Int, lines: Int
  ) -> Result<Quoted, Trouble> {
    guard after < limit else {
      return .success(Quoted(field: field, next: after, lines: lines, endsRow: true))
    }
    if bytes[after] == separator {
      return .success(Quoted(field: field, next: after + 1, lines: lines, endsRow: false))
    }
    var lineEnd = after
    if bytes[after] == UInt8(ascii: "\r"), after + 1 < limit { lineEnd += 1 }
    guard bytes[lineEnd] == UInt8(ascii: "\n") else {
      return .failure(Trouble(kind: .textAfterQuote, offset: after))
    }
    return .success(Quoted(field: field, next: lineEnd + 1, lines: lines + 1, endsRow: true))
  }

  /// The end of an unquoted field before an LF: a CR there belongs to the line ending.
  private func contentEnd(_ start: Int, _ lineFeed: Int) -> Int {
    lineFeed > start && bytes[lineFeed - 1] == UInt8(ascii: "\r") ? lineFeed - 1 : lineFeed
  }
}
