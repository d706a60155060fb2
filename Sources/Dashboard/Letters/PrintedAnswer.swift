internal import HTTPTypes
internal import Hummingbird
internal import NIOCore

/// The answer with a page to print: the bytes that the command writes, in a sandbox of its own.
///
/// Nothing in it may run, load anything, send a form or be framed; its style is in the page itself.
enum PrintedAnswer {
  private static let policy =
    "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; "
    + "form-action 'none'; frame-ancestors 'none'"

  /// The answer.
  ///
  /// - Parameters:
  ///   - bytes: The page.
  ///   - name: The name under which a browser saves it.
  /// - Returns: The answer.
  static func response(_ bytes: [UInt8], named name: String) -> Response {
    var headers = HTTPFields()
    headers[.contentType] = "text/html; charset=utf-8"
    headers[.contentDisposition] = AttachmentName.header(name, shown: true)
    headers[.contentSecurityPolicy] = policy
    return Response(
      status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }
}
