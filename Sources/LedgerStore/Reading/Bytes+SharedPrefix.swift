extension [UInt8] {
  /// Whether both arrays begin with the same bytes, so many of them; a word at a time.
  ///
  /// - Parameters:
  ///   - other: The other one.
  ///   - length: How many.
  /// - Returns: Whether they do.
  func sharesPrefix(with other: [UInt8], of length: Int) -> Bool {
    guard count >= length, other.count >= length else { return false }
    return withUnsafeBytes { own in
      other.withUnsafeBytes { other in
        let words = length & ~7
        for offset in stride(from: 0, to: words, by: 8) {
          guard
            own.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
              == other.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
          else { return false }
        }
        return own[words..<length].elementsEqual(other[words..<length])
      }
    }
  }
}
