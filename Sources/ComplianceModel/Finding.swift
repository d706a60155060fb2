/// A place in a text file, for messages.
public struct SourcePlace: Hashable, Sendable {
  /// The file as it is named to the user.
  public let file: String
  /// The line, from 1; 0 where the whole file is meant.
  public let line: Int
  /// The column, from 1; 0 where the whole line is meant.
  public let column: Int

  /// Creates a place.
  public init(file: String, line: Int = 0, column: Int = 0) {
    self.file = file
    self.line = line
    self.column = column
  }
}

/// Something wrong, or worth a look, in a file that people write or a command wrote.
///
/// The sentences are in the user's language; every module that makes findings keeps its sentences in
/// one file.
public struct Finding: Error, Hashable, Sendable {
  /// How grave a finding is.
  public enum Severity: Hashable, Sendable {
    /// A fault (galat): the file cannot be relied on until it is mended.
    case fault
    /// A remark (peringatan): worth a look; nothing is stopped by it.
    case remark
  }

  /// How grave it is.
  public let severity: Severity
  /// Where it is.
  public let place: SourcePlace
  /// What is wrong, in one sentence without a full stop.
  public let what: String
  /// How to mend it, in one sentence without a full stop.
  public let remedy: String
  /// What it has in common with others of one cause, where its own sentence does not say it; else `nil`.
  public let cause: String?

  /// Creates a finding.
  public init(
    _ severity: Severity = .fault, at place: SourcePlace, _ what: String, fix: String,
    cause: String? = nil
  ) {
    self.severity = severity
    self.place = place
    self.what = what
    remedy = fix
    self.cause = cause
  }

  /// The finding with what it has in common with others of one cause.
  public func caused(by cause: String) -> Finding {
    Finding(severity, at: place, what, fix: remedy, cause: cause)
  }
}
