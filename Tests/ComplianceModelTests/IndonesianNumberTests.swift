import ComplianceModel
import Testing

@Suite struct `a number in Indonesian` {
  @Test(
    arguments: [
      (0, "0"), (7, "7"), (999, "999"), (1000, "1.000"), (2295, "2.295"), (999_999, "999.999"),
      (1_000_000, "1.000.000"), (-999, "-999"), (-1000, "-1.000"),
      (Int.max, "9.223.372.036.854.775.807"),
      (Int.min, "-9.223.372.036.854.775.808"),
    ])
  func `has a dot between thousands`(_ number: Int, _ text: String) {
    #expect(number.indonesian == text)
  }
}
