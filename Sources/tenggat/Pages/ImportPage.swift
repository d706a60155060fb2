internal import CivilCalendar
internal import ComplianceModel
internal import Deeds
internal import PlainText
internal import Workspace
internal import Wording
internal import Inspection

/// What became of a table, for people and for programs.
struct ImportPage {
  let outcome: TableImport.Outcome
  /// The findings, those that say the same as one.
  let groups: [FindingGroup]
  let names: [Kecamatan]
  let isPreview: Bool
  /// The rows, where they were asked for.
  let rows: [TableImport.Row]
  /// What the user said of headings, to be kept for the next time.
  let meanings: [String: TableColumn]

  private var new: Int { outcome.counts.reduce(0) { $0 + $1.new } }
  private var late: Int { outcome.counts.reduce(0) { $0 + $1.late } }
  private var known: Int { outcome.counts.reduce(0) { $0 + $1.known } }

  func print(to session: inout Session) {
    if isPreview {
      for row in rows { session.console.line(ImportText.line(of: row)) }
      for count in outcome.counts { session.console.line(line(of: count)) }
    }
    session.console.line(
      ImportText.summary(outcome, isPreview: isPreview), outcome.isRefused ? .soon : .good)
    printMeanings(to: &session)
  }

  /// Says how the office keeps what was said of headings.
  private func printMeanings(to session: inout Session) {
    guard !meanings.isEmpty else { return }
    session.console.line("Agar --peta tidak perlu diulang, tulis di kantor.yaml:")
    session.console.line("  impor:")
    session.console.line("    peta:")
    for (heading, column) in meanings.sorted(by: { $0.key < $1.key }) {
      let quoted = heading.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      session.console.line("      \"\(quoted)\": \(column.rawValue)")
    }
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
            "periode": $0.period.map { .string("\($0)") } ?? .null,
            "tanggal": .string("\($0.date)"),
            "diterima": .string("\($0.received)"), "susulan": .boolean($0.isLate),
            "baru": .boolean($0.isNew), "peristiwa": .string($0.kind.rawValue),
            "nilai": .string($0.value), "berkas": $0.evidence.map(JSONValue.string) ?? .null,
            "catatan": $0.note.map(JSONValue.string) ?? .null,
          ]
        })
    }
    return .object(value)
  }

  /// What was found, with the lines of each.
  private var findings: [JSONValue] {
    let found = groups.compactMap { group in
      group.merged.map { finding -> JSONValue in
        var value: [String: JSONValue] = [
          "kode": .string(finding.code),
          "tingkat": .string(finding.severity == .fault ? "galat" : "peringatan"),
          "baris": .array(group.findings.map { .integer($0.place.line) }),
          "pesan": .string(finding.message),
        ]
        let cells = group.findings.compactMap(\.place.cell)
        if !cells.isEmpty { value["sel"] = .array(cells.map(JSONValue.string)) }
        return .object(value)
      }
    }
    let refused = outcome.refused.map { refused -> JSONValue in
      [
        "kode": .string(ImportProblem.refused.rawValue), "tingkat": .string("galat"),
        "baris": .array([.integer(refused.place.line)]),
        "pesan": .string(
          CommandFailure(refused.cause).lines(at: refused.place).joined(separator: "\n")),
      ]
    }
    return found + refused
  }

  private var counts: [String: JSONValue] {
    [
      "dicatat": .integer(outcome.isRecorded ? new : 0),
      "akan_dicatat": .integer(isPreview ? new : 0),
      "susulan": .integer(late),
      "sudah_tercatat": .integer(known),
      "baris_salah": .integer(outcome.faultyRows),
      "belum": .integer(outcome.notYet),
      "temuan": .array(findings),
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
