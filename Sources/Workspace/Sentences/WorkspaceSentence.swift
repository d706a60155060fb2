internal import CivilCalendar
internal import Compliance
package import ComplianceModel

/// What can be wrong with the settings of a workspace, with its sentences in Indonesian.
package enum WorkspaceSentence {
  /// Where the settings are, where no place in them is known.
  package static let officePlace = SourcePlace(file: Workspace.officeFile)

  /// The place at which the settings mention something.
  package static func place(of mention: Office.Mention, in office: Office) -> SourcePlace {
    office.places[mention] ?? officePlace
  }

  /// How to mend a name that is not known: the nearest that is, or what else can be done.
  package static func mend(_ name: String, known: [String], or other: Remedy) -> Remedy {
    nearestMatch(to: name, among: known).map { "mungkin maksudnya '\($0)'" } ?? other
  }

  /// How to mend a role that is not known: those that are likely meant, or all that there are.
  package static func mendRole(for role: String, known: [String]) -> String {
    let likely = Office.likelyRoles(for: role, among: known)
    return likely.isEmpty
      ? "yang ada: \(known.joined(separator: ", "))"
      : "mungkin maksudnya \(choices(likely.map { "'\($0)'" }))"
  }

  /// Words to choose from: `'a'`, `'a' atau 'b'`, `'a', 'b', atau 'c'`.
  private static func choices(_ words: [String]) -> String {
    guard words.count > 2, let last = words.last else { return words.joined(separator: " atau ") }
    return "\(words.dropLast().joined(separator: ", ")), atau \(last)"
  }

  static func unknownCalendar(_ name: String, in office: Office, known: [String]) -> Finding {
    noFile(.unknownCalendar, name, "kalender", at: place(of: .calendar(name), in: office), known)
  }

  static func unknownRegister(_ name: String, in office: Office, known: [String]) -> Finding {
    noFile(
      .unknownRegister, name, "register IKU", at: place(of: .register(name), in: office), known)
  }

  private static func noFile(
    _ problem: WorkspaceProblem, _ name: String, _ kind: String, at place: SourcePlace,
    _ known: [String]
  ) -> Finding {
    Finding(
      problem, at: place, "\(kind) '\(name)' tidak ada",
      fix: mend(
        name, known: known, or: "yang tersedia: \(known.sorted().joined(separator: ", "))"))
  }

  static func unknownReplaced(
    _ name: String, at place: SourcePlace, known: [String]
  ) -> Finding {
    Finding(
      WorkspaceProblem.unknownReplaced, at: place, "register '\(name)' yang digantikan tidak ada",
      fix: mend(name, known: known, or: "perbaiki 'menggantikan'"))
  }

  static func unknownService(_ name: String, at place: SourcePlace, known: [String]) -> Finding {
    Finding(
      WorkspaceProblem.unknownService, at: place, "layanan '\(name)' tidak dikenal",
      fix: mend(
        name, known: known,
        or: "yang ada: \(known.joined(separator: ", ")); untuk layanan lain tulis 'diterima_bila'"))
  }

  static func unknownRole(_ role: String, in office: Office, known: [String]) -> Finding {
    Finding(
      WorkspaceProblem.unknownRole, at: place(of: .role(role), in: office),
      "jabatan '\(role)' tidak dikenal",
      fix: Remedy(mendRole(for: role, known: known)))
  }

  static func unreadableLogo(_ path: String, in office: Office) -> Finding {
    Finding(
      WorkspaceProblem.unreadableLogo, at: place(of: .logo(path), in: office),
      "logo '\(path)' tidak ada atau tidak dapat dibaca",
      fix: "simpan gambarnya di tempat itu dalam ruang kerja, atau hapus 'logo'")
  }

  static func largeLogo(_ path: String, in office: Office) -> Finding {
    Finding(
      WorkspaceProblem.largeLogo, at: place(of: .logo(path), in: office),
      "logo '\(path)' lebih besar dari \(LetterLogo.mostBytes / 1024) KiB",
      fix: "perkecil gambarnya; setiap surat memuatnya")
  }

  static func unfitLogo(_ path: String, in office: Office) -> Finding {
    Finding(
      WorkspaceProblem.unfitLogo, at: place(of: .logo(path), in: office),
      "isi logo '\(path)' bukan gambar PNG, JPEG, atau SVG",
      fix: "simpan ulang gambarnya sebagai PNG, JPEG, atau SVG")
  }

  static func noProfileFile(_ file: String) -> Finding {
    Finding(
      WorkspaceProblem.noProfileFile, at: SourcePlace(file: file), "berkas profil ini tidak ada",
      fix: "tambahkan berkasnya, atau hapus folder profilnya")
  }

  static func unknownZone(_ province: RegionCode) -> Finding {
    Finding(
      WorkspaceProblem.unknownZone, at: SourcePlace(file: "Calendars/kantor/zona-waktu.csv"),
      "zona waktu provinsi \(province) tidak ada", fix: "tambahkan barisnya")
  }

  static func unfinished(
    _ period: Period, on date: CivilDate, _ code: String, likely: Period?, at place: SourcePlace
  ) -> Finding {
    let guess = likely.map { "mungkin maksudnya \(code) \($0)" } ?? "periksa periodenya"
    return Finding(
      WorkspaceProblem.unfinished, .remark, at: place,
      "\(code) \(period): periode itu belum berakhir pada \(date.indonesian)",
      fix: "\(guess); bila keliru, batalkan baris ini dan catat lagi")
  }
}
