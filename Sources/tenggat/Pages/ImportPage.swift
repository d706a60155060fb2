internal import CivilCalendar
internal import ComplianceModel
internal import PlainText
internal import Workspace

/// What became of a table, for people and for programs.
struct ImportPage {
  let outcome: TableImport.Outcome
  let names: [Kecamatan]
  let isPreview: Bool
  /// The rows, where they were asked for.
  let rows: [TableImport.Row]

  private var new: Int { outcome.counts.reduce(0) { $0 + $1.new } }
  private var late: Int { outcome.counts.reduce(0) { $0 + $1.late } }
  private var known: Int { outcome.counts.reduce(0) { $0 + $1.known } }

  func print(to session: inout Session) {
    if isPreview {
      for row in rows { session.console.line(line(of: row)) }
      for count in outcome.counts { session.console.line(line(of: count)) }
    }
    let verb = isPreview ? "akan dicatat" : "dicatat"
    var parts = ["\(new) baris \(verb)" + (late > 0 ? " (\(late) susulan)" : "")]
    if known > 0 { parts.append("\(known) sudah tercatat sebelumnya") }
    if outcome.faultyRows > 0 { parts.append("\(outcome.faultyRows) salah dilewati") }
    session.console.line(parts.joined(separator: ", ") + ".", outcome.isRefused ? .soon : .good)
  }

  /// A row with the unit that it was understood to speak of.
  private func line(of row: TableImport.Row) -> String {
    var words = [
      "baris \(row.line): \(row.report) \(row.period)", "\(row.unitName) (\(row.unit))",
      row.date.indonesian,
    ]
    if row.received != row.date { words.append("diterima \(row.received.indonesian)") }
    if row.isLate { words.append("susulan") }
    if !row.isNew { words.append("sudah tercatat") }
    return words.joined(separator: ", ")
  }

  private func line(of count: TableImport.Outcome.Count) -> String {
    let kecamatan = names.first { $0.code == count.kecamatan }?.unit.name ?? "\(count.kecamatan)"
    var parts = ["\(count.new) baru"]
    if count.late > 0 { parts.append("\(count.late) di antaranya susulan") }
    if count.known > 0 { parts.append("\(count.known) sudah tercatat") }
    let place = names.count > 1 ? "\(kecamatan) " : ""
    return "\(place)\(count.report): \(parts.joined(separator: ", "))"
  }

  var json: JSONValue {
    var value = counts
    if isPreview {
      value["baris"] = .array(
        rows.map {
          [
            "baris": .integer($0.line), "unit": .string("\($0.unit)"),
            "nama_unit": .string($0.unitName), "laporan": .string($0.report),
            "periode": .string("\($0.period)"), "tanggal": .string("\($0.date)"),
            "diterima": .string("\($0.received)"), "susulan": .boolean($0.isLate),
            "baru": .boolean($0.isNew),
          ]
        })
    }
    return .object(value)
  }

  private var counts: [String: JSONValue] {
    [
      "dicatat": .integer(outcome.isRecorded ? new : 0),
      "akan_dicatat": .integer(isPreview ? new : 0),
      "susulan": .integer(late),
      "sudah_tercatat": .integer(known),
      "baris_salah": .integer(outcome.faultyRows),
      "rincian": .array(
        outcome.counts.map {
          [
            "kecamatan": .string("\($0.kecamatan)"), "laporan": .string($0.report),
            "baru": .integer($0.new), "susulan": .integer($0.late), "sudah": .integer($0.known),
          ]
        }),
    ]
  }
}
