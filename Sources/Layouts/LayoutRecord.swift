/// A record of what goes to the program of layouts and comes from it: words and numbers separated by tabs,
/// the number of bytes that follow, a line feed, the bytes, a line feed.
struct LayoutRecord: Hashable {
  /// Words and numbers of ours; none has a tab or a line feed.
  let fields: [String]
  /// The bytes behind them.
  let content: [UInt8]

  init(_ fields: [String], _ content: [UInt8] = []) {
    self.fields = fields
    self.content = content
  }

  private static let tab = UInt8(ascii: "\t")
  private static let lineFeed = UInt8(ascii: "\n")

  /// Records as bytes.
  static func bytes(of records: [LayoutRecord]) -> [UInt8] {
    var bytes: [UInt8] = []
    for record in records {
      let fields = record.fields + ["\(record.content.count)"]
      bytes += Array(fields.joined(separator: "\t").utf8)
      bytes.append(lineFeed)
      bytes += record.content
      bytes.append(lineFeed)
    }
    return bytes
  }

  /// The records that bytes hold; `nil` where they hold anything else, or end in one.
  static func records(in bytes: [UInt8]) -> [LayoutRecord]? {
    var records: [LayoutRecord] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      guard let end = rest.firstIndex(of: lineFeed) else { return nil }
      var fields = rest[..<end].split(separator: tab, omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
      rest = rest[(end + 1)...]
      guard let count = fields.popLast().flatMap({ Int($0) }), count >= 0, count < rest.count,
        rest[rest.startIndex + count] == lineFeed
      else { return nil }
      records.append(LayoutRecord(fields, Array(rest.prefix(count))))
      rest = rest.dropFirst(count + 1)
    }
    return records
  }
}
