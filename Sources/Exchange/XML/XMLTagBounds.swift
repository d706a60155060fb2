import DurableFiles

/// Bounds on the tags of a document, seen before it is parsed.
///
/// libxml2 compares every attribute of an element with every other one before it says anything: 80,000 of
/// them take a minute. An attribute needs an equals sign, and within a tag no `<` is allowed, so that there
/// are never more attributes in a tag than such signs between two `<`, whatever the bytes mean otherwise.
enum XMLTagBounds {
  /// The first tag that is too long, or may have too many attributes; `nil` where there is none.
  static func fault(in bytes: [UInt8]) -> SchemaFault? {
    bytes.withUnsafeBufferPointer { bytes in
      var (line, start, signs) = (1, 0, 0)
      var isInTag = false
      for (index, byte) in bytes.enumerated() {
        switch byte {
        case UInt8(ascii: "<"): (start, signs, isInTag) = (index, 0, true)
        case UInt8(ascii: "="): signs += 1
        case UInt8(ascii: "\n"): line += 1
        // It may also stand in a value: then the tag goes on, and its signs are counted on.
        case UInt8(ascii: ">"): isInTag = false
        default: break
        }
        if signs > Limits.attributes {
          return SchemaFault(line: line, column: nil, message: Messages.tooManyAttributes)
        }
        if isInTag, index - start > Limits.tag {
          return SchemaFault(line: line, column: nil, message: Messages.longTag)
        }
      }
      return nil
    }
  }
}
