internal import HTTPTypes
internal import Hummingbird

/// What every request passes and every answer carries.
///
/// Without users the pages are for whoever sits at this computer. A page of another site must not read them
/// through the visitor's browser: it could give its own name this computer's address (DNS rebinding), so that
/// only names of this computer are answered. Pages run no script and load nothing from elsewhere.
struct Safeguards: RouterMiddleware {
  typealias Context = BasicRequestContext

  private let templates: PageTemplates
  /// Where the pages begin.
  private let base: String

  init(_ templates: PageTemplates, base: String) {
    self.templates = templates
    self.base = base
  }

  /// The names under which this computer calls itself.
  private static let ownNames: Set = ["127.0.0.1", "localhost", "[::1]"]

  /// What pages may load and do: nothing but the style sheet, pictures and forms of this server.
  private static let policy =
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
    + "frame-ancestors 'none'"
  /// The same for a page that shows files of this server in frames.
  static let framingPolicy = policy + "; frame-src 'self'"

  /// The headers of every answer that does not say something else itself.
  private static let headers: HTTPFields = {
    var headers = HTTPFields()
    headers[.contentSecurityPolicy] = policy
    headers[.xContentTypeOptions] = "nosniff"
    headers[.cacheControl] = "no-store"
    // Not "no-referrer": with it browsers do not say which site a form is from.
    headers[named("Referrer-Policy")] = "same-origin"
    headers[named("Cross-Origin-Resource-Policy")] = "same-origin"
    headers[named("Cross-Origin-Opener-Policy")] = "same-origin"
    return headers
  }()

  func handle(
    _ request: Request, context: Context, next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    var response = try await answer(request, context, next)
    for header in Safeguards.headers where response.headers[header.name] == nil {
      response.headers[header.name] = header.value
    }
    return response
  }

  private func answer(
    _ request: Request, _ context: Context, _ next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    guard Safeguards.isOwn(request.head.authority) else {
      return try refuse(.strangeName)
    }
    do {
      return try await next(request, context)
    } catch let error as HTTPError where error.status == .notFound {
      // The router knows each path only together with its method.
      guard request.method == .get || request.method == .head else {
        var response = try refuse(.notARead)
        response.headers[.allow] = "GET, HEAD"
        return response
      }
      return try refuse(.noSuchPage)
    }
  }

  private func refuse(_ trouble: Trouble) throws -> Response {
    try templates.response(
      PageFrame(title: trouble.title, base: base), trouble, Trouble.template, trouble.status)
  }

  /// Whether the name under which a request asks is this computer's own, whatever the port: a tunnel has
  /// another one.
  static func isOwn(_ authority: String?) -> Bool {
    guard let authority = authority?.lowercased() else { return false }
    let end = authority.hasPrefix("[") ? authority.firstIndex(of: "]") : nil
    let rest = end.map { authority[authority.index(after: $0)...] } ?? authority[...]
    let name = rest.firstIndex(of: ":").map { authority[..<$0] } ?? authority[...]
    let port = authority[name.endIndex...].dropFirst()
    return ownNames.contains(String(name))
      && port.allSatisfy { $0.isASCII && $0.isNumber }
  }

  /// A header by a name that is known to be one.
  private static func named(_ name: String) -> HTTPField.Name {
    HTTPField.Name(name) ?? .server
  }
}
