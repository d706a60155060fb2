internal import Compliance
internal import ComplianceModel
internal import Deeds
internal import PlainText
internal import Workspace
internal import Wording

extension CommandFailure {
  /// The sentence for a date that a letter sets and that cannot be set.
  init(_ refused: SetDueDate.Refused) {
    self =
      switch refused {
      case .letterNotALine:
        .usage(
          "--surat kosong, atau lebih dari satu baris",
          fix: "tulis suratnya dalam satu baris, misalnya 'Sekda 100/1/Pem, 5 Januari 2026'")
      case .noDateToSet(let report):
        .usage(
          "tenggat \(report) tidak ditetapkan per periode",
          fix: "laporan itu hanya dihitung, atau mengikuti kejadian: catat kejadian atau "
            + "perpanjangannya")
      }
  }

  /// The sentence for a date that the rules do not take.
  init(_ refused: RefusedDate) {
    let sentence = refused.refusal.sentence(about: refused.subject)
    self = .usage(sentence.what, fix: sentence.fix.spelled)
  }

  /// The sentence for a calendar file that cannot be changed safely.
  init(_ refusal: CalendarRefusal) {
    self =
      switch refusal {
      case .inBrackets(let place):
        CommandFailure(
          place,
          "daftar ini ditulis dalam kurung, tidak dapat ditambah tanpa mengubah tulisan Anda",
          fix: "tulis satu entri tiap baris '- laporan: ...' di bawah 'ditetapkan:', lalu ulangi")
      case .textBlock(let place):
        CommandFailure(
          place, "nilai ini ditulis di bawah | atau >, tidak dapat diganti dengan aman",
          fix: "tulis dalam satu baris, lalu ulangi")
      case .otherMeaning(let place):
        CommandFailure(
          place, "berkas ini tidak dapat diubah tanpa mengubah arti isinya yang lain",
          fix: "tulis sendiri entrinya di bawah 'ditetapkan:', lalu jalankan: tenggat periksa")
      case .link(let name):
        CommandFailure(
          SourcePlace(file: name), "berkas ini tautan simbolis, yang akan tergantikan",
          fix: "ubah berkas aslinya, atau salin ke sini, lalu ulangi")
      case .otherRegion(let name):
        CommandFailure(
          SourcePlace(file: name), "berkas ini berlaku untuk wilayah lain",
          fix: "perbaiki 'wilayah' di dalamnya, atau beri berkas itu nama lain, lalu ulangi")
      }
  }

  /// A calendar that was not changed, with the place in it.
  private init(_ place: SourcePlace, _ what: String, fix: String) {
    let line = place.line > 0 ? ":\(place.line):\(place.column)" : ""
    self.init(
      .data,
      lines: ["\(place.file)\(line): galat: \(what); \(fix); tidak ada yang ditulis"])
  }
}
