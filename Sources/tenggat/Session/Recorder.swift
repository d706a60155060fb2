internal import ComplianceModel
internal import PlainText

/// Who records, for `petugas`: a person's name, or that of a section.
enum Recorder {
  /// The first of several names that is given; one that is no person's is refused, wherever it
  /// comes from.
  ///
  /// - Parameters:
  ///   - named: What `--petugas` says.
  ///   - variable: What `TENGGAT_PETUGAS` says.
  ///   - login: Who is logged in.
  ///   - office: What `kantor.yaml` says.
  /// - Returns: The name.
  /// - Throws: A ``CommandFailure``.
  static func name(
    _ named: String?, variable: String?, login: String?, office: String?
  ) throws -> String {
    if let named { return try checked(named, from: "--petugas") }
    if let variable { return try checked(variable, from: "TENGGAT_PETUGAS") }
    if let login { return try checked(login, from: "USER") }
    if let office { return try checked(office, from: "petugas dalam kantor.yaml") }
    throw CommandFailure.usage(
      "siapa yang mencatat tidak diketahui",
      fix: "sebut namanya dengan --petugas, atau tulis 'petugas: NAMA' dalam kantor.yaml")
  }

  private static func checked(_ name: String, from source: String) throws -> String {
    guard name.nonEmpty != nil else {
      throw CommandFailure.usage("\(source) kosong", fix: "tulis namanya, atau hapus \(source)")
    }
    guard name == name.printable else {
      throw CommandFailure.usage(
        "\(source) memuat karakter kendali atau ganti baris", fix: "tulis nama dalam satu baris")
    }
    guard !RecorderName.isNobody(name) else {
      throw CommandFailure.usage(
        "\(source) '\(name)' bukan nama orang", fix: "tulis nama petugas yang mencatat")
    }
    return name
  }
}
