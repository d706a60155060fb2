/// Findings of one file, of which only so many are kept: the rest are counted.
///
/// Nobody mends more than a few at a time, and a file of millions of faults would fill the memory with
/// sentences.
public struct FindingList: Sendable {
  /// The first findings, in the order in which they came.
  public private(set) var findings: [Finding] = []
  /// How many came after them.
  public private(set) var surplus = 0
  private let limit: Int

  /// Creates an empty list.
  ///
  /// - Parameter limit: How many findings are kept.
  public init(atMost limit: Int) { self.limit = limit }

  /// Takes a finding: the sentence is made only where it is kept.
  public mutating func append(_ finding: @autoclosure () -> Finding) {
    if findings.count < limit { findings.append(finding()) } else { surplus += 1 }
  }

  /// Puts the findings in the order of their places.
  public mutating func sort() {
    findings.sort { ($0.place.line, $0.place.column) < ($1.place.line, $1.place.column) }
  }
}
