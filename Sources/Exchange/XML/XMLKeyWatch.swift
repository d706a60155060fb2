import CLibXML2
import DurableFiles

/// Holds a document that passes by against keys of its schema (``SchemaKey``).
struct XMLKeyWatch {
  private let keys: [SchemaKey]
  /// For each key, how deep the element lies in which it holds; negative outside of one.
  private var depths: [Int]
  /// For each key, what was seen of it.
  ///
  /// A number of 64 bits stands for the texts, whose memory would be many times that. Two that differ share one
  /// with a probability below 1 in 30 million in a list of a million, which nobody can steer: the numbers differ
  /// from run to run.
  private var seen: [Set<Int>]

  /// So many keys cost so little memory that it is kept for the next list.
  private static let fewKeys = 1_000

  init(_ keys: [SchemaKey]) {
    self.keys = keys
    depths = Array(repeating: -1, count: keys.count)
    seen = Array(repeating: [], count: keys.count)
  }

  /// Something that a key does not let pass.
  enum Fault {
    /// What stands in the element was there before.
    case repeated(String)
    /// There are more elements than are told apart.
    case tooMany(String)
  }

  /// Looks at an element that begins.
  mutating func start(_ element: XMLPassingElement) -> Fault? {
    for place in keys.indices {
      if depths[place] < 0 {
        if element.isNamed(keys[place].scope, in: keys[place].namespace) {
          depths[place] = element.depth
        }
      } else if element.depth == depths[place] + 1,
        element.isNamed(keys[place].child, in: keys[place].namespace),
        let fault = note(element, place)
      {
        return fault
      }
    }
    return nil
  }

  /// Looks at an element that ends.
  mutating func end(depth: Int) {
    for place in keys.indices where depths[place] == depth {
      depths[place] = -1
      // A desa has its own list of documents, and there are many desa.
      seen[place].removeAll(keepingCapacity: seen[place].count < XMLKeyWatch.fewKeys)
    }
  }

  private mutating func note(_ element: XMLPassingElement, _ place: Int) -> Fault? {
    var hasher = Hasher()
    for field in keys[place].fields {
      // An attribute that is missing is a fault of its own.
      guard let bytes = element.bytes(of: field) else { return nil }
      hasher.combine(bytes.count)
      hasher.combine(bytes: bytes)
    }
    let name = keys[place].child
    guard seen[place].insert(hasher.finalize()).inserted else {
      return .repeated(
        Messages.repeated(
          String(cString: name),
          keys[place].fields.map { field in
            let value = element.bytes(of: field).map { String(decoding: $0, as: UTF8.self) }
            return (String(cString: field), value ?? "")
          }))
    }
    guard seen[place].count > Limits.keys else { return nil }
    return .tooMany(Messages.tooManyKeys(String(cString: name)))
  }
}
