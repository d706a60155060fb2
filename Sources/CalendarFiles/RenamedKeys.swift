internal import Yams

/// A text in which keys that are written twice go by names of their own, so that a parser which stops
/// at the first of them reads on.
///
/// One letter is put in the place of another, so that every place in the text stays what it was.
struct RenamedKeys {
  private var scalars: [Unicode.Scalar]
  private var names: [Place: String] = [:]

  private struct Place: Hashable {
    let line, column: Int
  }

  /// Letters of private use (Unicode 16.0, 23.5), one for each key.
  private static let letters = (0xE000...0xE01F).compactMap(Unicode.Scalar.init)

  init(_ text: String) { scalars = Array(text.unicodeScalars) }

  /// The text with the other names.
  var text: String { String(String.UnicodeScalarView(scalars)) }

  /// Gives a key another name.
  ///
  /// - Parameters:
  ///   - key: Its name.
  ///   - mark: Where it stands.
  /// - Returns: Whether that was possible; else the text is as it was.
  mutating func rename(_ key: String, at mark: Mark) -> Bool {
    let place = Place(line: mark.line, column: mark.column)
    guard names[place] == nil, names.count < RenamedKeys.letters.count,
      let first = key.unicodeScalars.first, var index = index(of: place)
    else { return false }
    if scalars[index] == "\"" || scalars[index] == "'" { index += 1 }
    guard index < scalars.count, scalars[index] == first else { return false }
    scalars[index] = RenamedKeys.letters[names.count]
    names[place] = key
    return true
  }

  /// The name of a key as it was written.
  func name(of key: Yams.Node.Scalar) -> String {
    guard let mark = key.mark else { return key.string }
    return names[Place(line: mark.line, column: mark.column)] ?? key.string
  }

  /// The index of a place, with the line breaks of YAML 1.1, 4.2.
  private func index(of place: Place) -> Int? {
    var line = 1
    var start = 0
    var index = 0
    while line < place.line, index < scalars.count {
      let scalar = scalars[index]
      index += 1
      guard ["\n", "\r", "\u{85}", "\u{2028}", "\u{2029}"].contains(scalar) else { continue }
      if scalar == "\r", index < scalars.count, scalars[index] == "\n" { index += 1 }
      line += 1
      start = index
    }
    let found = start + place.column - 1
    return line == place.line && found < scalars.count ? found : nil
  }
}
