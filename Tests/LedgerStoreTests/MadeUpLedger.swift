import CivilCalendar
import ComplianceModel
import LedgerStore
import TestSupport
import Testing

/// A ledger of made-up rows, with all that a text in it can be.
struct MadeUpLedger {
  /// The fields of each row, the column names first.
  private(set) var rows: [[String]] = [header.dropLast().split(separator: ",").map(String.init)]
  /// The file.
  private(set) var text = ""

  private static let notes = [
    "", "", "surat 5, tanggal 3 Maret", "kata \"final\" saja", "a; b; c", "Café – Jalan Ñandú",
    "007", "0012", "#12 salah unggah", "2025#3 keliru", "dua\"kutip\"", "\"", ",", ";", "12/5",
    "2026-01-05", "2026-03", "100", "12.50", "120000000000", "kolom\u{3042}漢字",
    String(repeating: "panjang sekali, ", count: 60), " blanko di muka", "+62812345678", "benar",
  ]
  private static let values = ["12/15", "3/4", "31/12", "82.50", "100.00", "7", "0.5", "12/12"]
  private static let periods = ["2025", "2026-09", "2026-TW3", "2026-S1", "2026-01"]
  private static let reports = ["LPPD", "RFK", "H05", "Renja-P", "APBDes"]

  init(seed: UInt64, count: Int) {
    var random = SplitMix64(seed: seed)
    func pick(_ choices: [String]) -> String { choices.randomElement(using: &random) ?? "" }
    func day() -> String {
      let month = Int.random(in: 1...12, using: &random)
      let day = Int.random(in: 1...28, using: &random)
      return "2026-\(SpreadsheetSave.padded(month))-\(SpreadsheetSave.padded(day))"
    }
    for number in 1...count {
      let isMeasured = Int.random(in: 0..<4, using: &random) == 0
      let hasFile = Int.random(in: 0..<4, using: &random) == 0
      let hash = hasFile ? sha256("\(seed) \(number)") : ""
      let village = Int.random(in: 2001...2010, using: &random)
      let date = day()
      rows.append([
        "\(number)", "2026-12-31T09:\(SpreadsheetSave.padded(number % 60)):07+08:00",
        pick(["operator", "Kasi, Pemerintahan", "Ñ \"A\"", "kasubbag"]),
        isMeasured ? "ukur" : "serah", number % 3 == 0 ? "63.05.12" : "63.05.12.\(village)",
        pick(MadeUpLedger.reports), pick(MadeUpLedger.periods), date,
        number % 5 == 0 ? "" : day(), isMeasured ? pick(MadeUpLedger.values) : "",
        hasFile ? "dokumen/63.05.12/2026/\(hash).pdf" : "", hash, pick(MadeUpLedger.notes),
      ])
    }
    seal()
  }

  private mutating func seal() {
    let lines = rows.dropFirst().map { row in
      row.map { cell in
        cell.contains(",") || cell.contains("\"")
          ? "\"\(cell.replacing("\"", with: "\"\""))\"" : cell
      }.joined(separator: ",")
    }
    text = ledgerText(Array(lines))
    let sealed = text.split(separator: "\n").dropFirst()
    for (index, line) in sealed.enumerated() { rows[index + 1].append(String(line.suffix(64))) }
  }
}
