extension OutputRefusal {
  /// What is wrong with the place.
  public var sentence: String {
    switch reason {
    case .ofWorkspace:
      "\(path) tempat berkas milik ruang kerja, tidak ada yang ditulis ke sana"
    case .notRegular(let kind): "\(path) bukan berkas biasa melainkan \(kind.word)"
    case .severalNames(let count):
      "\(path) mempunyai \(count) nama (tautan keras), tidak ada yang ditimpa"
    case .foreign(let purpose):
      "\(path) sudah ada dan bukan \(purpose.word) buatan Tenggat, tidak ada yang ditimpa"
    }
  }

  /// How to come to a place that is written to.
  public var remedy: String {
    switch reason {
    case .ofWorkspace: "sebut berkas lain, di folder ekspor/ atau di luar ruang kerja"
    case .notRegular: "sebut nama berkas yang belum ada"
    case .severalNames, .foreign: "sebut nama yang belum ada, atau pindahkan dahulu berkas itu"
    }
  }
}

extension OutputPlace.Purpose {
  fileprivate var word: String {
    switch self {
    case .export: "ekspor XML"
    case .layout: "ekspor dengan profil ini"
    case .recap: "rekap XML"
    case .table: "tabel CSV"
    case .calendar: "kalender"
    case .workbook: "buku kerja Excel"
    case .page: "halaman cetak"
    case .register: "register IKU"
    case .heartbeat: "berkas detak"
    case .message: "pesan pengingat"
    case .accessLog: "catatan akses"
    }
  }
}
