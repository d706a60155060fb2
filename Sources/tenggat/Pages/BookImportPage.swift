internal import CivilCalendar
internal import ComplianceModel
internal import Deeds
internal import PlainText
internal import Workspace
internal import Wording

/// What became of the rows of another ledger, for people and for programs.
struct BookImportPage {
  let outcome: BookImport.Outcome
  let isPreview: Bool

  private var new: [BookImport.Row] { outcome.rows.filter(\.isNew) }
  private var known: Int { outcome.rows.count - new.count }

  func print(to session: inout Session) {
    if isPreview {
      for row in outcome.rows { session.console.line(line(of: row)) }
    }
    var parts = ["\(new.count) baris \(isPreview ? "akan dicatat" : "dicatat")" + kinds]
    if known > 0 { parts.append("\(known) sudah ada di sini") }
    if outcome.faultyRows > 0 { parts.append("\(outcome.faultyRows) salah dilewati") }
    session.console.line(parts.joined(separator: ", ") + ".", outcome.isRefused ? .soon : .good)
  }

  /// How many new rows there are of each kind.
  private var kinds: String {
    let parts = LedgerEvent.Kind.allCases.compactMap { kind -> String? in
      let count = new.count { $0.kind == kind }
      return count > 0 ? "\(count) \(kind.rawValue)" : nil
    }
    return parts.isEmpty ? "" : " (\(parts.joined(separator: ", ")))"
  }

  private func line(of row: BookImport.Row) -> String {
    let what = [row.kind.rawValue, row.subject, row.period].filter { !$0.isEmpty }
    return "#\(row.number): \(what.joined(separator: " ")), \(row.unitName) (\(row.unit)), "
      + "\(row.date.indonesian), "
      + (row.isNew ? "menjadi baris \(row.place.text)" : "sudah ada (baris \(row.place.text))")
  }

  var json: JSONValue {
    [
      "dicatat": .integer(outcome.isRecorded ? new.count : 0),
      "akan_dicatat": .integer(isPreview ? new.count : 0),
      "sudah_tercatat": .integer(known),
      "baris_salah": .integer(outcome.faultyRows),
      "baris": .array(
        outcome.rows.map {
          [
            "urutan": .integer($0.number), "peristiwa": .string($0.kind.rawValue),
            "unit": .string("\($0.unit)"), "nama_unit": .string($0.unitName),
            "laporan": .string($0.subject), "periode": .string($0.period),
            "tanggal": .string("\($0.date)"), "baris": .string($0.place.text),
            "baru": .boolean($0.isNew),
          ]
        }),
    ]
  }
}
