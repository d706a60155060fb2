internal import Answers
internal import ArgumentParser
internal import CivilCalendar
internal import ComplianceModel
internal import Deeds
internal import Exchange
internal import Workspace
internal import Wording

struct Bekukan: TenggatCommand {
  static let configuration = CommandConfiguration(
    commandName: "bekukan", abstract: "Membekukan keadaan triwulan, ditandatangani atau belum.",
    discussion: """
      Menulis XML triwulan itu ke ekspor/beku/ dan sidik SHA-256-nya ke buku. Berkas beku tidak \
      pernah ditimpa. Sesudahnya 'tenggat beda' menyebut apa yang berubah, oleh siapa, dan mengapa.
      """,
    aliases: ["freeze"])

  static let examples = [
    "bekukan 2026-TW1",
    "bekukan 2026-TW1 --ditandatangani 2026-04-06",
  ]

  @OptionGroup var global: GlobalOptions
  @Argument(help: "Triwulan kewajiban, misalnya 2026-TW1.")
  var triwulan: DutyQuarter
  @Option(help: ArgumentHelp("Hanya kecamatan ini.", valueName: "unit"))
  var unit: String?
  @Option(
    help: ArgumentHelp(
      "Hari camat menandatangani; tanpa ini dokumennya tanpa pengesahan.", valueName: "tanggal"))
  var ditandatangani: CivilDate?
  @Option(
    help: ArgumentHelp(
      "Nilai keadaan pada tanggal ini; bawaan: hari ditandatangani, atau hari ini.",
      valueName: "tanggal"))
  var per: CivilDate?
  @Option(
    help: ArgumentHelp("Saat pembuatan, misalnya 2026-04-01T08:00:00+08:00.", valueName: "saat"))
  var dibuat: ClockReading?
  @OptionGroup var recorder: RecorderOptions
  @Option(help: ArgumentHelp("Catatan, misalnya nomor suratnya.", valueName: "teks"))
  var catatan: String?

  func run(_ session: inout Session) throws {
    let quarter = triwulan.quarter
    let day = try Freeze.day(
      of: quarter, asOf: per, signedOn: ditandatangani, today: session.today)
    let recorder = try session.recorder(self.recorder.petugas)
    let export = try KepatuhanExport(.quarter(quarter), session.workspace.data)
    session.view(on: day)
    let offices = try session.offices(of: unit, having: "pembekuan")
    let endorsements = try endorsements(of: offices, session.workspace.office)
    for kecamatan in offices {
      // What was recorded after the signature was not signed.
      let desk = try session.workspace.desk(of: kecamatan, knownThrough: ditandatangani)
      let (document, bytes) = try export.file(
        of: desk, asOf: day, made: dibuat ?? session.clock.now,
        endorsement: endorsements[kecamatan.code], session)
      let freeze = Freeze(
        quarter, document: bytes, asOf: day, note: catatan, recorder: recorder)
      let outcome = try freeze.record(at: desk, session.clock.now)
      tell(outcome, kecamatan, asOf: day, document.endorsement?.signature, &session)
    }
  }

  /// Who signed each document, none without a signature.
  private func endorsements(
    of offices: [Kecamatan], _ office: Office
  ) throws -> [RegionCode: KepatuhanDocument.Endorsement] {
    guard let signed = ditandatangani else { return [:] }
    return try Freeze.signatories(
      KepatuhanDocument.Endorsement.signatory, in: offices, on: signed, office
    ).mapValues { KepatuhanDocument.Endorsement($0, signedOn: signed) }
  }

  private func tell(
    _ outcome: Freeze.Outcome, _ kecamatan: Kecamatan, asOf day: CivilDate, _ signature: String?,
    _ session: inout Session
  ) {
    let quarter = triwulan.quarter
    for remark in outcome.remarks { Console.message(remark.message) }
    if outcome.isEarly {
      Console.message(
        "tenggat: peringatan: \(quarter.indonesian) \(quarter.year) belum berakhir pada "
          + "\(day.indonesian); bekukan lagi sesudah \(quarter.lastDay.indonesian)")
    }
    let known = Words.knowledge(through: ditandatangani)
    session.console.line(
      "Dibekukan (baris \(outcome.row.text)): \(quarter.indonesian) \(quarter.year) "
        + "\(kecamatan.displayName(of: kecamatan.code)), keadaan pada \(day.indonesian)\(known)")
    if let former = outcome.former {
      session.console.line(
        "  Menggantikan pembekuan \(former.date.indonesian) (baris \(former.row.text))")
    }
    let signed =
      signature ?? "tidak ada, belum ditandatangani (bila sudah: --ditandatangani TANGGAL)"
    session.console.line("  Pengesahan: \(signed)")
    session.console.line("  Berkas: \(outcome.path)")
    session.console.line("  SHA-256: \(outcome.sha256)")
  }
}

extension KepatuhanDocument.Endorsement {
  /// `ditandatangani 2 April 2026 oleh Plt. Nama (Camat)`; `nil` where nobody is known to have signed.
  var signature: String? {
    guard let date, let name else { return nil }
    return "ditandatangani \(date.indonesian) oleh \(name) (\(Words.role(role)))"
  }
}
