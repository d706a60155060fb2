internal import ComplianceModel

/// Puts a tree together from what a parser meets, in the order of the text.
///
/// Of a key that is written again neither the key nor its value becomes a node, so that the rest of
/// the file is read and all of its faults are told at once.
struct YAMLTreeBuilder {
  private(set) var tree = YAMLTree()
  private var open: [Container] = []

  /// The lists and mappings that have not ended.
  var depth: Int { open.count }

  /// A list or mapping that has not ended.
  private struct Container {
    let index: Int
    let isMapping: Bool
    /// Whether the next node of a mapping is a key.
    var wantsKey = true
    /// Where the first of its keys lie in ``YAMLTree/text``.
    var firstKeys: [KeyPlace] = []
    /// All of its keys, once they are many.
    var keys: Set<String> = []
    /// How far the tree went before a repeated key, whose value is being read.
    var mark: Mark?
  }

  /// Where the bytes of a key lie; not a range, whose type the runtime would look up in the whole program.
  private struct KeyPlace {
    let start, count: Int

    var range: Range<Int> { start..<start + count }
  }

  private struct Mark {
    let records, text, repeats: Int
  }

  /// Adds a scalar.
  ///
  /// - Parameters:
  ///   - value: Its bytes.
  ///   - line: Its line, from 1.
  ///   - column: Its column, from 1.
  ///   - last: The line and the column behind its last character, from 1.
  ///   - form: How it is written.
  mutating func scalar(
    _ value: UnsafeBufferPointer<UInt8>, line: Int, column: Int, last: (line: Int, column: Int),
    _ form: YAMLTree.Form
  ) {
    noteKey(value, line: line, column: column)
    let start = tree.text.count
    tree.text += value
    tree.records.append(
      YAMLTree.Record(
        kind: .scalar, line: line, column: column, lastLine: last.line, lastColumn: last.column,
        form: form, text: start..<tree.text.count,
        end: tree.records.count + 1))
    nodeEnded()
  }

  /// Begins a list or mapping.
  mutating func begin(_ kind: YAMLTree.Kind, line: Int, column: Int, _ form: YAMLTree.Form) {
    open.append(Container(index: tree.records.count, isMapping: kind == .mapping))
    tree.records.append(
      YAMLTree.Record(
        kind: kind, line: line, column: column, lastLine: line, lastColumn: column, form: form,
        text: 0..<0, end: 0))
  }

  /// Ends the innermost list or mapping.
  mutating func end() {
    guard let container = open.popLast() else { return }
    tree.records[container.index].end = tree.records.count
    nodeEnded()
  }

  private mutating func noteKey(_ value: UnsafeBufferPointer<UInt8>, line: Int, column: Int) {
    guard let last = open.indices.last, open[last].isMapping, open[last].wantsKey else { return }
    guard !insert(value, intoKeysOf: last) else { return }
    let key = String(decoding: value, as: UTF8.self)
    tree.repeats.append(YAMLTree.Repeat(key: key, line: line, column: column))
    open[last].mark = Mark(
      records: tree.records.count, text: tree.text.count, repeats: tree.repeats.count)
  }

  /// Mappings with fewer keys than this are searched from end to end: nearly all, in less than half of the instructions
  /// that a set of texts takes (counted by callgrind, 0.6 of the 44 M of `jadwal`).
  private static let manyKeys = 16

  /// Takes a key, whose text comes next, for one of a mapping.
  ///
  /// - Returns: Whether the mapping did not have it.
  private mutating func insert(
    _ key: UnsafeBufferPointer<UInt8>, intoKeysOf container: Int
  ) -> Bool {
    guard open[container].firstKeys.count == YAMLTreeBuilder.manyKeys else {
      let isKnown = open[container].firstKeys.contains {
        $0.count == key.count && tree.text[$0.range].elementsEqual(key)
      }
      guard !isKnown else { return false }
      open[container].firstKeys.append(KeyPlace(start: tree.text.count, count: key.count))
      return true
    }
    if open[container].keys.isEmpty {
      open[container].keys = Set(
        open[container].firstKeys.map { String(decoding: tree.text[$0.range], as: UTF8.self) })
    }
    return open[container].keys.insert(String(decoding: key, as: UTF8.self)).inserted
  }

  private mutating func nodeEnded() {
    guard let last = open.indices.last, open[last].isMapping else { return }
    open[last].wantsKey.toggle()
    guard open[last].wantsKey, let mark = open[last].mark else { return }
    open[last].mark = nil
    tree.records.removeLast(tree.records.count - mark.records)
    tree.text.removeLast(tree.text.count - mark.text)
    tree.repeats.removeLast(tree.repeats.count - mark.repeats)
  }
}
