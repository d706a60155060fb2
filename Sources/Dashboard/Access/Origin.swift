internal import HTTPTypes

/// The site whose page sent a form, as the browser says it.
enum Origin {
  /// The header in which newer browsers say how the sender stands to the receiver.
  private static let fetchSite = HTTPField.Name("Sec-Fetch-Site")

  /// Whether a form was sent by a page of the server that it is sent to.
  ///
  /// Browsers say with each form where it is from (`Origin`, else `Referer`), and a page of another site
  /// cannot make them say something else. A request that says neither is no browser's.
  static func isOwn(_ request: HTTPRequest) -> Bool {
    let fields = request.headerFields
    if let site = fetchSite.flatMap({ fields[$0] }), site != "same-origin" { return false }
    guard let own = request.authority?.lowercased(), !own.isEmpty else { return false }
    if let origin = fields[.origin] { return authority(origin, isWhole: true) == own }
    guard let referer = fields[.referer] else { return false }
    return authority(referer, isWhole: false) == own
  }

  /// The server as a browser names it.
  static func own(_ request: HTTPRequest, _ way: Site.Way) -> String {
    "\(way.isEncrypted ? "https" : "http")://\(request.authority ?? "localhost")"
  }

  /// The host and port of an address; `nil` for one that is not of the web.
  private static func authority(_ address: String, isWhole: Bool) -> String? {
    let address = address.lowercased()
    guard let scheme = ["http://", "https://"].first(where: address.hasPrefix) else { return nil }
    let rest = address.dropFirst(scheme.count)
    let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    return isWhole && authority.count != rest.count ? nil : String(authority)
  }
}
