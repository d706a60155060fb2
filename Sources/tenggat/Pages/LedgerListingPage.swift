internal import Answers
internal import CivilCalendar
internal import ComplianceModel
internal import PlainText
internal import Wording

/// Rows of the ledger, each with its three dates and who recorded it.
struct LedgerListingPage {
  let listing: LedgerListing

  private var question: LedgerListing.Question { listing.question }
  private var filter: ViewFilter { ViewFilter(units: question.units.units) }

  // MARK: - For people

  func print(to console: inout Console) {
    let asked = asked.map { ": \($0)" }
    guard !listing.lines.isEmpty else {
      let nothing = "Tidak ada baris yang cocok dari \(listing.rowCount) baris buku"
      let hint = listing.suggestion.map { " Mungkin maksudnya '\($0)'?" } ?? ""
      console.line(
        listing.rowCount == 0 ? "Buku masih kosong." : "\(nothing)\(asked ?? "").\(hint)")
      return
    }
    console.line(
      "\(listing.lines.count) dari \(listing.rowCount) baris buku\(asked ?? "")", .faint)
    for line in listing.lines {
      console.line()
      line.print(to: &console)
    }
  }

  /// What was asked for: `LKIP 2025, Desa Bagak, dicatat oleh kasubbag`; `nil` for all.
  private var asked: String? {
    let what = question.subject.map {
      listing.codes.isEmpty ? $0 : listing.codes.joined(separator: " atau ")
    }
    let subject = [what, question.period?.description].compactMap(\.self).joined(separator: " ")
    let words = [
      subject.nonEmpty,
      question.units.units.isEmpty ? nil : filter.who(question.units.kecamatan),
      question.recorder.map { "dicatat oleh \($0)" },
      question.recorded.map { "dicatat pada \($0.indonesian)" },
      question.year.map { "buku tahun \($0)" },
    ].compactMap(\.self)
    return words.joined(separator: ", ").nonEmpty
  }

  // MARK: - JSON

  var json: JSONValue {
    [
      "jumlah": .integer(listing.lines.count),
      "dari": .integer(listing.rowCount),
      "saringan": [
        "laporan": JSONValue(question.subject),
        "periode": JSONValue(question.period),
        "unit": filter.unitJSON,
        "petugas": JSONValue(question.recorder),
        "dicatat": JSONValue(question.recorded),
        "tahun": JSONValue(question.year),
      ],
      "baris": JSONValue(rows: listing.lines, LedgerLine.columns),
    ]
  }
}
