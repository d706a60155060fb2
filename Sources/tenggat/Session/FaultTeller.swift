internal import ComplianceModel
internal import PlainText
internal import SystemPackage
internal import Wording
internal import Workspace

/// Tells findings on standard error, a fault of a file that people write with the line and a caret below the place.
///
/// The lines are for eyes: where standard error goes to no terminal, into the log of cron or to a program, there is one
/// line a finding.
struct FaultTeller {
  private var lines: FaultyLines
  /// The columns of a line that are shown at most; `nil` where nobody looks at standard error.
  private let width: Int?

  /// Tells of the files of a workspace, of the program, and of those that the user named.
  ///
  /// - Parameter workspace: The workspace, where there is one.
  init(workspace: FilePath?) {
    lines = FaultyLines(workspace: workspace, data: (try? Session.programData())?.folder)
    // Room for the number of the line.
    width = Console.errorWidth.map { min(SourceExcerpt.usualWidth, $0 - 8) }
  }

  /// Tells a finding.
  ///
  /// - Parameters:
  ///   - finding: The finding.
  ///   - inset: What stands in front of each line.
  mutating func tell(_ finding: Finding, inset: String = "") {
    Console.message(inset + finding.message)
    guard finding.severity == .fault else { return }
    for line in excerpt(at: finding.place) { Console.message(inset + line) }
  }

  /// The line at a place and the caret below it; none where no line is to be shown.
  mutating func excerpt(at place: SourcePlace) -> [String] {
    width.flatMap { lines.excerpt(at: place, width: $0)?.lines } ?? []
  }
}
