internal import CivilCalendar
internal import ComplianceModel
internal import LedgerStore
internal import SystemPackage
internal import Workspace

/// `periksa --pulihkan`: sets damaged ledgers aside and says which rows have to be recorded again.
struct Recovery {
  /// The workspace.
  let folder: FilePath

  /// Rows that are shown of one ledger; the copy holds all.
  private static let shownRows = 50

  func run(_ console: inout Console) throws {
    let store = LedgerStore(folder: folder)
    var count = 0
    for entry in try store.bookEntries() {
      guard case .ledger(let kecamatan, let year) = entry.kind else { continue }
      var codes = CodeTable()
      // Without damage no lock is taken, so that a workspace that cannot be written is looked over.
      guard try store.read(kecamatan, year: year, codes: &codes)?.firstBrokenRow != nil,
        let salvage = try store.salvage(kecamatan, year: year)
      else { continue }
      count += 1
      show(salvage, &console)
      // What was done is said even where the next ledger fails.
      try console.flush()
    }
    if count == 0 { console.line("Tidak ada buku yang rusak; tidak ada yang diubah.", .good) }
    try console.flush()
  }

  private func show(_ salvage: LedgerSalvage, _ console: inout Console) {
    let rows = salvage.rowsSetAside
    if !salvage.takenOff.isEmpty {
      let words = salvage.takenOff.map(Recovery.words).joined(separator: ", ")
      console.line("\(salvage.damaged.name): dilepas \(words)", .soon)
    }
    if rows.isEmpty, !salvage.takenOff.isEmpty {
      console.line("  Semua \(salvage.keptRows) baris tetap; rantainya utuh.", .good)
      console.line("  Berkas semula disimpan di \(salvage.copy).")
      return
    }
    console.line(
      "\(salvage.damaged.name): \(salvage.keptRows) baris utuh tetap, \(rows.count) baris disisihkan",
      .bad)
    console.line("  Seluruh berkas yang rusak disimpan di \(salvage.copy).")
    guard !rows.isEmpty else {
      console.line("  Hanya judul kolomnya yang rusak; tidak ada baris yang perlu dicatat ulang.")
      return
    }
    console.line("  Baris yang disisihkan, sejauh terbaca; yang rusak bisa saja bukan isi aslinya:")
    for number in rows.prefix(Recovery.shownRows) {
      console.line("    #\(number)  \(text(of: number, in: salvage.damaged))")
    }
    if rows.count > Recovery.shownRows {
      console.line("    … dan \(rows.count - Recovery.shownRows) baris lagi di \(salvage.copy)")
    }
    console.line(
      "  Masukkan kembali yang rantainya utuh, menurut peristiwanya; lihat dahulu dengan:")
    console.line("    tenggat impor --dari-buku \(salvage.copy) --coba --lewati-salah")
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

  private static func words(_ addition: LedgerSalvage.Addition) -> String {
    switch addition {
    case .byteOrderMark: "tanda BOM di awal"
    case .carriageReturns: "CR pada akhir baris (CRLF)"
    case .blankLines: "baris kosong"
    }
  }

  /// What a row said, as far as it can be read; else its text.
  private func text(of number: Int, in ledger: LedgerFile) -> String {
    guard let row = ledger.row(number) else {
      let text = ledger.text(ofRow: number) ?? ""
      return "tidak terbaca: \(text.prefix(160))\(text.count > 160 ? "…" : "")"
    }
    let entry = row.entry
    var words = [entry.kind.rawValue, entry.subject, entry.period, entry.unit.description]
    if let date = entry.date { words.append("tanggal \(date)") }
    if let received = entry.received { words.append("diterima \(received)") }
    if !entry.value.isEmpty { words.append("nilai \(entry.value)") }
    words.append("dicatat \(row.recordedAt.date) oleh \(entry.recorder)")
    if !entry.file.isEmpty { words.append(entry.file) }
    if !entry.note.isEmpty { words.append("\"\(entry.note)\"") }
    return words.filter { !$0.isEmpty }.joined(separator: " ")
  }
}
