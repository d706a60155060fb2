internal import ArgumentParser

/// How many days of a week an office works.
enum WeekLength: String, CaseIterable, ExpressibleByArgument {
  case five = "5"
  case six = "6"

  /// The number of days.
  var days: Int {
    switch self {
    case .five: 5
    case .six: 6
    }
  }
}
