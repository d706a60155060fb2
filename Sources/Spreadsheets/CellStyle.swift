/// How a cell looks.
public struct CellStyle: Hashable, Sendable {
  /// How a number is shown.
  public enum Format: Character, CaseIterable, Sendable {
    /// As it is.
    case general = "g"
    /// A whole number: `1.234`.
    case whole = "w"
    /// Two decimals: `76,34`.
    case decimal = "d"
    /// A share as a percentage: `85,71%`.
    case percent = "p"
    /// A day: `31 Mar 2026`.
    case day = "t"
    /// A day with the time.
    case instant = "i"
    /// A text, whatever is typed: `2025-09` stays what it is and becomes no day.
    case text = "x"
  }

  /// What a cell is set off as.
  public enum Tone: Character, CaseIterable, Sendable {
    /// Nothing.
    case plain = "."
    /// As it should be.
    case good = "+"
    /// Soon to be done.
    case soon = "!"
    /// Not as it should be.
    case bad = "x"
    /// Of little weight.
    case faint = "-"
    /// The head of a table.
    case heading = "#"
  }

  /// Where a text stands in its cell.
  public enum Alignment: Character, CaseIterable, Sendable {
    /// Where the kind of value has it.
    case usual = "u"
    /// In the middle.
    case center = "c"
    /// At the right.
    case right = "r"
  }

  /// How a number is shown.
  public var format = Format.general
  /// What it is set off as.
  public var tone = Tone.plain
  /// Where a text stands.
  public var alignment = Alignment.usual
  /// Whether it is bold.
  public var isBold = false
  /// Whether it has lines around it.
  public var isBordered = false
  /// Whether a long text is broken into lines.
  public var isWrapped = false
  /// The size of its letters in points; `nil` for the usual one.
  public var size: Int?

  /// Creates the style of a cell that is not set off.
  public init() {}

  /// The style as one word: `p+r-b-10`.
  var code: String {
    let flags = [(isBold, "b"), (isBordered, "k"), (isWrapped, "l")].map { $0 ? $1 : "-" }
    return "\(format.rawValue)\(tone.rawValue)\(alignment.rawValue)\(flags.joined())"
      + (size.map { "\($0)" } ?? "")
  }

  /// Reads such a word; `nil` for anything else.
  init?(code: some StringProtocol) {
    let letters = Array(code)
    guard letters.count >= 6, let format = Format(rawValue: letters[0]),
      let tone = Tone(rawValue: letters[1]), let alignment = Alignment(rawValue: letters[2])
    else { return nil }
    self.format = format
    self.tone = tone
    self.alignment = alignment
    for (place, letter) in [(3, "b"), (4, "k"), (5, "l")] as [(Int, Character)] {
      guard letters[place] == letter || letters[place] == "-" else { return nil }
    }
    isBold = letters[3] == "b"
    isBordered = letters[4] == "k"
    isWrapped = letters[5] == "l"
    guard letters.count > 6 else { return }
    size = Int(String(letters[6...]))
    guard let size, (6...48).contains(size) else { return nil }
  }
}
