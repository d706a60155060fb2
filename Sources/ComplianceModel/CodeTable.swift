/// A code of a report, an event, an indicator or a role, as a small number.
///
/// It means something only beside the ``CodeTable`` that made it.
public struct Code: Hashable, Sendable {
  let index: UInt16
}

/// The codes that one evaluation knows, each held once.
///
/// Codes are equal without regard to ASCII case and print in the spelling that came first, so a table
/// is filled from the calendars before a ledger is read.
public struct CodeTable: Sendable {
  private var texts: [String] = []
  private var buckets: [UInt32: [Code]] = [:]
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

  /// The code for a text, added where it is new.
  public mutating func intern(_ text: some StringProtocol) -> Code {
    intern(bytes: Array(text.utf8)[...])
  }

  /// The code for bytes of UTF-8, added where it is new; a known one costs no allocation.
  ///
  /// A table holds 65,535 codes. A new text past that shares the last one, and ``overflowCount`` says
  /// that the codes are not to be trusted.
  public mutating func intern(bytes: ArraySlice<UInt8>) -> Code {
    let hash = CodeTable.hash(bytes)
    if let known = find(bytes, hash: hash) { return known }
    guard texts.count < capacity else {
      overflowCount += 1
      return Code(index: UInt16(capacity - 1))
    }
    let code = Code(index: UInt16(texts.count))
    texts.append(String(decoding: bytes, as: UTF8.self))
    buckets[hash, default: []].append(code)
    return code
  }

  /// The code for a text; `nil` where the table does not hold it.
  public func code(_ text: some StringProtocol) -> Code? {
    let bytes = Array(text.utf8)[...]
    return find(bytes, hash: CodeTable.hash(bytes))
  }

  private func find(_ bytes: ArraySlice<UInt8>, hash: UInt32) -> Code? {
    buckets[hash]?.first { code in
      texts[Int(code.index)].utf8.elementsEqual(bytes) { CodeTable.fold($0) == CodeTable.fold($1) }
    }
  }

  /// FNV-1a over case-folded bytes (RFC 9923).
  private static func hash(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    bytes.reduce(2_166_136_261) { ($0 ^ UInt32(fold($1))) &* 16_777_619 }
  }

  private static func fold(_ byte: UInt8) -> UInt8 {
    byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
  }
}
