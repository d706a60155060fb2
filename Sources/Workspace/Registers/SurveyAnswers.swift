internal import CalendarFiles
public import ComplianceModel
internal import DurableFiles
public import SystemPackage

extension Workspace {
  /// The scales that name the values of indices, with the elements of their surveys.
  ///
  /// - Throws: ``WorkspaceFailure``; all faults of all scales together.
  public func predicateScales() throws(WorkspaceFailure) -> [PredicateScale] {
    let (scales, faults) = try scales()
    guard faults.isEmpty else { throw .configuration(faults) }
    return scales
  }

  /// The answers to a survey of public satisfaction, from a table that a person named.
  ///
  /// - Parameters:
  ///   - path: The table.
  ///   - scale: The scale, which names the elements.
  ///   - readsLetters: Whether the letters a through d of the printed questionnaire are answers.
  /// - Returns: The answers, `nil` where they cannot be relied on, what was found, and how many faults
  ///   there are, also those that were only counted.
  /// - Throws: ``WorkspaceFailure`` where the table is missing or cannot be read.
  public func survey(
    at path: FilePath, scale: PredicateScale, readsLetters: Bool = false
  ) throws(WorkspaceFailure) -> (tally: SurveyTally?, findings: [Finding], faults: Int) {
    guard let bytes = try files.bytes(of: path, atMost: Limits.survey) else {
      throw .noSurvey(path)
    }
    return SurveyFile.read(bytes, file: path.string, scale: scale, readsLetters: readsLetters)
  }
}
