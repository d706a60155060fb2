internal import HTTPTypes
internal import Hummingbird
internal import NIOCore

/// A file that every page names in its head, and everybody may have.
struct Asset: Sendable {
  /// Where it is.
  let path: String
  private let type: String
  private let bytes: [UInt8]

  /// The one style sheet, and the mark in the browser's tab.
  static let all = [
    Asset(path: "/gaya.css", type: "text/css; charset=utf-8", bytes: PackageResources.gaya_css),
    Asset(path: "/ikon.svg", type: "image/svg+xml", bytes: PackageResources.ikon_svg),
  ]

  /// The file as an answer.
  var response: Response {
    Response(
      status: .ok, headers: [.contentType: type],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }
}
