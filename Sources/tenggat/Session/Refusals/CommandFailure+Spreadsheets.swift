internal import Exchange
internal import SystemPackage

extension CommandFailure {
  /// The failure of a workbook that was not made, or not read.
  init(_ failure: SpreadsheetProgram.Failure) {
    let name = SpreadsheetProgram.name
    self =
      switch failure {
      case .missing(let places):
        CommandFailure(
          .unavailable,
          "program \(name) tidak ada, sehingga berkas Excel tidak dapat dibuat atau dibaca",
          fix: "pasang di samping tenggat: \(places.map(\.string).joined(separator: ", atau "))")
      case .unusable(let complaint):
        CommandFailure(
          .unavailable,
          "program \(name) tidak dapat dijalankan" + (complaint.isEmpty ? "" : " (\(complaint))"),
          fix:
            "pasang pustaka libxlsxwriter (Debian: apt-get install libxlsxwriter4 libminizip1 libxml2), lalu ulangi"
        )
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
}
