/// A place in a text file or in a sheet, for messages.
public struct SourcePlace: Hashable, Sendable {
  /// The file as it is named to the user.
  public let file: String
  /// The line, or the row of a sheet, from 1; 0 where the whole file is meant.
  public let line: Int
  /// The column, from 1; 0 where the whole line is meant.
  public let column: Int
  /// The cell as the program for the sheet names it, `D12`; `nil` for a place in a text.
  public let cell: String?

  /// Creates a place.
  public init(file: String, line: Int = 0, column: Int = 0, cell: String? = nil) {
    self.file = file
    self.line = line
    self.column = column
    self.cell = cell
  }
}

extension SourcePlace: CustomStringConvertible {
  /// The file with the line and the column, as far as they are meant: `kantor.yaml:12:3`.
  public var description: String {
    file + [line, column].prefix { $0 > 0 }.map { ":\($0)" }.joined()
  }
}

/// Something wrong, or worth a look, in a file that people write or a command wrote.
///
/// The sentences are in the user's language; every module that makes findings keeps its sentences in
/// files of their own.
public struct Finding: Error, Hashable, Sendable {
  /// How grave a finding is.
  public enum Severity: Hashable, Sendable {
    /// A fault (galat): the file cannot be relied on until it is mended.
    case fault
    /// A remark (peringatan): worth a look; nothing is stopped by it.
    case remark
  }

  /// The name of the problem, which never changes: `kalender.kunci-ganda`.
  public let code: String
  /// How grave it is.
  public let severity: Severity
  /// Where it is.
  public let place: SourcePlace
  /// What is wrong, in one sentence without a full stop.
  public let what: String
  /// How to mend it.
  public let remedy: Remedy
  /// What it has in common with others of one cause, where its own sentence does not say it; else `nil`.
  public let cause: String?

  /// Creates a finding.
  public init(
    _ code: some ProblemCode, _ severity: Severity = .fault, at place: SourcePlace, _ what: String,
    fix: Remedy
  ) {
    self.init(code.rawValue, severity, at: place, what, fix: fix, cause: nil)
  }

  /// The longest sentence in bytes: it quotes what somebody wrote, which may be a page.
  private static let longestSentence = 1_000

  private static func shortened(_ sentence: String) -> String {
    "\(sentence.prefix(600))…\(sentence.suffix(200))"
  }

  private init(
    _ code: String, _ severity: Severity, at place: SourcePlace, _ what: String, fix: Remedy,
    cause: String?
  ) {
    self.code = code
    self.severity = severity
    self.place = place
    self.what = what.utf8.count > Finding.longestSentence ? Finding.shortened(what) : what
    remedy = fix
    self.cause = cause
  }

  /// The finding with what it has in common with others of one cause.
  public func caused(by cause: String) -> Finding {
    Finding(code, severity, at: place, what, fix: remedy, cause: cause)
  }

  /// The same problem as it is reported where its file matters less, or is mended in another way.
  ///
  /// - Parameters:
  ///   - severity: How grave it is there; as before where it is `nil`.
  ///   - place: Where it is there; as before where it is `nil`.
  ///   - what: What is wrong, in other words; in the same words where it is `nil`.
  ///   - fix: How to mend it.
  /// - Returns: A finding of the same problem.
  public func reported(
    as severity: Severity? = nil, at place: SourcePlace? = nil, what: String? = nil, fix: Remedy
  ) -> Finding {
    Finding(
      code, severity ?? self.severity, at: place ?? self.place, what ?? self.what, fix: fix,
      cause: nil)
  }
}
