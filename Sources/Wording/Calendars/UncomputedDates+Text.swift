package import Answers
internal import ComplianceModel

extension UncomputedDates {
  /// A warning for each of the dates: which holidays it waits for.
  package var warnings: [String] {
    list.map { date in
      "tenggat \(date.code) \(date.period) belum dapat dihitung: "
        + "hari libur \(date.year) belum ada; \(Words.addHolidays(date.year))"
    }
  }

  /// The dates in one line for people; `nil` where there are none.
  package var line: String? {
    guard !list.isEmpty else { return nil }
    let names = list.map { "\($0.code) \($0.period)" }.joined(separator: ", ")
    let years = Set(list.map(\.year)).sorted()
    return "Belum dapat dihitung, di luar semua angka: \(names). "
      + years.map { "Hari libur \($0) belum ada; \(Words.addHolidays($0))." }
      .joined(separator: " ")
  }
}
