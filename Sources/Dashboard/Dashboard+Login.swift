internal import HTTPTypes
internal import Hummingbird

/// Logging in and out.
extension Dashboard {
  /// The page that asks who it is; whoever is in is led on.
  func showLogin(_ request: Request) throws -> Response {
    let query = try PageQuery(request.uri, known: ["ke"])
    guard try gate.admission(request) == nil else { return leadOn(query["ke"]) }
    return try show(LoginPage(leadingTo: query["ke"]), .ok)
  }

  /// Lets somebody in.
  func logIn(_ request: Request, _ context: PageContext) async throws -> Response {
    guard Origin.isOwn(request.head) else { throw ShownTrouble(trouble: .strangeForm) }
    let known = FormFields.Known(single: ["akun", "sandi", "ke"])
    let fields = try await FormBody(known, puttingFilesInto: office.temporaryFolder).read(request)
    let (account, password) = (fields["akun"] ?? "", fields.whole("sandi") ?? "")
    guard try gate.hasUsers() else { throw ShownTrouble(trouble: .nobodyToLogIn) }
    let login = try await gate.logIn(account, password, request, from: context.way.client)
    guard case .admitted(let secret) = login else {
      let (fault, status) = LoginPage.fault(login)
      return try show(
        LoginPage(leadingTo: fields["ke"], account: account, fault: fault), status)
    }
    var response = leadOn(fields["ke"])
    response.headers[.setCookie] = gate.setCookie(secret, context.way)
    return response
  }

  /// Lets somebody out.
  func logOut(_ request: Request, _ context: PageContext) async throws -> Response {
    guard Origin.isOwn(request.head) else { throw ShownTrouble(trouble: .strangeForm) }
    let fields = try await FormBody(
      FormFields.Known(single: [FormToken.field]), puttingFilesInto: office.temporaryFolder
    ).read(request)
    // Whoever is out already is where they want to be.
    if let admission = try gate.admission(request) {
      try admission.require(fields)
      gate.logOut(request)
    }
    var response = Response.redirect(to: site.base + LoginPage.path, type: .normal)
    response.headers[.setCookie] = gate.setCookie(nil, context.way)
    return response
  }

  private func leadOn(_ address: String?) -> Response {
    .redirect(to: LoginPage.target(address, at: site), type: .normal)
  }

  private func show(_ page: LoginPage, _ status: HTTPResponse.Status) throws -> Response {
    try templates.page(
      PageFrame(title: LoginPage.title, for: nil, base: site.base), page, LoginPage.template
    ).response(status)
  }
}
