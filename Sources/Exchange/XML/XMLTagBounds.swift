import DurableFiles
import Glibc

/// Bounds on the tags and texts of a document, seen before it is parsed, piece by piece.
///
/// libxml2 compares every attribute of an element with every other one before it says anything: 80,000 of
/// them take a minute. An attribute needs an equals sign, and within a tag no `<` is allowed, so that there
/// are never more attributes in a tag than such signs between two `<`, whatever the bytes mean otherwise.
struct XMLTagBounds {
  /// The line of the next byte, from 1.
  private var line = 1
  /// The bytes and the equals signs since the last `<`.
  private var (length, signs) = (0, 0)
  /// Whether a `<` was seen and no `>` after it.
  ///
  /// One may also stand in a value: then the tag goes on, and its signs are counted on.
  private var isInTag = false

  /// The first tag of a whole document that is too long, or may have too many attributes; `nil` where there
  /// is none.
  static func fault(in bytes: [UInt8]) -> SchemaFault? {
    var bounds = XMLTagBounds()
    return bytes.withUnsafeBytes { bounds.fault(in: $0) }
  }

  /// The first place in the next piece of a document that is out of bounds; `nil` where there is none.
  mutating func fault(in piece: UnsafeRawBufferPointer) -> SchemaFault? {
    guard let base = piece.baseAddress else { return nil }
    var place = 0
    while let sign = memchr(base + place, CInt(UInt8(ascii: "<")), piece.count - place) {
      let next = base.distance(to: UnsafeRawPointer(sign))
      // So few bytes have no more signs than are allowed: most are not looked at one by one, which would
      // take as long as a tenth of the judging.
      if length + next - place > Limits.attributes, let fault = fault(place..<next, of: piece) {
        return fault
      }
      (length, signs, isInTag) = (1, 0, true)
      place = next + 1
    }
    if let fault = fault(place..<piece.count, of: piece) { return fault }
    line += XMLTagBounds.lines(piece[...])
    return nil
  }

  /// Looks at bytes that have no `<` one by one.
  private mutating func fault(_ range: Range<Int>, of piece: UnsafeRawBufferPointer) -> SchemaFault?
  {
    for place in range {
      length += 1
      switch piece[place] {
      case UInt8(ascii: "="): signs += 1
      case UInt8(ascii: ">"): isInTag = false
      default: break
      }
      guard signs > Limits.attributes || length > (isInTag ? Limits.tag : Limits.text) else {
        continue
      }
      let message =
        signs > Limits.attributes
        ? Messages.tooManyAttributes : isInTag ? Messages.longTag : Messages.longText
      return SchemaFault(
        line: line + XMLTagBounds.lines(piece[..<place]), column: nil, message: message)
    }
    return nil
  }

  private static func lines(_ bytes: Slice<UnsafeRawBufferPointer>) -> Int {
    UnsafeRawBufferPointer(rebasing: bytes).reduce(0) { $0 &+ ($1 == UInt8(ascii: "\n") ? 1 : 0) }
  }
}
