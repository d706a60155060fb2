internal import HTTPTypes
internal import PlainText

/// The page that asks who it is, the only one that everybody may open.
struct LoginPage: Sendable {
  static let path = "/akun/masuk"
  /// Where the form that ends a session is sent to.
  static let leavingPath = "/akun/keluar"
  static let template = "masuk-akun"
  static let title = "Masuk"

  /// The page that was asked for; `nil` for the first.
  let target: String?
  /// The account as it was typed.
  let account: String
  /// Why the login failed; `nil` where none did.
  let fault: String?

  /// Asks.
  ///
  /// - Parameters:
  ///   - target: The page that was asked for; `nil` for the first.
  ///   - account: The account as it was typed.
  ///   - fault: Why the login failed; `nil` where none did.
  init(leadingTo target: String?, account: String = "", fault: String? = nil) {
    self.target = target
    self.account = account
    self.fault = fault
  }

  /// Where the login is asked for on the way to a page.
  static func address(leadingTo page: String, at site: Site) -> String {
    let address = site.base + path
    return page == "\(site.base)/" ? address : "\(address)?ke=\(page.percentEncoded(but: "/-._~"))"
  }

  /// Where one is led after the login: a page of this server and nothing else.
  static func target(_ address: String?, at site: Site) -> String {
    let home = "\(site.base)/"
    guard let address, address.hasPrefix(home), !address.hasPrefix("\(site.base)//"),
      address.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\\") }),
      !address.contains("/.."), !address.hasPrefix(site.base + path)
    else { return home }
    return address
  }

  /// What is said where nobody was let in, and the status of the answer.
  static func fault(_ login: Gate.Login) -> (String, HTTPResponse.Status) {
    switch login {
    case .admitted, .refused: ("Akun atau sandi salah.", .unauthorized)
    case .mustWait(let rest):
      (
        "Terlalu banyak percobaan. Tunggu \(rest.components.seconds + 1) detik, lalu coba lagi.",
        .tooManyRequests
      )
    case .busy: ("Terlalu banyak yang masuk bersamaan. Coba lagi sebentar.", .serviceUnavailable)
    }
  }
}
