internal import CalendarFiles
public import ComplianceModel

extension Workspace {
  /// The steps in which the office prepares a report: its own, else the usual ones.
  ///
  /// - Throws: ``WorkspaceFailure`` where the program's own file is missing or faulty.
  public func workSteps() throws(WorkspaceFailure) -> WorkSteps {
    if let own = office.workSteps { return own }
    let (steps, findings) = WorkStepsFile.read(try data.text(data.workSteps))
    guard let steps else { throw .configuration(findings) }
    return steps
  }
}
