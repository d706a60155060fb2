internal import Wording

extension Console {
  /// Prints a titled part of a text after an empty line.
  ///
  /// - Parameters:
  ///   - part: The part.
  ///   - command: The command that settles something said in it.
  mutating func part(_ part: TextPart, command: (SettlingAction) -> String? = { _ in nil }) {
    line()
    line(part.title, part.style)
    for fact in part.lines {
      let remedy = fact.action.flatMap(command).map { "\(fact.cue): \($0)" } ?? ""
      line((fact.isInner ? "    " : "  ") + fact.text + remedy, fact.style)
    }
  }
}
