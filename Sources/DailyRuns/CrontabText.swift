/// The text of a crontab in which the line of a workspace is put, replaced or taken out.
///
/// Every other byte stays as it is.
public struct CrontabText: Hashable, Sendable {
  /// What a change did.
  public enum Change: Hashable, Sendable {
    /// There was none before.
    case added
    /// Another line stood there.
    case replaced
    /// It is gone.
    case removed
    /// It was as it should be, or there was none to take out.
    case unchanged
  }

  /// The error for a block of ours of which a person has removed the end.
  public struct OpenBlock: Error, Hashable {
    /// The number of its first line, from 1.
    public let line: Int
  }

  /// The text.
  public private(set) var text: String

  /// Takes the text of a crontab.
  public init(_ text: String) { self.text = text }

  /// Puts the line of a run in, in the place where it was before, else at the end.
  ///
  /// - Parameters:
  ///   - run: The run that it starts.
  ///   - secondsFromUTC: How far the server's clock is ahead of UTC.
  /// - Returns: What was done.
  /// - Throws: ``OpenBlock``; the text is then as it was.
  public mutating func install(
    _ run: DailyRun, serverSecondsFromUTC secondsFromUTC: Int
  ) throws(OpenBlock) -> Change {
    let block = run.cronLines(serverSecondsFromUTC: secondsFromUTC)
    return try put(block, for: run, otherwise: .replaced)
  }

  /// Takes the line of a run out.
  ///
  /// - Parameter run: The run; only its workspace counts.
  /// - Returns: What was done.
  /// - Throws: ``OpenBlock``; the text is then as it was.
  public mutating func remove(_ run: DailyRun) throws(OpenBlock) -> Change {
    try put([], for: run, otherwise: .removed)
  }

  private mutating func put(
    _ block: [String], for run: DailyRun, otherwise change: Change
  ) throws(OpenBlock) -> Change {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    // A last line feed ends a line and does not begin another.
    if lines.last?.isEmpty ?? false { lines.removeLast() }
    var kept: [String] = []
    var isPut = false
    var index = 0
    while index < lines.count {
      guard lines[index] == run.markers.first else {
        kept.append(lines[index])
        index += 1
        continue
      }
      let rest = lines[(index + 1)...]
      guard let end = rest.firstIndex(of: run.markers.last),
        !rest[..<end].contains(run.markers.first)
      else { throw OpenBlock(line: index + 1) }
      // A second block of the same workspace is a copy that somebody made.
      if !isPut { kept += block }
      isPut = true
      index = end + 1
    }
    if !isPut { kept += block }
    let new = kept.map { "\($0)\n" }.joined()
    let same = kept == lines
    if !same { text = new }
    return same ? .unchanged : isPut ? change : .added
  }
}
