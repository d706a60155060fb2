internal import ComplianceModel

/// Findings of one table, those that say the same as one.
///
/// A fault that thirty rows have is one thing to read, and to mend.
struct GroupedFindings {
  /// Findings that say the same.
  struct Group {
    /// The first of them.
    let first: Finding
    /// Their lines, in order.
    fileprivate(set) var lines: [Int]

    /// The message: of one finding its own, of several with the numbers of the lines.
    var message: String {
      guard Set(lines).count > 1 else { return first.message }
      return first.reported(
        what: "baris \(LineNumbers.text(lines)): \(first.cause ?? first.what)", fix: first.remedy
      ).message
    }
  }

  /// The groups, each where its first finding stands.
  private(set) var groups: [Group] = []

  /// Groups findings.
  ///
  /// - Parameter findings: The findings, in the order in which they are told.
  init(_ findings: [Finding]) {
    var places: [Key: Int] = [:]
    for finding in findings {
      let key = Key(finding)
      if let place = places[key] {
        groups[place].lines.append(finding.place.line)
      } else {
        places[key] = groups.count
        groups.append(Group(first: finding, lines: [finding.place.line]))
      }
    }
  }

  private struct Key: Hashable {
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
}
