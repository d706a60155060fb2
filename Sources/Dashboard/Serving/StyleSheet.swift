internal import HTTPTypes
internal import Hummingbird
internal import NIOCore

/// The one style sheet of the pages.
enum StyleSheet {
  /// Where it lies; pages name it in their heads.
  static let path = "/gaya.css"

  /// The style sheet as an answer.
  static var response: Response {
    Response(
      status: .ok, headers: [.contentType: "text/css; charset=utf-8"],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: PackageResources.gaya_css)))
  }
}
