internal import ComplianceModel
internal import Wording

extension CommandFailure {
  /// The lines of what stands against a request, with the code of the first; at least one.
  ///
  /// - Parameter objections: What stands against it.
  init(_ objections: [Objection]) {
    self.init(
      objections.first.map { Code($0.nature) } ?? .usage,
      lines: objections.map(\.message),
      at: Dictionary(
        objections.enumerated().compactMap { number, objection in
          objection.severity == .fault ? objection.place.map { (number, $0) } : nil
        }, uniquingKeysWith: { first, _ in first }))
  }
}

extension CommandFailure.Code {
  fileprivate init(_ nature: Objection.Nature) {
    self =
      switch nature {
      case .request: .usage
      case .data: .data
      case .missing: .noInput
      case .uncreatable: .cannotCreate
      case .storage: .io
      case .busy: .locked
      case .unavailable: .unavailable
      case .settings: .configuration
      }
  }
}

extension Objection {
  /// The sentence as a terminal prints it.
  fileprivate var message: String {
    let place = place ?? SourcePlace(file: CommandFailure.program)
    return place.line(severity, what.spelled, remedy.spelled)
  }
}
