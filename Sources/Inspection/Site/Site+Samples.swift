internal import Answers
internal import ComplianceModel
internal import Exchange
internal import Workspace

/// One of the sample documents that ship with the program.
struct SampleDocument {
  /// The name of its file.
  let name: String
  /// Its bytes.
  let bytes: [UInt8]
  /// Its duty year or quarter, as it says itself.
  let duty: DutyStatement.Duty
}

extension Site {
  /// The sample documents that ship with the program.
  ///
  /// - Returns: Those that can be read, and a fault for each that cannot.
  /// - Throws: `WorkspaceFailure` where there are none.
  func samples() throws(WorkspaceFailure) -> (documents: [SampleDocument], findings: [Finding]) {
    var documents: [SampleDocument] = []
    var findings: [Finding] = []
    for sample in try data.samples() {
      do {
        documents.append(
          SampleDocument(
            name: sample.name, bytes: sample.bytes, duty: try exports.duty(of: sample.bytes)))
      } catch let failure as XMLFailure {
        findings.append(InspectionSentence.notJudged(sample.name, failure))
      } catch {
        findings.append(InspectionSentence.noMarks(sample.name))
      }
    }
    return (documents, findings)
  }
}
