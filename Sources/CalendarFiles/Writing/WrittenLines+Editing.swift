extension WrittenLines {
  /// The last line, from 0, that belongs to a node: one that says something, or a comment that is indented
  /// as deep as the node.
  func lastLine(of node: Node, indent: Int) -> Int {
    var last = node.line - 1
    for index in last..<min((node.followingLine ?? .max) - 1, lines.count) {
      guard let opening = opening(ofLine: index) else { continue }
      let isComment = opening.byte == UInt8(ascii: "#")
      if !isComment || indent > 0 && opening.indent >= indent { last = index }
    }
    return last
  }

  /// The bytes with others behind a line.
  ///
  /// - Parameters:
  ///   - new: Whole lines.
  ///   - index: The line, from 0; the last one where it has no end gets one.
  /// - Returns: The bytes.
  func inserting(_ new: [UInt8], after index: Int) -> [UInt8] {
    var bytes = bytes
    let end = lines.indices.contains(index) ? lines[index].upperBound : bytes.count
    let isEnded = end == 0 || bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D
    bytes.insert(contentsOf: (isEnded ? [] : lineEnd) + new, at: end)
    return bytes
  }

  /// Lines as bytes, each with its end.
  func bytes(of new: [String]) -> [UInt8] { new.flatMap { Array($0.utf8) + lineEnd } }

  /// Where a node in one piece lies: a scalar in a line, or what is in brackets or braces; `nil` for one that
  /// is written in lines of its own.
  func range(of node: Node) -> Range<Int>? {
    guard let start = offset(line: node.line, column: node.column) else { return nil }
    switch node.form {
    case .plain:
      let end = offset(line: node.lastLine, column: node.lastColumn)
      return end.flatMap { start <= $0 ? start..<$0 : nil }
    case .flow: return flowEnd(from: start).map { start..<$0 }
    case .text, .block: return nil
    }
  }

  /// Where what begins with a bracket or brace ends.
  ///
  /// Source: YAML 1.1, chapters 9.1 (quoted scalars), 9.2 (flow collections) and 6.6 (comments).
  private func flowEnd(from start: Int) -> Int? {
    var depth = 0
    var position = start
    while position < bytes.count {
      let byte = bytes[position]
      switch byte {
      case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        // A quote within a plain scalar is a character like any other.
        let before = bytes[..<position].last { $0 != 0x20 && $0 != 0x09 }
        if before.map({ ",[{:".utf8.contains($0) || $0 == 0x0A || $0 == 0x0D }) ?? true {
          position = quoteEnd(from: position)
        }
      case UInt8(ascii: "#") where bytes[position - 1] == 0x20 || bytes[position - 1] == 0x09:
        position = bytes[position...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
      default: break
      }
      position += 1
      if depth == 0 { return position }
    }
    return nil
  }

  /// Where the closing quote of a quoted scalar is; of two single quotes the second goes on with it.
  private func quoteEnd(from start: Int) -> Int {
    let quote = bytes[start]
    var position = start + 1
    while position < bytes.count, bytes[position] != quote {
      position += quote == UInt8(ascii: "\"") && bytes[position] == UInt8(ascii: "\\") ? 2 : 1
    }
    return position
  }
}
