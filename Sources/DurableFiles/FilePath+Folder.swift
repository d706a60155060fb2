package import SystemPackage

extension FilePath {
  /// The folder that the path lies in; `.` for a lone name.
  var folder: FilePath { parent.isEmpty ? "." : parent }

  /// The path without its last part, as `removingLastComponent()` gives it: empty for a lone name, itself for a root.
  ///
  /// By the bytes of the path: the library's own goes through generic collections of the standard library, whose first
  /// use costs every command half a million instructions.
  package var parent: FilePath {
    withPlatformString { start in
      let bytes = UnsafeBufferPointer(start: start, count: length)
      guard let slash = bytes.lastIndex(of: CChar(UInt8(ascii: "/"))) else { return FilePath() }
      return FilePath(platformString: Array(bytes[..<Swift.max(slash, 1)]) + [0])
    }
  }
}
