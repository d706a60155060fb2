internal import Answers
internal import CivilCalendar
internal import ComplianceModel
internal import PlainText
internal import Wording

/// The rules of a duty year, for people and for programs.
struct RulePage {
  let answer: RuleListing

  // MARK: - For people

  func print(to console: inout Console) {
    for (number, office) in answer.offices.enumerated() {
      if number > 0 { console.line() }
      print(office, to: &console)
    }
  }

  private func print(_ office: RuleListing.Office, to console: inout Console) {
    let name = office.kecamatan.displayName(of: office.kecamatan.code)
    console.line("\(name) · aturan tenggat \(answer.year)", .strong)
    console.line("Digabung dari: \(office.files.joined(separator: ", "))", .faint)
    console.line()
    guard !office.lines.isEmpty else {
      console.line("Tidak ada aturan yang cocok.")
      return
    }
    console.table(
      Table(
        office.columns,
        showing: [
          "laporan", .init("aturan", .wrapped), .init("tenggat", .wrapped),
          .init("dasar_hukum", .wrapped), .init("keyakinan", .wrapped),
          .init("ditulis_di", .wrapped),
        ], office.lines, console))
    let notes = [office.localNote, office.undatedNote].compactMap(\.self)
    if !notes.isEmpty { console.line() }
    for note in notes { console.line(note) }
  }

  // MARK: - JSON

  var json: JSONValue {
    answer.uncomputed.added(to: [
      "tahun": .integer(answer.year),
      "kantor": .array(answer.offices.map(RulePage.json)),
    ])
  }

  private static func json(_ office: RuleListing.Office) -> JSONValue {
    [
      "unit": .string("\(office.kecamatan.code)"),
      "nama_unit": .string(office.kecamatan.displayName(of: office.kecamatan.code)),
      "kalender": .array(office.files.map { .string($0) }),
      "aturan": .array(
        office.lines.map { line in
          JSONValue(line, office.columns).adding("tingkat", .string(line.report.level.rawValue))
            .adding("lokal", .boolean(line.rule.confidence == .local))
            .adding("tenggat", .array(line.due.map { .string("\($0)") }))
        }),
      "tanpa_tenggat": .array(office.undated.map { .string($0) }),
    ]
  }
}
