internal import ArgumentParser
internal import CivilCalendar
internal import PlainText

struct Jadwal: TenggatCommand {
  static let configuration = CommandConfiguration(
    commandName: "jadwal", abstract: "Apa yang lewat, dan apa yang segera jatuh tempo.",
    discussion: """
      Jabatan untuk --untuk, dengan ejaan apa pun yang jelas: camat, sekcam, kasubbag-perencanaan-keuangan, kasubbag-umum-kepegawaian, kasi-pemerintahan, \
      kasi-trantib, kasi-kesra, kasi-pembangunan, kasi-ekonomi, atau jabatan lain \
      dalam kantor.yaml.
      """,
    aliases: ["upcoming"])

  static let examples = [
    "jadwal --untuk kasi-pemerintahan",
    "jadwal --triwulan 2026-TW1 --semua",
  ]

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var judging: JudgingOptions
  @Option(help: ArgumentHelp("Tampilkan sampai sekian hari ke depan.", valueName: "hari"))
  var dalam = PlainNumber(30)
  @Option(
    help: ArgumentHelp("Seluruh triwulan kewajiban, misalnya 2026-TW1.", valueName: "triwulan"))
  var triwulan: DutyQuarter?
  @Option(help: ArgumentHelp("Seluruh tahun kewajiban.", valueName: "tahun"))
  var tahun: DutyYear?
  @Flag(help: "Juga yang sudah masuk, dibebaskan, menunggu dokumen lain, atau tanpa tenggat.")
  var semua = false
  @Option(
    help: ArgumentHelp(
      "Tanggung jawab jabatan ini, dan yang dieskalasi kepadanya.", valueName: "jabatan"))
  var untuk: String?
  @Option(
    help: ArgumentHelp("Hanya unit ini (kode atau nama); boleh diulang.", valueName: "unit"))
  var unit: [String] = []
  @Flag(help: "Keluar dengan kode 1 bila ada yang lewat tenggat.")
  var ketat = false

  var namedUnits: [String] { unit }
  var readsNamedUnitsAlone: Bool { true }

  func run(_ session: inout Session) throws {
    var question = ScheduleRequest()
    question.isJSON = output.json
    question.asOf = judging.per
    question.knownThrough = judging.diketahui
    question.days = dalam.value
    question.quarter = triwulan?.quarter
    question.year = tahun?.year
    question.includesSettled = semua
    question.role = untuk
    question.units = unit
    question.isStrict = ketat
    try question.answer(&session)
  }
}
