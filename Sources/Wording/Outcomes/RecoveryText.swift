internal import CivilCalendar
internal import ComplianceModel
package import LedgerStore
internal import PlainText

/// What came of bringing a damaged ledger back, in words that every front shares.
package struct RecoveryText {
  /// How a front says what a person does where not every row is proved.
  package struct Ways: Sendable {
    /// Compares the workspace with a copy.
    let compare: String
    /// Takes in rows of a file that was set aside.
    let takeIn: @Sendable (String) -> String
    /// Records a row again.
    let record: String
    /// The commands for rows that are no submissions.
    let others: String

    /// Names the ways.
    ///
    /// - Parameters:
    ///   - compare: Compares the workspace with a copy.
    ///   - takeIn: Takes in rows of a file that was set aside.
    ///   - record: Records a row again.
    ///   - others: The commands for rows that are no submissions.
    package init(
      compare: String, takeIn: @escaping @Sendable (String) -> String, record: String,
      others: String
    ) {
      self.compare = compare
      self.takeIn = takeIn
      self.record = record
      self.others = others
    }
  }

  private let restoration: LedgerRestoration
  /// Where the damaged file was kept; `nil` where nothing was written.
  private let copy: String?
  private let ways: Ways

  /// Rows that are shown of one ledger; the file holds all.
  private static let shownRows = 50

  /// Says what came of a ledger.
  ///
  /// - Parameters:
  ///   - restoration: What it gives back.
  ///   - copy: Where the damaged file was kept; `nil` where nothing was written.
  ///   - ways: How a front says what a person does then.
  package init(_ restoration: LedgerRestoration, copy: String?, ways: Ways) {
    self.restoration = restoration
    self.copy = copy
    self.ways = ways
  }

  /// What is said where no ledger is damaged.
  package static let nothing = "Tidak ada buku yang rusak; tidak ada yang diubah."

  /// What is said of the ledger.
  package var outcome: OutcomeText {
    OutcomeText(lines: signs + (restoration.isComplete ? whole : torn))
  }

  private typealias Line = OutcomeText.Line

  /// What another program did to the file.
  private var signs: [Line] {
    let signs = restoration.form.signs.map(\.words).joined(separator: ", ")
    guard !signs.isEmpty else { return [] }
    return [
      Line(
        "\(restoration.name): pernah disimpan ulang oleh program lain (\(signs.printable))", .soon,
        inner: false)
    ]
  }

  private var rowCount: Int { restoration.rows.count { $0.number > 0 } }

  private var whole: [Line] {
    let verb = copy == nil ? "dapat dikembalikan" : "kembali"
    return [
      Line(
        "\(restoration.name): \(rowCount.indonesian) baris \(verb), semuanya terbukti oleh rantainya",
        .good, inner: false),
      copy.map { Line("Berkas semula disimpan di \($0).") }
        ?? Line("Tidak ada yang ditulis. Pulihkan dengan: \(do: .restoreLedgers)"),
    ]
  }

  private var torn: [Line] {
    let proved = restoration.rows.count { $0.number > 0 && $0.lack == nil }
    let lost = restoration.unproved
    return [
      Line(
        """
        \(restoration.name): \(proved.indonesian) dari \(rowCount.indonesian) baris terbukti oleh \
        rantainya (\(restoration.triedRows.indonesian) cara membaca dicoba)
        """, .bad, inner: false), Line("Yang tidak terbukti:"),
    ] + lost.prefix(RecoveryText.shownRows).map { Line(Remedy(doubt(about: $0)), deep: true) }
      + more(lost.count, "") + (copy.map(cut) ?? waysOut)
  }

  /// How many rows are not shown.
  private func more(_ count: Int, _ place: String) -> [Line] {
    let more = count - RecoveryText.shownRows
    return more > 0 ? [Line("… dan \(more.indonesian) baris lagi\(place)", deep: true)] : []
  }

  /// What to do where nothing was written.
  private var waysOut: [Line] {
    let kept = restoration.provedRows
    let left =
      switch kept {
      case 0: "tidak ada baris yang tersisa"
      case 1: "tersisa baris #1"
      default: "tersisa baris #1 sampai #\(kept)"
      }
    return [
      Line("Buku ini tidak diubah. Kembalikan dari salinan yang utuh bila ada:"),
      Line(Remedy(ways.compare), deep: true),
      Line("Bila tidak ada, sisihkan berkas ini; di buku \(left):"),
      Line("\(do: .setAsideDamage)", deep: true),
    ]
  }

  /// What to do where the ledger was cut back.
  private func cut(to copy: String) -> [Line] {
    let lost = restoration.rows.filter { $0.number > restoration.provedRows }
    let kept = Line(
      """
      \(restoration.provedRows.indonesian) baris tetap di buku, \(lost.count.indonesian) baris \
      disisihkan; seluruh berkas disimpan di \(copy).
      """)
    guard !lost.isEmpty else { return [kept] }
    return [
      kept,
      Line("Baris yang disisihkan, sejauh terbaca; yang rusak bisa saja bukan isi aslinya:"),
    ]
      + lost.prefix(RecoveryText.shownRows).map {
        Line(Remedy("#\($0.number)  \(content(of: $0).printable)"), deep: true)
      } + more(lost.count, " di \(copy)") + [
        Line("Masukkan kembali yang rantainya utuh, menurut peristiwanya; lihat dahulu dengan:"),
        Line(Remedy(ways.takeIn(copy)), deep: true),
        Line(
          "Yang tidak ikut: cocokkan dengan buktinya, lalu catat ulang dengan tanggal aslinya:"),
        Line(Remedy(ways.record), deep: true),
        Line("Peristiwa lain dengan perintahnya sendiri (\(ways.others))."),
        Line("Sesudahnya: \(do: .inspect)"),
      ]
  }

  /// What keeps a row from being proved, with its place.
  private func doubt(about row: LedgerRestoration.Row) -> String {
    let place = "\(restoration.name):\(row.line): "
    switch row.lack {
    case .unproved(let doubts) where doubts.isEmpty:
      return "\(place)#\(row.number): isinya diubah sesudah dicatat"
    case .unproved(let doubts):
      let cells = doubts.map { "\($0.column) `\($0.text.prefix(40).description.printable)`" }
      return "\(place)#\(row.number): diragukan \(cells.joined(separator: ", "))"
    case .fields(let count): return "\(place)#\(row.number): berisi \(count) isian, bukan 14"
    case .predecessorLost: return "\(place)#\(row.number): baris sebelumnya hilang"
    case .missing: return "\(restoration.name): #\(row.number): tidak ada dalam berkas"
    case .surplus, nil: return "\(place)bukan baris buku, atau baris yang terulang"
    }
  }

  /// What a row said, as far as it can be read; else its text.
  private func content(of row: LedgerRestoration.Row) -> String {
    guard row.lack != .missing else { return "tidak ada dalam berkas" }
    guard let content = restoration.content(of: row) else {
      return "tidak terbaca: \(row.text.prefix(160))\(row.text.count > 160 ? "…" : "")"
    }
    let entry = content.entry
    var words = [entry.kind.rawValue, entry.subject, entry.period, entry.unit.description]
    if let date = entry.date { words.append("tanggal \(date)") }
    if let received = entry.received { words.append("diterima \(received)") }
    if !entry.value.isEmpty { words.append("nilai \(entry.value)") }
    words.append("dicatat \(content.recordedAt.date) oleh \(entry.recorder)")
    if !entry.file.isEmpty { words.append(entry.file) }
    if !entry.note.isEmpty { words.append("\"\(entry.note)\"") }
    return words.filter { !$0.isEmpty }.joined(separator: " ")
  }
}
