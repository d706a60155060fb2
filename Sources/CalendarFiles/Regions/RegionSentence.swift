internal import CivilCalendar
internal import ComplianceModel

/// What can be wrong in a table of regions, with its sentences in Indonesian.
enum RegionSentence {
  case header
  case row
  case utf16
  case codeAsNumber(String)
  case columnOfWorth(String)
  case noVillage(String)
  case repeated(String, line: Int)
  case nameEmpty(String)
  // Rows that do not agree with each other.
  case gap(String, through: CivilDate, since: CivilDate)
  case otherLevel(String)
  case ownCode(String)
  case withoutStart(String)
  case stillThere(String, line: Int, since: CivilDate)
  case twoSuccessors(String, line: Int)
  case merged(String, String)
  /// A sentence of every file that people write.
  case common(CalendarSentence)

  /// What is wrong.
  var what: String {
    switch self {
    case .header: "baris judul harus menyebut kolom 'kode' dan 'nama'"
    case .row: "baris ini bukan 'kode,nama' dengan kode wilayah yang benar"
    case .utf16: "berkas ini teks UTF-16, bukan UTF-8"
    case .codeAsNumber(let text):
      "'\(text)' bukan kode wilayah: lembar kerja mengubahnya menjadi bilangan"
    case .columnOfWorth(let heading):
      "kolom '\(heading)' dapat mengubah arti baris, dan tidak dibaca"
    case .noVillage(let code):
      "\(code) bukan kode desa (2xxx, 3xxx) atau kelurahan (1xxx)"
    case .repeated(let code, let line): "kode \(code) sudah ada di baris \(line)"
    case .nameEmpty(let code): "nama wilayah \(code) kosong"
    case .gap(let code, let through, let since):
      "\(code) berakhir \(through.indonesian), padahal penerusnya baru mulai \(since.indonesian)"
    case .otherLevel(let code): "kode dahulu \(code) bukan dari tingkat wilayah yang sama"
    case .ownCode(let code):
      "dahulu menyebut kode baris ini sendiri, \(code), tanpa baris nama lamanya"
    case .withoutStart(let code): "ada kode dahulu (\(code)), tetapi 'sejak' kosong"
    case .stillThere(let code, let line, let since):
      "kode dahulu \(code) (baris \(line)) masih berlaku pada \(since.indonesian)"
    case .twoSuccessors(let code, let line):
      "kode dahulu \(code) sudah diteruskan oleh baris \(line)"
    case .merged(let first, let second):
      "kode dahulu \(first) dan \(second) berlaku bersamaan: dua unit tidak dapat diteruskan satu baris"
    case .common(let sentence): sentence.what
    }
  }

  /// How to mend it.
  var remedy: Remedy {
    switch self {
    case .header: "tulis baris pertama, misalnya: kode,nama"
    case .row: "tulis misalnya 63.05.12.2001,Tarungin"
    case .utf16: "simpan ulang sebagai CSV UTF-8"
    case .codeAsNumber:
      "jadikan kolom kode berformat Teks, lalu ketik ulang kodenya bertitik, misalnya 63.05.12.2001"
    case .columnOfWorth:
      "hapus kolom itu; unit yang berakhir diberi tanggal pada kolom 'sampai'"
    case .noVillage: "pakai kode Kemendagri, bukan kode BPS"
    case .repeated: "hapus salah satunya; untuk nama lama isi 'sampai', untuk nama baru 'sejak'"
    case .nameEmpty: "isi namanya"
    case .gap: "samakan: 'sampai' sehari sebelum 'sejak' penerusnya"
    case .otherLevel: "desa diteruskan desa, kecamatan diteruskan kecamatan; perbaiki kodenya"
    case .ownCode(let code):
      "tambahkan baris \(code) dengan nama lama dan 'sampai', atau kosongkan 'dahulu'"
    case .withoutStart: "isi 'sejak' dengan hari pertama kode yang baru"
    case .stillThere(let code, let line, let since):
      "isi 'sampai' baris \(line) dengan \(since.adding(days: -1)); bila \(code) tetap ada "
        + "(pemekaran), kosongkan 'dahulu'"
    case .twoSuccessors:
      "tulis 'dahulu' hanya pada satu penerus; desa baru dari pemekaran tanpa 'dahulu'"
    case .merged: "tulis satu saja yang diteruskan; yang lain cukup diberi 'sampai'"
    case .common(let sentence): sentence.remedy
    }
  }
}
