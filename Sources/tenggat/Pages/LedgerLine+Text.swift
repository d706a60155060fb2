internal import Answers
internal import PlainText
internal import Wording

extension LedgerLine {
  /// The row for programs.
  var json: JSONValue { JSONValue(self, LedgerLine.columns) }

  /// The row for people.
  func print(to console: inout Console) {
    console.line(heading, voidedBy == nil ? .strong : .faint)
    for (text, style) in details { console.line("  \(text)", style) }
  }
}
