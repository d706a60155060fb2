internal import Answers
internal import CivilCalendar
internal import ComplianceModel
internal import Exchange
internal import HTTPTypes
internal import Wording
internal import Workspace

/// Why a page cannot be shown, for people.
struct Trouble: Sendable {
  /// One thing that is wrong.
  struct Item: Sendable {
    /// Where: `kantor.yaml:12:3`; `nil` where it is in no file.
    let place: String?
    /// What is wrong.
    let what: String
    /// How to mend it.
    let remedy: String
  }

  /// The name of its template.
  static let template = "galat"

  /// The status of the answer.
  let status: HTTPResponse.Status
  /// What happened.
  let title: String
  /// What is wrong, at least one thing.
  let items: [Item]

  init(_ status: HTTPResponse.Status, _ title: String, _ items: [Item]) {
    self.status = status
    self.title = title
    self.items = items
  }

  init(
    _ status: HTTPResponse.Status, _ title: String, _ what: String, remedy: String
  ) {
    self.init(status, title, [Item(place: nil, what: what, remedy: remedy)])
  }

  /// A request under a name that is not this computer's.
  static let strangeName = Trouble(
    .misdirectedRequest, "Alamat tidak dikenal",
    "halaman ini hanya untuk komputer tempat tenggat dijalankan",
    remedy: "buka alamat yang ditulis 'tenggat layani'")
  /// A request that would change something, where no form is taken.
  static let noSuchForm = Trouble(
    .methodNotAllowed, "Formulir tidak ada",
    "tidak ada formulir di alamat ini; tidak ada yang ditulis",
    remedy: "isi formulir dari halamannya")
  /// A request under a name that is none of the office's.
  static let strangeHost = Trouble(
    .misdirectedRequest, "Alamat tidak dikenal", "nama server ini bukan yang dilayani",
    remedy: "buka alamat yang diberikan kantor")
  /// A request that could be read on the way.
  static let readable = Trouble(
    .forbidden, "Sambungan tidak aman", "halaman ini hanya dikirim lewat sambungan terenkripsi",
    remedy: "buka alamatnya dengan https")
  /// A form of someone who is not in any more.
  static let loggedOut = Trouble(
    .unauthorized, "Anda sudah keluar",
    "sesi Anda berakhir sebelum formulir ini diterima; tidak ada yang ditulis",
    remedy: "masuk lagi, lalu kirim lagi")
  /// A login where there are no users.
  static let nobodyToLogIn = Trouble(
    .forbidden, "Belum ada pengguna", "belum ada seorang pun yang dapat masuk",
    remedy: "tambahkan dengan 'tenggat pengguna tambah' di komputer kantor")
  /// An operator whose desa are not watched.
  static let noVillage = Trouble(
    .forbidden, "Desa tidak dipantau", "desa dari akun Anda tidak dipantau di sini",
    remedy: "minta pengelola menambahkan lagi akun Anda dengan desanya yang sekarang")
  /// A form that no page of this server sent.
  static let strangeForm = Trouble(
    .forbidden, "Formulir tidak diterima",
    "formulir ini tidak dikirim dari halaman yang sedang dibuka di sini; tidak ada yang ditulis",
    remedy: "buka halamannya lagi, isi, lalu kirim")
  /// A page or a form that is not for the visitor's role.
  static let notAllowed = Trouble(
    .forbidden, "Tidak diizinkan", "peran Anda tidak mencakup ini",
    remedy: "minta pengelola bila seharusnya bisa")
  /// A form on a page about another day.
  static let notToday = Trouble(
    .unprocessableContent, "Bukan hari ini",
    "halaman tentang hari lain hanya untuk dibaca; tidak ada yang ditulis",
    remedy: "buka halaman yang sama tanpa 'per' di alamatnya")
  /// What was filled in and is no longer kept.
  static let noSuchDraft = Trouble(
    .gone, "Isian sudah tidak ada",
    "isian menunggu paling lama satu jam, dan hilang bila halaman dihentikan; tidak ada yang ditulis",
    remedy: "isi lagi dari halaman kewajibannya")
  /// Nothing was ticked.
  static let nothingTicked = Trouble(
    .unprocessableContent, "Belum ada yang dicentang",
    "tidak ada dokumen yang dicentang; tidak ada yang ditulis",
    remedy: "centang dokumennya di halaman Desa, lalu tekan Catat yang dicentang")
  /// No file was ticked.
  static let noFileTicked = Trouble(
    .unprocessableContent, "Belum ada yang dicentang",
    "tidak ada berkas yang dicentang; tidak ada yang ditulis",
    remedy: "centang berkasnya di halaman Masuk, lalu tekan Periksa yang dicentang")
  /// No file was chosen to be sent.
  static let noFileSent = Trouble(
    .unprocessableContent, "Belum ada berkas",
    "tidak ada berkas yang dipilih; tidak ada yang ditulis",
    remedy: "pilih berkasnya di halaman Masuk, lalu kirim")
  /// Several tables at once.
  static let severalTables = Trouble(
    .unprocessableContent, "Satu tabel sekali kirim",
    "lebih dari satu tabel dipilih; tidak ada yang ditulis", remedy: "kirim satu per satu")
  /// More files than are looked at together.
  static let tooManyFiles = Trouble(
    .contentTooLarge, "Terlalu banyak berkas",
    "paling banyak \(FilingDesk.most) berkas diperiksa sekaligus; tidak ada yang ditulis",
    remedy: "kirim atau centang lebih sedikit, lalu ulangi")
  /// A file of the drop folder that is there no more.
  static let noSuchFile = Trouble(
    .notFound, "Berkas sudah tidak ada",
    "berkas itu sudah dicatat, dipindahkan, atau dihapus; tidak ada yang ditulis",
    remedy: "buka halaman Masuk lagi")
  /// Evidence that no row has.
  static let noSuchEvidence = Trouble(
    .notFound, "Bukti tidak ada", "tidak ada bukti di alamat ini",
    remedy: "pilih dari baris buku di halaman kewajibannya")
  /// A body that is no form.
  static let noForm = Trouble(
    .badRequest, "Formulir tidak dimengerti",
    "yang dikirim bukan formulir yang utuh; tidak ada yang ditulis",
    remedy: "buka halamannya lagi, isi, lalu kirim")
  /// A form with more than is taken.
  ///
  /// - Parameter most: The bytes that are taken.
  /// - Returns: The trouble.
  static func tooLarge(_ most: Int) -> Trouble {
    Trouble(
      .contentTooLarge, "Terlalu besar",
      "yang dikirim lebih dari \(most >> 20) MB; tidak ada yang ditulis",
      remedy: "kirim lebih sedikit sekaligus, atau kecilkan hasil pindaiannya")
  }
  /// A calendar that cannot be made now, which says nothing of why: it is shown to people who have not logged in.
  static let noCalendar = Trouble(
    .serviceUnavailable, "Kalender belum dapat dibuat", "kalender ini sedang tidak dapat dibuat",
    remedy: "coba lagi nanti; bila tetap, beri tahu kantor")
  /// Too many requests that came to nothing.
  ///
  /// - Parameter rest: How long to wait.
  /// - Returns: The trouble.
  static func mustWait(_ rest: Duration) -> Trouble {
    Trouble(
      .tooManyRequests, "Terlalu banyak percobaan",
      "alamat yang tidak ada terlalu sering diminta dari tempat ini",
      remedy: "tunggu \(rest.components.seconds + 1) detik, lalu coba lagi")
  }
  /// A path that no page has.
  static let noSuchPage = Trouble(
    .notFound, "Halaman tidak ada", "tidak ada halaman di alamat ini",
    remedy: "pilih halaman dari daftar di atas")
  /// An obligation that nobody has.
  static let noSuchObligation = Trouble(
    .notFound, "Kewajiban tidak ada",
    "tidak ada kewajiban dengan unit, laporan, dan periode ini",
    remedy: "pilih dari Jadwal atau Desa")

  /// An indicator that no register has.
  static let noSuchIndicator = Trouble(
    .notFound, "Indikator tidak ada", "tidak ada indikator dengan kecamatan dan kode ini",
    remedy: "pilih dari IKU")

  /// A file that is not sent.
  ///
  /// - Parameter sentence: Its name, why, and how to mend it.
  init(evidence sentence: String) {
    self.init(
      .unprocessableContent, "Bukti tidak dapat dibuka", sentence,
      remedy: "kembali ke halaman kewajibannya")
  }

  /// A file that waits and is not sent.
  ///
  /// - Parameter reason: Why.
  init(waiting reason: String) {
    self.init(
      .unprocessableContent, "Berkas tidak dapat dibuka", "berkas ini \(reason)",
      remedy: "buka halaman Masuk lagi, atau lihat berkasnya di folder kotak-masuk")
  }

  /// A file of users that cannot be relied on.
  static let faultyUsers = Trouble(
    .internalServerError, "Berkas pengguna harus dibetulkan", "berkas pengguna tidak dapat dipakai",
    remedy: "pengelola menjalankan 'tenggat periksa pengguna' di komputer kantor")
  /// A form of a workspace that is not made yet.
  static let notFounded = Trouble(
    .conflict, "Belum ada ruang kerja", "ruang kerja belum dibuat; tidak ada yang ditulis",
    remedy: "buat dahulu di halaman Mulai")
  /// A letter that is not there: the desa is none of ours, owes nothing late, or no row issued it.
  static let noSuchLetter = Trouble(
    .notFound, "Surat tidak ada", "tidak ada surat di alamat ini",
    remedy: "pilih dari daftar di halaman Surat")
  /// A receipt for what was not handed in.
  static let noSuchReceipt = Trouble(
    .notFound, "Tanda terima tidak ada",
    "tidak ada penyampaian desa di alamat ini, atau sudah dikembalikan atau dibatalkan",
    remedy: "pilih dari baris buku di halaman kewajibannya")
  /// A row that an obligation does not have.
  static let noSuchRow = Trouble(
    .notFound, "Baris tidak ada", "kewajiban ini tidak punya baris itu",
    remedy: "pilih dari baris buku di halaman kewajibannya")
  /// A workbook that the program for it did not make.
  static let noWorkbook = Trouble(
    .serviceUnavailable, "Buku kerja tidak dapat dibuat",
    "program tenggat-lembar tidak ada di komputer ini, atau tidak dapat dijalankan",
    remedy: "minta operator memasangnya di samping tenggat (paket libxlsxwriter4), atau ambil CSV")
  /// A workbook that the program for it did not read.
  static let unreadWorkbook = Trouble(
    .serviceUnavailable, "Buku kerja tidak dapat dibaca",
    "program tenggat-lembar tidak ada di komputer ini, atau tidak dapat dijalankan; tidak ada yang ditulis",
    remedy: "minta operator memasangnya di samping tenggat (paket libxlsxwriter4), atau simpan "
      + "lembarnya sebagai CSV UTF-8 dan kirim itu")
  /// A document that the program for layouts did not bring into one.
  static let noLayout = Trouble(
    .serviceUnavailable, "Profil tidak dapat dipakai",
    "program tenggat-gaya tidak ada di komputer ini, atau tidak dapat dijalankan",
    remedy: "minta operator memasangnya di samping tenggat (paket libxslt1.1), atau ambil XML")
}

/// Trouble that a page itself finds.
struct ShownTrouble: Error {
  let trouble: Trouble
}
