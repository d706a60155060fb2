/// A change of one value in a text that people write.
public struct TextEdit: Equatable, Sendable {
  /// A step from a value to one that it holds.
  public enum Step: Hashable, Sendable {
    /// The value of a key.
    case key(String)
    /// An item of a list, from 0.
    case item(Int)
  }

  /// What is done.
  public enum Act: Equatable, Sendable {
    /// The value becomes another; keys on the way that are missing are written too.
    case set(WrittenValue)
    /// The list gets an item at its end.
    case append(WrittenValue)
    /// The value goes; a mapping without a key goes with its last.
    case remove
  }

  /// Where the value is; at least one step.
  public let path: [Step]
  /// What is done.
  public let act: Act

  /// Creates a change.
  public init(_ act: Act, at path: [Step]) {
    self.act = act
    self.path = path
  }

  /// What a text says after the change; `nil` where nothing has the path.
  package func applied(to value: WrittenValue) -> WrittenValue? { applied(to: value, path[...]) }

  private func applied(
    to value: WrittenValue?, _ path: ArraySlice<Step>
  ) -> WrittenValue? {
    guard let step = path.first else {
      switch act {
      case .set(let new): return new
      case .append(let item):
        // A key without a value says nothing yet.
        if value == nil || value == .text("") { return .list([item]) }
        return value?.items.map { .list($0 + [item]) }
      case .remove: return nil
      }
    }
    let rest = path.dropFirst()
    switch step {
    case .item(let index):
      guard var items = value?.items, items.indices.contains(index) else { return nil }
      if let new = applied(to: items[index], rest) {
        items[index] = new
      } else if act == .remove {
        items.remove(at: index)
      } else {
        return nil
      }
      return .list(items)
    case .key(let key):
      if value == nil || value == .text(""), act != .remove {
        return applied(to: nil, rest).map { .mapping([.init(key, $0)]) }
      }
      guard var pairs = value?.pairs else { return nil }
      let place = pairs.firstIndex { $0.key == key }
      let new = applied(to: place.map { pairs[$0].value }, rest)
      switch (place, new) {
      case (let place?, let new?): pairs[place] = .init(key, new)
      case (let place?, nil) where act == .remove: pairs.remove(at: place)
      case (nil, let new?) where act != .remove: pairs.append(.init(key, new))
      default: return nil
      }
      return pairs.isEmpty ? nil : .mapping(pairs)
    }
  }
}
