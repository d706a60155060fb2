/// Which passwords are taken (NIST SP 800-63B, 5.1.1.2): long ones, of any characters, that are not the first
/// guesses.
public enum PasswordRule {
  /// Why a password is not taken.
  public enum Fault: Error, Hashable, Sendable {
    /// It has fewer than ``shortest`` characters.
    case short
    /// It has more than ``longest`` bytes.
    case long
    /// It has a line break or another control character.
    case control
    /// It is among the first guesses, or made of a word that anybody would guess here.
    case obvious

    var sentence: String {
      switch self {
      case .short: "sandi kurang dari \(PasswordRule.shortest) huruf"
      case .long: "sandi lebih dari \(PasswordRule.longest) byte"
      case .control: "sandi memuat karakter kendali"
      case .obvious: "sandi itu mudah ditebak"
      }
    }

    var remedy: String {
      switch self {
      case .short, .obvious: "pakai beberapa kata yang tidak berkaitan, misalnya empat"
      case .long: "pakai yang lebih pendek"
      case .control: "ketik ulang"
      }
    }
  }

  /// The fewest characters.
  public static let shortest = 10
  /// The most bytes in UTF-8.
  public static let longest = 128

  /// The fewest letters of a word that is looked for in a password.
  private static let shortestWord = 4
  /// The fewest letters and digits that a password has beside such words.
  private static let shortestRest = 6

  /// Words that offices everywhere would use.
  private static let common = [
    "kecamatan", "kabupaten", "kantor", "desa", "camat", "sekcam", "kasubbag", "kasi", "operator",
    "pengelola", "tenggat", "password", "sandi", "rahasia", "admin",
  ]

  /// First guesses that are long enough, in small letters and without what stands between letters and digits.
  private static let guesses: Set = [
    "1234567890", "0123456789", "12345678910", "123456789012", "0987654321", "1111111111",
    "0000000000", "1q2w3e4r5t", "1q2w3e4r5t6y", "qwertyuiop", "qwerty1234", "qwerty12345",
    "qwerty123456", "asdfghjkl1", "abcdefghij", "abcd123456", "abc1234567", "password12",
    "password123", "password1234", "passw0rd123", "admin12345", "admin123456", "adminadmin",
    "administrator", "iloveyou12", "sayangku123", "bismillah1", "bismillah12", "bismillah123",
    "alhamdulillah", "indonesia1", "indonesia12", "indonesia123", "indonesia45", "indonesia1945",
    "merdeka1945", "merdeka123", "katasandi1", "katasandi123", "rahasia123", "rahasia1234",
    "kecamatan1", "kecamatan123", "kecamatan2024", "kecamatan2025", "kecamatan2026", "pemerintah1",
    "pemerintahan", "kantorcamat", "kantorkecamatan", "operatordesa", "operator123", "tenggat123",
    "pengelola1", "pengelola123", "kasubbag123", "sekretaris1", "sekretaris123", "letmein1234",
    "welcome123", "semangat123", "selamatdatang",
  ]

  /// Checks a password.
  ///
  /// - Parameters:
  ///   - password: The password.
  ///   - words: What anybody would guess here: the user's account and name, and the names of the office.
  /// - Throws: ``Fault``.
  public static func check(_ password: String, words: [String]) throws(Fault) {
    guard password.utf8.count <= longest else { throw .long }
    guard !password.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
    else { throw .control }
    guard password.count >= shortest else { throw .short }
    let folded = folded(password)
    guard !guesses.contains(folded), Set(folded).count > 3 else { throw .obvious }
    // What is left of it without the words, however often they stand in it, is too short to count.
    let own = words.flatMap { [$0] + $0.split(separator: " ").map(String.init) }
    let known = Set((own + common).map(PasswordRule.folded)).filter { $0.count >= shortestWord }
    let rest = known.sorted { ($0.count, $0) > ($1.count, $1) }.reduce(folded) {
      $0.replacing($1, with: "")
    }
    guard rest == folded || rest.count >= shortestRest else { throw .obvious }
  }

  private static func folded(_ text: String) -> String {
    text.lowercased().filter { $0.isLetter || $0.isNumber }
  }
}
