extension Unicode.Scalar {
  /// Whether it is `A` through `Z`, `a` through `z` or `0` through `9`.
  package var isASCIILetterOrDigit: Bool {
    switch self {
    case "A"..."Z", "a"..."z", "0"..."9": true
    default: false
    }
  }
}
