public import LedgerStore

extension EvidenceFault {
  /// What is wrong with a file, to follow its name: `kosong (0 byte)`.
  public var sentence: String {
    switch self {
    case .empty: "kosong (0 byte)"
    case .foreignContent(let ending, let content):
      "bukan \(ending.uppercased()): isinya \(EvidenceFault.name(content))"
    }
  }

  /// How to come to a file that proves something.
  public var remedy: String {
    switch self {
    case .empty: "salin lagi berkas aslinya; salinannya mungkin terputus"
    case .foreignContent(_, .webPage):
      "unduh lagi berkas aslinya; yang tersimpan adalah halaman web, misalnya halaman masuk"
    case .foreignContent(_, .compoundFile):
      "simpan ulang tanpa sandi dari program asalnya, atau pakai akhiran nama yang benar"
    case .foreignContent(_, .other):
      "periksa apakah berkasnya dapat dibuka, lalu salin lagi aslinya"
    case .foreignContent: "beri akhiran nama yang sesuai isinya, atau simpan ulang"
    }
  }

  private static func name(_ content: Content) -> String {
    switch content {
    case .pdf: "PDF"
    case .jpeg: "gambar JPEG"
    case .png: "gambar PNG"
    case .zip: "arsip ZIP atau berkas Office"
    case .compoundFile: "berkas Office lama atau bersandi"
    case .webPage: "halaman web yang disimpan dengan akhiran itu"
    case .other: "tidak dikenali"
    }
  }
}
