package import Answers
internal import CivilCalendar
internal import ComplianceModel
package import Workspace

/// What would move by other definitions, in words.
package struct EffectText {
  private let effect: DefinitionEffect

  /// The words for an effect.
  package init(_ effect: DefinitionEffect) { self.effect = effect }

  /// How much moves, in one sentence: with a colon where a list follows.
  ///
  /// - Parameter most: How many are listed at most; all where it is `nil`.
  /// - Returns: The sentence.
  package func summary(listing most: Int? = nil) -> String {
    let count = effect.moves.count
    let all = "dari \(effect.compared.indonesian) kewajiban \(EffectText.span(effect.years))"
    guard count > 0 else { return "Tidak ada tenggat atau status yang bergeser, \(all)." }
    let cut = most.flatMap { count > $0 ? "; \($0) yang pertama:" : nil } ?? ":"
    return "\(count.indonesian) tenggat atau status bergeser, \(all)\(cut)"
  }

  /// Years as they are named: `2026`, `2026 dan 2027`, `2026 sampai 2028`.
  package static func span(_ years: ClosedRange<Int>) -> String {
    switch years.count {
    case 1: "\(years.lowerBound)"
    case 2: "\(years.lowerBound) dan \(years.upperBound)"
    default: "\(years.lowerBound) sampai \(years.upperBound)"
    }
  }

  /// That a frozen quarter stays as it is.
  package static func sentence(_ frozen: QuarterFreeze) -> String {
    "\(frozen.quarter.indonesianWithYear) sudah dibekukan (baris "
      + "\(frozen.row.text)) dan tetap seperti adanya."
  }
}
