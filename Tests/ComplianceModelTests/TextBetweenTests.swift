import ComplianceModel
import Testing

struct TextBetweenTests {
  @Test(arguments: [[], [""], ["LPPD"], ["", ""], ["LPPD", "", "2025", ""]])
  func `texts between separators are what the standard library joins`(_ texts: [String]) {
    for separator in ["", ", ", "\0"] {
      #expect(texts.text(between: separator) == texts.joined(separator: separator))
    }
  }
}
