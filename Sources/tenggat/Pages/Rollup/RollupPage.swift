internal import Answers
internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import Wording

/// The sums of many exports, for a terminal.
struct RollupPage {
  let rollup: Rollup
  /// The files that were left out.
  let skipped: Int
  /// Whether every row is shown, however many there are.
  let showsAll: Bool

  /// The most rows of a table by default; of more the best and the worst half of them are shown.
  private static let mostRows = 40

  private var isOfQuarter: Bool { rollup.duty.quarter != nil }

  func print(to console: inout Console) {
    let text = RollupText(rollup)
    console.line(text.title, .strong)
    console.line(text.state, .faint)
    console.line()
    let total = rollup.recap.total
    if total.required + total.exempt > 0 {
      console.totals(total, ofQuarter: isOfQuarter)
    } else {
      console.line("Tidak ada kewajiban.")
    }
    let left = skipped + rollup.doubts.count
    if left > 0 {
      console.line("\(left.indonesian) ekspor yang salah tidak dijumlahkan.", .bad)
    }
    for note in text.notes { console.line(note, .soon) }
    for (level, heading) in [
      (Recap.Level.province, "Provinsi"), (.regency, "Kabupaten/kota"), (.kecamatan, "Kecamatan"),
    ] {
      let rows = rollup.recap.rankedRows(of: level, in: .rank)
      if rows.count > 1 || level == .kecamatan { printTable(rows, heading, to: &console) }
    }
    printMissing(text, to: &console)
    console.line()
    console.line(
      "Peringkat menurut tepat waktu, berjalan; \(Table.Cell.noValue) belum ada yang dinilai.",
      .faint)
  }

  private func printTable(
    _ rows: [Recap.RankedRow], _ heading: String, to console: inout Console
  ) {
    let half = RollupPage.mostRows / 2
    let isShort = showsAll || rows.count <= RollupPage.mostRows
    let shown = isShort ? rows : Array(rows.prefix(half) + rows.suffix(half))
    console.line()
    console.line(heading, .strong)
    console.table(
      Table(
        Recap.columns(ofQuarter: isOfQuarter),
        showing: [.init("peringkat", right: true), "kode", .init("nama", .cut)] + RatePage.counts,
        shown, console),
      indent: 0)
    if !isShort {
      console.line(
        "\(half) terbaik dan \(half) terakhir dari \(rows.count.indonesian); semuanya: --semua",
        .faint)
    }
  }

  private func printMissing(_ text: RollupText, to console: inout Console) {
    console.line()
    guard let line = text.missing, let missing = rollup.missing else {
      return console.line(RollupText.unknownMissing, .faint)
    }
    console.line(line, missing.isEmpty ? .good : .strong)
    let shown = showsAll ? missing[...] : missing.prefix(RollupPage.mostRows)
    for kecamatan in shown { console.line("  \(kecamatan.code) \(kecamatan.unit.name)") }
    if shown.count < missing.count {
      console.line(
        "  dan \((missing.count - shown.count).indonesian) lagi; semuanya: --semua", .faint)
    }
  }
}
