internal import ComplianceModel
internal import PlainText
internal import Wording
internal import Workspace

/// What a problem that has a name means, from the page of the guide that lists them all.
struct ProblemPage {
  /// The page that lists all problems.
  static let page = "Pesan"

  /// The name: `kalender.kunci-ganda`.
  let code: String
  private let blocks: [MarkdownText.Block]

  /// A list of all problems.
  struct List {
    private let page: GuidePage

    init(_ guide: Guide) throws { page = try guide.asked(ProblemPage.page) }

    /// The names, in their order.
    var codes: [String] {
      page.blocks.compactMap { block in
        if case .heading(level: 3, let code) = block { code } else { nil }
      }
    }

    /// A problem; `nil` where none has the name.
    func problem(_ code: String) -> ProblemPage? {
      let code = code.lowercased()
      return page.section(code).map { ProblemPage(code: code, blocks: $0) }
    }
  }

  private init(code: String, blocks: [MarkdownText.Block]) {
    self.code = code
    self.blocks = blocks
  }

  /// What it means, and how it comes about.
  var meaning: String {
    for case .paragraph(let text) in blocks { return MarkdownText.plain(text) }
    return ""
  }

  /// What the program prints of a bad example.
  var example: [String] {
    for case .code(let lines) in blocks { return lines }
    return []
  }

  /// How to mend it, as the example says: what is wrong and how to mend it are parted by a semicolon.
  var remedy: String? {
    example.first?.firstRange(of: "; ").map { String(example[0][$0.upperBound...]) }
  }

  // MARK: - For people

  func print(to console: inout Console) {
    console.line(code, .strong)
    GuideView(blocks: [.paragraph(meaning)]).print(to: &console)
    console.line()
    console.line("Contoh")
    GuideView(blocks: [.code(example)]).print(to: &console)
    guard let remedy else { return }
    console.line()
    GuideView(blocks: [.paragraph("Perbaikan: \(remedy)")]).print(to: &console)
  }

  // MARK: - JSON

  var json: JSONValue {
    [
      "kode": .string(code), "arti": .string(meaning),
      "contoh": .array(example.map { .string($0) }), "perbaikan": JSONValue(remedy),
    ]
  }
}
