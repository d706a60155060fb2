import Glibc

/// What rows came to of late, found without making a key: a place for each value of a small hash.
struct RecentTargets {
  /// As many as a hash of 12 bits has values.
  private static let placeCount = 1 << 12
  /// Bytes kept a key; a longer one is not remembered.
  private static let keyLength = 60

  private var keys = [UInt8](repeating: 0, count: placeCount * keyLength)
  /// For each place the length of its key and what it came to; a length of 0 for an empty place.
  private var entries = [(length: Int32, target: Int32)](repeating: (0, 0), count: placeCount)

  /// Remembers what a row came to, in the place of another with the same small hash.
  ///
  /// - Parameters:
  ///   - key: The unit, report and period, each followed by a zero byte.
  ///   - target: What it came to.
  mutating func remember(_ key: ArraySlice<UInt8>, _ target: Int) {
    guard key.count <= RecentTargets.keyLength, let target = Int32(exactly: target) else { return }
    let fields = key.split(separator: 0, omittingEmptySubsequences: false)
    let place = fields[0].withUnsafeBufferPointer { unit in
      fields[1].withUnsafeBufferPointer { report in
        fields[2].withUnsafeBufferPointer { Self.place(unit, report, $0) }
      }
    }
    entries[place] = (Int32(key.count), target)
    for (offset, byte) in key.enumerated() { keys[place * Self.keyLength + offset] = byte }
  }

  /// What the three fields came to; `nil` where it is not remembered.
  func target(
    _ unit: UnsafeBufferPointer<UInt8>, _ report: UnsafeBufferPointer<UInt8>,
    _ period: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    let place = Self.place(unit, report, period)
    let entry = entries[place]
    guard Int(entry.length) == unit.count + report.count + period.count + 3 else { return nil }
    let isSame = keys.withUnsafeBufferPointer { keys in
      var index = place * Self.keyLength
      for field in [unit, report, period] {
        let own = UnsafeBufferPointer(rebasing: keys[index..<index + field.count])
        guard own.isSame(as: field), keys[index + field.count] == 0 else { return false }
        index += field.count + 1
      }
      return true
    }
    return isSame ? Int(entry.target) : nil
  }

  /// A quick hash of some of the bytes of the three fields: those that tell most rows apart.
  private static func place(
    _ unit: UnsafeBufferPointer<UInt8>, _ report: UnsafeBufferPointer<UInt8>,
    _ period: UnsafeBufferPointer<UInt8>
  ) -> Int {
    var hash = UInt64(unit.count)
    for field in [unit, report, period] {
      hash = (hash ^ lastWord(of: field) ^ UInt64(field.count)) &* 0x9E37_79B9_7F4A_7C15
    }
    return Int(truncatingIfNeeded: hash >> 52)
  }

  /// The last eight bytes as a number; all of them where there are fewer.
  private static func lastWord(of field: UnsafeBufferPointer<UInt8>) -> UInt64 {
    guard field.count >= 8 else { return field.reduce(0) { $0 << 8 | UInt64($1) } }
    return UnsafeRawBufferPointer(field).loadUnaligned(
      fromByteOffset: field.count - 8, as: UInt64.self)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether others, of which there are as many, are the same bytes.
  fileprivate func isSame(as other: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let own = baseAddress, let other = other.baseAddress else { return true }
    return memcmp(own, other, count) == 0
  }
}
