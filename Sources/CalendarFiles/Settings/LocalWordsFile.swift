public import ComplianceModel

/// What desa and kecamatan are called by region, from a file in
/// `Calendars/kantor/sebutan`, which holds one for each province that has words of its own.
public enum LocalWordsFile {
  /// Reads a file.
  ///
  /// - Parameter text: The text of the file.
  /// - Returns: What is known, a region an entry, and every fault found; it cannot be relied on where
  ///   there is one.
  public static func read(
    _ text: YAMLText
  ) -> (entries: [LocalWords.Entry], findings: [Finding]) {
    var reader = YAMLReader(file: text.file)
    guard let root = reader.root(of: text),
      let fields = reader.fields(root, keys: ["diperiksa", "sebutan"])
    else { return ([], reader.findings) }
    _ = reader.date(reader.required("diperiksa", in: fields))
    var entries: [LocalWords.Entry] = []
    for item in reader.items(reader.required("sebutan", in: fields)) {
      entries += LocalWordsFile.entries(item, after: entries, &reader)
    }
    return (entries, reader.findings)
  }

  private static let keys = ["wilayah", "sumber", "rujukan", "keyakinan"]

  private static func entries(
    _ node: Node, after others: [LocalWords.Entry], _ reader: inout YAMLReader
  ) -> [LocalWords.Entry] {
    let words = LocalWords.Key.allCases.map(\.rawValue)
    guard let fields = reader.fields(node, keys: keys + words) else { return [] }
    let list = reader.required("wilayah", in: fields)
    let own = reader.localWords(fields)
    _ = reader.source(fields)
    _ = reader.confidence(fields)
    var entries: [LocalWords.Entry] = []
    for item in reader.items(list) {
      guard let region = reader.region(item) else { continue }
      if (others + entries).contains(where: { $0.region == region }) {
        reader.report(.repeatedUnit(region.description), at: item)
      }
      entries.append(LocalWords.Entry(region: region, words: own))
    }
    return entries
  }
}

extension YAMLReader {
  /// The words of a region or an office; a fault where there are none.
  mutating func localWords(_ fields: YAMLFields) -> LocalWords.Known {
    var words = LocalWords.Known()
    for key in LocalWords.Key.allCases {
      if let word = text(fields[key.rawValue]) { words[key] = word }
    }
    if LocalWords.Key.allCases.allSatisfy({ fields[$0.rawValue] == nil }) {
      report(.missingKey("desa"), at: fields.place)
    }
    return words
  }

  /// `sebutan` in an office's file.
  mutating func localWords(_ node: Node?) -> LocalWords.Known {
    guard let node,
      let fields = fields(node, keys: LocalWords.Key.allCases.map(\.rawValue))
    else { return [:] }
    return localWords(fields)
  }
}
