internal import Hummingbird
internal import PlainText
internal import Workspace

/// One page of the guide.
struct GuideTextPage: Page {
  static let path = "/panduan/{halaman}"
  static let name: String? = nil
  static let template = "panduan-halaman"
  static let readers = Audience.everyone
  static let keys: Set<String> = []

  let title: String
  /// The list of all pages.
  let index: String
  let blocks: [GuideBlock]

  init(_ visit: Visit) throws {
    let guide = try Guide(visit.workspace.data)
    guard let name = visit.parameters.get("halaman"), let page = try guide.page(named: name) else {
      throw ShownTrouble(trouble: .noSuchPage)
    }
    title = GuideLine.words(page.title)
    index = visit.paths.page(GuideIndexPage.path)
    blocks = try GuideLines(guide, visit.paths).blocks(of: page)
  }
}
