internal import HTTPTypes
internal import Hummingbird
internal import LedgerStore
internal import NIOCore

/// A file that somebody handed in, as it is sent to who looks at it.
///
/// PDF, PNG and JPEG, by their bytes, are shown in a page of this server; everything else is saved. What a
/// file says of itself is never believed: no SVG and no page is shown, and nothing that is shown may run a
/// script, load anything or be framed by another site.
struct StrangeFile {
  /// Its name, as its sender had it.
  let name: String
  let bytes: [UInt8]
  /// What it is, by its bytes.
  let content: EvidenceFault.Content

  private static let policy =
    "default-src 'none'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'"
  /// What the viewer of a browser needs to show a PDF.
  ///
  /// It shows it in a page that the browser makes: Chrome's is an embedded object with a style in that page,
  /// and shows nothing in a sandbox, whatever the sandbox allows (issues.chromium.org/issues/41131921 and
  /// 343754409). What runs in a PDF runs in the viewer, which has no
  /// access to this server.
  private static let viewerPolicy = "\(policy); object-src 'self'; style-src 'unsafe-inline'"

  /// The answer with it.
  ///
  /// - Parameter isSaved: Whether it is saved even where it can be shown.
  /// - Returns: The answer.
  func response(saved isSaved: Bool) -> Response {
    let type = content.shownType
    let isShown = type != nil && !isSaved
    var headers = HTTPFields()
    headers[.contentType] = type ?? "application/octet-stream"
    headers[.contentDisposition] = AttachmentName.header(name, shown: isShown)
    headers[.contentSecurityPolicy] =
      isShown && content == .pdf
      ? StrangeFile.viewerPolicy : "sandbox; \(StrangeFile.policy)"
    return Response(
      status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }
}

extension EvidenceFault.Content {
  /// The type under which it is shown in a page; `nil` for what is only saved.
  var shownType: String? {
    switch self {
    case .pdf: "application/pdf"
    case .png: "image/png"
    case .jpeg: "image/jpeg"
    case .zip, .compoundFile, .webPage, .other: nil
    }
  }
}
