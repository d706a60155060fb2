internal import CalendarFiles
package import ComplianceModel
package import DurableFiles
package import SystemPackage

/// What cannot be read, as a fault of the file that it is.
extension FileFailure {
  /// Whether what somebody put under the path keeps it from being read, and not the machine: the disk, or
  /// another process at this moment.
  var isOfPlace: Bool {
    switch reason {
    case .notRegular, .link, .danglingLink, .tooLarge, .foreign, .laterForm: true
    case .locked, .changed, .unclear: false
    case .system(let errno):
      [
        .permissionDenied, .notPermitted, .isDirectory, .notDirectory, .tooManySymbolicLinkLevels,
        .fileNameTooLong, .noSuchAddressOrDevice,
      ].contains(errno)
    }
  }

  /// What is wrong, and how to mend it.
  var sentence: CalendarSentence {
    switch reason {
    case .tooLarge(let limit): .tooLarge(limit)
    case .danglingLink:
      .unreadable(
        "bukan berkas biasa, tetapi tautan ke berkas yang tidak ada",
        "perbaiki tujuan tautannya, atau hapus tautannya")
    case .notRegular(let kind):
      .unreadable(
        "bukan berkas biasa, tetapi \(kind.word)",
        "ganti dengan berkas biasa, atau pindahkan dari sini")
    case .link(let target):
      .unreadable(
        "bukan berkas biasa, tetapi \(FileFailure.Kind.symbolicLink.word) ke \(target)",
        "ganti dengan berkas biasa, atau pindahkan dari sini")
    case .changed:
      .unreadable("berubah selagi dibaca", "tunggu sampai selesai ditulis, lalu ulangi")
    case .foreign:
      .unreadable(
        "tautan pengguna lain",
        "ganti dengan folder biasa, atau dengan tautan milik pemilik ruang kerja")
    case .laterForm:
      .unreadable(
        "ditulis tenggat yang lebih baru, dalam bentuk yang belum dikenal",
        "pasang tenggat terbaru; berkas ini tidak diubah")
    case .unclear:
      .unreadable("ditulis proses lain pada saat yang sama", "ulangi")
    case .locked: .unreadable("sedang dipakai proses lain", "tunggu, lalu ulangi")
    case .system(let errno): .unreadable(errno.indonesian, errno.remedyOfReading)
    }
  }

  /// The fault of a file or folder, named as it lies in a workspace.
  package func finding(in folder: FilePath) -> Finding {
    var name = path
    _ = name.removePrefix(folder)
    return finding(named: name.string)
  }

  /// The fault of a file or folder.
  package func finding(named name: String) -> Finding {
    Finding(
      sentence.problem, at: SourcePlace(file: name), sentence.what, fix: sentence.remedy)
  }
}

extension WorkspaceFailure {
  /// Every fault that keeps a workspace from being read, of files named as they lie in it.
  package func findings(in folder: FilePath) -> [Finding] {
    switch self {
    case .configuration(let findings), .data(let findings): findings
    case .file(let failure): [failure.finding(in: folder)]
    case .noProgramFile(let path), .noRegionTable(let path), .noSurvey(let path),
      .noCalendarFile(let path), .noBook(let path), .noCopy(let path), .noWorkspace(let path),
      .workspaceExists(let path), .changed(let path):
      [FileFailure(.open, path, .system(.noSuchFileOrDirectory)).finding(in: folder)]
    case .noProgramData, .unknownKecamatan, .severalKecamatan, .unknownCalendar, .untrusted,
      .openTrustList, .insideWorkspace:
      []
    }
  }
}

extension Errno {
  /// What the kernel said, in the user's language.
  package var indonesian: String {
    switch self {
    case .noSuchFileOrDirectory: "tidak ada"
    case .permissionDenied, .notPermitted: "tidak diizinkan"
    case .readOnlyFileSystem: "hanya dapat dibaca"
    case .noSpace: "penyimpanan penuh"
    case .diskQuotaExceeded: "kuota penuh"
    case .fileExists: "sudah ada"
    case .isDirectory: "itu folder"
    case .notDirectory: "bukan folder"
    case .fileNameTooLong: "nama terlalu panjang"
    case .tooManySymbolicLinkLevels: "tautan melingkar"
    case .fileTooLarge: "melampaui batas ukuran berkas"
    case .badFileDescriptor: "sudah ditutup"
    case .tooManyOpenFiles: "terlalu banyak berkas terbuka"
    case .ioError: "penyimpanan rusak atau terputus"
    default: "\(self)"
    }
  }

  fileprivate var remedyOfReading: Remedy {
    switch self {
    case .permissionDenied, .notPermitted: "beri pengguna ini izin membacanya"
    case .isDirectory: "pindahkan folder itu, lalu taruh berkasnya di sini"
    case .notDirectory: "pindahkan berkas itu, lalu buat foldernya"
    case .tooManySymbolicLinkLevels: "hapus tautannya, lalu taruh berkasnya di sini"
    case .noSuchFileOrDirectory: "kembalikan berkasnya dari cadangan"
    default: "periksa berkas dan penyimpanannya, lalu ulangi"
    }
  }
}
