import PlainText
import Testing

@Suite struct `Percent-encoded text` {
  @Test(arguments: [
    ("", ""), ("LKIP-2025_a.b~c", "LKIP-2025_a.b~c"), ("a b&c=d", "a%20b%26c%3Dd"),
    ("\u{1}", "%01"),
    ("Rp10/é", "Rp10%2F%C3%A9"), ("100%", "100%25"),
  ])
  func `keeps what no part of an address sets apart`(text: String, encoded: String) {
    #expect(text.percentEncoded() == encoded)
  }

  @Test func `keeps what may stand where it goes`() {
    #expect("/desa/63 05.pdf".percentEncoded(but: "/.") == "/desa/63%2005.pdf")
    #expect("a-b".percentEncoded(but: "") == "a%2Db")
  }
}
