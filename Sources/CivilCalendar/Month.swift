/// A month of any year.
public enum Month: Int, CaseIterable, Comparable, Sendable {
  case january = 1
  case february, march, april, may, june
  case july, august, september, october, november, december

  /// The month with this number; numbers outside 1...12 give the nearest month.
  init(clamping number: Int) {
    self = Month(rawValue: min(max(number, 1), 12)) ?? .january
  }

  /// The month with this Indonesian name, read without regard to case; `nil` for any other word.
  public init?(indonesian name: some StringProtocol) {
    let wanted = name.lowercased()
    guard let month = Month.allCases.first(where: { $0.indonesian.lowercased() == wanted }) else {
      return nil
    }
    self = month
  }

  /// The Indonesian name: `Januari` through `Desember`.
  public var indonesian: String {
    switch self {
    case .january: "Januari"
    case .february: "Februari"
    case .march: "Maret"
    case .april: "April"
    case .may: "Mei"
    case .june: "Juni"
    case .july: "Juli"
    case .august: "Agustus"
    case .september: "September"
    case .october: "Oktober"
    case .november: "November"
    case .december: "Desember"
    }
  }

  /// The Indonesian name in three letters: `Jan`, `Mei`, `Jun`, `Jul`, `Agt`, `Des`.
  public var indonesianShort: String {
    self == .august ? "Agt" : String(indonesian.prefix(3))
  }

  /// The last day of this month in a year.
  public func lastDay(of year: Int) -> CivilDate { YearMonth(year: year, month: self).lastDay }

  /// Orders months from January to December.
  public static func < (lhs: Self, rhs: Self) -> Bool { lhs.rawValue < rhs.rawValue }
}
