internal import Layouts
internal import Programs
public import SystemPackage

/// The program that runs the layouts of receivers, as those find it that need one.
///
/// It alone is linked to a processor of stylesheets, and what a layout does happens in a process that has
/// given up all but its memory.
public enum LayoutProgram {
  /// The error for documents that were not brought into a layout, for no fault of theirs or the layout's.
  public enum Failure: Error, Hashable, Sendable {
    /// The program is not there: it may lie in these places.
    case missing([FilePath])
    /// The program is there and does not start: a library that it needs is missing, as it says.
    case unusable(String)
    /// It did not do its work, as it says.
    case refused(String)
  }

  /// Its name.
  public static let name = "tenggat-gaya"

  /// The seconds that it has; it gives itself fewer of the processor.
  private static let longestRun = 60

  /// The code with which a loader ends that cannot start it.
  private static let notStarted = 126...127

  /// What came of a request.
  ///
  /// It waits on the thread that asks, so that checks and commands can ask alike.
  ///
  /// - Parameters:
  ///   - request: The document and the layout.
  ///   - executable: The file of the running program.
  /// - Returns: The answer; one of a layout that broke a bound says so.
  /// - Throws: ``Failure`` where the program is the trouble.
  static func answer(
    to request: LayoutRequest, beside executable: FilePath
  ) throws(Failure) -> LayoutAnswer {
    let program = SiblingProgram(name)
    let call = program.start(
      beside: executable, input: request.bytes, withinSeconds: longestRun,
      keeping: LayoutRequest.largestAnswer)
    switch call.ending() {
    case .exited(code: 0, _, let bytes):
      guard bytes.count <= LayoutRequest.largestAnswer, let answer = LayoutAnswer(bytes: bytes)
      else {
        throw .refused("jawabannya tidak utuh")
      }
      return answer
    // By the bounds that it has set for itself, or by what a library did with memory that it did not get.
    case .killed, .tookTooLong: return .faults([LayoutFault(.tooHeavy, in: .layout)])
    case .notFound: throw .missing(program.places(beside: executable))
    case .notStarted: throw .unusable("")
    case .exited(let code, let complaint, _):
      throw notStarted.contains(code) ? .unusable(complaint) : .refused(complaint)
    }
  }
}
