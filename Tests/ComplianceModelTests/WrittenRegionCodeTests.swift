import ComplianceModel
import TestSupport
import Testing

struct WrittenRegionCodeTests {
  @Test(arguments: [
    "63.05.12.2001", "6305122001", "63-05-12-2001", "63 05 12 2001", " 6305122001 ",
    "\u{A0}63.05.12.2001\u{202F}", "'6305122001", "'63.05.12.2001'", "\"6305122001\"",
    "=\"6305122001\"", "\u{2018}6305122001\u{2019}", "63. 05. 12. 2001", "63 .05 .12 .2001",
    "63 - 05 - 12 - 2001", "\t6305122001", "63\u{A0}05\u{A0}12\u{A0}2001", "\u{FEFF}6305122001",
  ])
  func `a desa's code is read in the forms that people write`(_ text: String) throws {
    #expect(RegionCode(written: text) == (try region("63.05.12.2001")))
    #expect(RegionCode(written: Array(text.utf8)[...]) == (try region("63.05.12.2001")))
  }

  @Test(arguments: [
    ("630512", "63.05.12"), ("63-05-12", "63.05.12"), ("6305", "63.05"), ("63 05", "63.05"),
    ("'63", "63"), ("1101", "11.01"),
  ])
  func `a larger region's code is read so too`(_ text: String, _ code: String) throws {
    #expect(RegionCode(written: text) == (try region(code)))
  }

  @Test(arguments: [
    "", "'", "6", "630", "63051", "6305120", "63051220", "630512200", "63051220011", "6.30512E+09",
    "6,30512E+09", "63,05", "63.5", "63.1", "63.05.12.201", "63.05.1202001", "6305.12.2001",
    "63.05-12.2001", "63.05.12 2001", "63..05", ".63.05", "63.05.", "63/05/12", "63_05_12", "63O5",
    "６３０５", "+6305", "-6305", "63.05.12.2001 Tarungin", "63.05.12.2001.0", "6305122001.0",
    "63\n05x", "=", "=63", "63--05",
  ])
  func `anything else is no code`(_ text: String) {
    #expect(RegionCode(written: text) == nil)
  }

  @Test func `bytes that are no text are no code`() {
    #expect(RegionCode(written: [0x36, 0x33, 0xFF][...]) == nil)
  }
}
