internal import CivilCalendar

/// How the files of a profile are called: `{profil}-{kecamatan}-{masa}.xml`.
///
/// It names the profile, the kecamatan and the period, so that no file takes the place of another one, and
/// otherwise has nothing that a disk or a web address reads in its own way.
public struct ProfileFileName: Hashable, Sendable {
  /// What stands for something else in a pattern, in braces.
  private enum Word: String {
    case profile = "profil"
    case kecamatan
    case period = "masa"
  }

  private enum Part: Hashable {
    case text(String)
    case word(Word)
  }

  private let parts: [Part]

  /// The bytes of a pattern at most; a disk takes names of 255.
  private static let longest = 80

  /// Reads a pattern.
  ///
  /// - Parameter pattern: Letters and digits of ASCII, `.`, `_`, `-`, and the names in braces `{profil}`,
  ///   `{kecamatan}` and `{masa}`, all of which must be there, with an ending behind a full stop; `nil` for
  ///   anything else.
  public init?(_ pattern: String) {
    guard pattern.utf8.count <= ProfileFileName.longest else { return nil }
    var parts: [Part] = []
    var rest = pattern[...]
    while let character = rest.first {
      if character == "{" {
        guard let end = rest.firstIndex(of: "}"),
          let word = Word(rawValue: String(rest[rest.index(after: rest.startIndex)..<end]))
        else { return nil }
        parts.append(.word(word))
        rest = rest[rest.index(after: end)...]
      } else {
        let text = rest.prefix { $0 != "{" }
        guard text.utf8.allSatisfy(ProfileFileName.isPlain) else { return nil }
        parts.append(.text(String(text)))
        rest = rest[text.endIndex...]
      }
    }
    guard [Word.profile, .kecamatan, .period].allSatisfy({ parts.contains(.word($0)) }),
      case .text(let ending) = parts.last, let dot = ending.lastIndex(of: "."),
      ending.index(after: dot) < ending.endIndex
    else { return nil }
    if case .text(let beginning) = parts[0], [".", "-"].contains(beginning.first) { return nil }
    self.parts = parts
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "-"):
      true
    default: false
    }
  }

  /// The name of a file.
  ///
  /// - Parameters:
  ///   - profile: The name of the profile.
  ///   - kecamatan: The kecamatan.
  ///   - period: The duty quarter or year: `2026-TW1`.
  /// - Returns: The name.
  public func name(profile: String, kecamatan: RegionCode, period: String) -> String {
    parts.map { part in
      switch part {
      case .text(let text): text
      case .word(.profile): profile
      case .word(.kecamatan): kecamatan.description
      case .word(.period): period
      }
    }.joined()
  }

  /// Whether a name is one that the pattern gives.
  ///
  /// - Parameters:
  ///   - name: The name of a file.
  ///   - profile: The name of the profile.
  /// - Returns: Whether it is, for some kecamatan and some duty quarter or year.
  public func gives(_ name: some StringProtocol, profile: String) -> Bool {
    var rest = name[...]
    for part in parts {
      let length: Int?
      switch part {
      case .text(let text): length = rest.hasPrefix(text) ? text.count : nil
      case .word(.profile): length = rest.hasPrefix(profile) ? profile.count : nil
      case .word(.kecamatan):
        length = RegionCode(String(rest.prefix(8))).flatMap { $0.level == .kecamatan ? 8 : nil }
      case .word(.period):
        // A quarter begins like its year.
        length = [8, 4].first { count in
          Period(rest.prefix(count)).map { [.quarter, .year].contains($0.length) } ?? false
        }
      }
      guard let length else { return false }
      rest = rest.dropFirst(length)
    }
    return rest.isEmpty
  }
}
