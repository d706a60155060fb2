internal import ComplianceModel
internal import Deeds
package import Workspace

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

  /// The words for settings that cannot be changed without a risk to what else they say.
  package init(uneditable refusal: CalendarRefusal) {
    switch refusal {
    case .inBrackets(let place):
      self.init(
        .data, at: place, "daftar ini ditulis dalam kurung, tidak dapat ditambah dengan aman",
        fix: "tulis satu entri tiap baris, diawali '- ', lalu ulangi")
    case .textBlock(let place):
      self.init(
        .data, at: place, "nilai ini ditulis di bawah | atau >, tidak dapat diganti dengan aman",
        fix: "tulis dalam satu baris, lalu ulangi")
    case .otherMeaning(let place):
      self.init(
        .data, at: place, "berkas ini tidak dapat diubah tanpa mengubah arti isinya yang lain",
        fix: "ubah sendiri dengan penyunting teks, lalu jalankan: tenggat periksa")
    case .link(let name), .otherRegion(let name):
      self.init(
        .data, at: SourcePlace(file: name), "berkas ini tautan simbolis, yang akan tergantikan",
        fix: "ubah berkas aslinya, atau salin ke sini, lalu ulangi")
    }
  }
}
