/// A line of a text file that people write, with a caret below a place in it, as compilers show it.
///
///     12 | tanggal: 2026-02-30
///        |          ^
///
/// Nothing in it drives a terminal: what does is shown by its number, and a tab as one blank.
public struct SourceExcerpt: Hashable, Sendable {
  /// The lines, without line ends; none of them ends in a blank.
  public let lines: [String]

  /// The columns of the text that are shown at most.
  public static let usualWidth = 100

  /// Cuts the excerpt out of a text; `nil` where the text has no such line.
  ///
  /// - Parameters:
  ///   - bytes: The text; what is not UTF-8 is shown as `�`.
  ///   - line: The line, from 1.
  ///   - column: The column, from 1, in Unicode scalars; 0 where the whole line is meant.
  ///   - number: The number that is shown, where the text is the end of a longer one; the line's where it is `nil`.
  ///   - width: The columns of the text that are shown at most; it is cut around the place, at least 20.
  public init?(
    of bytes: some Collection<UInt8>, line: Int, column: Int, numbered number: Int? = nil,
    width: Int = usualWidth
  ) {
    guard line > 0, let text = SourceExcerpt.line(line, of: bytes) else { return nil }
    let number = "\(number ?? line)"
    let margin = String(repeating: " ", count: number.count)
    let cells = text.unicodeScalars.map(SourceExcerpt.shown)
    // Behind the last character is a place, too; further away is none.
    let caret = (1...cells.count + 1).contains(column) ? column - 1 : nil
    let cut = SourceExcerpt.cut(cells, around: caret ?? 0, to: max(width, 20))
    let shown =
      (cut.lowerBound > 0 ? "…" : "") + cells[cut].joined()
      + (cut.upperBound < cells.count ? "…" : "")
    var lines = [SourceExcerpt.trimmed("\(number) | \(shown)")]
    if let caret {
      let before =
        (cut.lowerBound > 0 ? 1 : 0) + cells[cut.lowerBound..<caret].joined().terminalWidth
      lines.append("\(margin) | \(String(repeating: " ", count: before))^")
    }
    self.lines = lines
  }

  /// A line of a text without its end; `nil` where there are not so many.
  private static func line(_ number: Int, of bytes: some Collection<UInt8>) -> String? {
    var rest = bytes[...]
    for _ in 1..<number {
      guard let end = rest.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
      rest = rest[rest.index(after: end)...]
    }
    guard !rest.isEmpty else { return nil }
    // Of an endless line no more is looked at than can be shown around any place that is told.
    var line = Array(rest.prefix { $0 != UInt8(ascii: "\n") }.prefix(longest))
    if line.last == UInt8(ascii: "\r") { line.removeLast() }
    var text = String(decoding: line, as: UTF8.self)
    // At the beginning of a file it is a mark of the encoding, and has no column.
    if number == 1, text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
    return text
  }

  /// The bytes of a line that are looked at.
  private static let longest = 65_536

  /// A character as a terminal shows it.
  private static func shown(_ scalar: Unicode.Scalar) -> String {
    scalar == "\t" ? " " : String(scalar).printable
  }

  /// The characters that fit, with a third of the room behind the place.
  private static func cut(_ cells: [String], around place: Int, to width: Int) -> Range<Int> {
    guard cells.joined().terminalWidth > width else { return cells.indices }
    var (first, end) = (place, place)
    // Room for the two marks of what is left out.
    var room = width - 2
    var before = room * 2 / 3
    while first > 0, cells[first - 1].terminalWidth <= before {
      first -= 1
      before -= cells[first].terminalWidth
      room -= cells[first].terminalWidth
    }
    while end < cells.count, cells[end].terminalWidth <= room {
      room -= cells[end].terminalWidth
      end += 1
    }
    while first > 0, cells[first - 1].terminalWidth <= room {
      first -= 1
      room -= cells[first].terminalWidth
    }
    return first..<end
  }

  private static func trimmed(_ line: String) -> String {
    var line = line[...]
    while line.last == " " { line.removeLast() }
    return String(line)
  }
}
