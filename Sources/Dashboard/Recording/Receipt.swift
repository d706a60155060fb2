internal import ComplianceModel
internal import Wording

/// What came of a form, as the page says it on which its sender goes on.
struct Receipt: Sendable {
  /// A line.
  struct Line: Sendable {
    let text: String
    /// The name of a style.
    let style: String
    /// Whether it belongs to the line above.
    let isInner: Bool

    init(_ text: String, _ style: Style = .plain, inner isInner: Bool = false) {
      self.text = text
      self.style = style.rawValue
      self.isInner = isInner
    }

    init(_ line: OutcomeText.Line, of recording: Recording) {
      text = line.text.onPage(of: recording)
      style = line.style.rawValue
      isInner = line.isInner
    }

    /// A line without an action.
    init(_ text: String) {
      self.text = text
      style = Style.plain.rawValue
      isInner = false
    }
  }

  /// What was recorded.
  let lines: [Line]
  /// What was noticed on the way.
  let remarks: [String]
  /// The address of the page on which its sender goes on.
  let address: String

  init(_ lines: [Line], remarks: [String], address: String) {
    self.lines = lines
    self.remarks = remarks
    self.address = address
  }

  init(_ text: OutcomeText, _ remarks: [Finding], of recording: Recording, address: String) {
    lines = text.lines.map { Line($0, of: recording) }
    self.remarks = remarks.map { Receipt.remark($0, of: recording) }
    self.address = address
  }

  /// A remark, without the place in a file that the terminal names.
  static func remark(_ finding: Finding, of recording: Recording) -> String {
    "\(finding.what); \(finding.remedy.onPage(of: recording))."
  }
}
