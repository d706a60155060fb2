internal import PlainText

/// A piece of HTML in which every value that was put in is shown as text.
///
/// What a string literal says is markup; what is interpolated is escaped, unless it is HTML itself.
package struct HTMLText: ExpressibleByStringInterpolation {
  /// The markup.
  package let markup: String

  package init(stringLiteral value: String) { markup = value }

  package init(stringInterpolation: StringInterpolation) { markup = stringInterpolation.markup }

  private init(markup: String) { self.markup = markup }

  /// Takes the parts of an interpolated literal.
  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var markup = ""

    package init(literalCapacity: Int, interpolationCount: Int) {
      markup.reserveCapacity(literalCapacity)
    }

    package mutating func appendLiteral(_ literal: String) { markup += literal }

    package mutating func appendInterpolation(_ html: HTMLText) { markup += html.markup }

    package mutating func appendInterpolation(_ text: String) {
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

    package mutating func appendInterpolation(_ number: Int) { markup += "\(number)" }
  }

  /// Pieces one after the other, a line each.
  package static func lines(_ pieces: [HTMLText]) -> HTMLText {
    HTMLText(markup: pieces.map(\.markup).joined(separator: "\n"))
  }

  /// Pieces one after the other on one line.
  package static func joined(_ pieces: [HTMLText]) -> HTMLText {
    HTMLText(markup: pieces.map(\.markup).joined())
  }
}
