internal import Compliance
internal import ComplianceModel
internal import Deeds
internal import Workspace

extension Objection {
  /// The words for a date that a letter sets and that cannot be set.
  init(_ refused: SetDueDate.Refused) {
    switch refused {
    case .letterNotALine:
      self.init(
        .request, "\(do: .give(.letter)) kosong, atau lebih dari satu baris",
        fix: "tulis suratnya dalam satu baris, misalnya 'Sekda 100/1/Pem, 5 Januari 2026'",
        field: .letter)
    case .noDateToSet(let report):
      self.init(
        .request, Remedy("tenggat \(report) tidak ditetapkan per periode"),
        fix:
          "laporan itu hanya dihitung, atau mengikuti kejadian: catat kejadian atau perpanjangannya"
      )
    }
  }

  /// The words for a date that the rules do not take.
  init(_ refused: RefusedDate) {
    let sentence = refused.refusal.sentence(about: refused.subject)
    self.init(.request, Remedy(sentence.what), fix: sentence.fix)
  }

  /// The words for a file of the office, a calendar or its settings, that cannot be changed safely.
  init(_ refusal: CalendarRefusal) {
    let (place, what, fix): (SourcePlace, Remedy, String)
    switch refusal {
    case .inBrackets(let list):
      (place, what) = (
        list, "daftar ini ditulis dalam kurung, tidak dapat ditambah tanpa mengubah tulisan Anda"
      )
      fix =
        list.isOfSettings
        ? "tulis satu entri tiap baris, diawali '- ', lalu ulangi"
        : "tulis satu entri tiap baris '- laporan: ...' di bawah 'ditetapkan:', lalu ulangi"
    case .textBlock(let value):
      (place, what) = (
        value, "nilai ini ditulis di bawah | atau >, tidak dapat diganti dengan aman"
      )
      fix = "tulis dalam satu baris, lalu ulangi"
    case .otherMeaning(let file):
      (place, what) = (
        file, "berkas ini tidak dapat diubah tanpa mengubah arti isinya yang lain"
      )
      fix =
        file.isOfSettings
        ? "ubah sendiri dengan penyunting teks, lalu jalankan: tenggat periksa"
        : "tulis sendiri entrinya di bawah 'ditetapkan:', lalu jalankan: tenggat periksa"
    case .link(let name):
      (place, what) = (
        SourcePlace(file: name), "berkas ini tautan simbolis, yang akan tergantikan"
      )
      fix = "ubah berkas aslinya, atau salin ke sini, lalu ulangi"
    case .otherRegion(let name):
      (place, what) = (SourcePlace(file: name), "berkas ini berlaku untuk wilayah lain")
      fix = "perbaiki 'wilayah' di dalamnya, atau beri berkas itu nama lain, lalu ulangi"
    }
    self.init(.data, at: place, what, fix: Remedy("\(fix); tidak ada yang ditulis"))
  }
}

extension SourcePlace {
  /// Whether it is in the office's settings.
  fileprivate var isOfSettings: Bool { file == Workspace.officeFile }
}
