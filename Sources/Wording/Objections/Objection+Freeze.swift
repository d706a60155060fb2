internal import CivilCalendar
internal import ComplianceModel
internal import Deeds

extension Objection {
  /// The words for a quarter that is not frozen.
  init(_ refused: Freeze.Refused) {
    switch refused {
    case .future(let date):
      self.init(
        .request, "tanggal \(date.indonesian) belum tiba",
        fix: "bekukan pada atau sesudah hari itu", field: .signed)
    case .notBegun(let quarter, let signed):
      self.init(
        .request, "\(quarter.indonesianWithYear) belum mulai pada \(signed.indonesian)",
        fix: "perbaiki \(do: .give(.signed))", field: .signed)
    case .signedBefore(let signed, let state):
      self.init(
        .request,
        "yang ditandatangani \(signed.indonesian) bukan keadaan \(state.indonesian), sesudahnya",
        fix: """
          tulis \(do: .give(.asOf)) \(signed) atau sebelumnya, atau hapus \(do: .give(.asOf))
          """, field: .signed)
    case .vacant(let role, let kecamatan, let signed, let isOfSeveral):
      let names = kecamatan.map { "\($0.displayName(of: $0.code)) (\($0.code))" }
      self.init(
        .request,
        """
        tidak tercatat siapa \(role) \(names.joined(separator: ", ")) pada \(signed.indonesian)
        """,
        fix: Remedy(
          "tambahkan di bagian pejabat dalam kantor.yaml: jabatan: \(role), nama, nip bila ada, sejak "
            + "(paling lambat \(signed))" + (isOfSeveral ? ", unit (kode kecamatannya)" : "")),
        field: .signed)
    case .otherContent(let path):
      self.init(
        .uncreatable, "\(path) sudah ada dengan isi lain, tidak ada yang ditimpa",
        fix: "pulihkan berkas itu dari cadangan atau pindahkan, lalu ulangi")
    }
  }
}
