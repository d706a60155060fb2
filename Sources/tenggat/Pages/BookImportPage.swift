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
      for row in outcome.rows { session.console.line(ImportText.line(of: row)) }
    }
    session.console.line(
      ImportText.summary(outcome, isPreview: isPreview), outcome.isRefused ? .soon : .good)
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
