internal import Answers
internal import ArgumentParser
internal import CivilCalendar
internal import ComplianceModel
internal import DurableFiles
internal import Exchange
internal import SystemPackage
internal import Workspace

struct Ekspor: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ekspor", abstract: "Menulis ekspor untuk kabupaten dan provinsi.",
    subcommands: [EksporXML.self], aliases: ["export"])
}

struct EksporXML: TenggatCommand {
  static let configuration = CommandConfiguration(
    commandName: "xml", abstract: "Berkas XML kepatuhan, sesuai skema kepatuhan-1.xsd.",
    discussion: """
      Format ini milik Tenggat; tidak ada provinsi yang menerbitkan format resmi untuk laporan ini. \
      Berkas diperiksa terhadap skemanya sebelum mendapat nama akhirnya.
      """)

  static let examples = [
    "ekspor xml --triwulan 2026-TW1",
    "ekspor xml --tahun 2026 --keluaran -",
  ]

  @OptionGroup var global: GlobalOptions
  @OptionGroup var judging: JudgingOptions
  @Option(help: ArgumentHelp("Triwulan kewajiban, misalnya 2026-TW1.", valueName: "triwulan"))
  var triwulan: DutyQuarter?
  @Option(help: ArgumentHelp("Tahun kewajiban.", valueName: "tahun"))
  var tahun: DutyYear?
  @Option(
    help: ArgumentHelp(
      "Berkas tujuan; '-' ke layar; bawaan: folder ekspor/.", valueName: "berkas"))
  var keluaran: String?
  @Option(
    help: ArgumentHelp("Saat pembuatan, misalnya 2026-04-01T08:00:00+08:00.", valueName: "saat"))
  var dibuat: ClockReading?
  @Option(help: ArgumentHelp("Kecamatan yang diekspor.", valueName: "unit"))
  var unit: String?

  private var duty: DutyStatement.Duty? {
    switch (triwulan?.quarter, tahun?.year) {
    case (let quarter?, nil): .quarter(quarter)
    case (nil, let year?): .year(year)
    default: nil
    }
  }

  func run(_ session: inout Session) throws {
    guard let duty else {
      throw CommandFailure.usage(
        "sebut satu triwulan atau satu tahun", fix: "misalnya --triwulan 2026-TW1 atau --tahun 2026"
      )
    }
    session.view(on: judging.per ?? session.today)
    let kecamatan = try session.offices(of: unit, having: "ekspor")
    if keluaran != nil, kecamatan.count > 1 {
      throw CommandFailure.usage(
        "--keluaran hanya untuk satu kecamatan", fix: "sebut kecamatannya dengan --unit")
    }
    let export = try DutyDocument(duty, session.workspace.data)
    for kecamatan in kecamatan {
      let desk = try session.workspace.desk(of: kecamatan, knownThrough: judging.diketahui)
      let document = try export.document(
        desk, asOf: judging.per ?? session.today, made: dibuat ?? session.clock.now, session)
      try write(try export.bytes(of: document), kecamatan, &session)
    }
  }

  private func path(for kecamatan: Kecamatan, _ session: Session) -> FilePath {
    let name = "\(kecamatan.code)-\(triwulan?.quarter.description ?? "\(tahun?.year ?? 0)").xml"
    return keluaran.map { FilePath($0) }
      ?? session.workspace.folder.appending(PrintedPages.folder).appending(name)
  }

  private func place(_ path: FilePath, _ session: Session) throws -> OutputPlace {
    try OutputPlace(
      path, for: .export, in: session.workspace.folder, makingFolders: keluaran == nil)
  }

  private func write(
    _ bytes: [UInt8], _ kecamatan: Kecamatan, _ session: inout Session
  ) throws {
    if keluaran == "-" {
      session.console.raw(String(decoding: bytes, as: UTF8.self))
      return
    }
    let path = self.path(for: kecamatan, session)
    try place(path, session).write(bytes)
    session.console.line("\(path): sesuai skema kepatuhan-1.xsd, \(bytes.count.indonesian) byte")
  }
}
