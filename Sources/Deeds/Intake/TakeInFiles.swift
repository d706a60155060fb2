public import CivilCalendar
public import ComplianceModel
public import LedgerStore
public import SystemPackage
public import Workspace

/// Files that a person chose and that are to be recorded, each by itself: of the drop folder, or handed in.
///
/// They are recorded as `pindai` records what lies in the drop folder; what a person says of a file stands for
/// what its name does not say.
public struct TakeInFiles: Sendable {
  /// Where the files lie.
  public enum Source: Hashable, Sendable {
    /// In the drop folder of the workspace, or put aside in its quarantine.
    case dropFolder
    /// In a folder of whoever received them, each in a folder of its own that a number names.
    case handedIn(FilePath)
  }

  /// Where they lie.
  public var source: Source
  /// The files, in the order in which they are taken.
  public var choices: [Intake.Choice]
  /// Why late entries are late, and what is odd is so; `nil` where no reason is given.
  public var reason: String?
  /// Who records.
  public var recorder: String

  /// Creates a request.
  public init(
    _ source: Source, _ choices: [Intake.Choice] = [], reason: String? = nil, recorder: String
  ) {
    self.source = source
    self.choices = choices
    self.reason = reason
    self.recorder = recorder
  }

  /// What came of it.
  public struct Outcome: Sendable {
    /// What became of each file.
    public let files: [(choice: Intake.Choice, fate: Intake.ChosenFate)]
    /// What was noticed on the way.
    public let remarks: [Finding]
  }

  /// Says what would become of the files; nothing is written.
  ///
  /// - Parameters:
  ///   - workspace: The workspace.
  ///   - instant: When they would be recorded; its day is today.
  ///   - now: The clock's own time, since 1970-01-01T00:00:00Z, which a file's age is measured against.
  /// - Returns: What would become of each.
  /// - Throws: `Intake.FolderFailure` where there is no drop folder; a `FileFailure` where a folder cannot be
  ///   looked at.
  public func preview(
    in workspace: Workspace, at instant: ClockReading, now: Duration
  ) throws -> Outcome {
    var intake = try intake(workspace, at: instant, now: now, isTrial: true)
    return outcome(choices, try intake.take(choices))
  }

  /// Records the files of which a person was shown what they are taken for, while that is still so; the others
  /// are left alone.
  ///
  /// - Returns: What became of each that was shown.
  /// - Throws: As ``preview(in:at:now:)``.
  public func record(
    in workspace: Workspace, at instant: ClockReading, now: Duration
  ) throws -> Outcome {
    var intake = try intake(workspace, at: instant, now: now, isTrial: false)
    let shown = choices.filter { $0.seen != nil }
    return outcome(shown, try intake.take(shown))
  }

  /// What would become of all files that can be chosen, as if they were recorded one after another.
  ///
  /// - Parameters:
  ///   - workspace: The workspace.
  ///   - instant: When they would be recorded; its day is today.
  ///   - now: The clock's own time, since 1970-01-01T00:00:00Z.
  ///   - most: How many are looked at.
  /// - Returns: What would become of them.
  /// - Throws: As ``preview(in:at:now:)``.
  public func overview(
    in workspace: Workspace, at instant: ClockReading, now: Duration, atMost most: Int
  ) throws -> Intake.Overview {
    var intake = try intake(workspace, at: instant, now: now, isTrial: true)
    return try intake.overview(atMost: most)
  }

  /// The names of the files that can be chosen.
  ///
  /// - Throws: As ``preview(in:at:now:)``.
  public func names(in workspace: Workspace, at instant: ClockReading) throws -> [String] {
    try intake(workspace, at: instant, now: .zero, isTrial: true).names()
  }

  /// Reads a file that can be chosen, for a person who looks at it; nothing is recorded.
  ///
  /// - Parameters:
  ///   - name: Its name, of ``names(in:at:)``.
  ///   - sha256: What its bytes were when it was shown, in lower-case hexadecimal; `nil` where they were not
  ///     read.
  ///   - workspace: The workspace.
  ///   - instant: When it is looked at; its day is today.
  ///   - limit: The most bytes that are read.
  /// - Returns: The file.
  /// - Throws: `Intake.Unshown`, and as ``preview(in:at:now:)``.
  public func whole(
    _ name: String, seen sha256: String?, in workspace: Workspace, at instant: ClockReading,
    atMost limit: Int
  ) throws -> WholeEvidence {
    try intake(workspace, at: instant, now: .zero, isTrial: true)
      .whole(name, seen: sha256, atMost: limit)
  }

  private func outcome(
    _ choices: [Intake.Choice], _ taken: (fates: [Intake.ChosenFate], remarks: [Finding])
  ) -> Outcome {
    Outcome(
      files: zip(choices, taken.fates).map { ($0, $1) }, remarks: taken.remarks)
  }

  private func intake(
    _ workspace: Workspace, at instant: ClockReading, now: Duration, isTrial: Bool
  ) throws -> Intake {
    let areHandedIn = source != .dropFolder
    let terms = Intake.Terms(
      reason: reason, recorder: recorder, isTrial: isTrial, instant: instant, now: now,
      areHandedIn: areHandedIn)
    return switch source {
    case .dropFolder: try Intake(nil, workspace, terms)
    case .handedIn(let folder): try Intake(handedIn: folder, workspace, terms)
    }
  }
}
