public import ComplianceModel
internal import DurableFiles
internal import Wording
internal import Workspace

extension ExportReading.Fault {
  /// What is wrong, each with its place and how to mend it.
  public var findings: [Finding] {
    switch cause {
    case .faulty(let document):
      document.faults.map { fault in
        Finding(
          RollupProblem.faultyExport,
          at: SourcePlace(file: file, line: fault.line, column: fault.column ?? 0), fault.message,
          fix: "minta kantornya mengekspor lagi, atau keluarkan berkas ini")
      }
    case .unreadable(let failure): [failure.finding(named: file)]
    case .notJudged(let failure):
      [
        Finding(
          RollupProblem.faultyExport, at: SourcePlace(file: file), failure.description,
          fix: "minta kantornya mengekspor lagi, atau keluarkan berkas ini")
      ]
    }
  }
}
