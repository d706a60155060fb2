internal import ArgumentParser
internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import PlainText
internal import Workspace

/// What the commands about one obligation have in common: `kembalikan`, `terima`, `bebaskan`,
/// `ingatkan tunda`.
struct RowArguments: ParsableArguments {
  @Argument(help: "Kode laporan.")
  var laporan: String
  @Argument(help: "Periode yang dilaporkan.")
  var periode: Period?
  @Option(
    help: ArgumentHelp(
      "Kode atau nama desa, boleh diulang; baku: kecamatan.", valueName: "unit"))
  var unit: [String] = []
  @Option(help: ArgumentHelp("Siapa yang mencatat; baku: pengguna komputer.", valueName: "nama"))
  var petugas: String?
  @Option(help: ArgumentHelp("Catatan atau alasan.", valueName: "teks"))
  var catatan: String?
  @Option(
    help: ArgumentHelp(
      "Sama dengan --catatan; di sampingnya: sebab yang janggal tetap dicatat.", valueName: "teks")
  )
  var alasan: String?

  /// The note, by either of its names.
  var note: String? {
    words.note.map { [$0, words.reason].compactMap(\.self).joined(separator: "; ") }
  }

  /// The note, and the reason that insists on what is improbable where it stands beside the note: one
  /// text alone says what is done, and nobody would have been asked.
  private var words: (note: String?, reason: String?) {
    let texts = [catatan, alasan].compactMap { $0?.nonEmpty }
    return (texts.first, texts.count > 1 ? texts[1] : nil)
  }

  /// The note, where one must be given.
  @discardableResult
  func requiredNote(_ what: String) throws -> String {
    guard let note else {
      throw CommandFailure.usage("\(what) perlu alasan", fix: "tambahkan --catatan TEKS")
    }
    return note
  }
}

extension String {
  /// The text; `nil` where nothing but blanks is in it.
  var nonEmpty: String? { isBlank ? nil : self }
}

extension RowArguments {
  /// The obligations that are meant, one a unit: that of the period, or the only one that fits, of those
  /// that are due by the lead time or within other days.
  func chosen(
    _ session: Session, _ what: String, within days: Int? = nil,
    where fits: (Assessment) -> Bool, preferring isLikelier: ((Assessment, Desk) -> Bool)? = nil
  ) throws -> [(selection: Selection, obligation: Obligation)] {
    let selections = try Selection.all(session, report: laporan, units: unit)
    return try CommandFailure.forEach(selections) { selection in
      let obligation =
        if let periode {
          try selection.obligation(periode, asOf: session.today)
        } else {
          try selection.onlyObligation(
            session, what, within: days, where: fits, preferring: isLikelier)
        }
      return (selection, obligation)
    }
  }

  /// Records a row about each obligation that is meant, and says so.
  func record(
    _ kind: LedgerEvent.Kind, date: CivilDate?, received: CivilDate? = nil,
    _ what: String, _ session: inout Session, where fits: (Assessment) -> Bool
  ) throws {
    let chosen = try chosen(session, what, where: fits)
    let date = date ?? session.today
    let received = received ?? date
    let before = chosen.map { selection, obligation in
      selection.desk.judge(asOf: session.today).assess(obligation)?.due
    }
    var recording = Recording(
      session: session,
      items: chosen.map {
        Recording.Item(selection: $0, obligation: $1, date: date, received: received)
      },
      kind: kind, recorder: try session.recorder(petugas), note: words.note, reason: words.reason)
    let (results, remarks) = try recording.record()
    for remark in remarks { Console.message(remark.message) }
    for (result, due) in zip(results, before) {
      let selection = result.item.selection
      session.console.line(
        "Tercatat (baris \(result.row.text)): \(selection.code) "
          + "\(result.item.obligation.id.period) \(selection.unitName) \(Words.event(kind))")
      if kind == .extended, let due {
        session.console.line("  tenggat \(due.indonesian) menjadi \(date.indonesian)")
        session.console.line("  surat \(received.indonesian): \(note ?? "")")
      }
    }
  }
}

struct Kembalikan: TenggatCommand {
  static let configuration = CommandConfiguration(
    commandName: "kembalikan", abstract: "Mencatat laporan dikembalikan untuk diperbaiki.",
    discussion: "Tanggal penyerahan pertama tetap tersimpan sebagai bukti.", aliases: ["return"])

  @OptionGroup var global: GlobalOptions
  @OptionGroup var row: RowArguments
  @Option(help: ArgumentHelp("Tanggal dikembalikan; baku: hari ini.", valueName: "tanggal"))
  var tanggal: CivilDate?

  func run(_ session: inout Session) throws {
    try row.requiredNote("pengembalian")
    try row.record(.returned, date: tanggal, "sudah diserahkan", &session) {
      $0.status.isIn && $0.standing.acceptance == nil
    }
  }
}

struct Terima: TenggatCommand {
  static let configuration = CommandConfiguration(
    commandName: "terima", abstract: "Mencatat laporan diterima; sesudahnya tidak diserahkan lagi.",
    aliases: ["accept"])

  @OptionGroup var global: GlobalOptions
  @OptionGroup var row: RowArguments
  @Option(help: ArgumentHelp("Tanggal diterima; baku: hari ini.", valueName: "tanggal"))
  var tanggal: CivilDate?

  func run(_ session: inout Session) throws {
    try row.record(.accepted, date: tanggal, "sudah diserahkan", &session) {
      $0.status.isIn && $0.standing.acceptance == nil
    }
  }
}

struct Bebaskan: TenggatCommand {
  static let configuration = CommandConfiguration(
    commandName: "bebaskan", abstract: "Membebaskan unit dari satu laporan.",
    discussion: "Yang dibebaskan keluar dari setiap penyebut.", aliases: ["exempt"])

  @OptionGroup var global: GlobalOptions
  @OptionGroup var row: RowArguments
  @Option(help: ArgumentHelp("Tanggal pembebasan; baku: hari ini.", valueName: "tanggal"))
  var tanggal: CivilDate?

  func run(_ session: inout Session) throws {
    try row.requiredNote("pembebasan")
    try row.record(.exempted, date: tanggal, "terbuka", &session, where: \.isOpen)
  }
}

struct Perpanjang: TenggatCommand {
  static let configuration = CommandConfiguration(
    commandName: "perpanjang", abstract: "Mencatat tenggat baru menurut surat perpanjangan.",
    aliases: ["extend"])

  @OptionGroup var global: GlobalOptions
  @OptionGroup var row: RowArguments
  @Option(help: ArgumentHelp("Tenggat baru.", valueName: "tanggal"))
  var sampai: CivilDate
  @Option(help: ArgumentHelp("Tanggal surat; baku: hari ini.", valueName: "tanggal"))
  var diterima: CivilDate?

  func run(_ session: inout Session) throws {
    try row.requiredNote("perpanjangan")
    try row.record(
      .extended, date: sampai, received: diterima ?? session.today, "terbuka", &session,
      where: \.isOpen)
  }
}
