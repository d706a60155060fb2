extension String {
  /// Whether a character steers a terminal or has no place in XML; line breaks and tabs are none.
  ///
  /// Source: XML 1.0 (fifth edition), production 2, Char; category Cc of Unicode.
  var hasControlCharacter: Bool {
    // Most texts are plain ASCII.
    let isPlain = utf8.withContiguousStorageIfAvailable { bytes in
      bytes.allSatisfy { (0x20..<0x7F).contains($0) }
    }
    guard isPlain != true else { return false }
    return unicodeScalars.contains { scalar in
      switch scalar.value {
      case 0x9, 0xA, 0xD: false
      // Line and paragraph separators end a line for some readers and not for others.
      case 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: true
      default: scalar.properties.generalCategory == .control
      }
    }
  }
}
