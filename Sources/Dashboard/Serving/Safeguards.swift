internal import HTTPTypes
internal import Hummingbird

/// What every request passes and every answer carries.
///
/// A page of another site must not read these through the visitor's browser: only names of this server are
/// answered. Where others than this computer can ask, nothing is answered that could be read on the way.
/// Pages run no script and load nothing from elsewhere.
struct Safeguards: RouterMiddleware {
  typealias Context = PageContext

  private let dashboard: Dashboard

  init(_ dashboard: Dashboard) { self.dashboard = dashboard }

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
    headers[Site.name("Referrer-Policy")] = "same-origin"
    headers[Site.name("Cross-Origin-Resource-Policy")] = "same-origin"
    headers[Site.name("Cross-Origin-Opener-Policy")] = "same-origin"
    return headers
  }()

  func handle(
    _ request: Request, context: Context, next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    var response = try await answer(request, context, next)
    // A page may say more narrowly what it is.
    for header in Safeguards.headers where response.headers[header.name] == nil {
      response.headers[header.name] = header.value
    }
    return response
  }

  private func answer(
    _ request: Request, _ context: Context, _ next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    let site = dashboard.site
    guard site.answers(to: request.head.authority) else {
      return try dashboard.refusal(site.isExposed ? .strangeHost : .strangeName, request)
    }
    var context = context
    context.way = site.way(from: context.remote, request.headers)
    guard context.way.isEncrypted || !site.isExposed else {
      return try dashboard.refusal(.readable, request)
    }
    do {
      return try await next(request, context)
    } catch let error as HTTPError where error.status == .notFound {
      // The router knows each path only together with its method.
      guard request.method == .get || request.method == .head else {
        var response = try dashboard.refusal(.noSuchForm, request)
        response.headers[.allow] = "GET, HEAD"
        return response
      }
      return try dashboard.refusal(.noSuchPage, request)
    }
  }
}
