import Hashing
import TestSupport
import Testing

/// The hash against the examples of its standards, and against a plain one.
@Suite struct `SHA-256` {
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func `the examples of FIPS 180-4 hold`(_ text: String, _ digest: String) {
    #expect(SHA256.digest(of: Array(text.utf8)).description == digest)
    #expect(ReferenceSHA256.hexadecimal(Array(text.utf8)) == digest)
  }

  @Test func `a text is a digest where each of its 64 characters is a digit from 0 to f`() {
    let digits = Array(String(repeating: "0189abef", count: 8).utf8)
    #expect(Hexadecimal.isSHA256(digits[...]))
    #expect(!Hexadecimal.isSHA256(digits.dropLast()))
    #expect(!Hexadecimal.isSHA256((digits + [UInt8(ascii: "0")])[...]))
    for place in digits.indices {
      for other in ["/", ":", "`", "g", "A", " "] {
        var wrong = digits
        wrong.replaceSubrange(place...place, with: other.utf8)
        #expect(!Hexadecimal.isSHA256(wrong[...]), "\(other) at \(place)")
      }
    }
  }

  @Test func `parts of any length give what the whole gives`() {
    var random = SplitMix64(seed: 180)
    for length in 0..<300 {
      let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
      var hash = SHA256()
      var rest = bytes[...]
      while !rest.isEmpty {
        let part = rest.prefix(Int.random(in: 1...80, using: &random))
        hash.update(part)
        rest = rest.dropFirst(part.count)
      }
      let digest = hash.finalize()
      #expect(digest == SHA256.digest(of: bytes))
      #expect(digest.description == ReferenceSHA256.hexadecimal(bytes))
      #expect(
        Hexadecimal.encode(digest).withUnsafeBufferPointer {
          Hexadecimal.isEncoding($0, of: digest)
        })
    }
  }

  @Test(arguments: [
    (
      Array(repeating: UInt8(0x0B), count: 20), "Hi There",
      "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
    ),
    (
      Array("Jefe".utf8), "what do ya want for nothing?",
      "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
    ),
    (
      Array(repeating: UInt8(0xAA), count: 131),
      "Test Using Larger Than Block-Size Key - Hash Key First",
      "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
    ),
  ])
  func `the keyed digests of RFC 4231 hold`(_ key: [UInt8], _ text: String, _ digest: String) {
    let code = SHA256.authenticationCode(of: Array(text.utf8), key: key)
    #expect(code.description == digest)
  }
}
