internal import Answers
internal import CivilCalendar
internal import ComplianceModel
internal import Wording
internal import Workspace

/// What would move by other definitions, as a template shows it.
struct EffectView: Sendable {
  /// How much moves, in one sentence.
  let summary: String
  /// What moves; `nil` where nothing does.
  let moves: TableView?
  /// The frozen quarters that would say otherwise, in sentences.
  let frozen: [String]

  /// The moves that are listed at most: a page is no book.
  private static let most = 300

  /// Shows an effect.
  init(_ effect: DefinitionEffect, _ visit: Visit) {
    let years = effect.years
    let span =
      years.count == 1
      ? "\(years.lowerBound)"
      : "\(years.lowerBound) \(years.count == 2 ? "dan" : "sampai") \(years.upperBound)"
    let count = effect.moves.count
    let all = "dari \(effect.compared.indonesian) kewajiban \(span)"
    summary =
      count == 0
      ? "Tidak ada tenggat atau status yang bergeser, \(all)."
      : "\(count.indonesian) tenggat atau status bergeser, \(all)"
        + (count > EffectView.most ? "; \(EffectView.most) yang pertama:" : ":")
    moves =
      count == 0
      ? nil
      : TableView(
        "Yang bergeser", DefinitionEffect.moveColumns,
        showing: [
          .init("laporan", namesRow: true), "periode", "nama_unit",
          .init("tenggat_lama", right: true), .init("tenggat_baru", right: true), "status_lama",
          "status_baru",
        ], Array(effect.moves.prefix(EffectView.most)))
    frozen = effect.frozen.map(EffectView.sentence)
  }

  /// That a frozen quarter stays as it is.
  static func sentence(_ frozen: QuarterFreeze) -> String {
    "\(frozen.quarter.indonesian) \(frozen.quarter.year) sudah dibekukan (baris "
      + "\(frozen.row.text)) dan tetap seperti adanya."
  }
}
