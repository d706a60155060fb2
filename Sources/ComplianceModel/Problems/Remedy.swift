/// How to mend a problem: words in the user's language, and between them actions that the front spells.
///
/// An action is written into a literal with `do`:
///
///     let remedy: Remedy = "periksa tanggalnya, atau batalkan: \(do: .void("2026#12"))"
public struct Remedy: Hashable, Sendable {
  private enum Part: Hashable, Sendable {
    case words(String)
    case action(RemedyAction)
  }

  private var parts: [Part] = []

  /// Words without an action.
  public init(_ words: String) { append(words) }

  /// The actions, in the order of the words.
  public var actions: [RemedyAction] {
    parts.compactMap { if case .action(let action) = $0 { action } else { nil } }
  }

  /// The remedy in one sentence without a full stop.
  ///
  /// - Parameter spell: How a front says an action.
  /// - Returns: The words, with each action as the front says it.
  public func spelled(_ spell: (RemedyAction) -> String) -> String {
    parts.map { part in
      switch part {
      case .words(let words): words
      case .action(let action): spell(action)
      }
    }.joined()
  }

  /// Words and actions behind each other.
  public static func + (first: Remedy, second: Remedy) -> Remedy {
    var sum = first
    for part in second.parts { sum.append(part) }
    return sum
  }

  private mutating func append(_ part: Part) {
    switch part {
    case .words(let words): append(words)
    case .action: parts.append(part)
    }
  }

  /// Words that follow each other are one part, so that equal remedies are equal.
  private mutating func append(_ words: String) {
    guard !words.isEmpty else { return }
    if case .words(let before) = parts.last {
      parts[parts.count - 1] = .words(before + words)
    } else {
      parts.append(.words(words))
    }
  }
}

extension Remedy: ExpressibleByStringInterpolation {
  /// Gathers the parts of a literal.
  public struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var remedy = Remedy("")

    /// Begins without a part.
    public init(literalCapacity: Int, interpolationCount: Int) {}

    /// Adds the literal's own words.
    public mutating func appendLiteral(_ literal: String) { remedy.append(literal) }

    /// Adds a value as it describes itself.
    public mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      remedy.append(value.description)
    }

    /// Adds the words and actions of another remedy.
    public mutating func appendInterpolation(_ other: Remedy) { remedy = remedy + other }

    /// Adds an action.
    public mutating func appendInterpolation(do action: RemedyAction) {
      remedy.append(.action(action))
    }
  }

  /// Words without an action.
  public init(stringLiteral words: String) { self.init(words) }

  /// The parts of a literal.
  public init(stringInterpolation: StringInterpolation) { self = stringInterpolation.remedy }
}
