internal import ComplianceModel
internal import Workspace

extension Desk {
  /// The code of the role that a person wrote, in any spelling.
  ///
  /// - Throws: ``AnswerFailure`` for one that nobody has.
  func knownRole(_ word: String) throws(AnswerFailure) -> String {
    let roles = workspace.office.knownRoles(calendar)
    guard let role = Office.role(written: word, among: roles) else {
      throw .unknownRole(word, known: roles)
    }
    return role
  }
}
