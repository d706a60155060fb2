internal import ComplianceModel

/// A text that people write, in which single values are changed.
///
/// Only the bytes that are needed are inserted, changed or removed; comments and all else stay. What was
/// written is read back: where anything but the change itself would mean something else, nothing is given.
public struct EditableText: Sendable {
  /// The file as it is named to the user.
  public let file: String
  /// The bytes.
  public let bytes: [UInt8]
  /// What it says.
  public let value: WrittenValue

  private let root: Node
  private let lines: WrittenLines

  /// Reads a text; `nil` for one that is no mapping, or has a key twice.
  ///
  /// - Parameters:
  ///   - bytes: The text.
  ///   - file: The file as it is named to the user.
  public init?(_ bytes: [UInt8], file: String) {
    guard case .success(let tree) = YAMLText(bytes, file: file).tree, tree.repeats.isEmpty,
      tree.root.pairs != nil
    else { return nil }
    self.file = file
    self.bytes = bytes
    root = tree.root
    value = WrittenValue(root)
    lines = WrittenLines(bytes)
  }

  /// The text with a change.
  ///
  /// - Parameter edit: The change.
  /// - Returns: The new text; this one where it says so already.
  /// - Throws: ``Uneditable``, also where nothing has the path of the change.
  public func applying(_ edit: TextEdit) throws(Uneditable) -> EditableText {
    guard let wanted = edit.applied(to: value), wanted.pairs != nil else {
      throw uneditable(.otherMeaning, root)
    }
    guard wanted != value else { return self }
    guard let text = EditableText(try written(edit), file: file), text.value == wanted else {
      throw uneditable(.otherMeaning, root)
    }
    return text
  }

  private func uneditable(_ reason: Uneditable.Reason, _ node: Node) -> Uneditable {
    Uneditable(
      reason: reason, place: SourcePlace(file: file, line: node.line, column: node.column))
  }

  // MARK: - Finding

  /// The nodes on the way to a value, as far as they are there, from the root on.
  private func nodes(to path: [TextEdit.Step]) -> [Node] {
    var nodes = [root]
    for step in path {
      let last = nodes[nodes.count - 1]
      let next: Node? =
        switch step {
        case .key(let key): last.pairs?.first { $0.key.string == key }?.value
        case .item(let index):
          last.items.flatMap { $0.indices.contains(index) ? $0[index] : nil }
        }
      guard let next else { break }
      nodes.append(next)
    }
    return nodes
  }

  private func written(_ edit: TextEdit) throws(Uneditable) -> [UInt8] {
    let nodes = nodes(to: edit.path)
    let last = nodes[nodes.count - 1]
    // What is written in the place of what is missing, or of a key without a value.
    let missing = edit.path.dropFirst(nodes.count - 1)
    let isThere = missing.isEmpty
    switch edit.act {
    case .set(let value) where isThere:
      return try replacing(last, with: value)
    case .append(let item) where isThere:
      return try appending(item, to: last)
    case .remove where isThere:
      return try removing(edit.path, nodes)
    case .set(let value):
      return try adding(value, at: missing, to: last)
    case .append(let item):
      return try adding(.list([item]), at: missing, to: last)
    case .remove:
      throw uneditable(.otherMeaning, last)
    }
  }

  // MARK: - Values

  private func replacing(_ node: Node, with value: WrittenValue) throws(Uneditable) -> [UInt8] {
    guard let range = lines.range(of: node) else {
      throw uneditable(node.form == .text ? .text : .otherMeaning, node)
    }
    var bytes = bytes
    // Behind a key that has no value yet a blank is needed.
    let blank = range.isEmpty && range.lowerBound > 0 && bytes[range.lowerBound - 1] != 0x20
    bytes.replaceSubrange(range, with: ((blank ? " " : "") + value.inOneLine).utf8)
    return bytes
  }

  private func adding(
    _ value: WrittenValue, at path: ArraySlice<TextEdit.Step>, to node: Node
  ) throws(Uneditable) -> [UInt8] {
    var value = value
    for step in path.dropFirst().reversed() {
      guard case .key(let key) = step else { throw uneditable(.otherMeaning, node) }
      value = .mapping([.init(key, value)])
    }
    guard case .key(let key)? = path.first else { throw uneditable(.otherMeaning, node) }
    let pair = WrittenValue.Pair(key, value)
    if node.string != nil { return try replacing(node, with: .mapping([pair])) }
    if node.form == .flow {
      return try replacing(node, with: .mapping((WrittenValue(node).pairs ?? []) + [pair]))
    }
    let indent = node.column - 1
    let new = lines.bytes(of: pair.lines(indent: indent))
    let isRoot = node.line == root.line && node.column == root.column
    let place = isRoot ? lines.commentedDefault(of: key) : nil
    return lines.inserting(new, after: place ?? lines.lastLine(of: node, indent: indent))
  }

  // MARK: - Lists

  private func appending(_ item: WrittenValue, to list: Node) throws(Uneditable) -> [UInt8] {
    switch list.form {
    case .block:
      let indent = list.column - 1
      let new = lines.bytes(of: item.itemLines(indent: indent))
      return lines.inserting(new, after: lines.lastLine(of: list, indent: indent))
    case .flow where list.items?.isEmpty == false && item.pairs == nil:
      return try replacing(list, with: .list((WrittenValue(list).items ?? []) + [item]))
    case .flow where list.items?.isEmpty == false:
      throw uneditable(.flow, list)
    case .flow, .plain:
      return try unfolding(list, to: item)
    case .text:
      throw uneditable(.text, list)
    }
  }

  /// An empty list in brackets, or a key without a value, with a first item in lines of its own.
  private func unfolding(_ list: Node, to item: WrittenValue) throws(Uneditable) -> [UInt8] {
    guard let range = lines.range(of: list), lines.isLast(in: list.line - 1, range),
      let opening = lines.opening(ofLine: list.line - 1)
    else { throw uneditable(.flow, list) }
    let new = lines.bytes(of: item.itemLines(indent: opening.indent + 2))
    let start = bytes[..<range.lowerBound].lastIndex { $0 != 0x20 }.map { $0 + 1 }
    var bytes = lines.inserting(new, after: list.line - 1)
    bytes.removeSubrange((start ?? range.lowerBound)..<range.upperBound)
    return bytes
  }

  // MARK: - Removing

  private func removing(
    _ path: [TextEdit.Step], _ nodes: [Node]
  ) throws(Uneditable) -> [UInt8] {
    var depth = nodes.count - 1
    // A mapping goes with its last key.
    while depth > 1, case .key = path[depth - 1], nodes[depth - 1].pairs?.count == 1 { depth -= 1 }
    guard depth > 0 else { throw uneditable(.otherMeaning, root) }
    let (parent, node) = (nodes[depth - 1], nodes[depth])
    switch path[depth - 1] {
    case .key(let key):
      guard let pairs = parent.pairs, let place = pairs.firstIndex(where: { $0.key.string == key })
      else { throw uneditable(.otherMeaning, node) }
      guard parent.form == .block else {
        let rest = (WrittenValue(parent).pairs ?? []).filter { $0.key != key }
        return try replacing(parent, with: .mapping(rest))
      }
      let start = pairs[place].key
      let isBesideDash = lines.opening(ofLine: start.line - 1).map { $0.indent < start.column - 1 }
      if isBesideDash ?? false {
        guard place + 1 < pairs.count else { throw uneditable(.otherMeaning, node) }
        return try removing(from: start, to: pairs[place + 1].key)
      }
      return removingLines(
        from: start.line - 1, through: lines.lastLine(of: node, indent: start.column))
    case .item(let index):
      guard parent.form == .block else {
        var rest = WrittenValue(parent).items ?? []
        rest.remove(at: index)
        return try replacing(parent, with: .list(rest))
      }
      guard parent.items?.count != 1 else {
        return try emptying(parent, of: depth > 1 ? nodes[depth - 2] : root, at: path[depth - 2])
      }
      return removingLines(
        from: node.line - 1, through: lines.lastLine(of: node, indent: parent.column))
    }
  }

  private func removingLines(from first: Int, through last: Int) -> [UInt8] {
    var bytes = bytes
    bytes.removeSubrange(lines.lines[first].lowerBound..<lines.lines[last].upperBound)
    return bytes
  }

  private func removing(from start: Node, to end: Node) throws(Uneditable) -> [UInt8] {
    guard let first = lines.offset(line: start.line, column: start.column),
      let last = lines.offset(line: end.line, column: end.column), first < last
    else { throw uneditable(.otherMeaning, start) }
    var bytes = bytes
    bytes.removeSubrange(first..<last)
    return bytes
  }

  /// A list in lines of its own without its only item: in brackets behind its key.
  private func emptying(
    _ list: Node, of owner: Node, at step: TextEdit.Step
  ) throws(Uneditable) -> [UInt8] {
    guard case .key(let name) = step,
      let key = owner.pairs?.first(where: { $0.key.string == name })?.key,
      let end = lines.offset(line: key.lastLine, column: key.lastColumn),
      let colon = bytes[end...].firstIndex(of: UInt8(ascii: ":"))
    else { throw uneditable(.otherMeaning, list) }
    var bytes = removingLines(
      from: list.line - 1, through: lines.lastLine(of: list, indent: list.column))
    bytes.insert(contentsOf: " []".utf8, at: colon + 1)
    return bytes
  }
}

extension WrittenLines {
  /// Whether nothing but a comment follows a part of a line.
  fileprivate func isLast(in line: Int, _ range: Range<Int>) -> Bool {
    let rest = bytes[range.upperBound..<lines[line].upperBound].drop { $0 == 0x20 || $0 == 0x09 }
    return rest.first.map { [UInt8(ascii: "#"), 0x0A, 0x0D].contains($0) } ?? true
  }

  /// The last line, from 0, of a comment that shows the default of a key, `# key: …`, with the lines of the
  /// comment that go on with it, which are indented behind their `#`.
  fileprivate func commentedDefault(of key: String) -> Int? {
    func comment(_ index: Int) -> ArraySlice<UInt8>? {
      let line = bytes[lines[index]]
      return line.first == UInt8(ascii: "#") ? line.dropFirst() : nil
    }
    let first = lines.indices.first { index in
      comment(index)?.drop { $0 == 0x20 }.starts(with: "\(key):".utf8) ?? false
    }
    guard let first else { return nil }
    let rest = lines.indices[(first + 1)...].prefix {
      comment($0)?.starts(with: "  ".utf8) ?? false
    }
    return rest.last ?? first
  }
}
