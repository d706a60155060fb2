internal import HTTPTypes
internal import Hummingbird

/// Leads to the page that makes the workspace while there is none, and away from it afterwards.
///
/// The folder is looked at with each request, so that the pages of the workspace are there as soon as it is, whoever
/// made it.
struct FoundingFirst: RouterMiddleware {
  typealias Context = PageContext

  private let dashboard: Dashboard

  init(_ dashboard: Dashboard) { self.dashboard = dashboard }

  func handle(
    _ request: Request, context: Context, next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    let base = dashboard.site.base
    let isHere = request.uri.path == base + FoundingPage.path
    if dashboard.office.isFounded {
      // Who sends the form a second time is shown what the first one made.
      return isHere ? .redirect(to: base + "/", type: .normal) : try await next(request, context)
    }
    if isHere || Asset.all.contains(where: { base + $0.path == request.uri.path }) {
      return try await next(request, context)
    }
    guard request.method == .get || request.method == .head else {
      return try dashboard.refusal(.notFounded, request)
    }
    return .redirect(to: base + FoundingPage.path, type: .normal)
  }
}
