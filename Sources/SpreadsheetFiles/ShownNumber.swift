internal import CivilCalendar
internal import Glibc

/// A number of a cell as text that a table can hold: what a person sees, without marks of thousands.
enum ShownNumber {
  private static let secondsOfDay = 86_400

  /// The text of a number.
  ///
  /// - Parameters:
  ///   - text: The number as the file has it.
  ///   - shape: What it means.
  ///   - countsFrom1904: Whether day 0 is 1 January 1904.
  /// - Returns: The text; a number that is no day stays a number.
  static func text(_ text: String, _ shape: NumberShape, countsFrom1904: Bool) -> String {
    guard let number = Double(text), number.isFinite else { return text }
    switch shape {
    case .plain: return plain(number)
    case .percent: return plain(number * 100) + "%"
    case .day, .moment, .month, .year, .time:
      guard (0..<3_000_000).contains(number) else { return plain(number) }
      let seconds = Int((number * Double(secondsOfDay)).rounded())
      let (day, second) = seconds.quotientAndRemainder(dividingBy: secondsOfDay)
      if shape == .time { return clock(second) }
      guard let date = CivilDate(spreadsheetDay: day, countedFrom1904: countsFrom1904) else {
        return plain(number)
      }
      switch shape {
      case .moment where second > 0: return "\(date) \(clock(second))"
      case .month where date.parts.day == 1: return String("\(date)".prefix(7))
      case .year where date.parts.month == 1 && date.parts.day == 1: return "\(date.year)"
      default: return "\(date)"
      }
    }
  }

  /// A number with the fifteen digits that a spreadsheet shows, in the shortest form.
  private static func plain(_ number: Double) -> String {
    if number == number.rounded(), abs(number) < 1e15 { return "\(Int(number))" }
    var buffer = [CChar](repeating: 0, count: 40)
    let count = withVaList([number]) { vsnprintf(&buffer, 40, "%.15g", $0) }
    return String(
      decoding: buffer.prefix(max(0, Int(count))).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  private static func clock(_ second: Int) -> String {
    [second / 3_600, second / 60 % 60, second % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
      .joined(separator: ":")
  }
}
