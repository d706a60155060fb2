package import Answers
internal import CivilCalendar
package import Compliance
package import ComplianceModel

/// What stands around a table of indicators.
extension IndicatorWords {
  /// The register of a scorecard, with when it is in force where that is not always.
  package static func register(_ scorecard: Scorecard) -> String {
    "Register \(scorecard.register.name): \(scorecard.register.title)"
      + (scorecard.validity == .always
        ? "" : ", berlaku \(RuleText.validity(scorecard.validity))")
  }

  /// Who answers for an indicator, as the register prints the role.
  package static func owner(_ indicator: Indicator, _ sheet: Scorecards.Sheet) -> String {
    guard let role = indicator.role else { return "kosong dalam dokumen" }
    return sheet.scorecard.register.title(of: role) ?? Words.role(sheet.calendar.codes[role])
  }

  /// A note below a table, with the codes of the indicators that it holds for.
  package static func note(_ labels: [String], _ note: IndicatorNote) -> String {
    "\(labels.joined(separator: ", ")) \(sentence(note))"
  }

  /// What the columns of a scorecard mean.
  ///
  /// - Parameter hasQuarter: Whether a column shows the values up to a quarter.
  /// - Returns: A sentence for each column that needs one.
  package static func legend(hasQuarter: Bool) -> [String] {
    ["Setahun: dari seluruh kewajiban tahun itu."]
      + (hasQuarter ? ["s.d. TW: dari kewajiban yang tenggatnya sampai triwulan itu."] : [])
      + ["Masih bisa: nilai tepat waktu tertinggi yang masih dapat dicapai tahun itu."]
  }

  /// The years that a comparison leaves out, a sentence for those that follow each other.
  package static func skipped(_ answer: ScorecardComparison) -> [String] {
    answer.skipped.map { span in
      let words = span.count > 1 ? "\(span.lowerBound)-\(span.upperBound)" : "\(span.lowerBound)"
      return "\(words) tidak dibandingkan: hari libur \(span.lowerBound) belum ada; tambahkan "
        + "berkasnya, atau batalkan baris 'ukur' yang periodenya keliru"
    }
  }
}
