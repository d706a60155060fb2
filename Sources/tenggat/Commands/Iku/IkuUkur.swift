internal import ArgumentParser
internal import CivilCalendar
internal import ComplianceModel
internal import Deeds
internal import SystemPackage
internal import Wording

/// Records a measured value of an indicator.
struct IkuUkur: TenggatCommand {
  static let configuration = CommandConfiguration(
    commandName: "ukur", abstract: "Mencatat nilai indikator yang diukur.",
    discussion: """
      Persen ditulis pembilang/penyebut (12/15, tanpa titik ribuan), jumlah sebagai bilangan bulat, \
      indeks dengan dua desimal (82.50). Koreksi dicatat sebagai baris baru; nilai setahun menang atas \
      triwulannya.
      """,
    aliases: ["measure"])

  static let examples = [
    "iku ukur H03 --nilai 12/15 --periode 2026-TW1",
    "iku ukur H14 --nilai 82.50 --periode 2026",
  ]

  @OptionGroup var global: GlobalOptions
  @Argument(help: "Kode indikator, misalnya H03.")
  var kode: String
  @Option(help: ArgumentHelp("Nilainya: 12/15, 48, atau 82.50.", valueName: "nilai"))
  var nilai: String?
  @Option(
    help: ArgumentHelp(
      "Nilai tiap komponen menurut urutan register, misalnya 24.50,22.10,12.00,18.40.",
      valueName: "nilai,..."))
  var komponen: String?
  @Option(
    help: ArgumentHelp("Yang diukur: 2026-TW1, 2026-S1, 2026-09, atau 2026.", valueName: "periode"))
  var periode: Period
  @Option(help: ArgumentHelp("Berkas bukti, disalin ke ruang kerja.", valueName: "berkas"))
  var berkas: String?
  @OptionGroup var measurement: MeasurementOptions

  var namedUnits: [String] { [measurement.unit].compactMap(\.self) }

  func run(_ session: inout Session) throws {
    let measure = Measure(
      kode, try value(), try measurement.terms(period: periode, evidence: berkas, session))
    let recorded = try measure.record(in: session.workspace, at: session.clock.now)
    session.console.outcome(OutcomeText(recorded), recorded.remarks)
  }

  /// The value that was written.
  private func value() throws -> Measure.Value? {
    guard let komponen else { return nilai.map { .plain($0) } }
    guard nilai == nil else {
      throw OptionRefusal.exclusive(["--nilai", "--komponen"])
    }
    return .components(komponen)
  }
}
