internal import PlainText

/// An address of e-mail with the name in front of it, as `Nama <nama@domain>` or `nama@domain`.
struct MailAddress: Hashable {
  /// The name; empty where there is none.
  let name: String
  /// The address: in ASCII, without anything that could be taken for a second one.
  let address: String

  /// Reads an address; `nil` where it is none.
  ///
  /// Quoted local parts, comments and address literals (RFC 5322) are not read: nobody has one, and
  /// every one of them is a way to write two addresses as one.
  init?(_ text: String) {
    let text = text.singleLine
    var (name, address) = ("", text)
    if text.hasSuffix(">"), let bracket = text.lastIndex(of: "<") {
      name = text[..<bracket].trimmingSpaces
      address = text[text.index(after: bracket)...].dropLast().trimmingSpaces
      if name.count > 1, name.hasPrefix("\""), name.hasSuffix("\"") {
        name = String(name.dropFirst().dropLast())
      } else if name.contains(where: { "<>@,;:".contains($0) }) {
        // Another address, or a group of them.
        return nil
      }
    }
    guard MailAddress.isAddress(address) else { return nil }
    self.name = name
    self.address = address
  }

  /// What stands behind the `@`; `nil` for a user of this machine.
  var domain: String? {
    address.firstIndex(of: "@").map { String(address[address.index(after: $0)...]) }
  }

  /// Whether a text is one plain address, or the name of a user of this machine.
  ///
  /// Source: RFC 5321 4.5.3.1 for the lengths, RFC 5322 3.2.3 for the characters.
  private static func isAddress(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count <= 2, text.utf8.count <= 254, let local = parts.first,
      isDotted(local, also: "!#$%&'*+/=?^_`{|}~-"), local.utf8.count <= 64,
      // A mail program could take it for an option.
      !local.hasPrefix("-")
    else { return false }
    return parts.count == 1 || isDotted(parts[1], also: "-")
  }

  /// Whether a text is parts of letters, digits and a few signs, with a dot between each two.
  private static func isDotted(_ text: Substring, also signs: String) -> Bool {
    text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { part in
      !part.isEmpty
        && part.unicodeScalars.allSatisfy {
          $0.isASCIILetterOrDigit || signs.unicodeScalars.contains($0)
        }
    }
  }
}

extension StringProtocol {
  /// The text without the spaces around it; other blanks have no place in an address.
  fileprivate var trimmingSpaces: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
