extension String {
  /// The text with each byte as `%0A` that may not stand where it goes (RFC 3986 2.1).
  ///
  /// - Parameter punctuation: What may stand there beside the letters and digits of ASCII; as it is in a part of
  ///   an address, what no part of one sets apart (RFC 3986 2.3).
  /// - Returns: The text, all of it ASCII.
  package func percentEncoded(but punctuation: String = "-._~") -> String {
    utf8.map { byte in
      let scalar = Unicode.Scalar(byte)
      return scalar.isASCIILetterOrDigit || punctuation.unicodeScalars.contains(scalar)
        ? String(scalar)
        : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }.joined()
  }
}
