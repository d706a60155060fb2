internal import ComplianceModel
internal import PlainText
internal import Workspace

/// A page of the guide that the program ships.
struct GuidePage {
  /// The name by which it is asked for: `Hukum-dan-tenggat`.
  let name: String
  /// The text, as it was written.
  let text: String
  let blocks: [MarkdownText.Block]

  init(name: String, text: String) {
    self.name = name
    self.text = text
    blocks = MarkdownText(text).blocks
  }

  /// Its title.
  var title: String {
    for case .heading(level: 1, let title) in blocks { return MarkdownText.plain(title) }
    return name
  }

  /// What it is about, in a sentence.
  var abstract: String {
    for case .paragraph(let text) in blocks { return MarkdownText.plain(text) }
    return ""
  }

  /// The blocks below a heading, up to the next; `nil` where there is no such heading.
  func section(_ heading: String) -> [MarkdownText.Block]? {
    guard
      let start = blocks.firstIndex(where: {
        if case .heading(_, let text) = $0 { text == heading } else { false }
      })
    else { return nil }
    return Array(
      blocks[(start + 1)...].prefix {
        if case .heading = $0 { false } else { true }
      })
  }
}

extension Guide {
  /// A page by its name, in whatever case.
  ///
  /// - Throws: A ``CommandFailure`` where there is none, with the one that is likely meant.
  func page(named word: String) throws -> GuidePage {
    guard let name = names.first(where: { $0.lowercased() == word.lowercased() }) else {
      throw CommandFailure.usage(
        "halaman '\(word)' tidak ada dalam panduan",
        fix: nearestMatch(to: word, among: names).map { "mungkin maksudnya '\($0)'" }
          ?? "lihat: tenggat panduan")
    }
    return GuidePage(name: name, text: try text(of: name))
  }

  /// The pages in the order in which the first page lists them, by the headings above them; those that it does not
  /// list are behind the others.
  func chapters() throws -> [(heading: String, pages: [GuidePage])] {
    let front = GuidePage(name: Guide.front, text: try text(of: Guide.front))
    var chapters: [(heading: String, names: [String])] = []
    for block in front.blocks {
      switch block {
      case .heading(level: 3, let text): chapters.append((text, []))
      case .item(_, _, let text):
        let name = text.dropFirst("<doc:".count).prefix { $0 != ">" }
        guard !chapters.isEmpty, names.contains(String(name)) else { continue }
        chapters[chapters.count - 1].names.append(String(name))
      default: continue
      }
    }
    let listed = Set(chapters.flatMap(\.names) + [Guide.front])
    let others = names.filter { !listed.contains($0) }
    if !others.isEmpty { chapters.append(("Lainnya", others)) }
    return try chapters.filter { !$0.names.isEmpty }.map { chapter in
      (chapter.heading, try chapter.names.map { GuidePage(name: $0, text: try text(of: $0)) })
    }
  }
}
