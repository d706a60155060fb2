/// The name of a file that was sent, as it can lie in a folder.
enum StoredName {
  /// The bytes of a name on Linux (NAME_MAX) and what is left for them here.
  private static let longest = 200

  /// A name without folders, control characters and dots in front, not longer than a folder takes; its
  /// ending stays.
  static func text(_ sent: String) -> String {
    let plain = sent.unicodeScalars.filter { scalar in
      scalar != "/" && scalar != "\\" && !scalar.properties.generalCategory.isHidden
    }
    let name = String(String.UnicodeScalarView(plain)).drop { $0 == "." || $0 == " " }
    let ending = name.lastIndex(of: ".").map { String(name[$0...]) } ?? ""
    let kept = ending.utf8.count <= 20 ? ending : ""
    var stem = ""
    for character in name.dropLast(kept.count) {
      guard stem.utf8.count + character.utf8.count + kept.utf8.count <= longest else { break }
      stem.append(character)
    }
    return stem.isEmpty ? "berkas\(kept)" : stem + kept
  }
}

extension Unicode.GeneralCategory {
  /// Whether it shows nothing, or steers what is shown.
  fileprivate var isHidden: Bool {
    switch self {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator:
      true
    default: false
    }
  }
}
