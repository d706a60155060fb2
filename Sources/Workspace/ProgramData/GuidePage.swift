public import PlainText

/// A page of the guide that the program ships.
public struct GuidePage: Sendable {
  /// The name by which it is asked for: `Hukum-dan-tenggat`.
  public let name: String
  /// The text, as it was written.
  public let text: String
  /// The parts of the text.
  public let blocks: [MarkdownText.Block]

  init(name: String, text: String) {
    self.name = name
    self.text = text
    blocks = MarkdownText(text).blocks
  }

  /// Its title, in Markdown.
  public var title: String {
    for case .heading(level: 1, let title) in blocks { return title }
    return name
  }

  /// What it is about, in a sentence in Markdown.
  public var abstract: String {
    for case .paragraph(let text) in blocks { return text }
    return ""
  }

  /// The blocks below a heading, up to the next.
  ///
  /// - Parameter heading: The heading, as it is written.
  /// - Returns: The blocks; `nil` where there is no such heading.
  public func section(_ heading: String) -> [MarkdownText.Block]? {
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
  /// Some pages below a heading of the first page.
  public struct Chapter: Sendable {
    /// The heading; `nil` for the pages that the first page does not list.
    public let heading: String?
    /// The pages.
    public internal(set) var pages: [GuidePage]
  }

  /// A page by its name, in whatever case.
  ///
  /// - Returns: The page; `nil` where none has the name.
  /// - Throws: ``WorkspaceFailure`` for a page that cannot be read.
  public func page(named word: String) throws(WorkspaceFailure) -> GuidePage? {
    guard let name = names.first(where: { $0.lowercased() == word.lowercased() }) else {
      return nil
    }
    return GuidePage(name: name, text: try text(of: name))
  }

  /// The pages in the order in which the first page lists them, by the headings above them; those that it does not
  /// list are behind the others.
  ///
  /// - Throws: ``WorkspaceFailure`` for a page that cannot be read.
  public func chapters() throws(WorkspaceFailure) -> [Chapter] {
    let front = GuidePage(name: Guide.front, text: try text(of: Guide.front))
    var chapters: [(heading: String?, names: [String])] = []
    for block in front.blocks {
      switch block {
      case .heading(level: 3, let text): chapters.append((text, []))
      case .item(_, _, let text):
        guard case .page(let name, _) = MarkdownText.runs(text).first?.kind, !chapters.isEmpty,
          names.contains(name)
        else { continue }
        chapters[chapters.count - 1].names.append(name)
      default: continue
      }
    }
    let listed = Set(chapters.flatMap(\.names) + [Guide.front])
    chapters.append((nil, names.filter { !listed.contains($0) }))
    var read: [Chapter] = []
    for (heading, names) in chapters where !names.isEmpty {
      var chapter = Chapter(heading: heading, pages: [])
      for name in names { chapter.pages.append(GuidePage(name: name, text: try text(of: name))) }
      read.append(chapter)
    }
    return read
  }
}
