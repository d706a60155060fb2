internal import ComplianceModel
internal import SystemPackage
internal import Wording

/// The words for the programs beside this one.
extension Objection {
  /// A program that is in none of its places.
  static func missing(
    _ name: String, in places: [FilePath], so consequence: String
  ) -> Objection {
    Objection(
      .unavailable, "program \(name) tidak ada, sehingga \(consequence)",
      fix: Remedy(
        "pasang di samping tenggat: \(places.map(\.string).joined(separator: ", atau "))"))
  }

  /// A program that does not start: a library is missing, as it says itself.
  static func unusable(
    _ name: String, _ complaint: String, library: String, packages: String
  ) -> Objection {
    Objection(
      .unavailable,
      Remedy(
        "program \(name) tidak dapat dijalankan" + (complaint.isEmpty ? "" : " (\(complaint))")),
      fix: "pasang pustaka \(library) (Debian: apt-get install \(packages)), lalu ulangi")
  }
}
