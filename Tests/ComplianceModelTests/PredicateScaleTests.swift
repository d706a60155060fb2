import ComplianceModel
import Testing

struct PredicateScaleTests {
  private func scale(
    _ grades: [(letters: String, from: Int)], includesLowerBound: Bool
  ) -> PredicateScale {
    PredicateScale(
      name: "uji", title: "Uji", source: LegalSource(title: "Peraturan contoh"),
      confidence: .verified, includesLowerBound: includesLowerBound,
      grades: grades.map {
        PredicateScale.Grade(letters: $0.letters, name: "Kelas", from: $0.from)
      }, elements: [])
  }

  /// The classes of PermenPANRB 14/2017.
  private var satisfaction: PredicateScale {
    scale([("A", 8831), ("B", 7661), ("C", 6500), ("D", 2500)], includesLowerBound: true)
  }

  /// The classes of PermenPANRB 88/2021.
  private var accountability: PredicateScale {
    scale(
      [
        ("AA", 9000), ("A", 8000), ("BB", 7000), ("B", 6000), ("CC", 5000), ("C", 3000), ("D", 0),
      ], includesLowerBound: false)
  }

  @Test(arguments: [
    (10_000, "A"), (8831, "A"), (8830, "B"), (7661, "B"), (7660, "C"), (6500, "C"), (6499, "D"),
    (2500, "D"), (2499, "D"), (0, "D"),
  ])
  func `a satisfaction index on a lower bound is in that class`(
    _ hundredths: Int, _ letters: String
  ) {
    #expect(satisfaction.grade(of: hundredths)?.letters == letters)
  }

  @Test(arguments: [
    (10_000, "AA"), (9001, "AA"), (9000, "A"), (8001, "A"), (8000, "BB"), (7001, "BB"),
    (7000, "B"), (6001, "B"), (6000, "CC"), (5001, "CC"), (5000, "C"), (3001, "C"), (3000, "D"),
    (1, "D"), (0, "D"),
  ])
  func `an accountability score on a lower bound is in the class below`(
    _ hundredths: Int, _ letters: String
  ) {
    #expect(accountability.grade(of: hundredths)?.letters == letters)
  }

  @Test func `a class is reached by itself and by better ones`() {
    #expect(satisfaction.reaches("B", 7661) == true)
    #expect(satisfaction.reaches("B", 9000) == true)
    #expect(satisfaction.reaches("B", 7660) == false)
    #expect(accountability.reaches("A", 8000) == false)
    #expect(accountability.reaches("A", 8001) == true)
    // The last one takes what is left, however little.
    #expect(satisfaction.reaches("D", 0) == true)
    #expect(accountability.reaches("D", 0) == true)
  }

  @Test func `a class that the scale does not have is reached by nothing`() {
    #expect(satisfaction.reaches("BB", 9000) == nil)
    #expect(satisfaction.reaches("b", 9000) == nil)
    #expect(scale([], includesLowerBound: true).grade(of: 9000) == nil)
  }

  @Test func `a class opens with its letters`() {
    #expect(accountability.grade(of: 7500)?.text == "BB Kelas")
  }
}
