import ComplianceModel
import Layouts
import Testing

/// What goes to the program of layouts and comes from it, as bytes.
struct LayoutTextTests {
  private static let request = LayoutRequest(
    layout: Array("<a>\n\tb\n</a>".utf8), schema: nil, form: .text, encoding: .latin1,
    document: [0, 9, 10, 255])

  private static let fault = LayoutFault(
    .library, in: .result, line: 3, column: 14, detail: "satu\tdua\ntiga")

  @Test(arguments: [nil, [], Array("<xs:schema/>\n".utf8)] as [[UInt8]?])
  func `a request comes back as it went`(_ schema: [UInt8]?) {
    var request = LayoutTextTests.request
    request.schema = schema
    #expect(LayoutRequest(bytes: request.bytes) == request)
  }

  @Test(arguments: [
    LayoutAnswer.file([]), .file([10, 9]), .faults([fault]), .faults([fault, fault]),
    .unusable([fault]),
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
    for answer in [LayoutAnswer.file([1]), .faults([LayoutTextTests.fault])].map(\.bytes) {
      for count in answer.indices {
        #expect(LayoutAnswer(bytes: Array(answer.prefix(count))) == nil)
      }
    }
  }

  @Test(arguments: [
    "", "tenggat-gaya-hasil 1\t0\n\nberkas\t1\na\nselesai\t0\n\n",
    "tenggat-gaya-hasil 2\t0\n\nselesai\t0\n\n",
    "tenggat-gaya-hasil 2\t-1\n\nberkas\t1\na\nselesai\t0\n\n",
    "tenggat-gaya-hasil 2\t0\n\nberkas\t1\na\nberkas\t1\na\nselesai\t0\n\n",
    "tenggat-gaya-hasil 2\t0\n\ngagal\t0\n\nselesai\t0\n\n",
    "tenggat-gaya-hasil 2\t0\n\ngalat\tlayout\tentah\t0\t0\t0\n\nselesai\t0\n\n",
    "tenggat-gaya-hasil 2\t0\n\nberkas\t1\na\ngalat\tlayout\tpesan\t0\t0\t0\n\nselesai\t0\n\n",
    "tenggat-gaya-hasil 2\t0\n\nberkas\t9\na\nselesai\t0\n\n",
    "tenggat-gaya-hasil 2\t0\n\nselesai\t0\n\nselesai\t0\n",
  ])
  func `anything else is no answer`(_ text: String) {
    #expect(LayoutAnswer(bytes: Array(text.utf8)) == nil)
  }

  @Test
  func `a form or an encoding that nobody knows is no request, nor are two documents or none`() {
    let head = "tenggat-gaya 2\txml\tUTF-8\t0\n\nlayout\t0\n\n"
    let (document, end) = ("dokumen\t1\na\n", "selesai\t0\n\n")
    #expect(LayoutRequest(bytes: Array((head + document + end).utf8)) != nil)
    for text in [
      head.replacing("xml", with: "html") + document + end,
      head.replacing("UTF-8", with: "EBCDIC") + document + end,
      head.replacing("layout", with: "skema") + document + end,
      head.replacing("gaya 2", with: "gaya 1") + document + end,
      head + end, head + document + document + end, head + "skema\t0\n\n" + end,
    ] {
      #expect(LayoutRequest(bytes: Array(text.utf8)) == nil, "\(text)")
    }
  }
}
