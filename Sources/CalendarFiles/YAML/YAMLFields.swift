internal import ComplianceModel

/// The keys and values of one YAML mapping, each key once.
struct YAMLFields {
  /// Where the mapping begins.
  let place: SourcePlace
  private let pairs: [(key: String, value: Node)]

  init(place: SourcePlace, pairs: [(key: String, value: Node)]) {
    self.place = place
    self.pairs = pairs
  }

  /// The value of a key; `nil` where the mapping does not give it.
  subscript(key: String) -> Node? { pairs.first { $0.key == key }?.value }
}
