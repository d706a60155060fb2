import ComplianceModel
import Layouts
import Testing

/// What goes to the program of layouts and comes from it, as bytes.
struct LayoutTextTests {
  private static let request = LayoutRequest(
    layout: Array("<a>\n\tb\n</a>".utf8), schema: nil, form: .text, encoding: .latin1,
    documents: [Array("x\ny".utf8), [], [0, 9, 10, 255]])

  private static let fault = LayoutFault(
    .library, in: .result, line: 3, column: 14, detail: "satu\tdua\ntiga")

  @Test(arguments: [nil, [], Array("<xs:schema/>\n".utf8)] as [[UInt8]?])
  func `a request comes back as it went`(_ schema: [UInt8]?) {
    var request = LayoutTextTests.request
    request.schema = schema
    #expect(LayoutRequest(bytes: request.bytes) == request)
  }

  @Test(arguments: [
    LayoutAnswer.results([]), .results([.file([]), .faults([fault, fault]), .file([10, 9])]),
    .results([.faults([fault])]), .unusable([fault]),
    .unusable(LayoutFault.Kind.allCases.map { LayoutFault($0, in: .schema) }),
    .unusable(LayoutFault.Part.allCases.map { LayoutFault(.empty, in: $0) }),
  ])
  func `an answer comes back as it went`(_ answer: LayoutAnswer) {
    #expect(LayoutAnswer(bytes: answer.bytes) == answer)
  }

  @Test func `bytes that are cut off anywhere are no request and no answer`() {
    let request = LayoutTextTests.request.bytes
    for count in request.indices {
      #expect(LayoutRequest(bytes: Array(request.prefix(count))) == nil)
    }
    let answer = LayoutAnswer.results([.file([1]), .faults([LayoutTextTests.fault])]).bytes
    for count in answer.indices { #expect(LayoutAnswer(bytes: Array(answer.prefix(count))) == nil) }
  }

  @Test(arguments: [
    "", "tenggat-gaya-hasil 2\t0\n\nselesai\t0\n\n", "tenggat-gaya-hasil 1\t-1\n\nselesai\t0\n\n",
    "tenggat-gaya-hasil 1\t0\n\ngagal\t0\n\nselesai\t0\n\n",
    "tenggat-gaya-hasil 1\t0\n\ngalat\tlayout\tentah\t0\t0\t0\n\nselesai\t0\n\n",
    "tenggat-gaya-hasil 1\t0\n\nberkas\t1\na\ngalat\tlayout\tpesan\t0\t0\t0\n\nselesai\t0\n\n",
    "tenggat-gaya-hasil 1\t0\n\nberkas\t9\na\nselesai\t0\n\n",
    "tenggat-gaya-hasil 1\t0\n\nselesai\t0\n\nselesai\t0\n",
  ])
  func `anything else is no answer`(_ text: String) {
    #expect(LayoutAnswer(bytes: Array(text.utf8)) == nil)
  }

  @Test func `a form or an encoding that nobody knows is no request`() {
    for text in [
      "tenggat-gaya 1\thtml\tUTF-8\t0\n\nlayout\t0\n\nselesai\t0\n\n",
      "tenggat-gaya 1\txml\tEBCDIC\t0\n\nlayout\t0\n\nselesai\t0\n\n",
      "tenggat-gaya 1\txml\tUTF-8\t0\n\nskema\t0\n\nselesai\t0\n\n",
    ] {
      #expect(LayoutRequest(bytes: Array(text.utf8)) == nil)
    }
  }
}
