internal import ComplianceModel
internal import DurableFiles
internal import SystemPackage
internal import Workspace

extension Objection {
  /// The words for what a file did not let be done.
  init(_ failure: FileFailure) {
    let path = failure.path
    switch failure.reason {
    case .locked:
      self.init(
        .busy, "\(path) sedang dipakai proses lain", fix: "tidak ada yang ditulis; coba lagi")
    case .notRegular(let kind): self.init(irregular: failure, kind.word)
    case .link(let target):
      self.init(irregular: failure, "\(FileFailure.Kind.symbolicLink.word) ke \(target)")
    case .unclear(let errno):
      let cause = errno.map { "\(failure.operation.indonesian) gagal (\($0.indonesian))" }
      self.init(
        .storage,
        Remedy(
          "\(path): \(cause ?? "proses lain menulis pada saat yang sama"), dan yang ditulis tidak dapat "
            + "ditarik kembali: baris ini mungkin tercatat, mungkin tidak"),
        fix: "jalankan '\(do: .inspect)', lalu catat lagi hanya bila barisnya belum ada")
    case .danglingLink:
      self.init(
        .storage, "\(path) bukan berkas biasa, tetapi tautan ke berkas yang tidak ada",
        fix: "perbaiki tujuan tautannya, atau \(Objection.replaced)")
    case .tooLarge, .laterForm: self.init(.data, failure.finding(named: path.string))
    case .changed:
      self.init(
        .storage, "\(path) berubah selagi dibaca",
        fix: "tunggu sampai selesai ditulis, lalu ulangi")
    case .foreign:
      self.init(
        .uncreatable,
        "\(path) adalah tautan yang dibuat pengguna lain, atau menuju folder pengguna lain",
        fix: "ganti dengan folder biasa, atau dengan tautan milik pemilik ruang kerja")
    case .system(let errno):
      let what: Remedy = "\(path): \(failure.operation.indonesian) gagal (\(errno.indonesian))"
      switch failure.operation {
      case .create, .makeFolder: self.init(.uncreatable, what, fix: errno.remedy)
      case .open where errno == .noSuchFileOrDirectory:
        self.init(.missing, what, fix: "periksa nama berkasnya")
      default: self.init(.storage, what, fix: errno.remedy)
      }
    }
  }

  /// What is done about something that stands where a file of the workspace belongs.
  private static let replaced =
    "pindahkan itu, lalu taruh berkasnya sendiri di tempat itu, dari salinan bila ada"

  /// Something that is no regular file.
  ///
  /// One that a person named is to be another one, one of the workspace is to be mended.
  private init(irregular failure: FileFailure, _ kind: String) {
    let what: Remedy = "\(failure.path) bukan berkas biasa, tetapi \(kind)"
    let mend = Objection.replaced
    switch failure.operation {
    case .create, .makeFolder:
      self.init(.uncreatable, what, fix: "tidak ada yang ditulis; \(mend)")
    case .read, .list: self.init(.storage, what, fix: Remedy(mend))
    default: self.init(.missing, what, fix: "sebut berkas yang dapat disalin")
    }
  }
}

extension FileFailure.Operation {
  fileprivate var indonesian: String {
    switch self {
    case .open: "membuka"
    case .create: "membuat berkas"
    case .read: "membaca"
    case .write: "menulis"
    case .sync: "menyimpan ke penyimpanan"
    case .truncate: "memotong"
    case .rename: "mengganti nama"
    case .lock: "mengunci"
    case .makeFolder: "membuat folder"
    case .remove: "menghapus"
    case .list: "membaca isi folder"
    case .inspect: "memeriksa"
    }
  }
}

extension Errno {
  fileprivate var remedy: Remedy {
    switch self {
    case .permissionDenied, .notPermitted, .readOnlyFileSystem:
      "catatan lama tidak berubah; minta izin tulis, lalu ulangi"
    case .noSpace, .diskQuotaExceeded:
      "catatan lama tidak berubah; kosongkan ruang penyimpanan, lalu ulangi"
    case .fileTooLarge:
      "catatan lama tidak berubah; naikkan batasnya (ulimit -f), lalu ulangi"
    case .tooManyOpenFiles:
      "catatan lama tidak berubah; naikkan batasnya (ulimit -n), lalu ulangi"
    default: "catatan lama tidak berubah; periksa folder dan penyimpanannya, lalu ulangi"
    }
  }
}
