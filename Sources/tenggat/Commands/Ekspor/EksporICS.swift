internal import Answers
internal import ArgumentParser
internal import CivilCalendar
internal import ComplianceModel
internal import Exchange
internal import Workspace

struct EksporICS: TenggatCommand {
  static let configuration = CommandConfiguration(
    commandName: "ics", abstract: "Kalender tenggat untuk ponsel dan program surel (RFC 5545).",
    discussion: """
      Satu acara sehari penuh untuk setiap kewajiban bertenggat, dengan alarm pada tahap pengingat dan \
      sebab tanggalnya. Diimpor lagi, acaranya diperbarui dan tidak menjadi dua. --untuk: milik satu \
      jabatan; --unit: milik satu desa atau kecamatan.
      """)

  static let examples = [
    "ekspor ics --tahun 2026 --untuk kasi-pemerintahan",
    "ekspor ics --triwulan 2026-TW1 --unit Tarungin --keluaran tarungin.ics",
  ]

  @OptionGroup var global: GlobalOptions
  @OptionGroup var judging: JudgingOptions
  @OptionGroup var export: ExportOptions
  @Option(
    help: ArgumentHelp(
      "Hanya wilayah ini, dari provinsi sampai desa; boleh diulang.", valueName: "unit"))
  var unit: [String] = []
  @Option(
    help: ArgumentHelp("Hanya tanggung jawab jabatan ini.", valueName: "jabatan"))
  var untuk: String?

  var namedUnits: [String] { unit }

  func run(_ session: inout Session) throws {
    let duty = try export.requiredDuty
    let day = judging.per ?? session.today
    session.view(on: day)
    let units = try session.scope(unit)
    let calendar = try DueCalendar(
      Obligations.Question(
        duty, of: units, asOf: day, knownThrough: judging.diketahui, role: untuk),
      in: session.workspace)
    session.remark(calendar.uncomputed)
    guard !calendar.events.isEmpty else {
      throw CommandFailure.usage(
        "tidak ada tenggat \(duty.name) untuk yang diminta",
        fix: "ganti atau hapus --untuk dan --unit")
    }
    let name =
      (["tenggat", duty.name] + units.units.map(\.description) + [calendar.role].compactMap(\.self))
      .joined(separator: "-")
    try export.write(
      DueCalendarFile(calendar, made: export.made(session)).bytes, as: "\(name).ics",
      for: .calendar, saying: "\(calendar.events.count.indonesian) acara", &session)
  }
}
