/// One of the steps by which an office warns a desa; which one is due is the camat's to say.
public struct WarningStep: Hashable, Sendable {
  /// Its place among the steps of the office, from 1.
  public let number: Int
  /// Its name, as the office gives it: `Surat Himbauan`.
  public let name: String

  /// Reads which step is asked for.
  ///
  /// - Parameters:
  ///   - word: Its number or its name in any case; `nil` for the first step.
  ///   - names: The steps of the office, in order.
  /// - Throws: ``AnswerFailure/noWarningSteps`` and ``AnswerFailure/unknownWarningStep(_:known:)``.
  public init(_ word: String?, among names: [String]) throws(AnswerFailure) {
    guard let first = names.first else { throw .noWarningSteps }
    guard let word else {
      (number, name) = (1, first)
      return
    }
    let index =
      Int(word).flatMap { (1...names.count).contains($0) ? $0 - 1 : nil }
      ?? names.firstIndex { $0.lowercased() == word.lowercased() }
    guard let index else { throw .unknownWarningStep(word, known: names) }
    (number, name) = (index + 1, names[index])
  }
}
