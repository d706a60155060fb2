import Testing

@testable import Dashboard

/// What browsers send with files, piece by piece.
struct MultipartParserTests {
  private struct Part: Hashable {
    let head: MultipartParser.Head
    var bytes: [UInt8] = []
  }

  /// The parts of a body that comes in pieces of one length.
  private func parts(
    _ body: String, boundary: String = "b", pieces: Int = .max
  ) throws -> [Part] {
    var parser = try MultipartParser(boundary: boundary)
    var parts: [Part] = []
    var isOpen = false
    var rest = Array(body.utf8)[...]
    repeat {
      parser.append(rest.prefix(pieces))
      rest = rest.dropFirst(pieces)
      while let event = try parser.next() {
        switch event {
        case .begin(let head):
          #expect(!isOpen)
          isOpen = true
          parts.append(Part(head: head))
        case .bytes(let bytes):
          #expect(isOpen && !bytes.isEmpty)
          parts[parts.count - 1].bytes += bytes
        case .end:
          #expect(isOpen)
          isOpen = false
        }
      }
    } while !rest.isEmpty
    try parser.finish()
    return parts
  }

  private static let body =
    "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nsatu\r\n--aukan\r\n-\r\n--"
    + "\r\n--b\r\ncontent-disposition:form-data;name=\"f\"; filename=\"x.pdf\"\r\n"
    + "Content-Type: application/pdf\r\n\r\n\r\n--b--\r\n"

  @Test(arguments: 1...80)
  func `it does not matter how a body is cut`(pieces: Int) throws {
    #expect(
      try parts(Self.body, pieces: pieces) == [
        Part(
          head: .init(field: "a", fileName: nil),
          bytes: Array("satu\r\n--aukan\r\n-\r\n--".utf8)),
        Part(head: .init(field: "f", fileName: "x.pdf")),
      ])
  }

  @Test func `a form without a field is one`() throws {
    #expect(try parts("--b--\r\n").isEmpty)
    #expect(try parts("--b--").isEmpty)
  }

  @Test(arguments: 0..<body.utf8.count - 2)
  func `a body that is cut off is none`(length: Int) {
    let cut = String(decoding: Array(Self.body.utf8).prefix(length), as: UTF8.self)
    #expect(throws: MultipartParser.Fault.self) { try parts(cut) }
  }

  @Test(
    arguments: [
      ("x--b--", .delimiter), ("--bx\r\n", .delimiter), ("--b\n\n", .delimiter),
      ("--c--", .delimiter),
      ("--b\r\n\r\n\r\n--b--", .head), ("--b\r\nX-Y: z\r\n\r\n\r\n--b--", .head),
      ("--b\r\nContent-Type: text/plain\r\n\r\n\r\n--b--", .head),
      ("--b\r\nContent-Disposition: form-data\r\n\r\n\r\n--b--", .head),
      ("--b\r\nContent-Disposition: form-data; name=\"\"\r\n\r\n\r\n--b--", .head),
      ("--b\r\nContent-Disposition: form-data; name=\"a\r\n\r\n\r\n--b--", .head),
      ("--b\r\nContent-Disposition: form-data; name=\"a\"; name=\"b\"\r\n\r\n\r\n--b--", .head),
      ("--b\r\nContent-Disposition: form-data; name=\"a\"; size=1\r\n\r\n\r\n--b--", .head),
      ("--b\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\n\r\n--b--", .head),
      ("--b\r\nContent-Disposition: form-data; name=\"a\u{0}\"\r\n\r\n\r\n--b--", .head),
      (
        "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n"
          + "Content-Transfer-Encoding: base64\r\n\r\n\r\n--b--", .head
      ),
      (
        "--b\r\nContent-Disposition: form-data; name=\"\(String(repeating: "a", count: 5_000))\"\r\n",
        .head
      ),
      ("--b--\r\nx", .tail), ("--b--x", .tail), ("--b--\r\n\r\n", .tail), ("", .cut),
    ] as [(String, MultipartParser.Fault)])
  func `what browsers do not send is refused`(body: String, fault: MultipartParser.Fault) {
    #expect(throws: fault) { try parts(body) }
  }

  @Test(arguments: [
    ("", false), ("a", true), ("----WebKitFormBoundary7MA4YWxkTrZu0gW", true),
    (String(repeating: "a", count: 70), true), (String(repeating: "a", count: 71), false),
    ("a b", true), ("a ", false), ("a\r\n", false), ("é", false), ("a;b", false),
  ])
  func `a boundary is what RFC 2046 allows`(boundary: String, isOne: Bool) {
    #expect(((try? MultipartParser(boundary: boundary)) != nil) == isOne)
  }

  @Test(
    arguments: [
      ("name=a", "a", nil), ("name=\"a\"; filename=\"b c;d.pdf\"", "a", "b c;d.pdf"),
      ("name=\"a\"; filename=\"b%22c\"", "a", "b\"c"),
      ("name=\"a\"; filename=\"b\\\"c\"", "a", "b\"c"),
      ("name=\"a\"; filename=\"b\\c\"", "a", "b\\c"), ("NAME=\"a\"", "a", nil),
      ("name=\"a\"; filename=\"x\"; filename*=UTF-8''y", "a", "x"), ("name=\"é\"", "é", nil),
    ] as [(String, String, String?)])
  func `a part is called as its sender says`(text: String, field: String, file: String?) throws {
    let body = "--b\r\nContent-Disposition: form-data; \(text)\r\n\r\n\r\n--b--"
    #expect(try parts(body).map(\.head) == [.init(field: field, fileName: file)])
  }

  @Test func `parts are bounded in number`() throws {
    let part = "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\r\n"
    let most = String(repeating: part, count: MultipartParser.mostParts)
    #expect(try parts(most + "--b--").count == MultipartParser.mostParts)
    #expect(throws: MultipartParser.Fault.tooMany) { try parts(most + part + "--b--") }
  }

  @Test(arguments: 0..<200)
  func `a body that was changed anywhere is read or refused`(seed: Int) {
    var bytes = Array(Self.body.utf8)
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<3 {
      bytes[Int.random(in: bytes.indices, using: &generator)] = .random(
        in: .min ... .max, using: &generator)
    }
    var parser = try? MultipartParser(boundary: "b")
    parser?.append(bytes)
    var count = 0
    while case .some(.some) = try? parser?.next(), count < 1_000 { count += 1 }
    #expect(count < 1_000)
  }
}
