internal import ComplianceModel
internal import Workspace

extension Objection {
  /// The words for a workspace that is not there, not made, or not read; `nil` where it was found by the
  /// front's own way, which only the front can say.
  static func all(_ failure: WorkspaceFailure) -> [Objection]? {
    switch failure {
    case .configuration(let findings): findings.map { Objection(.settings, $0) }
    case .data(let findings): findings.map { Objection(.data, $0) }
    case .changed(let path):
      [
        Objection(
          .storage, "\(path) ditulis ulang selagi dibaca", fix: "tidak ada yang dicatat; ulangi")
      ]
    case .file(let failure): [Objection(failure)]
    case .noProgramFile(let path):
      [Objection(.settings, "berkas program \(path) tidak ada", fix: "pasang ulang program")]
    case .workspaceExists(let path):
      [
        Objection(
          .uncreatable, "\(path) sudah ada, tidak ada yang ditimpa",
          fix: "pilih folder lain yang kosong")
      ]
    case .insideWorkspace(let path):
      [
        Objection(
          .uncreatable, "\(path) terletak dalam folder milik ruang kerja lain",
          fix: "pilih folder di luar buku, dokumen, kalender, dan ekspornya")
      ]
    case .unknownKecamatan(let code, let known): [Objection(unknownKecamatan: code, known)]
    case .severalKecamatan(let name, let named):
      [
        Objection(
          .request, "nama '\(name)' dipakai \(named.count) kecamatan",
          fix: Remedy(
            "sebut kodenya: "
              + named.prefix(12).map { "\($0.code) \($0.name)" }.joined(separator: ", ")))
      ]
    case .noRegionTable(let path): [Objection(missing: "tabel wilayah \(path)")]
    case .noSurvey(let path): [Objection(missing: "tabel survei \(path)")]
    case .noCalendarFile(let path): [Objection(missing: "berkas \(path)")]
    case .noBook(let path): [Objection(missing: "buku \(path)")]
    case .noCopy(let path):
      [
        Objection(
          .missing, "\(path) tidak ada, atau bukan salinan ruang kerja",
          fix: "sebut folder salinannya, atau folder buku di dalamnya")
      ]
    case .noProgramData, .noWorkspace, .untrusted, .openTrustList: nil
    }
  }

  private init(missing file: String) {
    self.init(.missing, Remedy("\(file) tidak ada"), fix: "periksa nama berkasnya")
  }

  private init(unknownKecamatan code: String, _ known: [Unit]) {
    // Any code is near any other, so that a short list helps more than a guess.
    let named = known.map { "\($0.code) \($0.name)" }
    let nearest = nearestMatch(to: code, among: known.map(\.code.description))
    let fix =
      known.count <= 10
      ? "yang ada: \(named.joined(separator: ", ")); yang lain dengan --wilayah FILE"
      : nearest.map { "mungkin maksudnya \($0)" } ?? "periksa kodenya"
    self.init(.request, "kecamatan '\(code)' tidak ada dalam tabel wilayah", fix: Remedy(fix))
  }

  /// The words for a folder that is no drop folder.
  init(_ failure: Intake.FolderFailure) {
    switch failure {
    case .missing(let path):
      self.init(
        .missing, "folder \(path) tidak ada", fix: "buat foldernya, atau sebut folder yang lain")
    case .ofWorkspace(let path):
      self.init(
        .request, "\(path) milik ruang kerja, bukan kotak masuk",
        fix: "sebut folder tempat berkas kiriman diletakkan")
    }
  }
}
