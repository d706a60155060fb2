internal import Answers
public import ComplianceModel

/// Findings that are one thing to read and to mend: a lost folder, and not each file that lay in it; a fault
/// that thirty rows of a table have.
public struct FindingGroup: Sendable {
  /// The findings, in their order; at least one.
  public let findings: [Finding]
  /// What they say, with `…` for what differs from one to the next.
  public let summary: String
  /// The file or folder that they are about.
  public let file: String

  /// How many are shown of a group; more than these are told as one.
  public static let exampleCount = 3

  /// Whether the group is told as one, with examples.
  public var isLarge: Bool { findings.count > FindingGroup.exampleCount }

  /// How grave the findings are, all alike.
  public var severity: Finding.Severity { findings.first?.severity ?? .remark }

  /// How many there are, and what they say: `4 temuan serupa: …`.
  public var sentence: String { "\(findings.count) temuan serupa: \(summary)" }

  /// The finding that stands for rows of one table which say the same: the first, with the numbers of all
  /// their lines.
  public var merged: Finding? {
    let lines = findings.map(\.place.line)
    guard let first = findings.first, Set(lines).count > 1 else { return findings.first }
    return first.reported(
      what: "baris \(LineNumbers.text(lines)): \(first.cause ?? first.what)", fix: first.remedy)
  }

  /// Groups the findings of one table: the rows that say the same, word by word.
  ///
  /// - Parameter findings: The findings, in the order in which they are told.
  /// - Returns: The groups, each where its first finding stands.
  public static func groups(ofRows findings: [Finding]) -> [FindingGroup] {
    findings.groups { RowKey($0) }.map {
      FindingGroup(findings: $0.members, summary: $0.key.what, file: $0.key.file)
    }
  }

  private struct RowKey: Hashable {
    let code: String
    let severity: Finding.Severity
    let file: String
    let what: String
    let remedy: Remedy

    init(_ finding: Finding) {
      code = finding.code
      severity = finding.severity
      file = finding.place.file
      what = finding.cause ?? finding.what
      remedy = finding.remedy
    }
  }

  /// Groups the findings of one check: what says the same of one file, or of the files of one folder.
  ///
  /// What people write by hand (YAML) is mended line by line, so that each of its lines is a group of
  /// its own.
  ///
  /// - Parameter findings: The findings of one check.
  /// - Returns: The groups, each where its first finding stands.
  public static func groups(of findings: [Finding]) -> [FindingGroup] {
    findings.enumerated().groups { Key($0.element, number: $0.offset) }.map { key, members in
      FindingGroup(
        findings: members.map(\.element), summary: key.summary, file: key.file)
    }
  }

  private struct Key: Hashable {
    let severity: Finding.Severity
    let summary: String
    let file: String
    /// The number of a finding that is told by itself.
    let own: Int?

    init(_ finding: Finding, number: Int) {
      severity = finding.severity
      summary = finding.cause ?? FindingGroup.summary(of: finding.what)
      let place = finding.place
      // Where a whole file is meant, its neighbours may have the same.
      file = place.line == 0 ? FindingGroup.folder(of: place.file) : place.file
      let isWritten = place.file.hasSuffix(".yaml") || place.file.hasSuffix(".yml")
      own = isWritten && place.line > 0 ? number : nil
    }
  }

  /// The folder of a file, with a slash; the file itself where it lies in none.
  private static func folder(of file: String) -> String {
    file.lastIndex(of: "/").map { String(file[...$0]) } ?? file
  }

  // MARK: - What differs

  /// A sentence without what differs between findings of one cause: numbers, dates, names, codes, what
  /// stands in quotes; of a path its folder stays.
  static func summary(of sentence: String) -> String {
    var words: [String] = []
    var isQuoted = false
    for (index, word) in sentence.split(separator: " ").enumerated() {
      // A quotation ends with the word that its second mark stands in.
      let opens = word.prefix(2).contains { "'`".contains($0) }
      let isVariable = isQuoted || opens || isVariableWord(word, isFirst: index == 0)
      if isQuoted || opens, word.count(where: { "'`".contains($0) }) % 2 == 1 {
        isQuoted.toggle()
      }
      guard isVariable else {
        words.append(String(word))
        continue
      }
      let path = word.contains("/") ? folder(of: String(word)) : ""
      if path.isEmpty, words.last == "…" { continue }
      words.append(path + "…")
    }
    return words.joined(separator: " ")
  }

  private static func isVariableWord(_ word: Substring, isFirst: Bool) -> Bool {
    if word.contains(where: \.isNumber) || word.contains("/") { return true }
    return !isFirst && word.contains(where: \.isUppercase)
  }
}
