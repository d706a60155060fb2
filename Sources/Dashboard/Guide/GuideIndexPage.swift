internal import PlainText
internal import Workspace

/// The pages of the guide, by the headings below which it lists them.
struct GuideIndexPage: Page {
  static let path = "/panduan"
  static let name: String? = nil
  static let template = "panduan"
  static let readers = Audience.everyone
  static let keys: Set<String> = []

  /// Some pages below a heading.
  struct Chapter: Sendable {
    /// The heading; `nil` where they have none.
    let heading: String?
    let entries: [Entry]
  }

  /// A page, and what it is about.
  struct Entry: Sendable {
    let path: String
    let title: String
    let about: GuideLine
  }

  let title = "Panduan"
  let chapters: [Chapter]

  init(_ visit: Visit) throws {
    let guide = try Guide(visit.workspace.data)
    let lines = GuideLines(guide, visit.paths)
    chapters = try guide.chapters().map { chapter in
      Chapter(
        heading: chapter.heading,
        entries: try chapter.pages.map { page in
          Entry(
            path: GuidePlace(page.name).address(visit.paths),
            title: GuideLine.words(page.title), about: try lines.line(page.abstract, on: page))
        })
    }
  }
}
