public import CivilCalendar
public import Workspace

/// A request for rows of the ledgers, which can be looked at before they are recorded.
public protocol RowRequest: DeedRequest {
  /// Finds what is meant and sees that the rules take it; nothing is written.
  ///
  /// - Parameters:
  ///   - workspace: The workspace.
  ///   - instant: When it is recorded; its day is today.
  /// - Returns: The rows, to be recorded or looked at.
  /// - Throws: Everything that stands against it.
  func prepared(
    in workspace: Workspace, at instant: ClockReading
  ) throws(RequestFailure) -> Prepared<Outcome>
}

extension RowRequest {
  /// Finds what is meant and admits it; nothing is written.
  public func admitted(
    in workspace: Workspace, at instant: ClockReading
  ) throws(RequestFailure) -> Admitted<Outcome> {
    try prepared(in: workspace, at: instant).admitted
  }

  /// What recording would come to; nothing is written.
  ///
  /// - Parameters:
  ///   - workspace: The workspace.
  ///   - instant: When it would be recorded; its day is today.
  /// - Returns: The outcome as it would be.
  /// - Throws: As ``DeedRequest/admitted(in:at:)``, and what stands against the evidence.
  public func preview(
    in workspace: Workspace, at instant: ClockReading
  ) throws(RequestFailure) -> Preview<Outcome> {
    try prepared(in: workspace, at: instant).preview()
  }
}
