internal import Answers
internal import ArgumentParser
internal import CivilCalendar
internal import ComplianceModel
internal import Exchange
internal import Workspace

struct EksporCSV: TenggatCommand {
  static let configuration = CommandConfiguration(
    commandName: "csv", abstract: "Satu tabel sebagai CSV (RFC 4180) untuk program lain.",
    discussion: """
      jadwal, desa, kepatuhan, iku, dan riwayat berisi yang ditampilkan perintahnya; kewajiban berisi \
      setiap kewajiban dengan semua fakta yang menentukan keadaannya. Baris pertama memuat nama kolom \
      yang tetap. Teks yang akan dijalankan sebagai rumus diberi tanda ' di depannya. Untuk Excel \
      Indonesia: --pemisah ';' --bom.
      """)

  static let examples = [
    "ekspor csv kewajiban --tahun 2026",
    "ekspor csv desa --tahun 2026 --pemisah ';' --bom --keluaran desa.csv",
  ]

  @Argument(help: "jadwal, desa, kepatuhan, iku, riwayat, atau kewajiban.")
  var tabel: TableQuestion.Table
  @OptionGroup var global: GlobalOptions
  @OptionGroup var judging: JudgingOptions
  @OptionGroup var export: ExportOptions
  @Option(
    help: ArgumentHelp(
      "Hanya wilayah ini, dari provinsi sampai desa; boleh diulang.", valueName: "unit"))
  var unit: [String] = []
  @Option(
    help: ArgumentHelp("jadwal, iku, kewajiban: hanya jabatan ini.", valueName: "jabatan"))
  var untuk: String?
  @Flag(help: "jadwal: juga yang sudah masuk, dibebaskan, atau menunggu dokumen lain.")
  var semua = false
  @Option(help: ArgumentHelp("Pemisah kolom: ',', ';', atau tab.", valueName: "pemisah"))
  var pemisah: CSVTable.Separator = .comma
  @Flag(help: "Awali dengan tanda urutan byte, agar Excel membacanya sebagai UTF-8.")
  var bom = false

  var namedUnits: [String] { unit }

  func run(_ session: inout Session) throws {
    try tabel.refuseUnused(self)
    let request = TableRequest(
      table: tabel, duty: try tabel.duty(export), day: judging.per ?? session.today,
      knownThrough: judging.diketahui, units: unit, role: untuk, includesSettled: semua)
    let question = try request.question(&session)
    let name = try request.fileName(session, ending: "csv")
    var output: ExportOutput?
    var count = 0
    let (separator, hasMark) = (pemisah, bom)
    let uncomputed = try question.pieces(in: session.workspace) { grid in
      Piece(grid, CSVTable(grid, separator: separator, byteOrderMark: hasMark))
    } _: { piece in
      count += piece.count
      if output == nil {
        output = try export.output(as: name, for: .table(opening: piece.opening), session)
        try output?.append(piece.head, &session.console)
      }
      return try output?.append(piece.body, &session.console) ?? false
    }
    if let uncomputed { session.remark(uncomputed) }
    try output?.finish(saying: "\(count.indonesian) baris", &session.console)
  }

  /// A part of the table as it is written.
  private struct Piece {
    /// The keys of the first columns, by which a file is known as such a table.
    let opening: [String]
    /// How many rows it has.
    let count: Int
    let head: [UInt8]
    let body: [UInt8]

    init(_ grid: Grid, _ table: CSVTable) {
      opening = grid.headings.prefix(3).map(\.key)
      count = grid.rows.count
      head = table.head
      body = table.body
    }
  }
}
