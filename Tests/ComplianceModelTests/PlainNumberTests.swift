import ComplianceModel
import Testing

/// Whole numbers as they are written in files.
struct PlainNumberTests {
  @Test(arguments: [
    ("0", 0), ("7", 7), ("-7", -7), ("2026", 2026), ("123456789012345678", 123_456_789_012_345_678),
    ("-123456789012345678", -123_456_789_012_345_678),
  ])
  func `is read`(_ text: String, _ number: Int) {
    #expect(Int(plain: text) == number)
    #expect(Int(plain: "x\(text)".dropFirst()) == number)
  }

  @Test(arguments: [
    "", "-", "-0", "07", "-07", "--5", "+3", "1 ", " 1", "1.0", "1234567890123456789", "٣", "１",
  ])
  func `is none`(_ text: String) { #expect(Int(plain: text) == nil) }
}
