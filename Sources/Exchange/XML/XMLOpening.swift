/// The beginning of a document: only one in UTF-8 is taken.
///
/// In another encoding a byte of `<` may be half of something else, so that ``XMLTagBounds`` would be deceived.
struct XMLOpening {
  /// The bytes without a byte order mark.
  let document: UnsafeRawBufferPointer
  /// Why the document is not taken; `nil` where it may be one.
  let refusal: String?

  /// The bytes in which a declaration of XML ends that is no longer than it has to be.
  private static let longestDeclaration = 256

  /// Looks at the first bytes of a document, all of them or a few hundred.
  init(_ bytes: UnsafeRawBufferPointer) {
    let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    document = UnsafeRawBufferPointer(rebasing: bytes[mark...])
    guard let first = document.first, "< \t\r\n".utf8.contains(first),
      !document.prefix(4).contains(0)
    else {
      refusal = XMLOpening.refusal(ofOther: bytes)
      return
    }
    let encoding = XMLOpening.encoding(document)
    refusal = encoding.flatMap { $0.lowercased() == "utf-8" ? nil : Messages.otherEncoding($0) }
  }

  /// The bytes in which a document in UTF-16 opens: a byte order mark, or `<`.
  ///
  /// Source: XML 1.0, appendix F.1.
  private static let wideOpenings: [[UInt8]] = [
    [0xFF, 0xFE], [0xFE, 0xFF], [0x3C, 0x00], [0x00, 0x3C],
  ]

  /// Why a file is not taken that does not open as a document in UTF-8 does.
  private static func refusal(ofOther bytes: UnsafeRawBufferPointer) -> String {
    if wideOpenings.contains(where: { bytes.starts(with: $0) }) {
      return Messages.otherEncoding("UTF-16")
    }
    // Source: RFC 1952, 2.3.1, and PKWARE's APPNOTE.TXT 4.3.7.
    let isPacked = bytes.starts(with: [0x1F, 0x8B]) || bytes.starts(with: "PK\u{3}\u{4}".utf8)
    return isPacked ? Messages.packed : Messages.noDocument
  }

  /// The encoding that the declaration of XML names (`<?xml version="1.0" encoding="UTF-8"?>`); `nil` where it
  /// names none.
  private static func encoding(_ document: UnsafeRawBufferPointer) -> Substring? {
    let text = String(decoding: document.prefix(longestDeclaration), as: UTF8.self)
    guard text.hasPrefix("<?xml"), let end = text.firstRange(of: "?>") else { return nil }
    let parts = text[..<end.lowerBound].split(
      separator: "encoding", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    return parts[1].split(omittingEmptySubsequences: false) { "\"'".contains($0) }.dropFirst().first
  }
}
