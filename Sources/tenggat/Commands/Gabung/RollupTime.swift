internal import Answers
internal import ArgumentParser
internal import CivilCalendar
internal import Wording

/// The options of a roll-up that say of which time the exports are.
struct RollupTime: ParsableArguments {
  @Option(
    help: ArgumentHelp("Hanya ekspor triwulan ini, misalnya 2026-TW1.", valueName: "triwulan"))
  var triwulan: DutyQuarter?
  @Option(help: ArgumentHelp("Hanya ekspor setahun dari tahun ini.", valueName: "tahun"))
  var tahun: DutyYear?

  /// The duty year or quarter; `nil` for that of the exports.
  ///
  /// - Throws: A ``CommandFailure`` where both are named.
  var duty: DutyStatement.Duty? {
    get throws {
      guard triwulan == nil || tahun == nil else {
        throw OptionRefusal.exclusive(["--triwulan", "--tahun"])
      }
      return triwulan.map { .quarter($0.quarter) } ?? tahun.map { .year($0.year) }
    }
  }
}
