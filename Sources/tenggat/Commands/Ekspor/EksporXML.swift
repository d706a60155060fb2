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
    let day = judging.per ?? session.today
    var missing = MissingParts()
    // Also of those that were made before one fails.
    defer { missing.tell(session) }
    if profile == nil, kecamatan.count >= EksporXML.many {
      let question = KepatuhanExport.Question(
        asOf: day, knownThrough: judging.diketahui, made: export.made(session),
        today: session.today)
      return try write(kecamatan, documents, question, &missing, &session)
    }
    for kecamatan in kecamatan {
      let desk = try session.workspace.desk(of: kecamatan, knownThrough: judging.diketahui)
      let (document, uncomputed) = try documents.document(
        desk, asOf: day, made: export.made(session), today: session.today)
      let bytes = try documents.bytes(of: document)
      missing.add(document, uncomputed)
      guard let profile else {
        try export.write(
          bytes, as: documents.fileName(of: kecamatan.code), for: .export, saying: EksporXML.note,
          &session)
        continue
      }
      let file = try profile.file(of: bytes)
      try export.write(
        file, as: profile.fileName(of: kecamatan.code, duty),
        for: .layout(opening: profile.opening(of: file)), saying: profile.note, &session)
    }
  }

  private static let note = "sesuai skema kepatuhan-1.xsd"

  /// The kecamatan from which they are written in batches, by two threads, the disk waited for once a batch.
  private static let many = 64
  /// The kecamatan of a batch.
  private static let batch = 1024

  /// Writes the documents of many kecamatan to the folder of exports; what failed is told after those before it.
  private func write(
    _ kecamatan: [Kecamatan], _ documents: KepatuhanExport, _ question: KepatuhanExport.Question,
    _ missing: inout MissingParts, _ session: inout Session
  ) throws {
    let folder = try export.folder(
      holding: documents.fileName(of: kecamatan[0].code), for: .export, session)
    for start in stride(from: 0, to: kecamatan.count, by: EksporXML.batch) {
      let batch = kecamatan[start..<min(start + EksporXML.batch, kecamatan.count)]
      let (prepared, failure) = documents.prepare(
        batch, question, in: session.workspace, to: folder)
      try folder.giveNames(to: prepared.map(\.file))
      for document in prepared {
        missing.add(
          document.kecamatan.code, documents.duty, document.uncomputed,
          hasIndicators: document.hasIndicators)
        let path = folder.path(of: documents.fileName(of: document.kecamatan.code))
        session.console.line(ExportOutput.text(path, EksporXML.note, document.size))
      }
      if let failure { throw failure }
    }
  }
}
