import CivilCalendar
import Compliance
import ComplianceModel
import TestSupport
import Testing

extension SmallOffice {
  /// Adds the six documents of a desa, RealisasiDes with both semesters unless told otherwise, each owed
  /// by all desa but for those with units of their own.
  mutating func addVillageReports(
    secondHalf: Bool = true, units: [String: Set<RegionCode>] = [:]
  ) throws {
    let threeMonths = DueShape.offset(
      count: 3, unit: .months, direction: .after, anchor: .periodEnd)
    let secondWeek = DueShape.weekOfMonth(
      ordinal: 2, month: .july, yearOffset: 0, reading: .sevenDays)
    try addTermDocument(units: units["RPJMDes"])
    add(
      "RKPDes", level: .village, nature: .plan, yearOffset: 1, units: units["RKPDes"],
      try rule(.endOfMonth(month: .september, yearOffset: -1), meaning: .enactment))
    add(
      "APBDes", level: .village, nature: .plan, yearOffset: 1, units: units["APBDes"],
      try rule(.fixed(31, .december, -1), meaning: .enactment))
    if secondHalf {
      add(
        "RealisasiDes", level: .village, length: .semester,
        try rule(.fixed(20, .january, 1), ordinals: [2]),
        lowerLayer: [try rule(secondWeek, ordinals: [1])])
    } else {
      add("RealisasiDes", level: .village, length: .semester, try rule(secondWeek, ordinals: [1]))
    }
    add("LKPJDes", level: .village, yearOffset: -1, try rule(threeMonths))
    add(
      "LPPDesa", level: .village, yearOffset: -1, units: units["LPPDesa"], try rule(threeMonths))
  }

  /// Adds RPJMDes, due three months after each pelantikan and in force for its term.
  mutating func addTermDocument(
    units: Set<RegionCode>? = nil, decidable isDecidable: Bool = false
  ) throws {
    let threeMonths = DueShape.offset(
      count: 3, unit: .months, direction: .after, anchor: .event(codes.intern("pelantikan-kades")))
    let longer = TermInForce.Extension(
      years: 8, usualTermRunsOn: try day("2024-04-25"), source: LegalSource(title: "UU contoh"),
      confidence: .known)
    let decision = TermInForce.Decision(
      event: codes.intern("perpanjangan"), years: 8,
      usualEnds: try day("2024-02-01")...day("2024-04-24"), source: LegalSource(title: "UU contoh"),
      confidence: .known)
    add(
      "RPJMDes", level: .village, nature: .plan, units: units,
      try rule(threeMonths, meaning: .enactment), perEvent: "pelantikan-kades",
      term: TermInForce(years: 6, longer: longer, decision: isDecidable ? decision : nil))
  }

  /// Adds the camat's recommendations, due at the end of their quarter, with their gates.
  mutating func addRecommendations(quarters: ClosedRange<Int> = 1...4) throws {
    let rules = try quarters.map {
      try rule(.endOfQuarter(number: $0, yearOffset: 0), ordinals: [$0], meaning: .issue)
    }
    let own = codes.intern("RekADD")
    reports.append(
      Report(
        code: own, name: "RekADD", aliases: [], level: .recommendation, nature: .plan,
        length: .quarter, yearOffset: 0, responsible: codes.intern("kasi-pemerintahan"),
        recipient: nil, note: nil, isOwed: true, units: nil, layers: [rules], background: [],
        gates: [
          Gate(ordinals: [1], report: codes.intern("APBDes"), relation: .sameYear),
          Gate(ordinals: [2, 3, 4], report: own, relation: .previous),
        ], perEvent: nil, term: nil, deciding: nil, leadDays: nil))
  }
}
