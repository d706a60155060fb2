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
    summary = EffectText(effect).summary(listing: EffectView.most)
    moves =
      effect.moves.isEmpty
      ? nil
      : TableView(
        "Yang bergeser", DefinitionEffect.moveColumns,
        showing: [
          .init("laporan", namesRow: true), "periode", "nama_unit",
          .init("tenggat_lama", right: true), .init("tenggat_baru", right: true), "status_lama",
          "status_baru",
        ], Array(effect.moves.prefix(EffectView.most)))
    frozen = effect.frozen.map(EffectText.sentence)
  }
}
