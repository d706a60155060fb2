/// A code of a report, an event, an indicator or a role, as a small number.
///
/// It means something only beside the ``CodeTable`` that made it.
public struct Code: Hashable, Sendable {
  /// Its place in the table: below ``CodeTable/count``, so that what is known of codes can be an array.
  package let index: UInt16

  package init(index: UInt16) { self.index = index }
}

/// A number for some of the codes of a table, in an array by their places in it.
package struct CodeNumbers: Sendable {
  private var numbers: [Int32] = []

  /// No number for any code.
  package init() {}

  /// The number of a code, at most 2,147,483,647; `nil` for a code without one.
  package subscript(code: Code) -> Int? {
    get {
      let index = Int(code.index)
      return index < numbers.count && numbers[index] >= 0 ? Int(numbers[index]) : nil
    }
    set {
      let missing = Int(code.index) + 1 - numbers.count
      if missing > 0 { numbers += repeatElement(-1, count: missing) }
      numbers[Int(code.index)] = newValue.map { Int32(clamping: $0) } ?? -1
    }
  }
}

/// The codes that one evaluation knows, each held once.
///
/// Codes are equal without regard to ASCII case and print in the spelling that came first, so a table
/// is filled from the calendars before a ledger is read.
public struct CodeTable: Sendable {
  private var texts: [String] = []
  /// The case-folded bytes of all codes, each behind the one before it.
  private var folded: [UInt8] = []
  /// Where the bytes of each code end, and their hash.
  private var entries: [(end: UInt32, hash: UInt32)] = []
  /// Open addressing with linear probing: 0 for a free slot, else the index of a code and one.
  private var slots: [UInt32] = []
  private let capacity: Int

  /// How many times a new text found no room; whoever fills a table from a file reports it.
  public private(set) var overflowCount = 0

  /// Creates an empty table.
  public init() { capacity = Int(UInt16.max) }

  /// Creates an empty table that holds fewer codes.
  ///
  /// - Parameter capacity: The most codes that it holds, from 1 to 65,535.
  init(capacity: Int) { self.capacity = capacity }

  /// The text of a code, in the spelling that came first.
  public subscript(code: Code) -> String { texts[Int(code.index)] }

  /// How many codes the table holds: each has an index below that.
  public var count: Int { texts.count }

  /// The code for a text, added where it is new.
  public mutating func intern(_ text: some StringProtocol) -> Code {
    Array(text.utf8).withUnsafeBufferPointer { intern(bytes: $0) }
  }

  /// The code for bytes of UTF-8, added where it is new; a known one costs no allocation.
  ///
  /// A table holds 65,535 codes. A new text past that shares the last one, and ``overflowCount`` says
  /// that the codes are not to be trusted.
  public mutating func intern(bytes: UnsafeBufferPointer<UInt8>) -> Code {
    let hash = CodeTable.hash(bytes)
    if let known = find(bytes, hash: hash) { return known }
    guard texts.count < capacity else {
      overflowCount += 1
      return Code(index: UInt16(capacity - 1))
    }
    let index = texts.count
    texts.append(String(decoding: bytes, as: UTF8.self))
    folded.append(contentsOf: bytes.lazy.map(CodeTable.fold))
    entries.append((end: UInt32(folded.count), hash: hash))
    // At most half of the slots are taken, so that a search ends soon.
    if entries.count * 2 > slots.count { growSlots() } else { place(index) }
    return Code(index: UInt16(index))
  }

  /// The code for a text; `nil` where the table does not hold it.
  public func code(_ text: some StringProtocol) -> Code? {
    Array(text.utf8).withUnsafeBufferPointer { find($0, hash: CodeTable.hash($0)) }
  }

  private mutating func growSlots() {
    slots = Array(repeating: 0, count: max(16, slots.count * 4))
    for index in entries.indices { place(index) }
  }

  private mutating func place(_ index: Int) {
    let mask = slots.count - 1
    var slot = Int(entries[index].hash) & mask
    while slots[slot] != 0 { slot = (slot + 1) & mask }
    slots[slot] = UInt32(index + 1)
  }

  private func find(_ bytes: UnsafeBufferPointer<UInt8>, hash: UInt32) -> Code? {
    guard !slots.isEmpty else { return nil }
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while slots[slot] != 0 {
      let index = Int(slots[slot]) - 1
      if entries[index].hash == hash, holds(bytes, at: index) {
        return Code(index: UInt16(index))
      }
      slot = (slot + 1) & mask
    }
    return nil
  }

  private func holds(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    let start = index == 0 ? 0 : Int(entries[index - 1].end)
    guard Int(entries[index].end) - start == bytes.count else { return false }
    for offset in bytes.indices where folded[start + offset] != CodeTable.fold(bytes[offset]) {
      return false
    }
    return true
  }

  /// FNV-1a over case-folded bytes (RFC 9923).
  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var hash: UInt32 = 2_166_136_261
    for byte in bytes { hash = (hash ^ UInt32(fold(byte))) &* 16_777_619 }
    return hash
  }

  private static func fold(_ byte: UInt8) -> UInt8 {
    byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
  }
}
