internal import LedgerStore
public import Workspace

/// What came of holidays that were put in, or would come of them.
public struct HolidayOutcome: Sendable {
  /// The file, as it is named to the user.
  public let file: String
  /// The lines that change, as they are read from the top.
  public let lines: [ChangedLine]
  /// The years that the holidays are of.
  public let years: ClosedRange<Int>
  /// The duty years whose dates they may move: a rule that counts working days may reach over the end of a year.
  public var affectedYears: ClosedRange<Int> { years.lowerBound - 1...years.upperBound + 1 }
  /// The workspace by the holidays as they were.
  public let before: Workspace
  /// The workspace by the holidays as they are, or would be.
  public let after: Workspace
  /// Whether the file was written.
  public let isWritten: Bool
  /// What the file was before: the SHA-256 of its bytes, `-` where there was none.
  public let seen: String

  /// Whether the file says it all already.
  public var isKnown: Bool { lines.isEmpty }

  init(_ draft: HolidayDraft, isWritten: Bool) {
    file = draft.file
    lines = ChangedLine.lines(from: draft.old ?? [], to: draft.new)
    years = draft.years
    before = draft.before
    after = draft.after
    self.isWritten = isWritten
    seen = draft.old.map { LedgerStore.sha256(of: $0) } ?? "-"
  }
}
