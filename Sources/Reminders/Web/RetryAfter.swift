internal import CivilCalendar
internal import PlainText

/// How long a server asks to be left alone.
///
/// Source: RFC 9110 10.2.3 and 5.6.7.
enum RetryAfter {
  /// The longest wait that is taken from a server: a reminder of last week helps nobody.
  static let limit = 86_400

  /// The seconds to wait.
  ///
  /// - Parameters:
  ///   - field: Seconds, or a moment.
  ///   - now: The moment by the server's clock, as seconds since 1970-01-01T00:00:00Z.
  /// - Returns: 0 through ``limit``; `nil` where the field says nothing known.
  static func seconds(_ field: String, now: Int) -> Int? {
    let field = field.singleLine
    if !field.isEmpty, field.unicodeScalars.allSatisfy({ ("0"..."9").contains($0) }) {
      return min(Int(field) ?? limit, limit)
    }
    return unixSeconds(field).map { min(max($0 - now, 0), limit) }
  }

  /// The moment that `Mon, 31 Mar 2025 00:05:00 GMT` names; `nil` for anything else, also for the two
  /// obsolete forms.
  static func unixSeconds(_ field: String) -> Int? {
    let parts = field.split(separator: " ")
    guard parts.count == 6, parts[5] == "GMT", let day = Int(parts[1]),
      let month = months.firstIndex(of: String(parts[2])), let year = Int(parts[3]),
      let date = try? CivilDate(year: year, month: month + 1, day: day)
    else { return nil }
    let time = "\(date)T\(parts[4])Z"
    return ClockReading(time)?.unixSeconds
  }

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
}
