import Compliance
import ComplianceModel
import TestSupport
import Testing

/// The index of public satisfaction, by hand, at its boundaries, and against exact fractions.
struct SatisfactionTests {
  private static func grade(_ letters: String, _ from: Int) -> PredicateScale.Grade {
    .init(letters: letters, name: "kelas \(letters)", from: from)
  }

  /// The classes of PermenPANRB 14/2017.
  static let scale = PredicateScale(
    name: "ikm-2017", title: "Mutu pelayanan", source: LegalSource(title: "PermenPANRB 14/2017"),
    confidence: .verified, includesLowerBound: true,
    grades: [grade("A", 8831), grade("B", 7661), grade("C", 6500), grade("D", 2500)],
    elements: [])

  private static func elements(_ count: Int) -> [SurveyTally.Element] {
    (1...count).map { SurveyTally.Element(number: $0) }
  }

  /// Counts rows of answers, `4 3 - 2`, where `-` is a blank.
  private static func tally(_ rows: [(answers: String, service: String?)]) -> SurveyTally {
    let width = rows.map { $0.answers.split(separator: " ").count }.max() ?? 1
    var tally = SurveyTally(elements: elements(width))
    for row in rows {
      tally.count(
        row.answers.split(separator: " ").map { Int($0).flatMap(SurveyTally.Answer.init) },
        service: row.service)
    }
    return tally
  }

  private static func index(_ rows: String...) -> SatisfactionIndex? {
    SatisfactionSurvey(tally(rows.map { ($0, nil) }), scale: scale).index
  }

  /// An index of sums and counts.
  private static func index(sums: [(sum: Int, count: Int)]) throws -> SatisfactionIndex {
    let answers = sums.map { SurveyTally.Answers(sum: $0.sum, count: $0.count) }
    let group = SurveyTally.Group(
      respondents: answers.map(\.count).max() ?? 0, answers: answers)
    return try #require(
      SatisfactionIndex(of: group, about: elements(answers.count), scale: scale))
  }

  // MARK: - By hand

  /// Five respondents; the third element was left blank by two of them, the ninth by all.
  ///
  /// | | U1 | U2 | U3 | U4 | U5 | U6 | U7 | U8 | U9 |
  /// | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
  /// | sum | 17 | 14 | 10 | 20 | 13 | 15 | 16 | 13 | – |
  /// | answers | 5 | 5 | 3 | 5 | 5 | 5 | 5 | 5 | 0 |
  /// | mean | 3.40 | 2.80 | 3.33 | 4.00 | 2.60 | 3.00 | 3.20 | 2.60 | – |
  ///
  /// The means add up to 3.4 + 2.8 + 10/3 + 4 + 2.6 + 3 + 3.2 + 2.6 = 21.6 + 10/3 = 374/15. Times
  /// 1/8 and 25 that is 374 · 25 / 120 = 9350 / 120 = 77.9166..., or 77.92: class B.
  static let table = [
    "4 3 4 4 3 3 3 2 -",
    "3 3 - 4 2 3 3 3 -",
    "4 2 3 4 3 3 4 3 -",
    "3 3 3 4 2 3 3 2 -",
    "3 3 - 4 3 3 3 3 -",
  ]

  @Test func `a table worked by hand gives its index, class, means and weakest elements`() throws {
    let tally = SatisfactionTests.tally(SatisfactionTests.table.map { ($0, nil) })
    #expect(tally.everyone.answers.map(\.sum) == [17, 14, 10, 20, 13, 15, 16, 13, 0])
    #expect(tally.everyone.answers.map(\.count) == [5, 5, 3, 5, 5, 5, 5, 5, 0])
    let index = try #require(SatisfactionSurvey(tally, scale: SatisfactionTests.scale).index)
    #expect(index.respondents == 5)
    #expect(index.hundredths == 7792)
    #expect(index.value.decimal(separator: ",") == "77,92")
    #expect(index.grade?.letters == "B")
    #expect(
      index.elements.map { $0.mean.decimal() }
        == ["3.40", "2.80", "3.33", "4.00", "2.60", "3.00", "3.20", "2.60"])
    #expect(
      index.elements.map { $0.converted.decimal() }
        == ["85.00", "70.00", "83.33", "100.00", "65.00", "75.00", "80.00", "65.00"])
    #expect(index.unused.map(\.code) == ["U9"])
    #expect(index.weakest.map(\.element.code) == ["U5", "U8", "U2"])
  }

  @Test(arguments: 1...14)
  func `nothing but fours is exactly 100, nothing but ones exactly 25`(_ elements: Int) {
    let fours = Array(repeating: "4", count: elements).joined(separator: " ")
    let ones = Array(repeating: "1", count: elements).joined(separator: " ")
    #expect(SatisfactionTests.index(fours, fours, fours)?.value.decimal() == "100.00")
    #expect(SatisfactionTests.index(fours)?.grade?.letters == "A")
    #expect(SatisfactionTests.index(ones, ones)?.value.decimal() == "25.00")
    #expect(SatisfactionTests.index(ones)?.grade?.letters == "D")
  }

  @Test func `a survey without answers has no index`() {
    #expect(SatisfactionTests.index() == nil)
    #expect(SatisfactionTests.index("- - -", "- - -") == nil)
  }

  @Test func `who left all blank is no respondent`() {
    let index = SatisfactionTests.index("3 3", "- -", "- 4")
    #expect(index?.respondents == 2)
    // (3 + 3.5) / 2 · 25 = 81.25
    #expect(index?.hundredths == 8125)
  }

  @Test func `elements weigh alike however many answered them`() {
    // U1 has one answer, U2 three: (1 + 4) / 2 · 25, and not a mean of all four answers.
    #expect(SatisfactionTests.index("1 4", "- 4", "- 4")?.hundredths == 6250)
  }

  @Test func `without a scale there is no class`() {
    let tally = SatisfactionTests.tally([("4 4", nil)])
    let index = SatisfactionSurvey(tally, scale: nil).index
    #expect(index?.hundredths == 10_000)
    #expect(index?.grade == nil)
  }

  // MARK: - Boundaries

  /// One element with 10 000 answers: 25 · sum / 10 000, or sum / 4 hundredths.
  @Test(arguments: [
    (25_999, 6500, "C"), (25_998, 6500, "C"), (25_997, 6499, "D"),
    (30_644, 7661, "B"), (30_642, 7661, "B"), (30_641, 7660, "C"), (30_640, 7660, "C"),
    (35_324, 8831, "A"), (35_322, 8831, "A"), (35_321, 8830, "B"),
  ])
  func `a class is looked up after rounding, half up`(
    _ sum: Int, _ hundredths: Int, _ letters: String
  ) throws {
    let index = try SatisfactionTests.index(sums: [(sum, 10_000)])
    #expect(index.hundredths == hundredths)
    #expect(index.grade?.letters == letters)
  }

  /// Rests of thirds and sevenths, which no binary fraction holds, on a tie and just below it.
  @Test(arguments: [
    // 2500 · (7/3 + 8/3 + 1 + 1.0008) / 4 = 4375.5; with 1.00072 it is 4375.45.
    ([(7, 3), (8, 3), (1, 1), (1251, 1250)], 4376),
    ([(7, 3), (8, 3), (1, 1), (12_509, 12_500)], 4375),
    // 2500 · (8/7 + 13/7 + 6 · 2) / 8 = 4687.5; with 1.999 for one of the twos it is 4687.1875.
    ([(8, 7), (13, 7), (2, 1), (2, 1), (2, 1), (2, 1), (2, 1), (2, 1)], 4688),
    ([(8, 7), (13, 7), (2, 1), (2, 1), (2, 1), (2, 1), (2, 1), (1999, 1000)], 4687),
  ])
  func `a tie of rests that only together make a half goes up`(
    _ sums: [(Int, Int)], _ hundredths: Int
  ) throws {
    #expect(
      try SatisfactionTests.index(sums: sums.map { ($0.0, $0.1) }).hundredths == hundredths)
  }

  @Test func `of equal means the first in the questionnaire is the weakest`() {
    #expect(
      SatisfactionTests.index("2 1 2 1 2", "2 1 2 1 2")?.weakest.map(\.element.number) == [2, 4, 1])
    #expect(SatisfactionTests.index("3 2")?.weakest.map(\.element.number) == [2, 1])
  }

  @Test func `means are compared exactly`() throws {
    // 10^-9 below 3, a little more than that (by 10^-18), and twice that.
    let large = 1_000_000_000
    let index = try SatisfactionTests.index(sums: [
      (3 * large - 1, large), (3 * (large - 1) - 1, large - 1), (3 * large - 2, large),
    ])
    #expect(index.weakest.map(\.element.number) == [3, 2, 1])
  }

  // MARK: - Services

  private static let services = SatisfactionSurvey(
    tally([
      ("4 4 4", "KTP-el"), ("3 3 3", "Surat Pengantar"), ("3 - 3", "surat  pengantar"),
      ("4 4 3", "KTP-el"), ("- - -", "Kosong"), ("1 2 1", nil), ("3 3 4", "SPPT"),
    ]), scale: scale)

  @Test func `each service has the index of its own respondents`() {
    let survey = SatisfactionTests.services
    #expect(survey.services.map(\.name) == ["KTP-el", "Surat Pengantar", "SPPT"])
    // KTP-el: (4 + 4 + 3.5) / 3 · 25 = 95.83; the second: 75; SPPT: 10/3 · 25 = 83.33.
    #expect(survey.services.map(\.index.hundredths) == [9583, 7500, 8333])
    #expect(survey.services.map(\.index.respondents) == [2, 2, 1])
    #expect(survey.index?.respondents == 6)
  }

  @Test func `minimal B and minimal 75 are different numbers`() {
    let survey = SatisfactionTests.services
    #expect(survey.servicesReaching(.servicesOfClass("B")) == Ratio(2, of: 3))
    #expect(survey.servicesReaching(.servicesAtLeast(hundredths: 7500)) == Ratio(3, of: 3))
    #expect(survey.servicesReaching(.servicesAtLeast(hundredths: 7501)) == Ratio(2, of: 3))
    #expect(survey.servicesReaching(.servicesOfClass("A")) == Ratio(1, of: 3))
    #expect(survey.servicesReaching(.servicesOfClass("D")) == Ratio(3, of: 3))
  }

  @Test func `what cannot be asked of services has no answer`() {
    let survey = SatisfactionTests.services
    #expect(survey.servicesReaching(.index) == nil)
    #expect(survey.servicesReaching(.servicesOfClass("E")) == nil)
    let tally = SatisfactionTests.tally([("4 4", nil)])
    #expect(
      SatisfactionSurvey(tally, scale: nil).servicesReaching(.servicesOfClass("A")) == nil)
    #expect(
      SatisfactionSurvey(tally, scale: SatisfactionTests.scale)
        .servicesReaching(.servicesOfClass("A")) == Ratio(0, of: 0))
  }

  // MARK: - Against exact fractions

  @Test(arguments: 0..<400 as Range<UInt64>)
  func `every index is the exact fraction, rounded half up`(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<10 {
      let most = [3, 12, 400, 100_000][Int.random(in: 0..<4, using: &random)]
      let isEven = Bool.random(using: &random)
      let shared = Int.random(in: 1...most, using: &random)
      let sums = (0..<Int.random(in: 1...14, using: &random)).map { _ in
        let count = isEven ? shared : Int.random(in: 0...most, using: &random)
        return (sum: Int.random(in: count...(4 * count), using: &random), count: count)
      }
      guard sums.contains(where: { $0.count > 0 }) else { continue }
      let made = try SatisfactionTests.index(sums: sums).hundredths
      #expect(ExactIndex(sums).isRoundedHalfUp(to: made), "\(sums): \(made)")
    }
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func `ties are found among unequal counts`(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    // The means x/c and (5c - x)/c add up to 5, whatever the count, and one step of the last element's
    // sum moves the index by 1/2n hundredths: onto a half, or just below it.
    let pairs = Int.random(in: 1...6, using: &random)
    let n = 2 * pairs + 1
    var sums: [(sum: Int, count: Int)] = []
    for _ in 0..<pairs {
      let count = Int.random(in: 1...9000, using: &random)
      let sum = Int.random(in: count...(4 * count), using: &random)
      sums += [(sum, count), (5 * count - sum, count)]
    }
    // 2500 · (5 · pairs + s / 5000) / n = (12 500 · pairs + s / 2) / n is a half hundredth where
    // 25 000 · pairs + s is an odd multiple of n.
    let odd = (5000...20_000).first { sum in
      (25_000 * pairs + sum).isMultiple(of: n) && !((25_000 * pairs + sum) / n).isMultiple(of: 2)
    }
    let tie = try #require(odd)
    let above = ((25_000 * pairs + tie) / n + 1) / 2
    sums.append((tie, 5000))
    #expect(try SatisfactionTests.index(sums: sums).hundredths == above)
    sums[n - 1].sum = tie - 1
    #expect(try SatisfactionTests.index(sums: sums).hundredths == above - 1)
  }
}

/// 2500 · Σ(sum/count) / n as one fraction of numbers of any size, digit by digit.
private struct ExactIndex {
  private var numerator = Natural(0)
  private var denominator = Natural(1)

  init(_ sums: [(sum: Int, count: Int)]) {
    let used = sums.filter { $0.count > 0 }
    for (sum, count) in used {
      numerator = numerator * Natural(count) + denominator * Natural(sum)
      denominator = denominator * Natural(count)
    }
    numerator = numerator * Natural(2500)
    denominator = denominator * Natural(used.count)
  }

  /// Whether 2 · hundredths - 1 <= 2 · value < 2 · hundredths + 1.
  func isRoundedHalfUp(to hundredths: Int) -> Bool {
    let doubled = numerator * Natural(2)
    return !(doubled < denominator * Natural(2 * hundredths - 1))
      && doubled < denominator * Natural(2 * hundredths + 1)
  }
}

/// A natural number in digits of base 10^9, the lowest first and none of them a leading zero.
private struct Natural: Comparable {
  private static let base = 1_000_000_000
  private var digits: [Int] = []

  init(_ number: Int) { self.init(carrying: [number]) }

  private init(carrying raw: [Int]) {
    var carry = 0
    var rest = raw[...]
    while !rest.isEmpty || carry > 0 {
      carry += rest.popFirst() ?? 0
      digits.append(carry % Natural.base)
      carry /= Natural.base
    }
    while digits.last == 0 { digits.removeLast() }
  }

  static func + (left: Natural, right: Natural) -> Natural {
    let count = max(left.digits.count, right.digits.count)
    return Natural(
      carrying: (0..<count).map { place in
        (place < left.digits.count ? left.digits[place] : 0)
          + (place < right.digits.count ? right.digits[place] : 0)
      })
  }

  static func * (left: Natural, right: Natural) -> Natural {
    right.digits.reversed().reduce(Natural(0)) { sum, digit in
      var shifted = sum
      if !shifted.digits.isEmpty { shifted.digits.insert(0, at: 0) }
      return shifted + Natural(carrying: left.digits.map { $0 * digit })
    }
  }

  static func < (left: Natural, right: Natural) -> Bool {
    left.digits.count == right.digits.count
      ? left.digits.reversed().lexicographicallyPrecedes(right.digits.reversed())
      : left.digits.count < right.digits.count
  }
}
