internal import ArgumentParser
internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import Workspace

struct Catat: TenggatCommand {
  static let configuration = CommandConfiguration(
    commandName: "catat", abstract: "Mencatat penyerahan laporan atau dokumen.",
    discussion: """
      Tanpa PERIODE dipakai satu-satunya periode yang terbuka. Untuk RPJMDes, RKPDes, dan APBDes \
      --tanggal adalah tanggal penetapan dan --diterima tanggal kecamatan menerimanya; untuk RekADD \
      tanggal terbitnya. Pencatatan lebih dari 7 hari sesudahnya adalah susulan dan perlu --alasan.
      """,
    aliases: ["record"])

  @OptionGroup var global: GlobalOptions
  @Argument(help: "Kode laporan, misalnya LKIP, atau namanya.")
  var laporan: String
  @Argument(help: "Periode yang dilaporkan: 2025, 2026-S1, 2026-TW3, 2026-09.")
  var periode: Period?
  @Option(help: ArgumentHelp("Kode atau nama desa; baku: kecamatan.", valueName: "unit"))
  var unit: String?
  @Option(help: ArgumentHelp("Tanggal dokumen; baku: hari ini.", valueName: "tanggal"))
  var tanggal: CivilDate?
  @Option(help: ArgumentHelp("Tanggal diterima kecamatan; baku: --tanggal.", valueName: "tanggal"))
  var diterima: CivilDate?
  @Option(help: ArgumentHelp("Berkas bukti, disalin ke ruang kerja.", valueName: "berkas"))
  var berkas: String?
  @Option(help: ArgumentHelp("Catatan bebas.", valueName: "teks"))
  var catatan: String?
  @Option(help: ArgumentHelp("Sebab pencatatan susulan.", valueName: "teks"))
  var alasan: String?
  @Option(help: ArgumentHelp("Siapa yang mencatat; baku: pengguna komputer.", valueName: "nama"))
  var petugas: String?

  func run(_ session: inout Session) throws {
    var selection = try Selection(session, report: laporan, unit: unit)
    let today = session.today
    let obligation =
      if let periode {
        try selection.obligation(periode, asOf: today)
      } else {
        try selection.onlyObligation(session, "terbuka") {
          $0.status == .overdue || $0.status == .dueSoon
        }
      }
    let standing = selection.desk.judge(asOf: today).standing(of: obligation.id)
    let date = tanggal ?? today
    // A regulation that comes back after a return bears its old date; it is the hand-in that is new.
    let isResubmission = obligation.rule?.meaning == .enactment && standing.openReturn != nil
    let recording = Recording(
      session: session, selection: selection, obligation: obligation, kind: .submitted, date: date,
      received: diterima ?? (isResubmission ? today : date),
      recorder: try session.recorder(petugas), note: catatan, reason: alasan, evidence: berkas)
    let result = try recording.record()
    try report(result, selection, obligation.id, &session)
  }

  private func report(
    _ result: Recording.Result, _ old: Selection, _ id: Obligation.ID, _ session: inout Session
  ) throws {
    var selection = old
    selection.desk = try session.workspace.desk(of: old.desk.kecamatan)
    let obligation = try selection.obligation(id.period, asOf: session.today)
    for remark in result.remarks { Console.message(remark.message) }
    guard let assessment = selection.desk.judge(asOf: session.today).assess(obligation) else {
      return
    }
    session.console.line(
      "Tercatat (baris \(result.row.text)): \(selection.code) \(id.period) \(selection.unitName)")
    if let deciding = assessment.deciding, let due = assessment.due {
      let verdict = Words.status(assessment.status)
      let late = assessment.daysLate > 0 ? " \(assessment.daysLate) hari" : ""
      session.console.line(
        "  \(deciding.date.indonesian), tenggat \(due.indonesian): \(verdict)\(late)",
        Words.style(assessment.status))
    }
    if assessment.standing.openReturn != nil {
      session.console.line(
        "  Masih berstatus dikembalikan: penyerahan ini diterima sebelum pengembaliannya.", .soon)
    }
    if result.isLateEntry { session.console.line("  Susulan, dihitung tersendiri.", .soon) }
    if let path = result.evidencePath { session.console.line("  Bukti: \(path)") }
  }
}
