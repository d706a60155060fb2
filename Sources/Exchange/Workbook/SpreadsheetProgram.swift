internal import Programs
public import Spreadsheets
public import SystemPackage

/// The program that makes files of spreadsheets, as those find it that need one.
///
/// It alone is linked to a library for them, so that the others start as fast without, and what such a
/// library does with a file happens in a process of its own.
public enum SpreadsheetProgram {
  /// The error for a file that was not made.
  public enum Failure: Error, Hashable, Sendable {
    /// The program is not there: it may lie in these places.
    case missing([FilePath])
    /// The program is there and does not start: a library that it needs is missing, as it says.
    case unusable(String)
    /// It did not make the file, as it says.
    case refused(String)
    /// It had not ended in its time.
    case tooSlow
  }

  /// Its name.
  public static let name = "tenggat-lembar"

  /// The seconds that it has.
  private static let longestRun = 300

  /// The most bytes of a file.
  private static let largestFile = 256 << 20

  /// The code with which a loader or a shell ends that cannot start it.
  private static let notStarted = 126...127

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
    let program = SiblingProgram(name)
    let ending = await program.run(
      beside: executable, ["tulis"], input: WorkbookText.bytes(of: workbook),
      withinSeconds: longestRun, keeping: largestFile)
    switch ending {
    case .exited(code: 0, _, let bytes) where !bytes.isEmpty && bytes.count <= largestFile:
      return bytes
    case .notFound: throw .missing(program.places(beside: executable))
    case .exited(let code, let complaint, _) where notStarted.contains(code):
      throw .unusable(complaint)
    case .exited(_, let complaint, _): throw .refused(complaint)
    case .killed(let signal): throw .refused("dihentikan sinyal \(signal)")
    case .tookTooLong: throw .tooSlow
    case .notStarted: throw .unusable("")
    }
  }
}
