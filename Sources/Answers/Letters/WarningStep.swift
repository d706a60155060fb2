/// One of the steps by which an office warns a desa; which one is due is the camat's to say.
public struct WarningStep: Hashable, Sendable {
  /// Its place among the steps of the office, from 1.
  public let number: Int
  /// Its name, as the office gives it: `Surat Imbauan`.
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

  /// The step of a letter that was issued, whatever steps the office has now.
  ///
  /// - Parameters:
  ///   - number: Its place, from 1.
  ///   - name: Its name.
  public init(issued number: Int, name: String) {
    self.number = number
    self.name = name
  }

  /// The step that follows those by which a desa was warned; after the last one that one again.
  ///
  /// - Parameters:
  ///   - last: The highest step of the letters that were issued, from 1; `nil` where there is none.
  ///   - names: The steps of the office, in order.
  /// - Throws: ``AnswerFailure/noWarningSteps``.
  init(after last: Int?, among names: [String]) throws(AnswerFailure) {
    guard !names.isEmpty else { throw .noWarningSteps }
    number = min((last ?? 0) + 1, names.count)
    name = names[number - 1]
  }
}
