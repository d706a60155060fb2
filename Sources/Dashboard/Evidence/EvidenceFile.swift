internal import Answers
internal import HTTPTypes
internal import Hummingbird
internal import LedgerStore
internal import NIOCore
internal import Workspace

/// One file that proves a row, proved against the row before it is sent.
///
/// PDF, PNG and JPEG, by their bytes, are shown in a page of this server; everything else is saved. What a
/// file says of itself is never believed: no SVG and no page is shown, and nothing that is shown may run a
/// script, load anything or be framed by another site.
enum EvidenceFile: Resource {
  static let path = "/kewajiban/{unit}/{laporan}/{periode}/bukti/{baris}/{nomor}"
  static let readers = Audience.everyone
  static let keys: Set = ["unduh"]

  private static let policy =
    "default-src 'none'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'"
  /// What the viewer of a browser needs to show a PDF.
  ///
  /// It shows it in a page that the browser makes: Chrome's is an embedded object with a style in that page,
  /// and shows nothing in a sandbox, whatever the sandbox allows (issues.chromium.org/issues/41131921 and
  /// 343754409). What runs in a PDF runs in the viewer, which has no
  /// access to this server.
  private static let viewerPolicy = "\(policy); object-src 'self'; style-src 'unsafe-inline'"

  static func response(_ visit: Visit) async throws -> Response {
    try await Blocking.run { try proved(visit) }
  }

  private static func proved(_ visit: Visit) throws -> Response {
    let isSaved = try visit.query.flag("unduh")
    let row = try EvidenceRow(visit)
    guard let number = visit.parameters.get("nomor").flatMap({ Int($0) }),
      row.evidence.files.indices.contains(number - 1)
    else { throw ShownTrouble(trouble: .noSuchEvidence) }
    let file = row.evidence.files[number - 1]
    let proved: ProvedEvidence
    do {
      proved = try visit.workspace.ledgers.provedEvidence(
        file.reference, atMost: FormBody.longestFiles)
    } catch {
      throw ShownTrouble(trouble: Trouble(error, named: file.name))
    }
    let type = proved.content.shownType
    let isShown = type != nil && !isSaved
    var headers = HTTPFields()
    headers[.contentType] = type ?? "application/octet-stream"
    headers[.contentDisposition] = AttachmentName.header(file.name, shown: isShown)
    headers[.contentSecurityPolicy] =
      isShown && proved.content == .pdf ? viewerPolicy : "sandbox; \(policy)"
    return Response(
      status: .ok, headers: headers,
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: proved.bytes)))
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
