import ComplianceModel
import Testing

struct RatioTests {
  @Test(arguments: [
    (1, 3, "33.33"), (2, 3, "66.67"), (1, 8, "12.50"), (7, 8, "87.50"), (7, 7, "100.00"),
    (0, 7, "0.00"), (3, 2, "150.00"), (1, 100, "1.00"), (201, 200, "100.50"),
    (1, 800, "0.13"), (1, 801, "0.12"), (1249, 1_000_000, "0.12"), (125, 100_000, "0.13"),
    (1, 20_000, "0.01"), (1, 20_001, "0.00"), (19_999, 20_000, "100.00"),
    (19_998, 20_000, "99.99"), (39_997, 40_000, "99.99"),
    (Int.max, 1, "922337203685477580700.00"), (Int.max, Int.max, "100.00"),
    (Int.max - 1, Int.max, "100.00"), (1, Int.max, "0.00"),
  ])
  func `a percentage has two decimals, half up`(numerator: Int, denominator: Int, text: String) {
    #expect(Ratio(numerator, of: denominator).percent() == text)
  }

  @Test(arguments: [
    (75, 1, "75.00"), (1225, 16, "76.56"), (7, 8, "0.88"), (1, 200, "0.01"), (1, 201, "0.00"),
    (199, 200, "1.00"), (198, 200, "0.99"), (Int.max, 1, "9223372036854775807.00"),
  ])
  func `an index has two decimals, half up`(numerator: Int, denominator: Int, text: String) {
    #expect(Ratio(numerator, of: denominator).decimal() == text)
  }

  @Test(arguments: [(0, 0), (1, 0), (Int.max, 0), (1, -1), (-1, 1), (Int.min, -1)])
  func `a share of nothing is not printed, nor is a negative part`(
    numerator: Int, denominator: Int
  ) {
    #expect(Ratio(numerator, of: denominator).percent() == nil)
    #expect(Ratio(numerator, of: denominator).decimal() == nil)
  }

  @Test func `people read a comma, files hold a point`() {
    #expect(Ratio(7, of: 8).percent(separator: ",") == "87,50")
    #expect(Ratio(7, of: 8).percent() == "87.50")
    #expect(Ratio(1225, of: 16).decimal(separator: ",") == "76,56")
    #expect(Ratio(1225, of: 16).decimal() == "76.56")
  }
}
