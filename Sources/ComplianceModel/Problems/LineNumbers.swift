/// The numbers of lines as people name them.
public enum LineNumbers {
  /// The most stretches that are named; what is behind them is counted.
  private static let most = 24

  /// Names lines, those that follow each other as a stretch: `4, 7, 9-12`.
  ///
  /// - Parameter lines: The numbers, in any order.
  /// - Returns: The text; of very many the first, and how many there are.
  public static func text(_ lines: some Sequence<Int>) -> String {
    var stretches: [ClosedRange<Int>] = []
    let sorted = Set(lines).sorted()
    for line in sorted {
      if let last = stretches.last, last.upperBound + 1 == line {
        stretches[stretches.count - 1] = last.lowerBound...line
      } else {
        stretches.append(line...line)
      }
    }
    let texts = stretches.prefix(most).map { stretch in
      // Two lines are named, not spanned.
      switch stretch.count {
      case 1: "\(stretch.lowerBound)"
      case 2: "\(stretch.lowerBound), \(stretch.upperBound)"
      default: "\(stretch.lowerBound)-\(stretch.upperBound)"
      }
    }
    let rest = stretches.count > most ? " dan seterusnya, \(sorted.count) baris" : ""
    return texts.joined(separator: ", ") + rest
  }
}
