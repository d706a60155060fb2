internal import ComplianceModel

/// What a webhook answers, `diterima_bila` and `bila`.
extension YAMLReader {
  /// What the answer looks like where a message was taken: `apa-saja`, or keys and their values.
  mutating func acceptedAnswer(_ node: Node?) -> AcceptedAnswer? {
    guard let node else { return nil }
    guard node.pairs != nil else { return choice(node, ["apa-saja": AcceptedAnswer.anything]) }
    let conditions = answerConditions(node)
    return conditions.isEmpty ? nil : .holding(conditions)
  }

  /// The conditions of a mapping: keys within keys, and values at their ends.
  mutating func answerConditions(_ node: Node) -> [AnswerCondition] {
    let pairs = mapping(node)
    if node.pairs?.isEmpty ?? false { report(.noCondition, at: node) }
    return pairs.flatMap { _, name, value -> [AnswerCondition] in
      guard value.pairs == nil else {
        return answerConditions(value).map {
          AnswerCondition(path: [name] + $0.path, expected: $0.expected)
        }
      }
      if let items = value.items, items.isEmpty { report(.noCondition, at: value) }
      let expected = (value.items ?? [value]).compactMap { answerValue($0) }
      return expected.isEmpty ? [] : [AnswerCondition(path: [name], expected: expected)]
    }
  }

  private mutating func answerValue(_ node: Node) -> AnswerCondition.Expected? {
    value(node, orReport: { .notACondition($0) }) { text in
      switch text {
      case "ada": .present
      case "tidak-ada": .absent
      // Nothing is written `tidak-ada`.
      case "null", "~", "Null", "NULL": nil
      default: .text(text)
      }
    }
  }
}
