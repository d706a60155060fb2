package import DurableFiles

extension FileFailure.Kind {
  /// What it is called.
  package var word: String {
    switch self {
    case .folder: "folder"
    case .symbolicLink: "tautan simbolik"
    case .pipe: "pipa"
    case .device: "berkas perangkat"
    case .socket: "soket"
    case .other: "jenis lain"
    }
  }
}
