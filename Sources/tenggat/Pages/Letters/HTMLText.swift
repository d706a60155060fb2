internal import PlainText

/// A piece of HTML in which every value that was put in is shown as text.
///
/// What a string literal says is markup; what is interpolated is escaped, unless it is HTML itself.
struct HTMLText: ExpressibleByStringInterpolation {
  /// The markup.
  let markup: String

  init(stringLiteral value: String) { markup = value }

  init(stringInterpolation: StringInterpolation) { markup = stringInterpolation.markup }

  private init(markup: String) { self.markup = markup }

  /// Takes the parts of an interpolated literal.
  struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var markup = ""

    init(literalCapacity: Int, interpolationCount: Int) { markup.reserveCapacity(literalCapacity) }

    mutating func appendLiteral(_ literal: String) { markup += literal }

    mutating func appendInterpolation(_ html: HTMLText) { markup += html.markup }

    mutating func appendInterpolation(_ text: String) {
      for character in text.printable {
        switch character {
        case "&": markup += "&amp;"
        case "<": markup += "&lt;"
        case ">": markup += "&gt;"
        case "\"": markup += "&quot;"
        case "'": markup += "&#39;"
        default: markup.append(character)
        }
      }
    }

    mutating func appendInterpolation(_ number: Int) { markup += "\(number)" }
  }

  /// Pieces one after the other, a line each.
  static func lines(_ pieces: [HTMLText]) -> HTMLText {
    HTMLText(markup: pieces.map(\.markup).joined(separator: "\n"))
  }

  /// Pieces one after the other on one line.
  static func joined(_ pieces: [HTMLText]) -> HTMLText {
    HTMLText(markup: pieces.map(\.markup).joined())
  }
}
