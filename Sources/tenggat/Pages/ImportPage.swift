internal import ComplianceModel
internal import Workspace

/// What became of a table, for people and for programs.
struct ImportPage {
  let outcome: TableImport.Outcome
  let names: [Kecamatan]
  let isPreview: Bool

  private var new: Int { outcome.counts.reduce(0) { $0 + $1.new } }
  private var late: Int { outcome.counts.reduce(0) { $0 + $1.late } }
  private var known: Int { outcome.counts.reduce(0) { $0 + $1.known } }

  func print(to session: inout Session) {
    if isPreview {
      for count in outcome.counts { session.console.line(line(of: count)) }
    }
    let verb = isPreview ? "akan dicatat" : "dicatat"
    var parts = ["\(new) baris \(verb)" + (late > 0 ? " (\(late) susulan)" : "")]
    if known > 0 { parts.append("\(known) sudah tercatat sebelumnya") }
    if outcome.faultyRows > 0 { parts.append("\(outcome.faultyRows) salah dilewati") }
    session.console.line(parts.joined(separator: ", ") + ".", outcome.isRefused ? .soon : .good)
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
