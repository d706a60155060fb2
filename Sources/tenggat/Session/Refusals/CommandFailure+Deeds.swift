internal import Deeds
internal import Workspace
internal import Wording

extension CommandFailure {
  /// The lines of everything that stands against a deed, with the code of the first.
  init(_ failure: RequestFailure) {
    let failures = failure.causes.map { CommandFailure($0) }
    self.init(failures.first?.code ?? .usage, all: failures)
  }

  /// The reason that is given with an option, which is not blank.
  ///
  /// - Throws: A ``CommandFailure`` for blanks: who writes the option means to say something.
  static func reason(_ text: String?) throws -> String? {
    guard let text else { return nil }
    guard let reason = text.nonEmpty else {
      throw OptionRefusal.blankReason("--alasan")
    }
    return reason
  }
}
