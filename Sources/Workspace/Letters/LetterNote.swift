/// The `catatan` of an event that is a letter: its number and the step by which it warned.
///
/// It is written `nomor: 100.3/12/Pem; tahap: 2; surat: Surat Teguran`; `surat` may be missing.
public struct LetterNote: Hashable, Sendable {
  /// The number of the letter.
  public let number: String
  /// The step, from 1.
  public let step: Int
  /// What the office calls the step; `nil` where the note does not say it.
  public let stepName: String?

  /// The most characters of a number.
  public static let longestNumber = 100

  /// Describes a letter.
  public init(number: String, step: Int, stepName: String?) {
    self.number = number
    self.step = step
    self.stepName = stepName
  }

  /// Whether a text can be the number of a letter: one line, without the sign that ends it in a note.
  ///
  /// - Parameter text: The text.
  /// - Returns: `false` also for one of blanks, with blanks at its ends, or of more than
  ///   ``longestNumber`` characters.
  public static func isNumber(_ text: String) -> Bool {
    guard let first = text.first, let last = text.last, !first.isWhitespace, !last.isWhitespace,
      text.count <= longestNumber
    else { return false }
    return text.unicodeScalars.allSatisfy { $0 != ";" && $0.properties.generalCategory != .control }
  }

  /// Reads a note, with the name in front that a copied row has or without, a reason behind it or not.
  ///
  /// It is `nil` where the note is written in another way.
  ///
  /// - Parameter note: The `catatan`.
  public init?(_ note: String) {
    let parts = ImportNote.core(note).split(separator: "; ", maxSplits: 2).map(String.init)
    guard parts.count >= 2, let number = LetterNote.value(of: "nomor", in: parts[0]),
      LetterNote.isNumber(number), let word = LetterNote.value(of: "tahap", in: parts[1]),
      let step = Int(word), (1...99).contains(step)
    else { return nil }
    var name: String?
    if parts.count == 3 {
      guard let written = LetterNote.value(of: "surat", in: parts[2]), !written.isEmpty else {
        return nil
      }
      name = written
    }
    self.init(number: number, step: step, stepName: name)
  }

  private static func value(of key: String, in part: String) -> String? {
    let head = "\(key): "
    return part.hasPrefix(head) ? String(part.dropFirst(head.count)) : nil
  }

  /// The note, as it is read again.
  public var text: String {
    "nomor: \(number); tahap: \(step)" + (stepName.map { "; surat: \($0)" } ?? "")
  }
}
