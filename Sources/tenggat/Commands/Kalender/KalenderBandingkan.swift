internal import Answers
internal import CivilCalendar
internal import ArgumentParser
internal import PlainText
internal import SystemPackage
internal import Wording
internal import Workspace

/// What a file of holidays or a calendar would move.
struct KalenderBandingkan: TenggatCommand {
  static let configuration = CommandConfiguration(
    commandName: "bandingkan", abstract: "Apa yang bergeser bila berkas ini ditaruh di kalender/.",
    discussion: """
      Tenggat dan status yang bergeser pada hari ini, juga yang sudah lewat; triwulan beku tetap seperti \
      adanya. Bawaan: tahun kewajiban berkas itu (hari libur) atau tahun ini, dengan tahun sebelum dan \
      sesudahnya. Tidak ada yang ditulis.
      """, aliases: ["compare"])

  static let examples = [
    "kalender bandingkan libur-2028.yaml",
    "kalender bandingkan surat-kabupaten.yaml --tahun 2027 --json",
  ]

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @Argument(help: "Berkas YAML: hari libur setahun, atau kalender laporan.")
  var berkas: String
  @Option(help: ArgumentHelp("Hanya tahun kewajiban ini.", valueName: "tahun"))
  var tahun: DutyYear?

  func run(_ session: inout Session) throws {
    let candidate = try CandidateCalendar(
      FilePath(berkas), asOf: session.today, in: session.workspace)
    guard candidate.findings.isEmpty else {
      throw WorkspaceFailure.configuration(candidate.findings)
    }
    let effect = try DefinitionEffect(
      from: candidate.before, to: candidate.after,
      years: tahun.map { $0.year...$0.year } ?? candidate.affectedYears(asOf: session.today),
      asOf: session.today)
    let page = EffectPage(effect: effect)
    if output.json {
      session.console.raw(
        page.json.adding("berkas", .string(candidate.file))
          .adding("tempat", .string(candidate.place)).text())
    } else {
      session.console.line("\(candidate.file) sebagai \(candidate.place)", .strong)
      CandidatePage(candidate: candidate).printOtherRegion(to: &session.console)
      page.print(to: &session.console)
      page.printFrozen(to: &session.console)
    }
  }
}
