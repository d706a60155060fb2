extension ArraySlice<UInt8> {
  /// The bytes without blanks (ASCII) before and after them.
  public var trimmed: ArraySlice<UInt8> {
    let start = drop { $0 == 0x20 }
    return start.lastIndex { $0 != 0x20 }.map { start[...$0] } ?? start[..<start.startIndex]
  }
}
