extension StringProtocol {
  /// The columns that the text takes in a terminal: 2 for wide East Asian characters and emoji, 0 for
  /// combining marks and characters that are not shown.
  ///
  /// Source: Unicode Standard Annex 11 (East Asian Width), by the blocks that are wide throughout.
  public var terminalWidth: Int {
    // Nearly all of what is printed is ASCII, where bytes are columns.
    isPrintableASCII ? utf8.count : reduce(0) { $0 + $1.terminalWidth }
  }

  /// The text cut to a width, with `…` where something was left out.
  ///
  /// - Parameter width: The columns.
  /// - Returns: The text where it fits, else what does.
  public func fitted(to width: Int) -> String {
    guard terminalWidth > width else { return String(self) }
    var kept = ""
    var used = 0
    for character in self {
      guard used + character.terminalWidth < width else { break }
      kept.append(character)
      used += character.terminalWidth
    }
    return kept + "…"
  }

  /// The text in lines of at most a width, broken at blanks; a word that is wider is cut.
  ///
  /// - Parameter width: The columns.
  /// - Returns: The lines.
  public func wrapped(to width: Int) -> [String] {
    var lines: [String] = []
    for word in split(separator: " ") {
      if let last = lines.last, last.terminalWidth + 1 + word.terminalWidth <= width {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(word.fitted(to: width))
      }
    }
    return lines
  }
}

extension Character {
  fileprivate var terminalWidth: Int {
    guard let first = unicodeScalars.first else { return 0 }
    switch first.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: break
    }
    if unicodeScalars.contains(where: { $0.properties.isEmojiPresentation || $0 == "\u{FE0F}" }) {
      return 2
    }
    let wide: [ClosedRange<UInt32>] = [
      0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
      0xA000...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD,
    ]
    return wide.contains { $0.contains(first.value) } ? 2 : 1
  }
}
