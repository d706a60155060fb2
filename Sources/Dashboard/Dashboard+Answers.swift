internal import HTTPTypes
internal import Hummingbird
internal import Workspace

/// What pages, files and forms are answered with.
///
/// Whatever opens the workspace may wait for a disk or for the lock of a ledger, and so runs on threads of its
/// own.
extension Dashboard {
  /// A page, for who may open it; who has to log in first is sent to do so.
  func respond<Shown: Page>(
    with page: Shown.Type, to request: Request, _ context: PageContext
  ) async throws -> Response {
    guard let admission = try gate.admission(request) else { return loginFirst(request) }
    guard admission.isAmong(page.readers) else { throw ShownTrouble(trouble: .notAllowed) }
    let query = try PageQuery(request.uri, known: page.keys)
    let (parameters, origin) = (context.parameters, Origin.own(request.head, context.way))
    return try await Blocking.run {
      let visit = try office.visit(
        query, parameters, as: admission, at: site, from: origin, lookingAgain: .atFirst)
      let key = KeptPages.Key(
        address: request.uri.string, user: admission.user, token: admission.token.text,
        origin: origin, today: visit.today)
      if let kept = keptPages.page(key) { return kept.response() }
      let shown: Shown
      do {
        shown = try page.init(visit)
      } catch is Visit.TooWide {
        return .redirect(to: visit.paths.page(RecapPage.path), type: .normal)
      }
      let made = try made(shown, visit)
      if page.isKept { keptPages.keep(made, key, on: visit.ground) }
      return made.response()
    }
  }

  /// A file, for who may have it; who has to log in first is sent to do so.
  func respond(
    with resource: any Resource.Type, to request: Request, _ context: PageContext
  ) async throws -> Response {
    guard let admission = try gate.admission(request) else { return loginFirst(request) }
    guard admission.isAmong(resource.readers) else { throw ShownTrouble(trouble: .notAllowed) }
    let query = try PageQuery(request.uri, known: resource.keys)
    let (parameters, origin) = (context.parameters, Origin.own(request.head, context.way))
    let visit = try await Blocking.run {
      try office.visit(
        query, parameters, as: admission, at: site, from: origin, lookingAgain: .atFirst)
    }
    return try await resource.response(visit)
  }

  /// What comes of a form.
  func respond<Sent: PostedForm>(
    to form: Sent.Type, _ request: Request, _ context: PageContext
  ) async throws -> Response {
    guard Origin.isOwn(request.head) else { throw ShownTrouble(trouble: .strangeForm) }
    guard let admission = try gate.admission(request) else {
      throw ShownTrouble(trouble: .loggedOut)
    }
    // Whoever may not write is told so before anything of the form is kept.
    guard admission.isAmong(form.writers) else { throw ShownTrouble(trouble: .notAllowed) }
    let query = try PageQuery(request.uri, known: [])
    let fields = try await FormBody(
      FormFields.Known(form), puttingFilesInto: office.temporaryFolder
    ).read(request)
    defer { for file in fields.allFiles { UploadSpool.remove(file.path) } }
    try admission.require(fields)
    // A large file takes a while: the form is answered from the workspace, and by the rights, of now.
    guard let now = try gate.admission(request), now.token == admission.token else {
      throw ShownTrouble(trouble: .loggedOut)
    }
    guard now.isAmong(form.writers) else { throw ShownTrouble(trouble: .notAllowed) }
    let (parameters, origin) = (context.parameters, Origin.own(request.head, context.way))
    let visit = try await Blocking.run {
      try office.visit(
        query, parameters, as: now, at: site, from: origin, lookingAgain: .always)
    }
    return try await finish(Blocking.run { try form.answer(visit, fields) }, visit)
  }

  /// What the sender of a form is shown, once it is known.
  private func finish(_ answer: FormAnswer, _ visit: Visit) async throws -> Response {
    switch answer {
    case .page(let page, let status): try made(page, visit).response(status)
    case .seeOther(let address): .redirect(to: address, type: .normal)
    case .later(let work): try await finish(work(), visit)
    }
  }

  /// Sends somebody to log in, and then to what they asked for.
  private func loginFirst(_ request: Request) -> Response {
    .redirect(to: LoginPage.address(leadingTo: request.uri.string, at: site), type: .normal)
  }

  private func made<Shown: ShownPage>(
    _ page: Shown, _ visit: Visit
  ) throws -> PageTemplates.Page {
    var made = try templates.page(
      PageFrame(title: page.title, at: Shown.path, help: Shown.help, visit), page, Shown.template)
    if Shown.framesOwnFiles {
      made.headers[.contentSecurityPolicy] = Safeguards.framingPolicy
    }
    return made
  }
}

extension Admission {
  /// Sees that a form has what its page put into it.
  ///
  /// - Throws: ``ShownTrouble``.
  func require(_ fields: FormFields) throws {
    guard let sent = fields[FormToken.field], token.matches(sent) else {
      throw ShownTrouble(trouble: .strangeForm)
    }
  }
}
