/// An archive (zip) made by hand, so that it can be wrong in every way: no program writes most of what a
/// hostile one holds.
///
/// Source: PKWARE's APPNOTE.TXT 4.3.7 (local header), 4.3.12 (central directory), 4.3.16 (its end).
public struct MadeArchive: Sendable {
  /// One entry.
  public struct Entry: Sendable {
    /// Its name.
    public var name: String
    /// Its bytes as they lie in the archive.
    public var packed: [UInt8]
    /// How many bytes it says that it has when it is unpacked.
    public var size: Int
    /// The checksum that it says.
    public var checksum: UInt32
    /// How it is packed: 0 stored, 8 deflated.
    public var method: UInt16 = 0
    /// Its flags: bit 0 says that it is locked with a password.
    public var flags: UInt16 = 0

    /// An entry that is stored as it is.
    public init(_ name: String, _ bytes: some Sequence<UInt8>) {
      self.name = name
      packed = Array(bytes)
      size = packed.count
      checksum = Entry.checksum(of: packed)
    }

    /// CRC-32 as IEEE 802.3 has it, bit by bit.
    private static func checksum(of bytes: [UInt8]) -> UInt32 {
      var rest: UInt32 = 0xFFFF_FFFF
      for byte in bytes {
        rest ^= UInt32(byte)
        for _ in 0..<8 { rest = rest & 1 == 1 ? rest >> 1 ^ 0xEDB8_8320 : rest >> 1 }
      }
      return ~rest
    }
  }

  /// The entries in their order.
  public var entries: [Entry]

  /// Creates an archive.
  public init(_ entries: [Entry]) { self.entries = entries }

  /// The bytes of the archive.
  public var bytes: [UInt8] {
    var bytes: [UInt8] = []
    var directory: [UInt8] = []
    for entry in entries {
      let name = Array(entry.name.utf8)
      let common =
        word(20) + word(entry.flags) + word(entry.method) + word(0) + word(0x21)
        + long(entry.checksum) + long(UInt32(entry.packed.count)) + long(UInt32(entry.size))
        + word(UInt16(name.count)) + word(0)
      directory +=
        long(0x0201_4B50) + word(20) + common + word(0) + word(0) + word(0) + long(0)
        + long(UInt32(bytes.count)) + name
      bytes += long(0x0403_4B50) + common + name + entry.packed
    }
    let count = word(UInt16(entries.count))
    return bytes + directory + long(0x0605_4B50) + word(0) + word(0) + count + count
      + long(UInt32(directory.count)) + long(UInt32(bytes.count)) + word(0)
  }

  private func word(_ value: UInt16) -> [UInt8] { [UInt8(value & 0xFF), UInt8(value >> 8)] }

  private func long(_ value: UInt32) -> [UInt8] {
    word(UInt16(value & 0xFFFF)) + word(UInt16(value >> 16))
  }
}

extension MadeArchive.Entry {
  /// An entry that is some text and then one byte again and again, packed a hundred and sixtyfold.
  ///
  /// Source: RFC 1951, 3.2.4 (a stored block), 3.2.6 (fixed codes: 285 is a run of 258 bytes).
  public static func bomb(
    _ name: String, opening: String, then byte: UInt8, runs: Int
  ) -> MadeArchive.Entry {
    let head = Array(opening.utf8)
    let count = UInt16(head.count)
    var entry = MadeArchive.Entry(name, [])
    entry.method = 8
    entry.size = head.count + 1 + 258 * runs
    var bits = BitRow()
    // A stored block begins at a whole byte, behind its three bits.
    bits.bytes = [
      0, UInt8(count & 0xFF), UInt8(count >> 8), UInt8(~count & 0xFF), UInt8(~count >> 8),
    ]
    bits.bytes += head
    bits.add(0b11, count: 2)
    bits.add(0, count: 1)
    // Bytes below 144 are their number and 48, in eight bits from the highest on.
    bits.addCode(UInt32(byte) + 48, count: 8)
    for _ in 0..<runs {
      bits.addCode(0b1100_0101, count: 8)
      bits.addCode(0, count: 5)
    }
    bits.addCode(0, count: 7)
    entry.packed = bits.bytes
    return entry
  }

  /// Bits, the lowest of a byte first.
  private struct BitRow {
    var bytes: [UInt8] = []
    private var used = 8

    mutating func add(_ bits: UInt32, count: Int) {
      for place in 0..<count {
        if used == 8 {
          bytes.append(0)
          used = 0
        }
        if bits >> UInt32(place) & 1 == 1 { bytes[bytes.count - 1] |= 1 << UInt8(used) }
        used += 1
      }
    }

    mutating func addCode(_ code: UInt32, count: Int) {
      for place in (0..<count).reversed() { add(code >> UInt32(place) & 1, count: 1) }
    }
  }
}
