internal import ComplianceModel
internal import DurableFiles

/// Takes the nodes of one YAML file apart and collects every fault on the way.
///
/// A value that cannot be read is reported and given as `nil`, so that the rest of the file is read
/// and all of its faults are shown at once.
struct YAMLReader {
  /// The file as it is named to the user.
  let file: String
  /// The faults found so far, in the order of reading.
  private var found = FindingList(atMost: Limits.findings)

  /// The names found so far that another file has to know, each where it stands first.
  private(set) var mentions = Office.MentionPlaces()

  /// The unit that a name means; `nil` where none or several do, or where no unit is known here.
  let unit: ((String) -> RegionCode?)?

  init(file: String, unit: ((String) -> RegionCode?)? = nil) {
    self.file = file
    self.unit = unit
  }

  /// Remembers where a name stands that another file has to know.
  mutating func note(_ mention: Office.Mention, at node: Node) {
    mentions.note(mention, at: place(of: node))
  }

  /// Where a node stands.
  func place(of node: Node) -> SourcePlace {
    SourcePlace(file: file, line: node.line, column: node.column)
  }

  /// The faults found so far, in the order of reading; of many the first, and one that has the number of others.
  var findings: [Finding] {
    guard found.surplus > 0 else { return found.findings }
    return found.findings
      + [Finding(.uncountedFindings(found.surplus), at: SourcePlace(file: file))]
  }

  /// Reports a fault; what its sentence has to look for is looked for only where the fault is told.
  mutating func report(_ sentence: @autoclosure () -> CalendarSentence, at place: SourcePlace) {
    found.append(Finding(sentence(), at: place))
  }

  mutating func report(_ sentence: @autoclosure () -> CalendarSentence, at node: Node) {
    report(sentence(), at: place(of: node))
  }

  /// The root of a text; `nil` after a fault of the whole file, of which there is only ever the first.
  ///
  /// Of a key that is written twice the first value is read.
  mutating func root(of text: YAMLText) -> Node? {
    switch text.tree {
    case .success(let tree):
      for key in tree.repeats {
        report(
          .repeatedKey(key.key), at: SourcePlace(file: file, line: key.line, column: key.column))
      }
      return tree.root
    case .failure(let trouble):
      report(
        trouble.sentence, at: SourcePlace(file: file, line: trouble.line, column: trouble.column))
      return nil
    }
  }

  /// The mapping that a node must be; an unknown key is a fault.
  mutating func fields(_ node: Node, keys: [String]) -> YAMLFields? {
    var pairs: [(key: String, value: Node)] = []
    let isMapping = node.forEachPair { key, value in
      if let name = key.string, keys.contains(name) {
        pairs.append((name, value))
      } else {
        let written = key.string ?? "?"
        report(.unknownKey(written, nearest: nearestMatch(to: written, among: keys)), at: key)
      }
    }
    guard isMapping else {
      report(.notAMapping, at: node)
      return nil
    }
    return YAMLFields(place: place(of: node), pairs: pairs)
  }

  /// The value of a key that must be there.
  mutating func required(_ key: String, in fields: YAMLFields) -> Node? {
    guard let node = fields[key] else {
      report(.missingKey(key), at: fields.place)
      return nil
    }
    return node
  }

  /// The items of a node that must be a list; none for a missing node.
  mutating func items(_ node: Node?) -> [Node] {
    guard let node else { return [] }
    guard let items = node.items else {
      report(.notAList, at: node)
      return []
    }
    guard items.count <= Limits.items else {
      report(.longList(items.count), at: node)
      return []
    }
    return items
  }

  /// The text of a node that must be a scalar, not empty, and without characters that steer a terminal
  /// and that XML cannot hold; line breaks and tabs are none.
  mutating func text(_ node: Node?) -> String? {
    guard let node else { return nil }
    guard let text = node.string, !text.utf8.allSatisfy({ $0 == UInt8(ascii: " ") }) else {
      report(.notAText, at: node)
      return nil
    }
    guard !text.hasControlCharacter else {
      report(.controlCharacter, at: node)
      return nil
    }
    return text
  }

  /// The text of a node that names what another file has to know.
  mutating func name(
    _ node: Node?, as mention: (String) -> Office.Mention
  ) -> String? {
    guard let node, let name = text(node) else { return nil }
    note(mention(name), at: node)
    return name
  }

  /// A value that a reading of the text gives; a fault where it gives none.
  mutating func value<Value>(
    _ node: Node?, orReport sentence: (String) -> CalendarSentence, _ read: (String) -> Value?
  ) -> Value? {
    guard let node, let text = text(node) else { return nil }
    guard let value = read(text) else {
      report(sentence(text), at: node)
      return nil
    }
    return value
  }

  /// A whole number within a range.
  mutating func integer(_ node: Node?, in range: ClosedRange<Int>) -> Int? {
    value(node, orReport: { .notANumber($0, range) }) { text in
      Int(plain: text).flatMap { range.contains($0) ? $0 : nil }
    }
  }

  /// A number with at most two decimals, 0 or more, in hundredths: `88.31` is 8831, `48` is 4800.
  mutating func hundredths(_ node: Node?) -> Int? {
    value(node, orReport: { .notADecimal($0) }) { text in
      guard case .number(let number) = MeasuredValue(text), number.denominator <= 100 else {
        return nil
      }
      return number.numerator * (100 / number.denominator)
    }
  }

  /// One of a closed set of words.
  mutating func choice<Value>(_ node: Node?, _ choices: KeyValuePairs<String, Value>) -> Value? {
    choice(node, among: choices.map(\.key)) { text in choices.first { $0.key == text }?.value }
  }

  /// One of the words of a closed set that is a type.
  mutating func choice<Word: CaseIterable & RawRepresentable<String>>(
    _ node: Node?, of words: Word.Type
  ) -> Word? {
    choice(node, among: words.allCases.map(\.rawValue), Word.init(rawValue:))
  }

  private mutating func choice<Value>(
    _ node: Node?, among words: @autoclosure () -> [String], _ meaning: (String) -> Value?
  ) -> Value? {
    value(
      node,
      orReport: { written in
        let words = words()
        return .notAChoice(written, words, nearest: nearestMatch(to: written, among: words))
      }, meaning)
  }

  /// `ya` or `tidak`.
  mutating func flag(_ node: Node?) -> Bool? { choice(node, ["ya": true, "tidak": false]) }
}

extension [Finding] {
  /// The findings of some files, of each so many and one that has the number of others.
  var bounded: [Finding] {
    guard count > Limits.findings else { return self }
    var counts: [String: Int] = [:]
    var bounded = filter { finding in
      // What a reader of one file has counted stays counted.
      if finding.code == CalendarProblem.uncountedFindings.rawValue { return true }
      counts[finding.place.file, default: 0] += 1
      return counts[finding.place.file, default: 0] <= Limits.findings
    }
    for (file, count) in counts.sorted(by: { $0.key < $1.key }) where count > Limits.findings {
      bounded.append(
        Finding(.uncountedFindings(count - Limits.findings), at: SourcePlace(file: file)))
    }
    return bounded
  }
}

extension Finding {
  /// A fault of a file that people write.
  init(_ sentence: CalendarSentence, at place: SourcePlace) {
    self.init(sentence.problem, at: place, sentence.what, fix: sentence.remedy)
  }
}
