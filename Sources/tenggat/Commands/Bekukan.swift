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

  var namedUnits: [String] { [unit].compactMap(\.self) }

  func run(_ session: inout Session) throws {
    let wish = try FreezeWish(
      triwulan.quarter, asOf: per, signedOn: ditandatangani, today: session.today,
      session.workspace.data)
    let recorder = try session.recorder(self.recorder.petugas)
    session.view(on: wish.day)
    let offices = try session.offices(of: unit, having: "pembekuan")
    let endorsements = try wish.endorsements(of: offices, session.workspace.office)
    var missing = MissingParts()
    // Also of those that were frozen before one fails.
    defer { missing.tell(session) }
    for kecamatan in offices {
      let draft = try wish.draft(
        of: kecamatan, in: session.workspace, endorsedBy: endorsements[kecamatan.code],
        made: dibuat ?? session.clock.now, today: session.today, note: catatan, recorder: recorder)
      missing.add(draft.document, draft.uncomputed)
      tell(try draft.record(session.clock.now), draft, kecamatan, &session)
    }
  }

  private func tell(
    _ outcome: Freeze.Outcome, _ draft: FreezeDraft, _ kecamatan: Kecamatan,
    _ session: inout Session
  ) {
    let (quarter, day) = (triwulan.quarter, draft.freeze.day)
    for remark in outcome.remarks { Console.message(remark.message) }
    if outcome.isEarly {
      Console.warning(Words.freezeAgain(quarter, asOf: day))
    }
    session.console.outcome(
      OutcomeText(
        outcome, of: quarter, kecamatan.displayName(of: kecamatan.code), asOf: day,
        knownThrough: ditandatangani, signature: draft.document.endorsement?.signature))
  }
}
