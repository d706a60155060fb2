internal import HTTPTypes
public import Hummingbird

/// The pages of one workspace: what people ask of it, and what they do, in a browser.
///
/// A page renders an answer and computes nothing. Each opens the workspace again, so that what was recorded a
/// moment ago in a terminal is seen.
public struct Dashboard: Sendable {
  let office: OfficeSource
  let site: Site
  let gate: Gate
  let templates: PageTemplates
  /// The pages that were made before.
  let keptPages = KeptPages()
  /// How often somebody asked for a calendar that there is not.
  let subscriptionAttempts = LoginAttempts()
  private let forms: [any PostedForm.Type]

  /// All pages; the navigation names them in this order.
  static let pages: [any Page.Type] = [
    HomePage.self, SchedulePage.self, VillagesPage.self, InboxPage.self, RatesPage.self,
    IndicatorsPage.self, RecapPage.self, HistoryPage.self, LettersPage.self, RemindersPage.self,
    CalendarPage.self,
    ExportsPage.self, SettingsPage.self,
    InspectionPage.self, ObligationPage.self, EntryPage.self, EvidencePage.self, IndicatorPage.self,
    OfficerPage.self, FrozenPage.self, FreezePage.self, HolidayPage.self,
    SetDatePage.self, MeasurePage.self, SurveyUploadPage.self,
    SubscriptionsPage.self, GuideIndexPage.self, GuideTextPage.self,
  ]

  /// All that has an address and is no page.
  static let resources: [any Resource.Type] = [
    EvidenceFile.self, ExportFile.self, LetterDraftFile.self, IssuedLetterFile.self,
    ReceiptFile.self, WaitingFile.self, RecapFile.self, GuidePicture.self,
  ]

  /// All forms that write.
  static let forms: [any PostedForm.Type] = [
    EntryForm.self, SeveralForm.self, ConfirmationForm.self, SettingsForm.self, WeekForm.self,
    OfficerForm.self, LettersForm.self, FreezeForm.self, HolidayForm.self, SetDateForm.self,
    MeasureForm.self, SurveyUploadForm.self, SubscribeForm.self, UnsubscribeForm.self,
    ChannelTrialForm.self, InboxForm.self, UploadForm.self, TableForm.self,
  ]

  /// Prepares the pages.
  ///
  /// - Parameters:
  ///   - office: The workspace, and the clock.
  ///   - site: Where the pages are to be found.
  /// - Throws: Where a template of the program itself is faulty, or the system has no scrypt.
  public init(_ office: OfficeSource, at site: Site = .ownComputer) throws {
    try self.init(office, at: site, forms: Dashboard.forms)
  }

  /// Prepares the pages with other forms.
  init(_ office: OfficeSource, at site: Site, forms: [any PostedForm.Type]) throws {
    self.office = office
    self.site = site
    self.forms = forms
    gate = try Gate(office, site)
    templates = try PageTemplates()
  }

  /// The routes to the pages, the files, the forms, the login and the style sheet.
  ///
  /// Every answer, a refusal too, has the headers of `Safeguards`.
  ///
  /// - Parameter log: Where each answer is written down; `nil` for nowhere.
  /// - Returns: The routes.
  public func router(log: AccessLog? = nil) -> Router<PageContext> {
    let router = Router(context: PageContext.self, options: .autoGenerateHeadEndpoints)
    if let log { router.middlewares.add(log) }
    router.middlewares.add(Safeguards(self))
    if let ground = office.founding {
      router.middlewares.add(FoundingFirst(self))
      router.get(path(FoundingPage.path)) { request, _ in
        try await answer(request) { try await showFounding(request, on: ground) }
      }
      router.post(path(FoundingPage.path)) { request, _ in
        try await answer(request) { try await found(request, on: ground) }
      }
    }
    for page in Dashboard.pages {
      router.get(path(page.path)) { request, context in
        try await answer(request) { try await respond(with: page, to: request, context) }
      }
    }
    for resource in Dashboard.resources {
      router.get(path(resource.path)) { request, context in
        try await answer(request) { try await respond(with: resource, to: request, context) }
      }
    }
    for form in forms {
      router.post(path(form.path)) { request, context in
        try await answer(request) { try await respond(to: form, request, context) }
      }
    }
    router.get(path(SubscribedCalendar.path)) { request, context in
      try await answer(request) { try await subscribedCalendar(request, context) }
    }
    router.get(path(LoginPage.path)) { request, _ in
      try await answer(request) { try showLogin(request) }
    }
    router.post(path(LoginPage.path)) { request, context in
      try await answer(request) { try await logIn(request, context) }
    }
    router.post(path(LoginPage.leavingPath)) { request, context in
      try await answer(request) { try await logOut(request, context) }
    }
    for asset in Asset.all { router.get(path(asset.path)) { _, _ in asset.response } }
    return router
  }

  private func path(_ path: String) -> RouterPath { RouterPath(site.base + path) }

  /// The answer, or the page that says why there is none.
  private func answer(
    _ request: Request, _ make: () async throws -> Response
  ) async throws -> Response {
    do {
      return try await make()
    } catch {
      return try refusal(Trouble(error), request)
    }
  }

  /// The page that says why there is none.
  func refusal(_ trouble: Trouble, _ request: Request) throws -> Response {
    let admission = (try? gate.admission(request)) ?? nil
    return try templates.page(
      PageFrame(title: trouble.title, for: admission, base: site.base), trouble,
      Trouble.template
    ).response(trouble.status)
  }
}
