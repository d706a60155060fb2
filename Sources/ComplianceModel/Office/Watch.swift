public import CivilCalendar

/// Since when the duties of an office, and of single units of it, are watched.
///
/// What was due by its rule before the first watched day of its unit is in no list, count, reminder or
/// letter; without a first day everything is watched.
public struct Watch: Hashable, Sendable {
  /// A first watched day, and where it is set.
  public struct Start: Hashable, Sendable {
    /// The first watched day: what is due on it is watched.
    public let day: CivilDate
    /// Where it is set.
    public let place: SourcePlace

    /// Creates a start.
    public init(_ day: CivilDate, at place: SourcePlace) {
      self.day = day
      self.place = place
    }
  }

  /// That of the office; `nil` where its oldest ledger tells how far back a window looks.
  public let office: Start?
  /// Those of kecamatan and desa that have their own.
  public let units: [RegionCode: Start]

  /// Everything is watched.
  public static let everything = Watch(office: nil)

  /// Creates the starts of an office.
  public init(office: Start?, units: [RegionCode: Start] = [:]) {
    self.office = office
    self.units = units
  }

  /// The start of a unit: its own, else that of its kecamatan, else the office's; `nil` where everything
  /// of it is watched.
  public func start(of unit: RegionCode) -> Start? {
    units[unit] ?? units[unit.kecamatan] ?? office
  }

  /// The same starts under the codes that units have on some day.
  ///
  /// - Parameter current: The code in use, by the codes that the unit has at other times.
  /// - Returns: The starts; of one unit under two codes the later.
  public func under(_ current: [RegionCode: RegionCode]) -> Watch {
    guard !current.isEmpty, !units.isEmpty else { return self }
    let renamed = units.map { (current[$0.key] ?? $0.key, $0.value) }
    return Watch(office: office, units: Dictionary(renamed, uniquingKeysWith: { max($0, $1) }))
  }

  /// The years in which a watch can begin.
  public static let years = 2000...CivilDate.years.upperBound

  /// The first watched day as it is written: a day in any form that people write, a quarter (`2025-TW4`)
  /// or a year (`2025`), of which it is the first day; `nil` for anything else, and outside ``years``.
  public static func firstDay(written text: some StringProtocol) -> CivilDate? {
    start(written: text)?.day
  }

  /// The form in which files keep what ``firstDay(written:)`` reads: `2025-10-01`, `2025-TW4`, `2025`.
  public static func normalized(_ text: some StringProtocol) -> String? {
    start(written: text)?.text
  }

  private static func start(written text: some StringProtocol) -> (day: CivilDate, text: String)? {
    let period = Period(written: text).flatMap {
      $0.length == .year || $0.length == .quarter ? $0 : nil
    }
    let day = period?.firstDay ?? CivilDate(written: text)
    guard let day, years.contains(day.year) else { return nil }
    return (day, period?.description ?? day.description)
  }
}

extension Watch.Start: Comparable {
  /// Orders starts by their days.
  public static func < (lhs: Self, rhs: Self) -> Bool { lhs.day < rhs.day }
}
