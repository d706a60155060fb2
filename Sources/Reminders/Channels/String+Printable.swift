internal import PlainText

extension String {
  /// The text as one line: breaks and tabs become blanks, and nothing is left that a terminal, a
  /// header or a program acts on.
  var singleLine: String {
    let parts = unicodeScalars.map { $0.breaksLine || $0 == "\t" ? " " : $0 }
      .filter { !$0.drivesTerminal }
      .split(separator: " ")
    return parts.map { String(String.UnicodeScalarView($0)) }.joined(separator: " ")
  }

  /// The text as lines that each end in LF, with nothing else in it that a terminal acts on.
  var printableLines: String {
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

extension Unicode.Scalar {
  /// Whether a line ends here for some program.
  fileprivate var breaksLine: Bool {
    switch properties.generalCategory {
    case .lineSeparator, .paragraphSeparator: true
    default: self == "\n" || self == "\r"
    }
  }
}
