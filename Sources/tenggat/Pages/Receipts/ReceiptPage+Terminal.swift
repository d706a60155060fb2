internal import Answers
internal import Compliance
internal import ComplianceModel
internal import Exchange
internal import Wording

extension ReceiptPage {
  /// Prints it.
  func print(to console: inout Console) {
    console.line("TANDA TERIMA", .strong)
    console.line(
      "\(receipt.kecamatan.displayName(of: receipt.kecamatan.code)) telah menerima dari \(villageName) pada \(day):"
    )
    for (index, line) in receipt.lines.enumerated() {
      let words = HandoverWords(line: line)
      console.line()
      console.line("\(index + 1). \(words.document), \(line.report.name)")
      let days = [words.ownDay, "\(words.due): \(words.verdict)"].compactMap(\.self)
      console.line(
        "   \(days.joined(separator: ", "))",
        line.assessment.map { Words.style($0.status) } ?? .plain)
      console.line("   \(words.evidence), \(words.record)", .faint)
    }
    console.line()
    console.line("Yang menyampaikan,              Yang menerima,")
    console.line()
    console.line()
    console.line("(........................)      (........................)")
  }
}
