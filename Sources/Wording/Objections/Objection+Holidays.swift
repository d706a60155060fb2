internal import CivilCalendar
internal import ComplianceModel
internal import Deeds

extension Objection {
  /// The words for holidays that are not put in.
  init(_ refused: PutHolidays.Refused) {
    switch refused {
    case .noDay:
      self.init(.request, "belum ada hari libur yang disebut", fix: "sebut setidaknya satu hari")
    case .notALine(let text):
      self.init(
        .request,
        Remedy(
          text.allSatisfy(\.isWhitespace)
            ? "nama atau dasar hari libur kosong" : "'\(text.prefix(40))' lebih dari satu baris"),
        fix: "tulis nama dan dasarnya masing-masing dalam satu baris")
    case .known(let date, let name):
      self.init(
        .request, "\(date.indonesian) sudah libur: \(name)",
        fix: "hapus hari itu dari daftar, atau perbaiki tanggalnya")
    case .changedMeanwhile(let file):
      self.init(
        .busy, "\(file) sudah diubah orang lain sejak ditampilkan",
        fix: "tidak ada yang ditulis; periksa lagi")
    }
  }
}
