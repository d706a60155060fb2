internal import Exchange
internal import SystemPackage

/// The failures of the programs beside this one.
extension CommandFailure {
  /// A program that is in none of its places.
  private static func missing(
    _ name: String, in places: [FilePath], so consequence: String
  ) -> CommandFailure {
    CommandFailure(
      .unavailable, "program \(name) tidak ada, sehingga \(consequence)",
      fix: "pasang di samping tenggat: \(places.map(\.string).joined(separator: ", atau "))")
  }

  /// A program that does not start: a library is missing, as it says itself.
  private static func unusable(
    _ name: String, _ complaint: String, library: String, packages: String
  ) -> CommandFailure {
    CommandFailure(
      .unavailable,
      "program \(name) tidak dapat dijalankan" + (complaint.isEmpty ? "" : " (\(complaint))"),
      fix: "pasang pustaka \(library) (Debian: apt-get install \(packages)), lalu ulangi")
  }

  /// The failure of a workbook that was not made, or not read.
  init(_ failure: SpreadsheetProgram.Failure) {
    let name = SpreadsheetProgram.name
    self =
      switch failure {
      case .missing(let places):
        .missing(name, in: places, so: "berkas Excel tidak dapat dibuat atau dibaca")
      case .unusable(let complaint):
        .unusable(
          name, complaint, library: "libxlsxwriter",
          packages: "libxlsxwriter4 libminizip1 libxml2")
      case .refused(let complaint):
        CommandFailure(
          .cannotCreate, "berkas Excel tidak dapat dibuat (\(complaint))",
          fix: "tidak ada berkas yang ditulis; periksa ruang di folder sementara, lalu ulangi")
      case .unread(let complaint):
        CommandFailure(
          .io, "berkas Excel tidak dapat dibaca (\(complaint))",
          fix: "tidak ada yang dicatat; periksa ruang di folder sementara, lalu ulangi")
      case .tooSlow:
        CommandFailure(
          .locked, "program \(name) belum selesai pada waktunya",
          fix: "tidak ada yang ditulis; ulangi, atau sebut satu triwulan")
      }
  }

  /// The failure of a document that was not brought into a layout.
  init(_ failure: LayoutProgram.Failure) {
    let name = LayoutProgram.name
    self =
      switch failure {
      case .missing(let places):
        .missing(name, in: places, so: "profil tidak dapat dipakai")
      case .unusable(let complaint):
        .unusable(name, complaint, library: "libxslt", packages: "libxslt1.1")
      case .refused(let complaint):
        CommandFailure(
          .io, "profil tidak dapat dipakai (\(complaint))",
          fix: "tidak ada berkas yang ditulis; ulangi, bila tetap gagal, laporkan")
      }
  }
}
