public import CivilCalendar
public import Workspace

/// What a person wants to be recorded.
public protocol DeedRequest: Sendable {
  /// What was recorded, all of it or nothing.
  associatedtype Outcome: Sendable

  /// Finds what is meant and admits it; nothing is written.
  ///
  /// - Parameters:
  ///   - workspace: The workspace.
  ///   - instant: When it is recorded; its day is today.
  /// - Returns: What can be recorded.
  /// - Throws: Everything that stands against it.
  func admitted(
    in workspace: Workspace, at instant: ClockReading
  ) throws(RequestFailure) -> Admitted<Outcome>
}

extension DeedRequest {
  /// Records what is wanted, all of it or nothing.
  ///
  /// - Parameters:
  ///   - workspace: The workspace.
  ///   - instant: When it is recorded; its day is today.
  /// - Returns: What was recorded.
  /// - Throws: Everything that stands against it; nothing was then recorded.
  public func record(
    in workspace: Workspace, at instant: ClockReading
  ) throws(RequestFailure) -> Outcome {
    try admitted(in: workspace, at: instant).record()
  }
}

/// What the rules take, before anything is written.
///
/// It cannot be copied, so that it is recorded once.
public struct Admitted<Outcome>: ~Copyable {
  private let write: () throws -> Outcome

  init(_ write: @escaping () throws -> Outcome) { self.write = write }

  /// Records it, all of it or nothing.
  ///
  /// - Returns: What was recorded.
  /// - Throws: Everything that stands against it now; nothing was then recorded.
  public consuming func record() throws(RequestFailure) -> Outcome {
    try RequestFailure.wrap(write)
  }
}
