internal import HTTPTypes

/// What is sent to be written: where to, by whom, with which fields, and what comes of it.
///
/// Before an answer is asked for, it was seen that the form came from a page of this server (its token, and
/// the site that sent it), that its sender is among the writers, and that it has no field that is not known.
protocol PostedForm: Sendable {
  /// The path that it is sent to (POST), as the router reads it.
  static var path: String { get }
  /// Who may send it.
  static var writers: Audience { get }
  /// The fields that may be sent, each at most once.
  static var fields: Set<String> { get }
  /// The fields that may be sent any number of times.
  static var repeatedFields: Set<String> { get }
  /// The fields of files, each any number of times; where there is one the form is `multipart/form-data`.
  static var fileFields: Set<String> { get }

  /// Does what is asked.
  ///
  /// - Parameters:
  ///   - visit: The workspace, whoever asks, and the varying parts of the path. The query of the address
  ///     has only the keys that all pages have.
  ///   - fields: What was sent. Its files are gone once the answer is given.
  /// - Returns: What the sender is shown.
  /// - Throws: What doing it throws, a ``QueryFault`` for a field that cannot be read, or ``ShownTrouble``.
  static func answer(_ visit: Visit, _ fields: FormFields) throws -> FormAnswer
}

extension PostedForm {
  static var repeatedFields: Set<String> { [] }
  static var fileFields: Set<String> { [] }
}

/// What the sender of a form is shown.
enum FormAnswer: Sendable {
  /// A page, as an answer to the form: what will be written, or what is wrong with what was sent.
  case page(any ShownPage, HTTPResponse.Status)
  /// Another page is opened (303), so that what was written is not sent again with it.
  ///
  /// - Parameter address: Its address, from ``Visit/paths``.
  case seeOther(_ address: String)
  /// What comes of work that waits for another machine, and so is not done on a thread that others need.
  case later(_ work: @Sendable () async throws -> FormAnswer)
}
