internal import Answers
internal import ArgumentParser
internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import LedgerStore
internal import PlainText
internal import Workspace

struct Riwayat: TenggatCommand {
  static let configuration = CommandConfiguration(
    commandName: "riwayat", abstract: "Isi buku: siapa mencatat apa, kapan, dan mana yang batal.",
    discussion: """
      Menurut urutan buku dan nomor barisnya. Saringan dapat digabung. Laporan yang tidak lagi ada \
      dalam kalender tetap ditampilkan; sebut kodenya seperti tertulis dalam buku.
      """,
    aliases: ["history"])

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @Argument(help: "Kode laporan, kejadian, atau indikator, atau nama laporan; baku: semua.")
  var laporan: String?
  @Argument(help: "Periode yang dilaporkan; baku: semua.")
  var periode: Period?
  @Option(
    help: ArgumentHelp("Hanya kecamatan atau desa ini; boleh diulang.", valueName: "unit"))
  var unit: [String] = []
  @Option(help: ArgumentHelp("Hanya yang dicatat orang ini.", valueName: "nama"))
  var petugas: String?
  @Option(help: ArgumentHelp("Hanya yang dicatat pada tanggal ini.", valueName: "tanggal"))
  var dicatat: CivilDate?
  @Option(help: ArgumentHelp("Hanya buku tahun ini.", valueName: "tahun"))
  var tahun: DutyYear?

  func run(_ session: inout Session) throws {
    let scope = try session.scope(unit)
    var lines: [LedgerLine] = []
    var rowCount = 0
    var words: Set<String> = []
    var names: Set<String> = []
    for kecamatan in scope.kecamatan {
      let desk = try session.workspace.desk(of: kecamatan)
      let (codes, period) = subject(scope, desk)
      lines += desk.lines(asOf: session.today) { row, event in
        scope.contains(kecamatan.unit(event.unit)?.code ?? event.unit)
          && (codes.map { event.subject.map($0.contains) ?? false } ?? true)
          && (period.map { event.period == $0 } ?? true)
          && (tahun.map { event.row.year == $0.year } ?? true)
          && (dicatat.map { event.recorded == $0 } ?? true)
          && (petugas.map { Riwayat.isSame($0, row.entry.recorder) } ?? true)
      }
      rowCount += desk.ledger.events.count
      names.formUnion((codes ?? []).map { desk.calendar.codes[$0] })
      words.formUnion(
        desk.calendar.reports.flatMap { [desk.calendar.codes[$0.code]] + $0.aliases })
    }
    if output.json {
      let json: JSONValue = [
        "jumlah": .integer(lines.count), "dari": .integer(rowCount), "saringan": asked(scope),
        "baris": .array(lines.map(\.json)),
      ]
      session.console.raw(json.text())
    } else {
      let asked = askedWords(names, scope)
      print(lines, of: rowCount, asked, words, to: &session.console)
    }
  }

  /// What was asked for, for people: `LKIP 2025, Desa Bagak, dicatat oleh kasubbag`; `nil` for all.
  ///
  /// - Parameters:
  ///   - names: The codes that the first word means; none where it means none.
  ///   - scope: The units.
  /// - Returns: The words.
  private func askedWords(
    _ names: Set<String>, _ scope: UnitScope
  ) -> String? {
    let what = laporan.map { names.isEmpty ? $0 : names.sorted().joined(separator: " atau ") }
    let subject = [what, periode?.description].compactMap(\.self).joined(separator: " ")
    let words = [
      subject.nonEmpty,
      scope.units.isEmpty ? nil : ViewFilter(units: scope.units).who(scope.kecamatan),
      petugas.map { "dicatat oleh \($0)" }, dicatat.map { "dicatat pada \($0.indonesian)" },
      tahun.map { "buku tahun \($0.year)" },
    ].compactMap(\.self)
    return words.joined(separator: ", ").nonEmpty
  }

  /// What was asked for, for programs.
  private func asked(_ scope: UnitScope) -> JSONValue {
    [
      "laporan": JSONValue(laporan), "periode": JSONValue(periode),
      "unit": ViewFilter(units: scope.units).unitJSON, "petugas": JSONValue(petugas),
      "dicatat": JSONValue(dicatat),
      "tahun": JSONValue(tahun?.year),
    ]
  }

  /// What the words name: codes, where a report is named, and a period.
  ///
  /// A word may be a period alone, since a frozen quarter has no report.
  private func subject(_ scope: UnitScope, _ desk: Desk) -> (Set<Code>?, Period?) {
    guard let laporan else { return (nil, periode) }
    let calendar = desk.calendar
    let levels: [Report.Level] =
      scope.isOfVillages ? [.village, .recommendation] : Report.Level.allCases
    var codes = Set(calendar.reports(named: laporan, at: levels).map(\.code))
    if let code = calendar.codes.code(laporan) { codes.insert(code) }
    if codes.isEmpty, periode == nil, let period = Period(laporan) { return (nil, period) }
    return (codes, periode)
  }

  private static func isSame(_ asked: String, _ recorder: String) -> Bool {
    asked.trimmed.lowercased() == recorder.trimmed.lowercased()
  }

  private func print(
    _ lines: [LedgerLine], of rowCount: Int, _ asked: String?, _ words: Set<String>,
    to console: inout Console
  ) {
    guard !lines.isEmpty else {
      let isUnknown = laporan.map { Period($0) == nil && !words.contains($0) } ?? false
      let hint = isUnknown ? nearestMatch(to: laporan ?? "", among: words.sorted()) : nil
      console.line(
        rowCount == 0
          ? "Buku masih kosong."
          : "Tidak ada baris yang cocok dari \(rowCount) baris buku"
            + (asked.map { ": \($0)." } ?? ".") + (hint.map { " Mungkin maksudnya '\($0)'?" } ?? "")
      )
      return
    }
    console.line(
      "\(lines.count) dari \(rowCount) baris buku\(asked.map { ": \($0)" } ?? "")", .faint)
    for line in lines {
      console.line()
      line.print(to: &console)
    }
  }
}

extension String {
  /// The text without blanks at its ends.
  fileprivate var trimmed: Substring {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return self[first...last]
  }
}
