internal import ComplianceModel
internal import DurableFiles
internal import PlainText
internal import SystemPackage
internal import Workspace

/// Why a message was not sent, as the users of this module read it.
///
/// None of these sentences holds a secret, an address or anything of a message but its person.
enum ChannelSentence {
  // MARK: The message

  static let badIdentifier = "nomor pesan bukan huruf, angka, titik dan tanda hubung"
  static func noAddress(_ person: String) -> String {
    "kontak \(person.singleLine) untuk saluran ini belum ada; isi di kantor.yaml"
  }
  static func badMailAddress(_ person: String) -> String {
    "kontak \(person.singleLine) bukan satu alamat surel; perbaiki di kantor.yaml"
  }
  static func badNumber(_ person: String) -> String {
    "kontak \(person.singleLine) bukan nomor telepon (08... atau 62...); perbaiki di kantor.yaml"
  }
  static let badSender = "pengirim (dari) bukan alamat surel; perbaiki di kantor.yaml"

  // MARK: Secrets

  static func noVariable(_ name: String) -> String {
    "variabel lingkungan \(name.singleLine) belum diisi"
  }
  static func secretIsEmpty(_ place: String) -> String { "\(place.singleLine) kosong" }
  static func secretFile(_ path: String, _ failure: FileFailure) -> String {
    "berkas rahasia \(path.singleLine) tidak dapat dibaca: \(cause(failure))"
  }

  // MARK: Output and files

  static let outputFailed = "keluaran tidak dapat ditulis"
  static func dropFailed(_ folder: String, _ error: any Error) -> String {
    "pesan tidak dapat ditaruh di folder \(folder.singleLine): \(cause(error))"
  }

  // MARK: Programs

  static let noCommand = "perintah saluran ini kosong; isi di kantor.yaml"
  static func argumentLooksLikeOption(_ template: String) -> String {
    "isian untuk \(template.singleLine) diawali tanda hubung dan dapat disangka opsi perintah"
  }
  static func programNotFound(_ program: String) -> String {
    "program \(program.singleLine) tidak ada atau tidak boleh dijalankan"
  }
  static func programNotStarted(_ program: String) -> String {
    "program \(program.singleLine) tidak dapat dijalankan"
  }
  static func programTookTooLong(_ program: String, seconds: Int) -> String {
    "program \(program.singleLine) belum selesai dalam \(seconds) detik dan dihentikan"
  }
  static func programKilled(_ program: String, signal: Int) -> String {
    "program \(program.singleLine) terhenti oleh sinyal \(signal)"
  }
  static func programFailed(_ program: String, code: Int, complaint: String) -> String {
    let told = complaint.isEmpty ? "" : ": \(complaint)"
    return "program \(program.singleLine) gagal (kode \(code))\(told)"
  }
  static func programFailedForNow(_ program: String, complaint: String) -> String {
    let told = complaint.isEmpty ? "" : ": \(complaint)"
    return "program \(program.singleLine) gagal untuk sementara (kode 75)\(told)"
  }

  // MARK: Webhooks

  static let templateIsNotJSON = "templat webhook bukan JSON; perbaiki di kantor.yaml"
  static let webhookURLIsNone = "alamat webhook bukan http:// atau https:// yang utuh"
  static func headerIsNone(_ name: String) -> String {
    "isi kepala \(name.singleLine) bukan satu baris teks ASCII"
  }
  static let webhookUnreachable =
    "server webhook tidak dapat dihubungi (nama, jaringan atau sertifikatnya)"
  static let webhookUnreachableInTime = "server webhook tidak dapat dihubungi tepat waktu"
  static let webhookTooSlow = "server webhook tidak menjawab tepat waktu"
  static let noNetworkProgram =
    "program jaringan tenggat-jaringan tidak ada di samping tenggat maupun di ../libexec/tenggat, "
    + "sehingga tidak ada yang terkirim; pasang program itu"
  static let networkProgramRefused =
    "program jaringan tenggat-jaringan tidak memahami permintaannya atau tidak dapat dimuat, sehingga "
    + "tidak ada yang terkirim; pasang keduanya dari rilis yang sama"
  static let networkProgramBroke =
    "program jaringan tenggat-jaringan berhenti tanpa memberi tahu hasilnya"
  static let webhookBrokeOff = "server webhook memutus sambungan sebelum menjawab"
  static func webhookBrokeOffInAnswer(_ status: Int) -> String {
    "server webhook menjawab \(status), lalu memutus sambungan sebelum jawabannya selesai"
  }
  static func webhookAnswers(_ status: Int) -> String { "server webhook menjawab \(status)" }
  static func webhookRefuses(_ status: Int, hasReason: Bool) -> String {
    "server webhook menolak pesan (jawaban \(status))\(hasReason ? "" : " tanpa alasan")"
  }
  static func webhookRedirects(_ status: Int) -> String {
    "server webhook mengalihkan (\(status)) dan pengalihan tidak diikuti; "
      + "pakai alamat tujuannya, kecuali itu halaman masuk jaringan (hotspot)"
  }
  static func webhookAnswersPage(_ status: Int) -> String {
    "jawaban \(status) dari server webhook adalah halaman web, bukan jawaban layanan; mungkin jaringan "
      + "(hotspot) ini minta masuk dahulu"
  }
  static func webhookAnswersNothing(_ status: Int) -> String {
    "server webhook menjawab \(status) tanpa isi, \(unknownAnswer)"
  }
  static func webhookAnswersText(_ status: Int, _ text: String) -> String {
    "server webhook menjawab \(status) bukan dengan JSON (\(text)), \(unknownAnswer)"
  }
  static func webhookAnswersTooMuch(_ status: Int) -> String {
    "jawaban \(status) dari server webhook terlalu panjang untuk dibaca, \(unknownAnswer)"
  }
  private static let unknownAnswer =
    "sehingga tidak diketahui apakah pesan diterima; bila jawaban itu benar, tulis "
    + "'diterima_bila: apa-saja' pada saluran ini di kantor.yaml"

  /// What to do about a status; `nil` where it says too little.
  static func advice(_ status: Int) -> String? {
    switch status {
    case 401, 403: "periksa token atau kunci saluran ini"
    case 404, 405, 410: "periksa alamat saluran ini (url)"
    case 413: "pendekkan 'badan' saluran ini"
    case 511: "jaringan (hotspot) ini minta masuk dahulu"
    default: nil
    }
  }

  private static func cause(_ failure: FileFailure) -> String {
    switch failure.reason {
    case .locked: "sedang dipakai proses lain"
    case .notRegular(.folder): "itu folder"
    case .notRegular, .link: "bukan berkas biasa"
    case .unclear: "tidak diketahui apakah tersimpan"
    case .danglingLink: "tautan ke berkas yang tidak ada"
    case .tooLarge(let limit): "lebih besar dari \(limit >> 10) KB"
    case .changed: "berubah selagi dibaca"
    case .foreign: "tautan milik pengguna lain"
    case .laterForm: "ditulis program yang lebih baru"
    case .system(let errno):
      switch errno {
      case .noSuchFileOrDirectory: "tidak ada"
      case .permissionDenied, .notPermitted: "tidak diizinkan"
      case .readOnlyFileSystem: "hanya dapat dibaca"
      case .noSpace: "penyimpanan penuh"
      case .diskQuotaExceeded: "kuota penuh"
      case .isDirectory: "itu folder"
      case .notDirectory, .fileExists: "bukan folder"
      default: "\(errno)"
      }
    }
  }

  static func heartbeatFile(_ path: String, _ error: any Error) -> String {
    "berkas detak \(path) tidak dapat ditulis: \(cause(error))"
  }

  private static func cause(_ error: any Error) -> String {
    switch error {
    case let failure as FileFailure: cause(failure)
    case let refusal as OutputRefusal: "\(refusal.sentence); \(refusal.remedy)"
    default: "\(error)"
    }
  }

  static let heartbeatPage =
    "jawabannya halaman web; mungkin jaringan (hotspot) ini minta masuk dahulu"

  static func heartbeat(_ reason: String) -> String { "detak tidak terkirim: \(reason)" }
}
