internal import ComplianceModel
internal import Yams

/// A YAML text taken apart: scalars, lists and mappings with their places, in one flat array.
///
/// The flat form is what makes a parsed text cheap to keep and to read again (see ``YAMLText``).
struct YAMLTree: Sendable {
  enum Kind: UInt32 {
    case scalar, list, mapping
  }

  /// One node; its children follow it, up to ``end``.
  struct Record: Equatable {
    let kind: Kind
    /// The line and the column, from 1.
    let line, column: UInt32
    /// The text of a scalar; empty for others.
    let textStart, textCount: UInt32
    /// The index after the last node of the subtree.
    var end: UInt32
  }

  fileprivate(set) var records: [Record] = []
  fileprivate(set) var text: [UInt8] = []
  /// The keys that repeat an earlier one of their mapping; neither they nor their values are nodes.
  private(set) var repeats: [Repeat] = []

  /// A key that is written again.
  struct Repeat {
    let key: String
    /// The line and the column, from 1.
    let line, column: Int
  }

  /// The first node.
  var root: Node { Node(tree: self, index: 0) }
}

/// One node of a YAML text.
struct Node: Sendable {
  fileprivate let tree: YAMLTree
  fileprivate let index: Int

  private var record: YAMLTree.Record { tree.records[index] }

  /// The line, from 1.
  var line: Int { Int(record.line) }

  /// The column, from 1.
  var column: Int { Int(record.column) }

  /// The text of a scalar; `nil` for a list or mapping.
  var string: String? {
    guard record.kind == .scalar else { return nil }
    let start = Int(record.textStart)
    return String(decoding: tree.text[start..<start + Int(record.textCount)], as: UTF8.self)
  }

  /// The items of a list; `nil` for anything else.
  var items: [Node]? { record.kind == .list ? children : nil }

  /// The keys and values of a mapping, in the order of the text; `nil` for anything else.
  var pairs: [(key: Node, value: Node)]? {
    guard record.kind == .mapping else { return nil }
    let children = children
    return stride(from: 0, to: children.count - 1, by: 2).map { (children[$0], children[$0 + 1]) }
  }

  private var children: [Node] {
    var children: [Node] = []
    var next = index + 1
    while next < Int(record.end) {
      children.append(Node(tree: tree, index: next))
      next = Int(tree.records[next].end)
    }
    return children
  }
}

extension YAMLTree {
  /// Parses a text.
  ///
  /// - Throws: ``YAMLTrouble``: what is wrong with its syntax, of which there is only ever the first.
  init(parsing text: String) throws(YAMLTrouble) {
    var keys = RenamedKeys(text)
    var first: YAMLTrouble?
    while true {
      do {
        let parser = try Parser(yaml: keys.text, resolver: .basic, encoding: .utf8)
        guard let root = try parser.singleRoot() else {
          throw YAMLTrouble(sentence: .emptyFile, line: 1, column: 1)
        }
        add(root, keys)
        return
      } catch let error as YamlError {
        let (line, column) = YAMLTree.place(error.place, in: text)
        let trouble = YAMLTrouble(sentence: error.sentence, line: line, column: column)
        guard case .duplicatedKeysInMapping(let names, let context) = error, let name = names.first,
          keys.rename(name, at: context.mark)
        else { throw first ?? trouble }
        first = first ?? trouble
      } catch let error as YAMLTrouble {
        throw error
      } catch {
        throw YAMLTrouble(sentence: .syntax("\(error)"), line: 1, column: 1)
      }
    }
  }

  /// A place within the text: where the last line has no end, the parser counts one more.
  private static func place(
    _ place: (line: Int, column: Int), in text: String
  ) -> (line: Int, column: Int) {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    guard place.line > lines.count, let last = lines.last else { return place }
    return (lines.count, last.unicodeScalars.count + 1)
  }

  private mutating func add(_ node: Yams.Node, _ keys: RenamedKeys) {
    let index = records.count
    var textStart = 0
    var textCount = 0
    let kind: Kind
    switch node {
    case .scalar(let scalar):
      kind = .scalar
      textStart = text.count
      text += keys.name(of: scalar).utf8
      textCount = text.count - textStart
    case .sequence: kind = .list
    case .mapping: kind = .mapping
    // Without anchors there is nothing that an alias could name.
    case .alias: kind = .scalar
    }
    records.append(
      Record(
        kind: kind, line: UInt32(node.mark?.line ?? 0), column: UInt32(node.mark?.column ?? 0),
        textStart: UInt32(textStart), textCount: UInt32(textCount), end: 0))
    switch node {
    case .sequence(let sequence): for item in sequence { add(item, keys) }
    case .mapping(let mapping):
      var seen: Set<String> = []
      for (key, value) in mapping {
        if let scalar = key.scalar, !seen.insert(keys.name(of: scalar)).inserted {
          let mark = scalar.mark
          repeats.append(
            Repeat(
              key: keys.name(of: scalar), line: mark?.line ?? 0, column: mark?.column ?? 0))
          continue
        }
        add(key, keys)
        add(value, keys)
      }
    case .scalar, .alias: break
    }
    records[index].end = UInt32(records.count)
  }
}

/// A text that is not YAML: the sentence and the place.
struct YAMLTrouble: Error {
  let sentence: CalendarSentence
  let line, column: Int
}

extension YamlError {
  /// Where the parser stopped, from 1.
  fileprivate var place: (line: Int, column: Int) {
    switch self {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
      (mark.line, mark.column)
    case .duplicatedKeysInMapping(_, let context): (context.mark.line, context.mark.column)
    case .reader(_, let offset?, _, let text):
      YamlError.place(after: text.prefix(offset))
    default: (1, 1)
    }
  }

  private static func place(after text: Substring) -> (line: Int, column: Int) {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    return (lines.count, (lines.last?.unicodeScalars.count ?? 0) + 1)
  }

  /// Why it stopped.
  fileprivate var sentence: CalendarSentence {
    switch self {
    case .scanner(_, let problem, _, _), .parser(_, let problem, _, _),
      .composer(_, let problem, _, _), .reader(let problem, _, _, _):
      .syntax(problem)
    case .duplicatedKeysInMapping(let duplicates, _):
      .repeatedKey(duplicates.joined(separator: ", "))
    default: .syntax("\(self)")
    }
  }
}

// MARK: - The kept form

extension YAMLTree {
  private static let wordsPerRecord = 6

  /// The tree as bytes: counts, records, text, and a sum over them, all in little-endian words.
  var kept: [UInt8] {
    var words: [UInt32] = [UInt32(records.count), UInt32(text.count)]
    for record in records {
      words += [
        record.kind.rawValue, record.line, record.column, record.textStart, record.textCount,
        record.end,
      ]
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(words.count * 4 + text.count + 4)
    for word in words { withUnsafeBytes(of: word.littleEndian) { bytes += $0 } }
    bytes += text
    let sum = YAMLTree.sum(bytes[...])
    withUnsafeBytes(of: sum.littleEndian) { bytes += $0 }
    return bytes
  }

  /// Reads the kept form; `nil` for bytes that are damaged or were never one.
  init?(kept bytes: ArraySlice<UInt8>) {
    let header = 8
    guard bytes.count >= header + 4 else { return nil }
    let (records, text): ([Record], [UInt8]) = bytes.withUnsafeBytes { raw in
      func word(_ offset: Int) -> UInt32 {
        UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
      }
      let count = Int(word(0))
      let textCount = Int(word(4))
      let textStart = header + count * YAMLTree.wordsPerRecord * 4
      guard count > 0, textStart + textCount + 4 == raw.count,
        YAMLTree.sum(bytes.dropLast(4)) == word(raw.count - 4)
      else { return ([], []) }
      var records: [Record] = []
      records.reserveCapacity(count)
      for index in 0..<count {
        let at = header + index * YAMLTree.wordsPerRecord * 4
        let (start, length) = (word(at + 12), word(at + 16))
        let end = word(at + 20)
        guard let kind = Kind(rawValue: word(at)), Int(start) + Int(length) <= textCount,
          Int(end) > index, Int(end) <= count
        else { return ([], []) }
        records.append(
          Record(
            kind: kind, line: word(at + 4), column: word(at + 8), textStart: start,
            textCount: length, end: end))
      }
      return (records, Array(raw[textStart..<textStart + textCount]))
    }
    guard !records.isEmpty else { return nil }
    self.records = records
    self.text = text
  }

  /// FNV-1a (RFC 9923) over bytes: it finds damage, not forgery.
  private static func sum(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    bytes.withUnsafeBufferPointer { buffer in
      var sum: UInt32 = 2_166_136_261
      for byte in buffer { sum = (sum ^ UInt32(byte)) &* 16_777_619 }
      return sum
    }
  }
}
