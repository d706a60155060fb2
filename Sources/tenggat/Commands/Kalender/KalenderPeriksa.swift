internal import ArgumentParser
internal import PlainText
internal import SystemPackage
internal import Workspace

/// Looks at a file of holidays or a calendar before it is put in its place.
struct KalenderPeriksa: TenggatCommand {
  static let configuration = CommandConfiguration(
    commandName: "periksa",
    abstract: "Memeriksa berkas kalender atau hari libur sebelum ditaruh di kalender/.",
    discussion: """
      Menyebut jenis berkasnya, tempatnya kelak, dan setiap galat di dalamnya atau karenanya. Tidak ada \
      yang ditulis. Galat membuat kode keluar 1.
      """, aliases: ["check"])

  static let examples = [
    "kalender periksa libur-2028.yaml",
    "kalender periksa surat-kabupaten.yaml --json",
  ]

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @Argument(help: "Berkas YAML: hari libur setahun, atau kalender laporan.")
  var berkas: String

  func run(_ session: inout Session) throws {
    let candidate = try CandidateCalendar(
      FilePath(berkas), asOf: session.today, in: session.workspace)
    let page = CandidatePage(candidate: candidate)
    if output.json {
      session.console.raw(page.json.text())
    } else {
      var teller = FaultTeller(workspace: session.workspace.folder)
      for finding in candidate.findings { teller.tell(finding) }
      page.print(to: &session.console)
    }
    if !candidate.findings.isEmpty { throw CommandFailure.found }
  }
}
