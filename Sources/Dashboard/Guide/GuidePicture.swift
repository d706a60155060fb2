internal import HTTPTypes
internal import Hummingbird
internal import NIOCore
internal import Workspace

/// A picture of the guide.
enum GuidePicture: Resource {
  static let path = "/panduan/gambar/{berkas}"
  static let readers = Audience.everyone
  static let keys: Set<String> = []

  /// Where a picture is.
  static func address(_ file: String, _ paths: PagePath) -> String {
    paths.page("\(GuideIndexPage.path)/gambar/\(file)")
  }

  static func response(_ visit: Visit) async throws -> Response {
    guard let name = visit.parameters.get("berkas"),
      let bytes = try await Blocking.run({
        try Guide(visit.workspace.data).picture(named: name)
      })
    else { throw ShownTrouble(trouble: .noSuchPage) }
    return Response(
      status: .ok, headers: [.contentType: "image/png"],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }
}
