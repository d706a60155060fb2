internal import Programs
public import Spreadsheets
public import SystemPackage

/// The program that makes and reads files of spreadsheets, as those find it that need one.
///
/// It alone is linked to a library for them, so that the others start as fast without, and what such a
/// library does with a file happens in a process of its own.
public enum SpreadsheetProgram {
  /// The error for a file that was not made or not read.
  public enum Failure: Error, Hashable, Sendable {
    /// The program is not there: it may lie in these places.
    case missing([FilePath])
    /// The program is there and does not start: a library that it needs is missing, as it says.
    case unusable(String)
    /// It did not make the file, as it says.
    case refused(String)
    /// It did not read the file, as it says, and not for what is in the file.
    case unread(String)
    /// It had not ended in its time.
    case tooSlow
  }

  /// Its name.
  public static let name = "tenggat-lembar"

  /// The seconds that it has.
  private static let longestRun = 300

  /// The most bytes of a file.
  private static let largestFile = 256 << 20

  /// What it inherits of the environment to write: the folder of the files that the library writes for itself
  /// (tmpfile).
  private static let variables = ["TMPDIR"]

  /// The seconds that it has to read a file; it gives itself fewer of the processor.
  private static let longestReading = 60

  /// The most bytes of what stands in a file.
  private static let largestContent = 128 << 20

  /// The code with which it ends where a file cannot be read.
  private static let refusedFile = 65

  /// The bytes of a workbook's file (`.xlsx`).
  ///
  /// - Parameters:
  ///   - workbook: The workbook.
  ///   - executable: The file of the running program.
  /// - Returns: The bytes.
  /// - Throws: ``Failure``.
  public static func file(
    of workbook: Workbook, beside executable: FilePath
  ) async throws(Failure) -> [UInt8] {
    try file(
      await SiblingProgram(name).run(
        beside: executable, ["tulis"], input: workbook.lines, withinSeconds: longestRun,
        keeping: largestFile, inheriting: .only(variables)),
      beside: executable)
  }

  /// Starts the program that makes a workbook's file of the lines that it is fed.
  static func start(beside executable: FilePath) -> RunningCall {
    SiblingProgram(name).start(
      beside: executable, ["tulis"], input: nil, withinSeconds: longestRun, keeping: largestFile,
      inheriting: variables)
  }

  /// The bytes of a workbook's file, by how the program ended that was to make it.
  static func file(
    _ ending: ProgramCall.Ending, beside executable: FilePath
  ) throws(Failure) -> [UInt8] {
    if case .exited(code: 0, _, let bytes) = ending, !bytes.isEmpty, bytes.count <= largestFile {
      return bytes
    }
    throw Failure(ending, SiblingProgram(name).places(beside: executable))
  }

  /// What stands in the cells of a workbook (`.xlsx`) that somebody made.
  ///
  /// The file may be hostile: it is looked at by the other program alone, which bounds what it takes of the
  /// machine before.
  ///
  /// - Parameters:
  ///   - file: The bytes of the file.
  ///   - executable: The file of the running program.
  /// - Returns: The content; or why the file is not read.
  /// - Throws: ``Failure`` where the program is the trouble, and not the file.
  public static func content(
    of file: [UInt8], beside executable: FilePath
  ) async throws(Failure) -> Result<SheetContent, SheetRefusal> {
    let program = SiblingProgram(name)
    let ending = await program.run(
      beside: executable, ["baca"], input: file, withinSeconds: longestReading,
      keeping: largestContent, inheriting: .only([]))
    switch ending {
    case .exited(let code, _, let bytes) where [0, refusedFile].contains(code):
      guard bytes.count <= largestContent, let content = SheetText.content(of: bytes) else {
        throw .unread("jawabannya tidak utuh")
      }
      return content
    // By the bounds that it has set for itself: of time, of memory, and of what it writes.
    case .killed, .tookTooLong: return .failure(SheetRefusal(.tooHeavy))
    default:
      let failure = Failure(ending, program.places(beside: executable))
      guard case .refused(let complaint) = failure else { throw failure }
      throw .unread(complaint)
    }
  }
}

extension SpreadsheetProgram.Failure {
  /// The code with which a loader or a shell ends that cannot start it.
  private static let notStarted = 126...127

  /// Why the program did not do what it was started for.
  fileprivate init(_ ending: ProgramCall.Ending, _ places: [FilePath]) {
    self =
      switch ending {
      case .notFound: .missing(places)
      case .exited(let code, let complaint, _) where Self.notStarted.contains(code):
        .unusable(complaint)
      case .exited(_, let complaint, _): .refused(complaint)
      case .killed(let signal): .refused("dihentikan sinyal \(signal)")
      case .tookTooLong: .tooSlow
      case .notStarted: .unusable("")
      }
  }
}
