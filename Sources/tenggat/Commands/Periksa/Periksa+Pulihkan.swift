internal import CivilCalendar
internal import ComplianceModel
internal import LedgerStore
internal import PlainText
internal import SystemPackage
internal import Workspace
internal import Wording

/// `periksa --pulihkan`: brings damaged ledgers back, and says which rows the chain does not prove.
struct Recovery {
  /// The workspace.
  let folder: FilePath
  /// Whether nothing is written.
  let isTrial: Bool
  /// Whether a ledger of which not every row is proved is cut back to those before.
  let isCutting: Bool

  /// Rows that are shown of one ledger; the file holds all.
  private static let shownRows = 50

  func run(_ console: inout Console) throws {
    let store = LedgerStore(folder: folder)
    try requireKnownForms(store)
    var count = 0
    var isWhole = true
    for entry in try store.bookEntries() {
      guard case .ledger(let kecamatan, let year) = entry.kind else { continue }
      // Without damage no lock is taken, so that a workspace that cannot be written is looked over.
      guard let seen = try store.restoration(of: kecamatan, year: year) else { continue }
      let restored =
        isTrial ? nil : try store.restore(kecamatan, year: year, cutting: isCutting)
      guard isTrial || restored != nil else { continue }
      let restoration = restored?.restoration ?? seen
      count += 1
      if !restoration.isComplete { isWhole = false }
      show(restoration, copy: restored?.copy, &console)
      // What was done is said even where the next ledger fails.
      try console.flush()
    }
    if count == 0 { console.line("Tidak ada buku yang rusak; tidak ada yang diubah.", .good) }
    try console.flush()
    if !isWhole { throw CommandFailure.found }
  }

  /// Refuses where a later version wrote one of the ledgers, before any of them is touched: what it added to a row
  /// would be taken for damage.
  private func requireKnownForms(_ store: LedgerStore) throws {
    var findings: [Finding] = []
    for entry in try store.bookEntries() {
      guard case .ledger(let kecamatan, let year) = entry.kind else { continue }
      var codes = CodeTable()
      guard let ledger = try store.read(kecamatan, year: year, codes: &codes),
        ledger.isOfLaterForm
      else { continue }
      findings += ledger.findings
    }
    guard findings.isEmpty else { throw LedgerFailure.damaged(findings) }
  }

  private func show(
    _ restoration: LedgerRestoration, copy: String?, _ console: inout Console
  ) {
    let signs = restoration.form.signs.map(\.words).joined(separator: ", ")
    if !signs.isEmpty {
      console.line(
        "\(restoration.name): pernah disimpan ulang oleh program lain (\(signs.printable))", .soon)
    }
    let all = restoration.rows.count { $0.number > 0 }
    if restoration.isComplete {
      let verb = copy == nil ? "dapat dikembalikan" : "kembali"
      console.line(
        "\(restoration.name): \(all.indonesian) baris \(verb), semuanya terbukti oleh rantainya",
        .good)
      console.line(
        copy.map { "  Berkas semula disimpan di \($0)." }
          ?? "  Tidak ada yang ditulis. Pulihkan dengan: tenggat periksa --pulihkan")
      return
    }
    let proved = restoration.rows.count { $0.number > 0 && $0.lack == nil }
    console.line(
      "\(restoration.name): \(proved.indonesian) dari \(all.indonesian) baris terbukti oleh rantainya "
        + "(\(restoration.triedRows.indonesian) cara membaca dicoba)", .bad)
    console.line("  Yang tidak terbukti:")
    for row in restoration.unproved.prefix(Recovery.shownRows) {
      console.line("    \(Recovery.text(of: row, in: restoration))")
    }
    let more = restoration.unproved.count - Recovery.shownRows
    if more > 0 { console.line("    … dan \(more.indonesian) baris lagi") }
    if let copy {
      showCut(restoration, copy: copy, &console)
    } else {
      showWaysOut(restoration, &console)
    }
  }

  /// What to do where nothing was written.
  private func showWaysOut(_ restoration: LedgerRestoration, _ console: inout Console) {
    console.line("  Buku ini tidak diubah. Kembalikan dari salinan yang utuh bila ada:")
    console.line("    tenggat periksa --terhadap SALINAN")
    let kept = restoration.provedRows
    let left =
      switch kept {
      case 0: "tidak ada baris yang tersisa"
      case 1: "tersisa baris #1"
      default: "tersisa baris #1 sampai #\(kept)"
      }
    console.line("  Bila tidak ada, sisihkan berkas ini; di buku \(left):")
    console.line("    tenggat periksa --pulihkan --sisihkan")
  }

  /// What to do where the ledger was cut back.
  private func showCut(
    _ restoration: LedgerRestoration, copy: String, _ console: inout Console
  ) {
    let lost = restoration.rows.filter { $0.number > restoration.provedRows }
    console.line(
      "  \(restoration.provedRows.indonesian) baris tetap di buku, \(lost.count.indonesian) baris disisihkan; "
        + "seluruh berkas disimpan di \(copy).")
    guard !lost.isEmpty else { return }
    console.line("  Baris yang disisihkan, sejauh terbaca; yang rusak bisa saja bukan isi aslinya:")
    for row in lost.prefix(Recovery.shownRows) {
      console.line("    #\(row.number)  \(Recovery.said(by: row, in: restoration).printable)")
    }
    if lost.count > Recovery.shownRows {
      console.line(
        "    … dan \((lost.count - Recovery.shownRows).indonesian) baris lagi di \(copy)"
      )
    }
    console.line(
      "  Masukkan kembali yang rantainya utuh, menurut peristiwanya; lihat dahulu dengan:")
    console.line("    tenggat impor --dari-buku \(copy) --coba --lewati-salah")
    console.line(
      "  Yang tidak ikut: cocokkan dengan buktinya, lalu catat ulang dengan tanggal aslinya:")
    console.line(
      "    tenggat catat LAPORAN PERIODE --unit KODE --tanggal TANGGAL --diterima TANGGAL "
        + "--berkas BUKTI --alasan 'pemulihan buku'")
    console.line(
      "  Peristiwa lain dengan perintahnya sendiri (kembalikan, terima, bebaskan, perpanjang, "
        + "kejadian, batalkan).")
    console.line("  Sesudahnya: tenggat periksa")
  }

  /// What keeps a row from being proved, with its place.
  private static func text(
    of row: LedgerRestoration.Row, in restoration: LedgerRestoration
  ) -> String {
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
  private static func said(
    by row: LedgerRestoration.Row, in restoration: LedgerRestoration
  ) -> String {
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
