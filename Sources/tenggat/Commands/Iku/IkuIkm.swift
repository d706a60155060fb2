internal import ArgumentParser
internal import CivilCalendar
internal import ComplianceModel
internal import Deeds
internal import PlainText
internal import SystemPackage
internal import Wording
internal import Workspace

/// Computes the index of public satisfaction from the answers of a survey, and records it if asked.
struct IkuIkm: TenggatCommand {
  static let configuration = CommandConfiguration(
    commandName: "ikm", abstract: "Menghitung IKM dari jawaban survei.",
    discussion: """
      Satu baris satu responden: U1 sampai U9 (atau kurang; 14 unsur menurut aturan 2004), nilai 1-4, \
      boleh kosong (huruf a-d kuesioner cetak dengan --huruf); baris rata-rata dan jumlah \
      dilewati; kolom layanan memberi IKM tiap layanan. Bobot tiap unsur tepat 1/n. Hasilnya dicatat \
      hanya dengan --catat --periode.
      """,
    aliases: ["survey"])

  static let examples = [
    "iku ikm jawaban.csv",
    "iku ikm jawaban.csv --catat --periode 2026-S1",
  ]

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @Argument(help: "Tabel CSV jawaban survei.")
  var berkas: String
  @Flag(
    help: "Baca jawaban huruf kuesioner cetak: a = 1 (terendah) sampai d = 4 (tertinggi).")
  var huruf = false
  @Flag(help: "Catat hasilnya sebagai nilai indikator IKM kantor.")
  var catat = false
  @Option(
    help: ArgumentHelp("Periode survei, misalnya 2026-S1; dengan --catat.", valueName: "periode"))
  var periode: Period?
  @Option(
    help: ArgumentHelp(
      "Skala mutu: ikm-2017 atau ikm-2004; bawaan: menurut register.", valueName: "skala"))
  var skala: String?
  @OptionGroup var measurement: MeasurementOptions

  var namedUnits: [String] { [measurement.unit].compactMap(\.self) }

  func run(_ session: inout Session) throws {
    guard catat == (periode != nil) else {
      throw catat
        ? OptionRefusal.without("--catat", "--periode", .surveyPeriod("--periode 2026-S1"))
        : .without("--periode", "--catat", .add("--catat"))
    }
    let table = SurveyTable(
      FilePath(berkas), scale: skala, readsLetters: huruf, unit: measurement.unit, period: periode)
    let read = try table.read(in: session.workspace, asOf: session.today)
    var teller = FaultTeller(workspace: session.workspace.folder)
    for finding in read.findings { teller.tell(finding) }
    let recorded = try periode.map { period in
      try read.record(
        measurement.terms(period: period, evidence: berkas, session), in: session.workspace,
        at: session.clock.now)
    }
    for remark in recorded?.remarks ?? [] { Console.message(remark.message) }
    let page = SurveyPage(
      survey: read.survey, scale: read.scale, indicators: read.indicators,
      recorded: recorded?.values ?? [])
    if output.json {
      session.console.raw(page.json.text())
    } else {
      page.print(to: &session)
      if let recorded {
        session.console.line()
        session.console.outcome(OutcomeText(recorded), [])
      }
    }
  }
}
