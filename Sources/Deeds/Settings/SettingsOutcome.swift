internal import CalendarFiles
public import Workspace

/// What came of changes of the settings, or would come of them.
public struct SettingsOutcome: Sendable {
  /// The lines that change, as they are read from the top.
  public let lines: [ChangedLine]
  /// The workspace by the settings as they were.
  public let before: Workspace
  /// The workspace by the settings as they are, or would be.
  public let after: Workspace
  /// Whether the file was written.
  public let isWritten: Bool

  /// Whether the file says it all already.
  public var isKnown: Bool { lines.isEmpty }

  init(_ draft: SettingsDraft, isWritten: Bool) {
    before = draft.before
    after = draft.after
    self.isWritten = isWritten
    lines = ChangedLine.lines(from: draft.old.bytes, to: draft.new.bytes)
  }
}
