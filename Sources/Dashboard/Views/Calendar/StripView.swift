internal import Answers
internal import CivilCalendar
internal import Compliance
internal import Wording

/// A year as a strip of its months.
struct StripView: Sendable {
  /// How many obligations stand alike.
  struct Count: Sendable {
    let text: String
    let style: String
  }

  /// A month.
  struct Part: Sendable {
    let name: String
    let link: String
    let total: String
    let counts: [Count]
  }

  let year: Int
  let months: [Part]

  /// Shows a year.
  ///
  /// - Parameters:
  ///   - strip: The months.
  ///   - year: The year.
  ///   - address: The address of a month.
  init(_ strip: YearStrip, _ year: Int, address: (YearMonth) -> String) {
    self.year = year
    months = strip.months.map { part in
      Part(
        name: part.month.month.indonesian, link: address(part.month),
        total: part.total == 0 ? "tidak ada" : "\(part.total) jatuh tempo",
        counts: StripView.order.compactMap { status in
          part.counts[status].map {
            Count(text: "\($0) \(Words.status(status))", style: Words.style(status).rawValue)
          }
        })
    }
  }

  /// The most pressing first.
  private static let order: [Status] = [
    .overdue, .dueSoon, .waiting, .late, .onTime, .submitted, .exempt,
  ]
}
