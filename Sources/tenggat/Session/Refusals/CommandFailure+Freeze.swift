internal import CivilCalendar
internal import ComplianceModel
internal import Deeds

extension CommandFailure {
  /// The sentence for a quarter that is not frozen.
  init(_ refused: Freeze.Refused) {
    self =
      switch refused {
      case .future(let date):
        .usage("tanggal \(date.indonesian) belum tiba", fix: "bekukan pada atau sesudah hari itu")
      case .notBegun(let quarter, let signed):
        .usage(
          "\(quarter.indonesian) \(quarter.year) belum mulai pada \(signed.indonesian)",
          fix: "perbaiki --ditandatangani")
      case .signedBefore(let signed, let state):
        .usage(
          "yang ditandatangani \(signed.indonesian) bukan keadaan \(state.indonesian), sesudahnya",
          fix: "tulis --per \(signed) atau sebelumnya, atau hapus --per")
      case .vacant(let role, let kecamatan, let signed, let isOfSeveral):
        .usage(
          "tidak tercatat siapa \(role) "
            + kecamatan.map { "\($0.displayName(of: $0.code)) (\($0.code))" }
            .joined(separator: ", ") + " pada \(signed.indonesian)",
          fix:
            "tambahkan di bagian pejabat dalam kantor.yaml: jabatan: \(role), nama, nip bila ada, sejak "
            + "(paling lambat \(signed))" + (isOfSeveral ? ", unit (kode kecamatannya)" : ""))
      case .otherContent(let path):
        CommandFailure(
          .cannotCreate, "\(path) sudah ada dengan isi lain, tidak ada yang ditimpa",
          fix: "pulihkan berkas itu dari cadangan atau pindahkan, lalu ulangi")
      }
  }
}
