/// Reads `multipart/form-data` (RFC 7578) piece by piece, as it comes in.
///
/// It holds no more than the head of a part, or a delimiter that may be cut in two: what is in a part goes
/// on at once. Browsers send nothing before the first delimiter and nothing after the last, so that neither
/// is taken.
struct MultipartParser {
  /// The head of a part: what it is called.
  struct Head: Hashable, Sendable {
    /// The field.
    let field: String
    /// The name of the file; `nil` for a text, and empty where no file was chosen.
    let fileName: String?
  }

  /// What comes next.
  enum Event: Hashable, Sendable {
    /// A part begins.
    case begin(Head)
    /// Some bytes of the part.
    case bytes(ArraySlice<UInt8>)
    /// The part ends.
    case end
  }

  /// What is no form as browsers send it.
  enum Fault: Error, Hashable, Sendable {
    /// The boundary is none.
    case boundary
    /// The bytes between two parts are none that stand there.
    case delimiter
    /// The head of a part is longer than ``longestHead``, or not understood.
    case head
    /// There are more than ``mostParts`` parts.
    case tooMany
    /// It ends before its last delimiter.
    case cut
    /// There is more behind the last delimiter.
    case tail
  }

  private enum State {
    case first, afterDelimiter, head, body, end
  }

  /// Bytes of the head of a part: a name of 255 bytes with all of them escaped, and the rest.
  static let longestHead = 4096
  /// Parts of one form: a matrix of some hundred desa with six documents each.
  static let mostParts = 2000

  /// What stands between parts: a line break, two dashes and the boundary.
  private let delimiter: [UInt8]
  /// What is not read yet.
  private var pending: ArraySlice<UInt8> = Array("\r\n".utf8)[...]
  private var state = State.first
  private var parts = 0

  /// Prepares to read.
  ///
  /// - Parameter boundary: The boundary, as the head of the request has it.
  /// - Throws: ``Fault/boundary`` for one that RFC 2046 does not allow.
  init(boundary: String) throws(Fault) {
    guard (1...70).contains(boundary.utf8.count), boundary.utf8.last != 0x20,
      boundary.utf8.allSatisfy(MultipartParser.isBoundaryByte)
    else { throw .boundary }
    delimiter = Array("\r\n--\(boundary)".utf8)
  }

  /// Whether a byte may stand in a boundary (RFC 2046, `bchars`).
  private static func isBoundaryByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      true
    default: "'()+_,-./:=? ".utf8.contains(byte)
    }
  }

  /// Adds bytes that came in.
  mutating func append(_ bytes: some Sequence<UInt8>) { pending.append(contentsOf: bytes) }

  /// What comes next in the bytes that came in; `nil` where more must come in first.
  ///
  /// - Throws: ``Fault``.
  mutating func next() throws(Fault) -> Event? {
    switch state {
    case .first:
      guard pending.count >= delimiter.count else {
        guard delimiter.starts(with: pending) else { throw .delimiter }
        return nil
      }
      guard pending.starts(with: delimiter) else { throw .delimiter }
      pending = pending.dropFirst(delimiter.count)
      state = .afterDelimiter
      return try next()
    case .afterDelimiter:
      guard pending.count >= 2 else { return nil }
      let two = Array(pending.prefix(2))
      pending = pending.dropFirst(2)
      guard two != Array("--".utf8) else {
        state = .end
        return try next()
      }
      guard two == Array("\r\n".utf8) else { throw .delimiter }
      parts += 1
      guard parts <= MultipartParser.mostParts else { throw .tooMany }
      state = .head
      return try next()
    case .head: return try head()
    case .body: return body()
    case .end:
      guard Array("\r\n".utf8).starts(with: pending) else { throw .tail }
      return nil
    }
  }

  /// Says that no more comes in.
  ///
  /// - Throws: ``Fault/cut`` where something is missing.
  func finish() throws(Fault) {
    guard case .end = state else { throw .cut }
  }

  private mutating func head() throws(Fault) -> Event? {
    let end = Array("\r\n\r\n".utf8)
    guard let place = MultipartParser.place(of: end, in: pending) else {
      guard pending.count <= MultipartParser.longestHead else { throw .head }
      return nil
    }
    guard place - pending.startIndex <= MultipartParser.longestHead,
      let head = MultipartHead.read(pending[..<place])
    else { throw .head }
    pending = pending[(place + end.count)...]
    // A part without a byte has its delimiter right behind its head: the line break is the delimiter's.
    state = .body
    return .begin(head)
  }

  private mutating func body() -> Event? {
    if let place = MultipartParser.place(of: delimiter, in: pending) {
      guard place == pending.startIndex else {
        defer { pending = pending[place...] }
        return .bytes(pending[..<place])
      }
      pending = pending.dropFirst(delimiter.count)
      state = .afterDelimiter
      return .end
    }
    // The end may be the beginning of a delimiter.
    let certain = pending.count - (delimiter.count - 1)
    guard certain > 0 else { return nil }
    let bytes = pending.prefix(certain)
    pending = pending.dropFirst(certain)
    return .bytes(bytes)
  }

  /// Where some bytes stand first.
  private static func place(of wanted: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
    bytes.withUnsafeBufferPointer { all in
      wanted.withUnsafeBufferPointer { wanted in
        var start = 0
        while start + wanted.count <= all.count {
          guard let first = all[start...(all.count - wanted.count)].firstIndex(of: wanted[0])
          else { return nil }
          if all[first..<(first + wanted.count)].elementsEqual(wanted) {
            return bytes.startIndex + first
          }
          start = first + 1
        }
        return nil
      }
    }
  }
}
