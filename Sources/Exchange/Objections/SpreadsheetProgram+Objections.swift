internal import ComplianceModel
package import Wording

extension SpreadsheetProgram.Failure: Objecting {
  /// Why a workbook was not made, or not read.
  package var objections: [Objection] {
    let name = SpreadsheetProgram.name
    return switch self {
    case .missing(let places):
      [.missing(name, in: places, so: "berkas Excel tidak dapat dibuat atau dibaca")]
    case .unusable(let complaint):
      [
        .unusable(
          name, complaint, library: "libxlsxwriter",
          packages: "libxlsxwriter4 libminizip1 libxml2")
      ]
    case .refused(let complaint):
      [
        Objection(
          .uncreatable, "berkas Excel tidak dapat dibuat (\(complaint))",
          fix: "tidak ada berkas yang ditulis; periksa ruang di folder sementara, lalu ulangi")
      ]
    case .unread(let complaint):
      [
        Objection(
          .storage, "berkas Excel tidak dapat dibaca (\(complaint))",
          fix: "tidak ada yang dicatat; periksa ruang di folder sementara, lalu ulangi")
      ]
    case .tooSlow:
      [
        Objection(
          .busy, "program \(name) belum selesai pada waktunya",
          fix: "tidak ada yang ditulis; ulangi, atau sebut satu triwulan")
      ]
    }
  }
}
