internal import Deeds
internal import PlainText
internal import Wording

/// What came of holidays that were put in place, for people and for programs.
struct HolidayOutcomePage {
  let outcome: HolidayOutcome
  let effect: EffectPage
  let isPreview: Bool

  // MARK: - For people

  func print(to console: inout Console) {
    console.line("Hari libur \(EffectText.span(outcome.years))", .strong)
    if outcome.isKnown {
      console.line("Sudah demikian di \(outcome.file); tidak ada yang ditulis.", .good)
      return
    }
    effect.print(to: &console)
    effect.printFrozen(to: &console)
    if isPreview {
      console.line("Belum ditulis (--coba): \(outcome.file)", .soon)
    } else {
      console.line("Ditulis di \(outcome.file)", .good)
    }
  }

  // MARK: - JSON

  var json: JSONValue {
    effect.json.adding("berkas", .string(outcome.file))
      .adding("tahun_libur_pertama", .integer(outcome.years.lowerBound))
      .adding("tahun_libur_terakhir", .integer(outcome.years.upperBound))
      .adding("ditulis", .boolean(outcome.isWritten))
      .adding("sudah_ada", .boolean(outcome.isKnown))
      .adding(
        "baris",
        .array(
          outcome.lines.map {
            [
              "nomor": .integer($0.number), "ditambah": .boolean($0.isAdded),
              "teks": .string($0.text),
            ]
          }))
  }
}
