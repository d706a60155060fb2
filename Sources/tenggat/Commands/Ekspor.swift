internal import ArgumentParser
internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import DurableFiles
internal import Exchange
internal import LedgerStore
internal import SystemPackage
internal import Workspace

struct Ekspor: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ekspor", abstract: "Menulis ekspor untuk kabupaten dan provinsi.",
    subcommands: [EksporXML.self], aliases: ["export"])
}

struct EksporXML: TenggatCommand {
  static let configuration = CommandConfiguration(
    commandName: "xml", abstract: "Berkas XML kepatuhan, sah menurut kepatuhan-1.xsd.",
    discussion: """
      Format ini milik Tenggat; tidak ada provinsi yang menerbitkan format resmi untuk laporan ini. \
      Berkas diperiksa terhadap skemanya sebelum mendapat nama akhirnya.
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var judging: JudgingOptions
  @Option(help: ArgumentHelp("Triwulan kewajiban, misalnya 2026-TW1.", valueName: "triwulan"))
  var triwulan: DutyQuarter?
  @Option(help: ArgumentHelp("Tahun kewajiban.", valueName: "tahun"))
  var tahun: DutyYear?
  @Option(
    help: ArgumentHelp(
      "Berkas tujuan; '-' ke keluaran baku; baku: folder ekspor/.", valueName: "berkas"))
  var keluaran: String?
  @Option(
    help: ArgumentHelp("Saat pembuatan, misalnya 2026-04-01T08:00:00+08:00.", valueName: "saat"))
  var dibuat: ClockReading?
  @Option(help: ArgumentHelp("Kecamatan yang diekspor.", valueName: "unit"))
  var unit: String?

  private var duty: (scope: Schedule.Scope, document: KepatuhanDocument.Duty, year: Int)? {
    switch (triwulan?.quarter, tahun?.year) {
    case (let quarter?, nil): (.quarter(quarter), .quarter(quarter), quarter.year)
    case (nil, let year?): (.year(year), .year(year), year)
    default: nil
    }
  }

  func run(_ session: inout Session) throws {
    guard let duty else {
      throw CommandFailure.usage(
        "sebut satu triwulan atau satu tahun", fix: "misalnya --triwulan 2026-TW1 atau --tahun 2026"
      )
    }
    let kecamatan = try session.kecamatan(of: unit)
    if keluaran != nil, kecamatan.count > 1 {
      throw CommandFailure.usage(
        "--keluaran hanya untuk satu kecamatan", fix: "sebut kecamatannya dengan --unit")
    }
    let schemaPath = session.workspace.data.exports.appending("kepatuhan-1.xsd")
    let schema = try KepatuhanSchema(
      xsdBytes: try session.workspace.data.read(schemaPath), name: "kepatuhan-1.xsd")
    for kecamatan in kecamatan {
      let bytes = try document(kecamatan, duty, session)
      let faults = try schema.validate(bytes)
      guard faults.isEmpty else {
        throw CommandFailure(
          .data,
          lines: faults.map {
            "ekspor:\($0): galat: tidak ada berkas yang ditulis; laporkan kesalahan ini"
          })
      }
      try write(bytes, kecamatan, &session)
    }
  }

  private func document(
    _ kecamatan: Kecamatan,
    _ duty: (scope: Schedule.Scope, document: KepatuhanDocument.Duty, year: Int), _ session: Session
  ) throws -> [UInt8] {
    let day = judging.per ?? session.today
    let known = judging.diketahui
    let desk = try session.workspace.desk(of: kecamatan, knownThrough: known)
    let schedule = try Schedule(duty.scope, desk, asOf: day, watchedSince: duty.year)
    try session.require(schedule.plan, desk.calendar, gapsAllowed: false)
    let matrix = VillageMatrix(schedule.judge, schedule.plan, year: duty.year)
    let document = KepatuhanDocument(
      duty: duty.document, judge: schedule.judge, assessments: schedule.dated, matrix: matrix,
      made: dibuat ?? session.clock.now,
      ledgers: desk.ledgerPrints(knownThrough: known, asOf: session.today)
    ) { row in desk.ledger.row(row)?.entry.sha256.nonEmpty }
    return try KepatuhanWriter.bytes(of: document)
  }

  private func write(
    _ bytes: [UInt8], _ kecamatan: Kecamatan, _ session: inout Session
  ) throws {
    if keluaran == "-" {
      session.console.raw(String(decoding: bytes, as: UTF8.self))
      return
    }
    let name = "\(kecamatan.code)-\(triwulan?.quarter.description ?? "\(tahun?.year ?? 0)").xml"
    let folder = session.workspace.folder.appending("ekspor")
    let path = keluaran.map { FilePath($0) } ?? folder.appending(name)
    if keluaran == nil { try FileSystem.live.createFolder(folder) }
    try FileSystem.live.replaceAtomically(path, with: bytes)
    session.console.line("\(path): sah menurut kepatuhan-1.xsd, \(bytes.count) bita")
  }
}

extension Desk {
  /// What fixes the ledger files that an export was made from: all rows, or those of its knowledge.
  fileprivate func ledgerPrints(
    knownThrough day: CivilDate?, asOf today: CivilDate
  ) -> [KepatuhanDocument.LedgerPrint] {
    ledgerMarks(knownThrough: day, asOf: today).map { year, mark in
      KepatuhanDocument.LedgerPrint(
        file: "\(kecamatan.code)/\(year).csv", rows: mark.rows, chain: mark.chain)
    }
  }
}
