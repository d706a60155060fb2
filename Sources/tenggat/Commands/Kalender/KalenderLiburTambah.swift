internal import Answers
internal import ArgumentParser
internal import CivilCalendar
internal import Deeds
internal import PlainText
internal import SystemPackage
internal import Workspace

/// Puts the holidays of a new decree in place, or some days beside it.
struct KalenderLiburTambah: TenggatCommand {
  /// What kind of day it is.
  enum Jenis: String, CaseIterable, ExpressibleByArgument {
    case daerah, nasional, cuti, pemilu

    var kind: Holiday.Kind {
      switch self {
      case .daerah: .local
      case .nasional: .national
      case .cuti: .cutiBersama
      case .pemilu: .election
      }
    }
  }

  static let configuration = CommandConfiguration(
    commandName: "tambah", abstract: "Menaruh hari libur SKB baru, atau hari di luar SKB.",
    discussion: """
      BERKAS: hari libur setahun; ditaruh di kalender/libur/TAHUN.yaml dan menggantikan yang bawaan. Tanpa \
      BERKAS: hari pada --tanggal, dengan --nama dan --dasar; ditambahkan di kalender/libur-tambahan.yaml, \
      dan isi lain di sana tidak berubah. Yang ditunjukkan: tenggat dan status yang bergeser. --coba: tidak \
      ada yang ditulis.
      """, aliases: ["add"])

  static let examples = [
    "kalender libur tambah libur-2028.yaml --coba",
    "kalender libur tambah --tanggal 2027-03-02 --nama 'Haul Akbar' --dasar 'SE Bupati 7 Tahun 2027'",
  ]

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @Argument(help: "Berkas YAML hari libur setahun, sebagaimana SKB-nya.")
  var berkas: String?
  @Option(help: ArgumentHelp("Hari di luar SKB; boleh diulang.", valueName: "tanggal"))
  var tanggal: [CivilDate] = []
  @Option(help: ArgumentHelp("Nama hari itu.", valueName: "teks"))
  var nama: String?
  @Option(
    help: ArgumentHelp("daerah, nasional, cuti, atau pemilu; bawaan: daerah.", valueName: "jenis"))
  var jenis: Jenis?
  @Option(
    help: ArgumentHelp("Keputusan atau surat edaran yang menetapkannya.", valueName: "teks"))
  var dasar: String?
  @Flag(help: "Tunjukkan saja yang akan bergeser; tidak ada yang ditulis.")
  var coba = false

  func run(_ session: inout Session) throws {
    let holidays = try holidays(session)
    let foreseen = try PutHolidays(holidays).preview(in: session.workspace, asOf: session.today)
    // Before anything is written: a year of holidays is read when it is first asked for.
    let effect = try DefinitionEffect(
      from: foreseen.before, to: foreseen.after, years: foreseen.affectedYears,
      asOf: session.today)
    let outcome =
      try coba
      ? foreseen
      : PutHolidays(holidays, seen: foreseen.seen).record(
        in: session.workspace, at: session.clock.now)
    let page = HolidayOutcomePage(
      outcome: outcome, effect: EffectPage(effect: effect), isPreview: coba)
    if output.json {
      session.console.raw(page.json.text())
    } else {
      page.print(to: &session.console)
    }
  }

  private func holidays(_ session: Session) throws -> PutHolidays.Holidays {
    guard let berkas else { return .days(try days()) }
    guard tanggal.isEmpty, nama == nil, jenis == nil, dasar == nil else {
      throw CommandFailure.usage(
        "berkas setahun dan hari di luar SKB tidak dapat bersamaan",
        fix: "jalankan sendiri-sendiri")
    }
    let candidate = try CandidateCalendar(
      FilePath(berkas), asOf: session.today, in: session.workspace)
    guard case .holidays = candidate.kind, let bytes = candidate.bytes else {
      throw CommandFailure.usage(
        "\(berkas) kalender laporan, bukan hari libur setahun",
        fix: "periksa dengan 'tenggat kalender bandingkan', lalu salin ke \(candidate.place)")
    }
    return .year(text: bytes, file: berkas)
  }

  private func days() throws -> [HolidayDay] {
    guard !tanggal.isEmpty else {
      throw CommandFailure.usage(
        "hari libur belum disebut",
        fix: "sebut berkas setahun, atau --tanggal dengan --nama dan --dasar")
    }
    guard let nama, let dasar else {
      throw CommandFailure.usage(
        "\(nama == nil ? "--nama" : "--dasar") belum disebut",
        fix: "sebut nama hari itu (--nama) dan keputusannya (--dasar)")
    }
    return tanggal.map {
      HolidayDay(date: $0, name: nama, kind: (jenis ?? .daerah).kind, decree: dasar)
    }
  }
}
