internal import CalendarFiles
public import Workspace

/// What came of changes of the settings, or would come of them.
public struct SettingsOutcome: Sendable {
  /// A line of the file that changes.
  public struct Line: Hashable, Sendable {
    /// Its number, from 1: of a removed line in the old text, of an added one in the new text.
    public let number: Int
    /// Whether it is added; removed where it is not.
    public let isAdded: Bool
    /// The text.
    public let text: String
  }

  /// The lines that change, as they are read from the top.
  public let lines: [Line]
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
    let (old, new) = (Self.lines(draft.old.bytes), Self.lines(draft.new.bytes))
    lines = new.difference(from: old).map { change in
      switch change {
      case .remove(let offset, let text, _): Line(number: offset + 1, isAdded: false, text: text)
      case .insert(let offset, let text, _): Line(number: offset + 1, isAdded: true, text: text)
      }
    }.sorted { ($0.number, $0.isAdded ? 1 : 0) < ($1.number, $1.isAdded ? 1 : 0) }
  }

  private static func lines(_ bytes: [UInt8]) -> [String] {
    String(decoding: bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false
    ).map(String.init)
  }
}
