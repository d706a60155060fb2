/// A YAML text taken apart: scalars, lists and mappings with their places, in one flat array.
struct YAMLTree: Sendable {
  enum Kind: Sendable {
    case scalar, list, mapping
  }

  /// How a node is written.
  enum Form: Sendable {
    /// A scalar in a line, with quotes or without.
    case plain
    /// A scalar in lines of its own, behind `|` or `>`.
    case text
    /// A list or mapping by indentation.
    case block
    /// A list or mapping in brackets or braces.
    case flow
  }

  /// One node; its children follow it, up to ``end``.
  struct Record: Sendable {
    let kind: Kind
    /// The line and the column, from 1.
    let line, column: Int
    /// The line and the column behind the last character of a scalar, from 1; of others those of the
    /// first.
    let lastLine, lastColumn: Int
    /// How it is written.
    let form: Form
    /// Where the text of a scalar lies in ``YAMLTree/text``; empty for others.
    let text: Range<Int>
    /// The index after the last node of the subtree.
    var end: Int
  }

  var records: [Record] = []
  var text: [UInt8] = []
  /// The keys that repeat an earlier one of their mapping; neither they nor their values are nodes.
  var repeats: [Repeat] = []

  /// A key that is written again.
  struct Repeat: Sendable {
    let key: String
    /// The line and the column, from 1.
    let line, column: Int
  }

  /// The first node.
  var root: Node { Node(nodes: Nodes(records: records, text: text), index: 0) }

  /// What all nodes of a text share.
  ///
  /// A class, since nodes are handed on more than anything else that is read: one reference is counted, not two.
  fileprivate final class Nodes: Sendable {
    let records: [Record]
    let text: [UInt8]

    init(records: [Record], text: [UInt8]) {
      self.records = records
      self.text = text
    }
  }
}

/// One node of a YAML text.
struct Node: Sendable {
  fileprivate let nodes: YAMLTree.Nodes
  fileprivate let index: Int

  private var record: YAMLTree.Record { nodes.records[index] }

  /// The line, from 1.
  var line: Int { record.line }

  /// The column, from 1.
  var column: Int { record.column }

  /// The line behind the last character of a scalar, from 1.
  var lastLine: Int { record.lastLine }

  /// The column behind the last character of a scalar, from 1.
  var lastColumn: Int { record.lastColumn }

  /// How it is written.
  var form: YAMLTree.Form { record.form }

  /// The line, from 1, of the node that follows all of this one; `nil` for the last.
  var followingLine: Int? {
    nodes.records.indices.contains(record.end) ? nodes.records[record.end].line : nil
  }

  /// The text of a scalar; `nil` for a list or mapping.
  var string: String? {
    guard record.kind == .scalar else { return nil }
    return String(decoding: nodes.text[record.text], as: UTF8.self)
  }

  /// The items of a list; `nil` for anything else.
  var items: [Node]? { record.kind == .list ? children : nil }

  /// The keys and values of a mapping, in the order of the text; `nil` for anything else.
  var pairs: [(key: Node, value: Node)]? {
    var pairs: [(key: Node, value: Node)] = []
    return forEachPair { pairs.append(($0, $1)) } ? pairs : nil
  }

  /// Shows the keys and values of a mapping, in the order of the text.
  ///
  /// - Returns: Whether it is a mapping.
  func forEachPair(_ body: (_ key: Node, _ value: Node) -> Void) -> Bool {
    let mapping = record
    guard mapping.kind == .mapping else { return false }
    var next = index + 1
    while next < mapping.end {
      let value = nodes.records[next].end
      body(Node(nodes: nodes, index: next), Node(nodes: nodes, index: value))
      next = nodes.records[value].end
    }
    return true
  }

  private var children: [Node] {
    var children: [Node] = []
    var next = index + 1
    while next < record.end {
      children.append(Node(nodes: nodes, index: next))
      next = nodes.records[next].end
    }
    return children
  }
}

/// A text that is not YAML: the sentence and the place.
struct YAMLTrouble: Error {
  let sentence: CalendarSentence
  let line, column: Int
}
