internal import CivilCalendar

/// What can be wrong in a file that people write, with its sentences in Indonesian.
enum CalendarSentence {
  case notUTF8
  case nestedTooDeep
  case emptyFile
  case anchor
  case syntax(String)
  case repeatedKey(String)
  case notAMapping
  case notAList
  case notAText
  case unknownKey(String, nearest: String?)
  case missingKey(String)
  case notANumber(String, ClosedRange<Int>)
  case notAChoice(String, [String], nearest: String?)
  case noSuchDate(String)
  case noSuchDayOfYear(String)
  case noSuchMonth(String)
  case noSuchRegionCode(String)
  case noSuchPart(String)
  case emptyValidity
  case noSource
  case unknownShape([String])
  case offsetNeedsOneCount
  case repeatedUnit(String)
  case repeatedReport(String)
  case unknownReport(String, nearest: String?)
  case unknownEvent(String, nearest: String?)
  case unknownDecree(String)
  case ambiguousAlias(String, String, String)
  case noRule(String)
  case twoRulesInForce(String, other: String)
  case quarterContradicts(stated: Int, due: CivilDate)
  case wrongYear(Int, fileYear: Int)
  case dateOutsideYear(String, Int)
  case noWorkingWeek
  case regionHeader
  case regionRow
  case regionRepeated(String, line: Int)
  case regionNameEmpty(String)

  /// What is wrong.
  var what: String {
    switch self {
    case .notUTF8: "berkas ini bukan teks UTF-8"
    case .nestedTooDeep: "susunan berkas ini terlalu dalam"
    case .emptyFile: "berkas ini kosong"
    case .anchor: "jangkar YAML (&nama) tidak dipakai di sini"
    case .repeatedKey(let key): "kunci '\(key)' ditulis dua kali"
    case .syntax(let problem): "bukan YAML yang sah: \(CalendarSentence.syntax(problem))"
    case .notAMapping: "di sini harus ada pasangan kunci dan nilai"
    case .notAList: "di sini harus ada daftar"
    case .notAText: "di sini harus ada teks, tidak boleh kosong"
    case .unknownKey(let key, _): "kunci '\(key)' tidak dikenal"
    case .missingKey(let key): "kunci '\(key)' belum ada"
    case .notANumber(let text, let range):
      "'\(text)' bukan bilangan bulat antara \(range.lowerBound) dan \(range.upperBound)"
    case .notAChoice(let text, _, _): "'\(text)' bukan salah satu pilihan"
    case .noSuchDate(let text): "'\(text)' bukan tanggal yang ada"
    case .noSuchDayOfYear(let text): "'\(text)' bukan tanggal yang ada dalam setahun"
    case .noSuchMonth(let text): "'\(text)' bukan nama bulan"
    case .noSuchRegionCode(let text): "'\(text)' bukan kode wilayah"
    case .noSuchPart(let text): "laporan ini tidak memiliki periode '\(text)'"
    case .emptyValidity: "masa berlaku berakhir sebelum dimulai"
    case .noSource: "dasar hukum belum disebut"
    case .unknownShape(let keys): "bentuk tenggat tidak dikenal (\(keys.joined(separator: ", ")))"
    case .offsetNeedsOneCount: "tenggat ini harus memuat satu hitungan dan satu titik awal"
    case .repeatedUnit(let code): "unit \(code) disebut dua kali"
    case .repeatedReport(let code): "laporan '\(code)' disebut dua kali dalam berkas ini"
    case .unknownReport(let code, _): "laporan '\(code)' tidak dikenal"
    case .unknownEvent(let code, _): "kejadian '\(code)' tidak dikenal"
    case .unknownDecree(let name): "dasar '\(name)' tidak ada dalam daftar dasar berkas ini"
    case .ambiguousAlias(let name, let first, let second):
      "nama '\(name)' dipakai oleh \(first) dan \(second)"
    case .noRule(let code): "laporan '\(code)' wajib, tetapi tidak punya aturan tenggat"
    case .twoRulesInForce(let code, let other):
      "dua aturan \(code) berlaku pada saat yang sama (yang lain di \(other))"
    case .quarterContradicts(let stated, let due):
      "aturan ini menyebut TW\(stated), padahal tenggatnya jatuh pada \(due.indonesian)"
    case .wrongYear(let year, let fileYear):
      "tahun \(year) tidak sesuai dengan nama berkas (\(fileYear))"
    case .dateOutsideYear(let date, let year): "tanggal \(date) tidak berada dalam tahun \(year)"
    case .noWorkingWeek: "minggu kerja belum diisi"
    case .regionHeader: "baris judul harus tepat 'kode,nama'"
    case .regionRow: "baris ini bukan 'kode,nama' dengan kode wilayah yang sah"
    case .regionRepeated(let code, let line): "kode \(code) sudah ada di baris \(line)"
    case .regionNameEmpty(let code): "nama wilayah \(code) kosong"
    }
  }

  /// How to mend it.
  var remedy: String {
    switch self {
    case .notUTF8: "simpan ulang berkas sebagai UTF-8"
    case .nestedTooDeep: "susun ulang seperti contoh di dokumentasi kalender"
    case .emptyFile: "isi berkas, atau hapus bila tidak dipakai"
    case .anchor: "tulis isinya di tempatnya, atau apit teksnya dengan tanda kutip"
    case .repeatedKey: "hapus salah satunya"
    case .syntax: "periksa tanda titik dua, lekuk baris, dan tanda kutip di sekitar baris ini"
    case .notAMapping: "tulis sebagai 'kunci: nilai'"
    case .notAList: "tulis tiap butir diawali '- ', atau dalam tanda [ ]"
    case .notAText: "isi teksnya, atau hapus kuncinya"
    case .unknownKey(_, let nearest): CalendarSentence.meant(nearest, else: "hapus kunci ini")
    case .missingKey(let key): "tambahkan '\(key): ...'"
    case .notANumber: "tulis angkanya saja"
    case .notAChoice(_, let words, let nearest):
      CalendarSentence.meant(nearest, else: "pilih salah satu: \(words.joined(separator: ", "))")
    case .noSuchDate: "tulis tanggal sebagai tttt-bb-hh, misalnya 2026-03-31"
    case .noSuchDayOfYear: "tulis tanggal dan bulan, misalnya 31 Maret"
    case .noSuchMonth: "tulis nama bulan, misalnya Juli"
    case .noSuchRegionCode: "tulis kode bertitik dalam tanda kutip, misalnya \"63.05.12\""
    case .noSuchPart: "pakai S1-S2, TW1-TW4, atau 01-12 sesuai periode laporannya"
    case .emptyValidity: "tukar tanggal 'sejak' dan 'sampai'"
    case .noSource: "sebut undang-undang atau surat yang menetapkannya"
    case .unknownShape: "pakai salah satu bentuk tenggat di dokumentasi kalender"
    case .offsetNeedsOneCount:
      "tulis misalnya { setelah: akhir-periode, hari_kerja: 10 }"
    case .repeatedUnit, .repeatedReport: "gabungkan menjadi satu"
    case .unknownReport(_, let nearest):
      CalendarSentence.meant(nearest, else: "periksa kodenya, atau lengkapi nama dan periodenya")
    case .unknownEvent(_, let nearest):
      CalendarSentence.meant(nearest, else: "daftarkan di bagian 'kejadian'")
    case .unknownDecree: "tambahkan di bagian 'dasar'"
    case .ambiguousAlias: "hapus alias itu dari salah satu laporan"
    case .noRule: "tambahkan 'aturan' dengan tenggat lokalnya, atau 'wajib: tidak'"
    case .twoRulesInForce: "batasi salah satunya dengan 'berlaku: { sejak: ..., sampai: ... }'"
    case .quarterContradicts: "perbaiki tenggat atau triwulannya"
    case .wrongYear: "samakan tahun dan nama berkas"
    case .dateOutsideYear: "pindahkan ke berkas tahunnya"
    case .noWorkingWeek: "tulis misalnya '- { hari: 5, sejak: 2019-01-01 }'"
    case .regionHeader: "perbaiki baris pertama"
    case .regionRow: "tulis misalnya 63.05.12.2001,Tarungin"
    case .regionRepeated: "hapus salah satunya"
    case .regionNameEmpty: "isi namanya"
    }
  }

  /// What the parser says most often, in Indonesian; the rest in its own words.
  private static func syntax(_ problem: String) -> String {
    switch problem {
    case "mapping values are not allowed in this context": "titik dua di tempat yang salah"
    case "did not find expected key": "di sini seharusnya ada kunci"
    case "could not find expected ':'": "titik dua sesudah kunci tidak ditemukan"
    case "did not find expected ',' or ']'": "tanda ] penutup daftar tidak ditemukan"
    case "did not find expected ',' or '}'": "tanda } penutup tidak ditemukan"
    case "did not find expected '-' indicator": "tanda - butir daftar tidak ditemukan"
    case "but found another document": "satu berkas hanya memuat satu dokumen"
    case "found unexpected end of stream": "tanda kutip tidak ditutup"
    case "found character that cannot start any token":
      "ada huruf yang tidak boleh mengawali nilai (tab, @, atau `)"
    default: problem
    }
  }

  private static func meant(_ nearest: String?, else otherwise: String) -> String {
    nearest.map { "mungkin maksudnya '\($0)'" } ?? otherwise
  }
}
