/// A schema as tables of numbers, by which the documents that are written here are accepted in one look at each byte.
///
/// Judging a small document by libxml2 takes far longer than writing it, most of it for a tree. The tables are
/// of the same file, and they only accept: what they do not, libxml2 judges, which alone says what is wrong. A schema
/// that is written with more than is known here has no tables. Nothing in them is counted, so that two threads read
/// them side by side.
struct SchemaForm: Sendable {
  /// Bytes in ``text``.
  typealias Words = Range<Int>

  /// What the characters of a value mean, beside its pattern.
  enum Meaning {
    /// Any text, or one that is not empty.
    case text(isRequired: Bool)
    /// A date of a year that the program knows.
    case date
    /// A moment with its offset from UTC.
    case moment
    /// A number without or with decimals that is not below another.
    case number(least: Int, takesPoint: Bool)
  }

  /// What a value may be.
  struct Value {
    var meaning: Meaning
    /// Where the rows of its pattern begin in ``machines``; `nil` where it has none.
    var machine: Int?
    /// The only values, as a range of ``choices``; empty where there are others.
    var choices: Range<Int> = 0..<0
  }

  /// An attribute of an element.
  struct Attribute {
    let name: Words
    let value: Value
    /// The only value that it has; `nil` where it may have others.
    let fixed: Words?
    let isRequired: Bool
  }

  /// An element in another one, and how often.
  struct Particle {
    let name: Words
    let element: Int
    let occurrences: ClosedRange<Int>
    /// The attributes, as a range of ``fields``, that tell it from its siblings; empty where nothing has to.
    var key: Range<Int> = 0..<0
  }

  /// What is in an element.
  enum Content {
    case nothing
    case value(Value)
    /// A range of ``particles``.
    case elements(Range<Int>)
  }

  /// The attributes that an element has at the most: their bits fit in ``Element/required``.
  static let mostAttributes = UInt64.bitWidth

  /// An element.
  struct Element {
    /// A range of ``attributes``, at most ``mostAttributes``.
    let attributes: Range<Int>
    /// Which of them are required, as bits.
    let required: UInt64
    let content: Content
  }

  /// The texts of names and values, one behind the other.
  var text: [UInt8] = []
  /// The rows of all patterns.
  var machines: [UInt8] = []
  var choices: [Words] = []
  var attributes: [Attribute] = []
  var particles: [Particle] = []
  /// Places of attributes among those of an element.
  var fields: [Int] = []
  var elements: [Element] = []
  /// The name of the root, the first of ``elements``, and the namespace that it declares.
  var root: Words = 0..<0
  var namespace: Words = 0..<0
}
