internal import ComplianceModel
internal import Wording

extension Console {
  /// Says on standard error what should be known and keeps nothing from being done.
  static func warning(_ text: String) { message("tenggat: peringatan: \(text)") }

  /// Says what was recorded, after what was noticed on the way.
  mutating func outcome(_ text: OutcomeText, _ remarks: [Finding] = []) {
    for remark in remarks { Console.message(remark.message) }
    for line in text.lines {
      self.line(String(repeating: "  ", count: line.depth) + line.text.spelled, line.style)
    }
  }
}
