internal import ComplianceModel
internal import Wording

extension Console {
  /// Says what was recorded, after what was noticed on the way.
  mutating func outcome(_ text: OutcomeText, _ remarks: [Finding]) {
    for remark in remarks { Console.message(remark.message) }
    for line in text.lines {
      self.line((line.isInner ? "  " : "") + line.text.spelled, line.style)
    }
  }
}
