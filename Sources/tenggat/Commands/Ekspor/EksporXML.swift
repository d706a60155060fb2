internal import Answers
internal import ArgumentParser
internal import CivilCalendar
internal import ComplianceModel
internal import Exchange
internal import Workspace

struct EksporXML: TenggatCommand {
  static let configuration = CommandConfiguration(
    commandName: "xml", abstract: "Berkas XML kepatuhan, sesuai skema kepatuhan-1.xsd.",
    discussion: """
      Format ini milik Tenggat; tidak ada provinsi yang menerbitkan format resmi untuk laporan ini. \
      Berkas diperiksa terhadap skemanya sebelum mendapat nama akhirnya. --profil membentuknya menurut \
      permintaan penerima: profil bawaan (contoh), atau milik kantor ini di profil/NAMA/.
      """)

  static let examples = [
    "ekspor xml --triwulan 2026-TW1",
    "ekspor xml --tahun 2026 --keluaran -",
    "ekspor xml --triwulan 2026-TW1 --profil kalsel",
  ]

  @OptionGroup var global: GlobalOptions
  @OptionGroup var judging: JudgingOptions
  @OptionGroup var export: ExportOptions
  @Option(help: ArgumentHelp("Kecamatan yang diekspor.", valueName: "unit"))
  var unit: String?
  @Option(help: ArgumentHelp("Bentuk yang diminta penerima.", valueName: "profil"))
  var profil: String?

  var namedUnits: [String] { [unit].compactMap(\.self) }

  func run(_ session: inout Session) throws {
    let duty = try export.requiredDuty
    session.view(on: judging.per ?? session.today)
    let kecamatan = try export.offices(of: unit, session)
    let profile = try profil.map { try session.profile($0, for: duty) }
    let documents = try KepatuhanExport(duty, session.workspace.data)
    var missing = MissingParts()
    // Also of those that were made before one fails.
    defer { missing.tell(session) }
    for kecamatan in kecamatan {
      let desk = try session.workspace.desk(of: kecamatan, knownThrough: judging.diketahui)
      let (document, uncomputed) = try documents.document(
        desk, asOf: judging.per ?? session.today, made: export.made(session), today: session.today)
      let bytes = try documents.bytes(of: document)
      missing.add(document, uncomputed)
      guard let profile else {
        try export.write(
          bytes, as: "\(kecamatan.code)-\(duty.name).xml", for: .export,
          saying: "sesuai skema kepatuhan-1.xsd", &session)
        continue
      }
      let file = try profile.file(of: bytes)
      try export.write(
        file, as: profile.fileName(of: kecamatan.code, duty),
        for: .layout(opening: profile.opening(of: file)), saying: profile.note, &session)
    }
  }
}
