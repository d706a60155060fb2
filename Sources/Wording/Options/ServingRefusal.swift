internal import ComplianceModel
package import SystemPackage
internal import Workspace

/// A reason why the pages are not served as they are asked for, as data; the front says how options are spelled.
package enum ServingRefusal: Objecting {
  /// A number that is no port.
  case notAPort(Int, option: String)
  /// The place to listen at is no address.
  case notAHost(String, option: String)
  /// A proxy is no address.
  case notAProxy(String, option: String)
  /// A name that is none of a computer.
  case notAName(String, option: String)
  /// A path that is none.
  case notAPath(String, option: String)
  /// A log in a file, where there is no workspace yet.
  case logWithoutWorkspace(option: String)
  /// Others could open the pages, and there is no user; how one is added, and the way without.
  case noUsers(adding: String, tunnel: String)
  /// Others could open the pages, and read the passwords on the way.
  case unencrypted(certificate: String, key: String, proxies: String)
  /// Others could open the pages, and their name is not known.
  case nameless(option: String)
  /// The program that serves them is in none of its places, or does not start.
  case noProgram([FilePath], Errno)

  package var objections: [Objection] {
    switch self {
    case .notAPort(let port, let option):
      [request("\(option) \(port) bukan port", "tulis bilangan dari 0 sampai 65535")]
    case .notAHost(let text, let option):
      [
        request(
          "\(option) '\(text)' bukan alamat IP",
          "tulis misalnya 127.0.0.1, atau 0.0.0.0 untuk semua alamat komputer ini")
      ]
    case .notAProxy(let text, let option):
      [
        request(
          "\(option) '\(text)' bukan alamat IP",
          "tulis alamat proksinya, misalnya 127.0.0.1; beberapa dipisah koma")
      ]
    case .notAName(let text, let option):
      [
        request(
          "\(option) '\(text)' bukan nama komputer",
          "tulis namanya saja, misalnya kantor.contoh.go.id, tanpa https:// dan tanpa port")
      ]
    case .notAPath(let text, let option):
      [request("\(option) '\(text)' bukan jalur", "tulis misalnya /tenggat")]
    case .logWithoutWorkspace(let option):
      [request("\(option) tanpa ruang kerja", "buat dahulu ruang kerjanya, atau pakai -")]
    case .noUsers(let adding, let tunnel):
      [
        exposed(
          "belum ada pengguna", "tambahkan dengan '\(adding)', atau pakai terowongan: \(tunnel)")
      ]
    case .unencrypted(let certificate, let key, let proxies):
      [
        exposed(
          "sandi akan terbaca di jalan",
          "sebut \(certificate) dan \(key), atau \(proxies) dengan alamat proksi yang bersertifikat"
        )
      ]
    case .noProgram(let places, let errno):
      [
        Objection(
          .unavailable,
          Remedy(
            "program \(places.first?.lastComponent?.string ?? "") tidak dapat dijalankan "
              + "(\(errno.indonesian))"),
          fix: Remedy(
            "pasang di samping tenggat: \(places.map(\.string).joined(separator: ", atau "))"))
      ]
    case .nameless(let option):
      [
        exposed(
          "namanya belum disebut",
          "sebut \(option), misalnya \(option) kantor.contoh.go.id, atau alamat yang dibuka orang")
      ]
    }
  }

  private func request(_ what: String, _ fix: String) -> Objection {
    Objection(.request, Remedy(what), fix: Remedy(fix))
  }

  /// What would be unsafe as soon as other computers can open the pages.
  private func exposed(_ what: String, _ fix: String) -> Objection {
    Objection(
      .settings, Remedy("halaman akan dapat dibuka dari komputer lain, dan \(what)"),
      fix: Remedy(fix))
  }
}
