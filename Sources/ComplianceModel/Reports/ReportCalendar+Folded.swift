extension ReportCalendar {
  /// A word as names are compared: its letters and digits, in lower case.
  ///
  /// Blanks of every kind, dots, hyphens, slashes, parentheses, quotes and the many apostrophes do not
  /// count: no file system and no keyboard has all of them. Between two numerals something is kept, so
  /// that `Lalai I/II` and `Lalai III` stay apart.
  public static func folded(_ word: String) -> String {
    var folded: [UInt8] = []
    var start = 0
    var before: Numeral?
    func endRun() {
      guard start < folded.count else { return }
      let numeral = Numeral(folded[start...])
      if let numeral, numeral == before { folded.insert(UInt8(ascii: ","), at: start) }
      before = numeral
      start = folded.count
    }
    for scalar in word.unicodeScalars {
      switch SignKind(scalar) {
      case .counted where scalar.isASCII:
        let byte = UInt8(truncatingIfNeeded: scalar.value)
        folded.append(("A"..."Z").contains(scalar) ? byte | 0x20 : byte)
      case .counted: folded += scalar.properties.lowercaseMapping.utf8
      case .invisible: break
      case .other: endRun()
      }
    }
    endRun()
    return String(decoding: folded, as: UTF8.self)
  }

  /// How a run of letters and digits counts.
  private enum Numeral {
    case arabic, roman

    init?(_ run: ArraySlice<UInt8>) {
      if run.allSatisfy({ (0x30...0x39).contains($0) }) {
        self = .arabic
      } else if run.allSatisfy({ "ivx".utf8.contains($0) }) {
        self = .roman
      } else {
        return nil
      }
    }
  }

  private enum SignKind {
    case counted, invisible, other

    init(_ scalar: Unicode.Scalar) {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9": self = .counted
      case "\0"..."\u{7F}": self = .other
      // Two letters that are written like apostrophes are none here.
      case "\u{A78B}", "\u{A78C}": self = .other
      default: self = SignKind(scalar.properties.generalCategory)
      }
    }

    private init(_ category: Unicode.GeneralCategory) {
      switch category {
      case .lowercaseLetter, .uppercaseLetter, .titlecaseLetter, .otherLetter, .decimalNumber:
        self = .counted
      // Marks belong to the letter before them, so that both forms of `é` are equal.
      case .nonspacingMark, .spacingMark: self = .counted
      case .format: self = .invisible
      default: self = .other
      }
    }
  }
}
