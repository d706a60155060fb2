internal import CivilCalendar
package import ComplianceModel
internal import PlainText

extension Remedy {
  /// The remedy with its actions as commands and options.
  package var spelled: String { spelled(\.asTyped) }
}

extension RemedyAction {
  /// The command or the option, as it is typed.
  package var asTyped: String {
    switch self {
    case .submit: "tenggat catat"
    case .exempt: "tenggat bebaskan"
    case .foundWorkspace: "tenggat mulai"
    case .chooseWorkspace(let folder): "--ruang \(folder ?? "DIR")"
    case .setToday(let first): "--hari-ini \(first)"
    case .chooseCalendar: "--kalender"
    case .chooseRegionTable: "--wilayah"
    case .backUp: "tenggat cadangkan"
    case .installBackups: "tenggat cadangkan pasang TUJUAN"
    case .chooseOutput: "--keluaran"
    case .overwrite: "--timpa"
    case .recordEvent(let event, let unit):
      "tenggat kejadian \(event) --unit \(unit) --tanggal TANGGAL"
    case .measure: "tenggat iku ukur"
    case .sampleRegister: "tenggat iku contoh"
    case .listIndicators(let year): "tenggat iku" + (year.map { " --tahun \($0)" } ?? "")
    case .issueLetters: "tenggat surat teguran --catat"
    case .listRows: "tenggat riwayat"
    case .void(let row): row.map { "tenggat batalkan '\($0)' --alasan TEKS" } ?? "tenggat batalkan"
    case .restoreLedgers: "tenggat periksa --pulihkan"
    case .markSeen: "tenggat periksa --tandai-dilihat"
    case .setAsideDamage: "tenggat periksa --pulihkan --sisihkan"
    case .takeInRows(let file):
      file.map { "tenggat impor --dari-buku \($0.shellQuoted) --coba" }
        ?? "tenggat impor --dari-buku BUKU"
    case .compareWithCopy: "tenggat periksa --terhadap FOLDER"
    case .compareWithExport: "tenggat periksa --terhadap"
    case .exportXML: "tenggat ekspor xml"
    case .inspect: "tenggat periksa"
    case .freeze(let quarter, let unit):
      "tenggat bekukan \(quarter)" + (unit.map { " --unit \($0)" } ?? "")
    case .setDueDate(let date):
      "tenggat tetapkan LAPORAN PERIODE --tanggal \(date) --surat TEKS"
    case .takeInFiles: "tenggat pindai"
    case .recordFile(let words?): "jalankan: \(words) --berkas BERKAS"
    case .recordFile(nil):
      "tambahkan tanggal penetapannya ke nama lalu catat dengan 'tenggat catat'"
    case .give(let field): field.asTyped
    case .write(let field): "\(field.asTyped) TEKS"
    case .takeInTable: "tenggat impor TABEL"
    case .skipFaultyRows: "--lewati-salah"
    case .passOver(let heading): "--peta \("\(heading)=abaikan".shellQuoted)"
    case .mapColumn(let heading, let column):
      "--peta \("\(heading)=\(column.rawValue)".shellQuoted)"
    case .chooseSheet(let name): "--lembar \(name.shellQuoted)"
    case .fillDown: "--isi-turun"
    case .fillDownDates: "--isi-turun-tanggal"
    case .chooseScale: "--skala"
    case .readLetters: "--huruf"
    case .installReminders: "tenggat ingatkan pasang"
    case .remind: "tenggat ingatkan"
    case .remindAgain: "tenggat ingatkan --ulangi"
    case .listReminders: "tenggat ingatkan riwayat"
    }
  }
}

extension RequestField {
  /// The option or the argument, as it is typed.
  fileprivate var asTyped: String {
    switch self {
    case .report: "LAPORAN"
    case .period: "PERIODE"
    case .measuredPeriod: "--periode"
    case .quarter: "--triwulan"
    case .year: "--tahun"
    case .unit: "--unit"
    case .exceptions: "--kecuali"
    case .date: "--tanggal"
    case .received: "--diterima"
    case .newDue: "--sampai"
    case .evidence: "--berkas"
    case .note: "--catatan"
    case .letter: "--surat"
    case .letterNumber: "--nomor"
    case .firstNumber: "--nomor-awal"
    case .recorder: "--petugas"
    case .reason: "--alasan"
    case .signed: "--ditandatangani"
    case .asOf: "--per"
    case .value: "--nilai"
    case .components: "--komponen"
    case .indicator: "--indikator"
    case .role: "--untuk"
    }
  }
}
