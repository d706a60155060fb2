internal import Answers
internal import ComplianceModel
internal import Exchange
internal import Wording

extension CommandFailure {
  /// The sentence for exports that are not added up.
  init(_ refused: Rollup.Refused) {
    switch refused {
    case .severalDuties(let counts):
      self = .usage(
        "ekspornya dari beberapa waktu: \(CommandFailure.list(counts))",
        fix: "pilih satu dengan --triwulan 2026-TW1 atau --tahun 2026")
    case .nothing(let counts) where counts.isEmpty:
      self.init(
        .noInput, "tidak ada ekspor untuk yang diminta",
        fix: "sebut ekspor XML buatan 'tenggat ekspor xml', dan periksa --unit")
    case .nothing(let counts):
      self.init(
        .noInput,
        "tidak ada ekspor untuk waktu yang diminta; yang ada: \(CommandFailure.list(counts))",
        fix: "ganti --triwulan atau --tahun")
    }
  }

  private static func list(_ counts: [DutyStatement.Duty: Int]) -> String {
    counts.sorted { $0.key.name < $1.key.name }.map { "\($0.key.text) (\($0.value.indonesian))" }
      .joined(separator: ", ")
  }

  /// The sentence for files that are not there.
  init(_ refused: ExportFiles.Refused) {
    switch refused {
    case .missing(let path):
      self.init(.noInput, "\(path) tidak ada", fix: "periksa nama berkas atau foldernya")
    case .empty(let path):
      self.init(
        .noInput, "folder \(path) tidak memuat berkas .xml",
        fix: "letakkan ekspor kecamatan di dalamnya, atau sebut folder lain")
    }
  }
}
