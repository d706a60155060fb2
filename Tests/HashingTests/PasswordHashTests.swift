import Hashing
import Testing

/// Hashes of passwords.
struct PasswordHashTests {
  @Test func `a password is known by its hash, and no other is`() throws {
    let hash = try PasswordHash.make(Array("kuda lari pagi sore".utf8))
    #expect(PasswordHash.isWellFormed(hash))
    #expect(PasswordHash.matches(Array("kuda lari pagi sore".utf8), hash))
    for other in ["kuda lari pagi sorE", "kuda lari pagi sore ", "kuda lari pagi", ""] {
      #expect(!PasswordHash.matches(Array(other.utf8), hash))
    }
  }

  @Test func `one password has another hash each time`() throws {
    let password = Array("kuda lari pagi sore".utf8)
    #expect(try PasswordHash.make(password) != PasswordHash.make(password))
  }

  @Test func `every byte of a long password counts`() throws {
    let password = [UInt8](repeating: UInt8(ascii: "a"), count: 128)
    let hash = try PasswordHash.make(password)
    #expect(PasswordHash.matches(password, hash))
    #expect(!PasswordHash.matches(password.dropLast() + [UInt8(ascii: "b")], hash))
    #expect(!PasswordHash.matches(Array(password.dropLast()), hash))
  }

  @Test func `a zero byte is in no password`() throws {
    let hash = try PasswordHash.make(Array("kuda".utf8))
    #expect(!PasswordHash.matches(Array("kuda".utf8) + [0], hash))
    #expect(throws: PasswordHash.Unavailable.self) { try PasswordHash.make([0x61, 0, 0x62]) }
  }

  /// N of 2^13 is `B`, of 2^17 `F`; another r or p, a short salt, or another method are not taken.
  @Test(arguments: [
    ("$7$BU..../....", 43, 43, true), ("$7$FU..../....", 43, 43, true),
    ("$7$AU..../....", 43, 43, false), ("$7$GU..../....", 43, 43, false),
    ("$7$zU..../....", 43, 43, false), ("$7$BV..../....", 43, 43, false),
    ("$7$BU..../0...", 43, 43, false), ("$7$BU..../....", 42, 44, false),
    ("$7$BU..../....", 43, 42, false), ("$6$BU..../....", 43, 43, false), ("", 0, 0, false),
  ])
  func `only what this program writes is a hash`(
    head: String, salt: Int, hash: Int, isTaken: Bool
  ) {
    let text =
      head + String(repeating: "a", count: salt) + "$" + String(repeating: "b", count: hash)
    #expect(PasswordHash.isWellFormed(text) == isTaken)
    #expect(!PasswordHash.matches(Array("kuda".utf8), text))
  }

  @Test(arguments: [("", "", true), ("a", "a", true), ("a", "b", false), ("a", "aa", false)])
  func `secrets are the same or not`(first: String, second: String, areEqual: Bool) {
    #expect(ConstantTime.areEqual(Array(first.utf8), Array(second.utf8)) == areEqual)
  }
}
