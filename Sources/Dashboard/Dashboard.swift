internal import HTTPTypes
public import Hummingbird
internal import SystemPackage

/// The pages of one workspace: what people ask of it, and what they do, in a browser.
///
/// A page renders an answer and computes nothing. Each opens the workspace anew, so that what was recorded a
/// moment ago in a terminal is seen.
public struct Dashboard: Sendable {
  private let office: OfficeSource
  private let templates: PageTemplates
  private let forms: [any PostedForm.Type]
  /// What forms send back while there are no users: the same for all who sit at this computer.
  private let token = FormToken()

  /// All pages; the navigation names them in this order.
  static let pages: [any Page.Type] = [
    HomePage.self, SchedulePage.self, VillagesPage.self, RatesPage.self, IndicatorsPage.self,
    HistoryPage.self, SettingsPage.self, ObligationPage.self, EntryPage.self, EvidencePage.self,
    IndicatorPage.self, OfficerPage.self,
  ]

  /// All that has an address and is no page.
  static let resources: [any Resource.Type] = [EvidenceFile.self]

  /// All forms that write.
  static let forms: [any PostedForm.Type] = [
    EntryForm.self, SeveralForm.self, ConfirmationForm.self, SettingsForm.self, WeekForm.self,
    OfficerForm.self,
  ]

  /// Prepares the pages.
  ///
  /// - Parameter office: The workspace, and the clock.
  /// - Throws: Where a template of the program itself is faulty.
  public init(_ office: OfficeSource) throws {
    try self.init(office, forms: Dashboard.forms)
  }

  /// Prepares the pages with other forms.
  init(_ office: OfficeSource, forms: [any PostedForm.Type]) throws {
    self.office = office
    self.forms = forms
    templates = try PageTemplates()
  }

  /// The routes to the pages, the forms and the style sheet.
  ///
  /// Every answer, a refusal too, has the headers of `Safeguards`.
  public func router() -> Router<BasicRequestContext> {
    let router = Router(options: .autoGenerateHeadEndpoints)
    router.middlewares.add(Safeguards(templates, base: office.base))
    for page in Dashboard.pages {
      router.get(RouterPath(page.path)) { request, context in
        try await answer { try respond(with: page, to: request, context) }
      }
    }
    for resource in Dashboard.resources {
      router.get(RouterPath(resource.path)) { request, context in
        try await answer { try respond(with: resource, to: request, context) }
      }
    }
    for form in forms {
      router.post(RouterPath(form.path)) { request, context in
        try await answer { try await respond(to: form, request, context) }
      }
    }
    router.get(RouterPath(StyleSheet.path)) { _, _ in StyleSheet.response }
    return router
  }

  /// The answer, or the page that says why there is none.
  private func answer(_ make: () async throws -> Response) async throws -> Response {
    do {
      return try await make()
    } catch {
      let trouble = Trouble(error)
      return try templates.response(
        PageFrame(title: trouble.title, base: office.base), trouble, Trouble.template,
        trouble.status)
    }
  }

  private func respond<Shown: Page>(
    with page: Shown.Type, to request: Request, _ context: BasicRequestContext
  ) throws -> Response {
    let query = try PageQuery(request.uri, known: page.keys)
    let visit = try office.visit(query, context.parameters, token)
    guard visit.visitor.isAmong(page.readers) else { throw ShownTrouble(trouble: .notAllowed) }
    return try show(page.init(visit), visit)
  }

  private func respond(
    with resource: any Resource.Type, to request: Request, _ context: BasicRequestContext
  ) throws -> Response {
    let query = try PageQuery(request.uri, known: resource.keys)
    let visit = try office.visit(query, context.parameters, token)
    guard visit.visitor.isAmong(resource.readers) else {
      throw ShownTrouble(trouble: .notAllowed)
    }
    return try resource.response(visit)
  }

  private func respond<Sent: PostedForm>(
    to form: Sent.Type, _ request: Request, _ context: BasicRequestContext
  ) async throws -> Response {
    guard Origin.isOwn(request.head) else { throw ShownTrouble(trouble: .strangeForm) }
    let query = try PageQuery(request.uri, known: [])
    // Whoever may not write is told so before anything of the form is kept.
    try requireWriter(form, query, context)
    let fields = try await FormBody(
      FormFields.Known(form), puttingFilesInto: office.temporaryFolder
    ).read(request)
    defer { for file in fields.allFiles { UploadSpool.remove(file.path) } }
    guard let sent = fields[FormToken.field], token.matches(sent) else {
      throw ShownTrouble(trouble: .strangeForm)
    }
    // A large file takes a while: the form is answered from the workspace as it is now.
    let visit = try requireWriter(form, query, context)
    switch try await form.answer(visit, fields) {
    case .page(let page, let status): return try show(page, visit, status)
    case .seeOther(let address): return .redirect(to: address, type: .normal)
    }
  }

  @discardableResult
  private func requireWriter<Sent: PostedForm>(
    _ form: Sent.Type, _ query: PageQuery, _ context: BasicRequestContext
  ) throws -> Visit {
    let visit = try office.visit(query, context.parameters, token)
    guard visit.visitor.isAmong(form.writers) else { throw ShownTrouble(trouble: .notAllowed) }
    return visit
  }

  private func show<Shown: ShownPage>(
    _ page: Shown, _ visit: Visit, _ status: HTTPResponse.Status = .ok
  ) throws -> Response {
    var response = try templates.response(
      PageFrame(title: page.title, at: Shown.path, visit), page, Shown.template, status)
    if Shown.framesOwnFiles {
      response.headers[.contentSecurityPolicy] = Safeguards.framingPolicy
    }
    return response
  }
}
