public import ComplianceModel
public import Exchange

extension FaultyDocument {
  /// The faults of a file that should be an export of ours.
  ///
  /// - Parameter file: The file as it is named to the user.
  /// - Returns: A finding for each fault.
  public func findings(in file: String) -> [Finding] {
    faults.map { fault in
      Finding(
        InspectionProblem.faultyExport,
        at: SourcePlace(file: file, line: fault.line, column: fault.column ?? 0), fault.message,
        fix: "sebut XML kepatuhan buatan tenggat yang utuh")
    }
  }
}
