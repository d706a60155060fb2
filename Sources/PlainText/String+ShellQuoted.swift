extension String {
  /// The text as one word of a shell, in single quotes (POSIX, 2.2.2).
  public var shellQuoted: String { "'\(replacing("'", with: "'\\''"))'" }

  /// The text as one word of a shell, in quotes only where it has more in it than letters and digits of
  /// ASCII and a few signs.
  public var shellWord: String {
    let isPlain = unicodeScalars.allSatisfy {
      $0.isASCII && ($0.properties.isAlphabetic || $0.properties.numericType != nil)
        || "/._-".unicodeScalars.contains($0)
    }
    return isPlain && !isEmpty ? self : shellQuoted
  }
}
