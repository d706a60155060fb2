internal import HTTPTypes
public import Hummingbird

/// The pages of one workspace: what people ask of it, in a browser.
///
/// A page renders an answer and computes nothing. All pages only read; each opens the workspace anew, so that
/// what was recorded a moment ago in a terminal is seen.
public struct Dashboard: Sendable {
  private let office: OfficeSource
  private let templates: PageTemplates

  /// All pages; the navigation names them in this order.
  static let pages: [any Page.Type] = [
    HomePage.self, SchedulePage.self, VillagesPage.self, RatesPage.self, HistoryPage.self,
    ObligationPage.self,
  ]

  /// Prepares the pages.
  ///
  /// - Parameter office: The workspace, and the clock.
  /// - Throws: Where a template of the program itself is faulty.
  public init(_ office: OfficeSource) throws {
    self.office = office
    templates = try PageTemplates()
  }

  /// The routes to the pages and the style sheet.
  ///
  /// Every answer, a refusal too, has the headers of `Safeguards`.
  public func router() -> Router<BasicRequestContext> {
    let router = Router(options: .autoGenerateHeadEndpoints)
    router.middlewares.add(Safeguards(templates))
    for page in Dashboard.pages {
      router.get(RouterPath(page.path)) { request, context in
        try respond(with: page, to: request, context)
      }
    }
    router.get(RouterPath(StyleSheet.path)) { _, _ in StyleSheet.response }
    return router
  }

  private func respond<Shown: Page>(
    with page: Shown.Type, to request: Request, _ context: BasicRequestContext
  ) throws -> Response {
    var refusedAs: HTTPResponse.Status = .ok
    var frame: PageFrame
    let shown: any Sendable
    let template: String
    do {
      let query = try PageQuery(request.uri, known: page.keys)
      let visit = try office.visit(query, context.parameters)
      let content = try page.init(visit)
      frame = PageFrame(title: content.title, at: page.path, visit)
      (shown, template) = (content, page.template)
    } catch {
      let trouble = Trouble(error)
      refusedAs = trouble.status
      frame = PageFrame(title: trouble.title)
      (shown, template) = (trouble, Trouble.template)
    }
    return try templates.response(frame, shown, template, refusedAs)
  }
}
