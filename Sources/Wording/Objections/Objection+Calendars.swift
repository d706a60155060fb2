internal import ComplianceModel
internal import Workspace

extension Objection {
  /// The words for a file that is no calendar.
  init(_ refused: CandidateCalendar.Refused) {
    switch refused {
    case .otherKind(let file, let what):
      self.init(
        .data, at: SourcePlace(file: file), "ini \(what), bukan kalender atau hari libur",
        fix: "taruh di ruang kerja, lalu jalankan: \(do: .inspect)")
    case .unknownKind(let file):
      self.init(
        .data, at: SourcePlace(file: file), "bukan kalender, dan bukan hari libur",
        fix: """
          berkas libur memuat 'tahun' dan 'libur', kalender laporan memuat 'kalender'; lihat: tenggat \
          panduan Hukum-dan-tenggat
          """)
    }
  }
}
