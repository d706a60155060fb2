/// Keeps a spreadsheet from running a text as a formula when it opens a table, so that the text can be had
/// back.
///
/// A `'` is put before a text that begins with `=`, `+`, `-`, `@`, a tab, a line break or a `'`. The same
/// is done within a text after a line break, and after a separator that is not the table's own, before
/// these characters: a spreadsheet that expects `;` splits a table with `,` there. Who reads the
/// table takes away one `'` in each of these places and has the text as it was.
///
/// Source: OWASP, "CSV Injection".
public struct FormulaGuard: Sendable {
  /// The separator of the table, after which no spreadsheet begins a cell within a field.
  private let own: UInt8?

  /// Creates the guard of a table.
  ///
  /// - Parameter separator: What the table has between its fields.
  public init(separator: Unicode.Scalar) { own = UInt8(exactly: separator.value) }

  /// A text that no spreadsheet runs.
  public func guarded(_ text: String) -> String {
    var text = text
    // All that matters is ASCII, and most texts stay as they are: a country has 17 million of them.
    let changed = text.withUTF8 { bytes -> [UInt8]? in
      let places = bytes.indices.filter { begins($0, in: bytes) && needsGuard(bytes[$0...]) }
      guard !places.isEmpty else { return nil }
      var result: [UInt8] = []
      var done = 0
      for place in places {
        result += bytes[done..<place]
        result.append(UInt8(ascii: "'"))
        done = place
      }
      return result + bytes[done...]
    }
    return changed.map { String(decoding: $0, as: UTF8.self) } ?? text
  }

  /// The text that ``guarded(_:)`` was given.
  public func original(_ text: String) -> String {
    var result: [UInt8] = []
    var isAtStart = true
    var isAfterGuard = false
    for byte in text.utf8 {
      if isAtStart, !isAfterGuard, byte == UInt8(ascii: "'") {
        isAfterGuard = true
        continue
      }
      result.append(byte)
      isAfterGuard = false
      isAtStart = isBoundary(byte)
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Whether a spreadsheet may begin a cell at a place.
  private func begins(_ place: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    place == 0 || isBoundary(bytes[place - 1])
  }

  /// Whether a spreadsheet may begin a cell after a character: the separators that spreadsheets expect, but for
  /// the table's own, and the ends of lines.
  private func isBoundary(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"): byte != own
    case UInt8(ascii: "\n"), UInt8(ascii: "\r"): true
    default: false
    }
  }

  /// Whether what follows begins a cell that is run, or changed on opening; blanks in front do not keep a
  /// spreadsheet from it.
  private func needsGuard(_ rest: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    if rest.first == UInt8(ascii: "'") { return true }
    return rest.first { $0 != UInt8(ascii: " ") }.map { "=+-@\t\r\n'".utf8.contains($0) } ?? false
  }
}
