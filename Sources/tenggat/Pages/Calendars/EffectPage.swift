internal import Answers
internal import ComplianceModel
internal import PlainText
internal import Wording
internal import Workspace

/// What would move by other definitions, for people and for programs.
struct EffectPage {
  let effect: DefinitionEffect

  // MARK: - For people

  func print(to console: inout Console) {
    console.line(EffectText(effect).summary())
    guard !effect.moves.isEmpty else { return }
    console.table(
      Table(
        DefinitionEffect.moveColumns,
        showing: [
          "laporan", "periode", .init("nama_unit", .cut), .init("tenggat_lama", right: true),
          .init("tenggat_baru", right: true), "status_lama", "status_baru",
        ], effect.moves, console))
  }

  /// Says which frozen quarters would say otherwise.
  func printFrozen(to console: inout Console) {
    for frozen in effect.frozen { console.line(EffectText.sentence(frozen), .soon) }
  }

  // MARK: - JSON

  var json: JSONValue {
    [
      "tahun_pertama": .integer(effect.years.lowerBound),
      "tahun_terakhir": .integer(effect.years.upperBound),
      "dibandingkan": .integer(effect.compared),
      "bergeser": JSONValue(rows: effect.moves, DefinitionEffect.moveColumns),
      "beku": .array(effect.frozen.map(EffectPage.json)),
    ]
  }

  /// A frozen quarter, as programs read it.
  static func json(_ frozen: QuarterFreeze) -> JSONValue {
    [
      "unit": .string("\(frozen.kecamatan)"), "triwulan": .string("\(frozen.quarter)"),
      "nomor": .string(frozen.row.text),
    ]
  }
}
