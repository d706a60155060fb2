import Glibc

/// What was appended to a file and may have to be undone: the last of it byte for byte, and what lies before by its
/// length and a number, so that a million rows are not kept in memory to be read again.
///
/// The number is no secret and no proof against a forger: it tells another writer's bytes from one's own.
struct WrittenBytes {
  /// Bytes of which no more is known than their number.
  private struct Piece {
    let count: Int
    let number: UInt64
  }

  private var pieces: [Piece] = []
  private var last: [UInt8] = []
  /// The length of ``pieces``.
  private var pieceLength = 0
  private let seed = UInt64.random(in: 0 ... .max) | 1

  /// Bytes that are kept as they are: more than a person ever appends at once.
  private static let kept = 1 << 22

  /// How many bytes there are.
  var count: Int { pieceLength + last.count }

  /// Whether nothing was appended.
  var isEmpty: Bool { count == 0 }

  /// Takes the next bytes.
  mutating func append(_ bytes: ArraySlice<UInt8>) {
    last += bytes
    guard last.count > WrittenBytes.kept else { return }
    pieces.append(Piece(count: last.count, number: last.withUnsafeBytes(number)))
    pieceLength += last.count
    last.removeAll(keepingCapacity: true)
  }

  /// Whether a file holds these bytes from a place on, or as many of the first of them as it has.
  ///
  /// - Parameters:
  ///   - start: The place.
  ///   - length: How many bytes are looked at; of a part of what is known by a number nothing can be said.
  ///   - read: The bytes of the file from a place on, at most so many.
  /// - Returns: Whether they are there.
  /// - Throws: What `read` throws.
  func areThere<Failure: Error>(
    from start: Int, length: Int, reading read: (Int, Int) throws(Failure) -> ArraySlice<UInt8>
  ) throws(Failure) -> Bool {
    var place = 0
    for piece in pieces {
      guard place + piece.count <= length else { return place == length }
      let there = try read(start + place, piece.count)
      guard there.count == piece.count, there.withUnsafeBytes(number) == piece.number else {
        return false
      }
      place += piece.count
    }
    let rest = min(length - place, last.count)
    let there = try read(start + place, rest)
    return place + rest == length && same(there, last[..<rest])
  }

  private func same(_ bytes: ArraySlice<UInt8>, _ others: ArraySlice<UInt8>) -> Bool {
    bytes.count == others.count
      && bytes.withUnsafeBytes { bytes in
        others.withUnsafeBytes { others in
          guard let first = bytes.baseAddress, let second = others.baseAddress else { return true }
          return memcmp(first, second, bytes.count) == 0
        }
      }
  }

  /// A number of bytes, by words of eight.
  private func number(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var number = seed
    let words = bytes.count & ~7
    for offset in stride(from: 0, to: words, by: 8) {
      let word = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      let product = (number ^ word).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
      number = product.high ^ product.low
    }
    for byte in bytes[words...] { number = (number ^ UInt64(byte)) &* 0x9E37_79B9_7F4A_7C15 }
    return number
  }
}
