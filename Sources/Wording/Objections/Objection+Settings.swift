internal import ComplianceModel
internal import Deeds

extension Objection {
  /// The words for why the settings cannot be changed so.
  init(_ refused: ChangeSettings.Refused) {
    switch refused {
    case .changedMeanwhile(let setting, let now):
      let value = now.map { "'\($0)'" } ?? "tidak diisi"
      self.init(
        .busy, Remedy("\(setting.rawValue) sudah diubah orang lain: sekarang \(value)"),
        fix: "tidak ada yang ditulis; muat ulang, lalu ubah lagi bila masih perlu")
    case .officersChangedMeanwhile:
      self.init(
        .busy, "daftar pejabat sudah diubah orang lain",
        fix: "tidak ada yang ditulis; muat ulang, lalu ubah lagi bila masih perlu")
    case .notALine(let text):
      self.init(
        .request,
        Remedy("'\(text.split(whereSeparator: \.isNewline).first ?? "")' lebih dari satu baris"),
        fix: "tulis dalam satu baris")
    case .tooLong(let text):
      self.init(
        .request, Remedy("'\(text.prefix(40))…' terlalu panjang"),
        fix: Remedy("ringkas menjadi paling banyak \(ChangeSettings.longestValue.indonesian) huruf")
      )
    }
  }
}
