import PlainText
import Testing

/// Bytes in base64 and back.
@Suite struct `Base 64` {
  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
    ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"), ("\u{FFFF}>?", "77+/Pj8="),
  ])
  func `the examples of RFC 4648 hold`(_ text: String, _ encoded: String) {
    #expect(Base64.encode(Array(text.utf8)) == encoded)
    #expect(Base64.decode(encoded) == Array(text.utf8))
  }

  @Test(arguments: ["Zg=", "Zg", "Z===", "Zg==Zg==", "Z g=", "Zm9*", "Zm=v"])
  func `what is no base64 is nothing`(_ text: String) {
    #expect(Base64.decode(text) == nil)
  }
}
