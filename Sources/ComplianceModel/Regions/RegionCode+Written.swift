extension RegionCode {
  /// Reads a code as people and their spreadsheets write it: `63.05.12.2001`, `6305122001`,
  /// `63-05-12-2001`, `63 05 12 2001`, each with blanks or quotes around it, `'6305122001` or
  /// `="6305122001"`.
  ///
  /// Parts are divided by one kind of separator throughout, or by none; blanks may stand around it. Only
  /// digits make a code: what a spreadsheet took for a number and changed (`6,30512E+09`) is none. The
  /// result is `nil` for anything else.
  ///
  /// - Parameter bytes: The text in UTF-8, alone.
  public init?(written bytes: ArraySlice<UInt8>) {
    if let code = RegionCode(bytes: bytes) {
      self = code
      return
    }
    guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
    self.init(scalars: text.unicodeScalars[...])
  }

  /// Reads a code as ``init(written:)-(ArraySlice<UInt8>)`` does.
  public init?(written text: some StringProtocol) { self.init(written: Array(text.utf8)[...]) }

  private init?(scalars: Substring.UnicodeScalarView) {
    var rest = scalars.trimming(where: RegionCode.isBlank)
    // A spreadsheet keeps a text of digits by an apostrophe in front, or as a formula.
    if rest.first == "=", let next = rest.dropFirst().first, RegionCode.quotes.contains(next) {
      rest = rest.dropFirst()
    }
    rest = rest.trimming { RegionCode.quotes.contains($0) || RegionCode.isBlank($0) }
    var parts: [[UInt8]] = [[]]
    var separator: Unicode.Scalar?
    var blanks = false
    var isAfterSeparator = true
    for scalar in rest {
      if let digit = UInt8(exactly: scalar.value), (0x30...0x39).contains(digit) {
        if blanks, !isAfterSeparator {
          guard separator ?? " " == " " else { return nil }
          separator = " "
          parts.append([])
        }
        parts[parts.count - 1].append(digit)
        blanks = false
        isAfterSeparator = false
      } else if RegionCode.isBlank(scalar) {
        blanks = true
      } else if scalar == "." || scalar == "-" {
        guard !isAfterSeparator, separator ?? scalar == scalar else { return nil }
        separator = scalar
        parts.append([])
        isAfterSeparator = true
      } else {
        return nil
      }
    }
    if parts.count == 1 { parts = RegionCode.parts(of: parts[0]) }
    self.init(bytes: Array(parts.joined(separator: [UInt8(ascii: ".")]))[...])
  }

  /// The parts of a code that is written without separators.
  private static func parts(of digits: [UInt8]) -> [[UInt8]] {
    var places = [0, 2, 4, 6, 10].filter { $0 < digits.count }
    places.append(digits.count)
    return zip(places, places.dropFirst()).map { Array(digits[$0..<$1]) }
  }

  private static let quotes: Set<Unicode.Scalar> = [
    "'", "\"", "\u{2018}", "\u{2019}", "\u{201C}", "\u{201D}", "`",
  ]

  /// Blanks, also those that keep words together, and marks without width.
  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar == "\u{200B}" || scalar == "\u{FEFF}"
  }
}

extension Substring.UnicodeScalarView {
  /// The part between the first and the last scalar that is kept.
  fileprivate func trimming(where isDropped: (Unicode.Scalar) -> Bool) -> Self {
    let start = drop(while: isDropped)
    guard let last = start.lastIndex(where: { !isDropped($0) }) else { return start }
    return start[...last]
  }
}
