extension StringProtocol {
  /// Whether every byte is an ASCII character that takes one column of a terminal.
  public var isPrintableASCII: Bool {
    // The bytes of nearly all texts lie behind each other, so that they can be looked at without a call for each.
    utf8.withContiguousStorageIfAvailable { $0.allSatisfy { (0x20..<0x7F).contains($0) } }
      ?? utf8.allSatisfy { (0x20..<0x7F).contains($0) }
  }
}

extension String {
  /// The text with everything that a terminal acts on, that breaks a line or that nobody sees as
  /// `\u{1b}` with its number, so that a name in a file can neither drive a terminal nor pass for another.
  public var printable: String {
    guard !isPrintableASCII, unicodeScalars.contains(where: \.drivesTerminal) else { return self }
    return unicodeScalars.reduce(into: "") { text, scalar in
      if scalar.drivesTerminal {
        text += "\\u{\(String(scalar.value, radix: 16))}"
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
  }

  /// The text as one line: breaks and tabs become blanks, and nothing is left that a terminal, a
  /// header or a program acts on.
  public var singleLine: String {
    let parts = unicodeScalars.map { $0.breaksLine || $0 == "\t" ? " " : $0 }
      .filter { !$0.drivesTerminal }
      .split(separator: " ")
    return parts.map { String(String.UnicodeScalarView($0)) }.joined(separator: " ")
  }

  /// The text as lines that each end in LF, with nothing else in it that a terminal acts on.
  public var printableLines: String {
    var kept = String.UnicodeScalarView()
    var last: Unicode.Scalar?
    for scalar in unicodeScalars {
      switch scalar {
      case "\n" where last == "\r": break
      case _ where scalar.breaksLine: kept.append("\n")
      case "\t": kept.append(" ")
      case _ where scalar.drivesTerminal: break
      default: kept.append(scalar)
      }
      last = scalar
    }
    while kept.last == "\n" { kept.removeLast() }
    return String(kept) + "\n"
  }
}
