internal import NetworkProgram
internal import PlainText
internal import Programs
public import SystemPackage

/// Carries requests to the web.
///
/// The program itself opens no socket: it starts `tenggat-jaringan`, hands it one request on standard
/// input and reads the outcome from its standard output, so that no secret stands in an argument.
public struct WebCourier: Sendable {
  /// Sends a request, once.
  let send: @Sendable (WebRequest) async -> WebOutcome

  /// The code with which it ends where it was called in another way than this.
  public static let wrongCall = 64
  /// The code with which it ends where its input is no request.
  public static let noRequest = 65

  /// The codes of an end before which nothing can have gone out; a shell's and a loader's are among them.
  private static let nothingSent: Set = [wrongCall, noRequest, 126, 127]

  /// The bytes of an outcome that are read; the longest answer is a third longer as text.
  private static let longestOutcome = 2 * WebAnswer.longestContent

  /// Creates a courier of one's own.
  public init(_ send: @escaping @Sendable (WebRequest) async -> WebOutcome) { self.send = send }

  /// Creates the courier that starts `tenggat-jaringan`, once for each request.
  ///
  /// - Parameters:
  ///   - executable: The file of the running program: the other one lies beside it, or in
  ///     `../libexec/tenggat`.
  ///   - secrets: The variables that it does not inherit.
  ///   - margin: The seconds that it has beyond the time of a request before it is killed.
  public init(
    beside executable: FilePath, withholding secrets: SecretVariables = SecretVariables(),
    margin: Int = 10
  ) {
    send = { request in
      WebCourier.outcome(
        of: await NetworkProgram.sibling.run(
          beside: executable, ["kirim"], input: Array(request.json.description.utf8),
          withinSeconds: 3 * request.seconds + margin, keeping: WebCourier.longestOutcome,
          inheriting: .everything(but: secrets.withheld)))
    }
  }

  private static func outcome(of ending: ProgramCall.Ending) -> WebOutcome {
    switch ending {
    case .exited(code: 0, _, let output):
      (try? JSONValue(parsing: output)).flatMap { WebOutcome($0) } ?? .failure(.programBroke)
    case .exited(let code, _, _) where nothingSent.contains(code): .failure(.programRefused)
    case .exited, .killed: .failure(.programBroke)
    case .tookTooLong: .failure(.tooSlow)
    case .notFound: .failure(.noProgram)
    case .notStarted: .failure(.programNotStarted)
    }
  }
}
