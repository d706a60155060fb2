internal import DurableFiles

extension FileFailure.Kind {
  /// What it is called.
  var indonesian: String {
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
