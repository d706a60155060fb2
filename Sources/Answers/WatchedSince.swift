public import CivilCalendar
public import ComplianceModel

/// Since when the units of a question are watched, as its heading says.
public struct WatchedSince: Hashable, Sendable {
  /// The first watched day of what is asked about; `nil` where everything is watched, or only single
  /// units in it have one.
  public let day: CivilDate?
  /// The units in it with another first day, by code.
  public let exceptions: [Exception]

  /// A unit with a first watched day of its own.
  public struct Exception: Hashable, Sendable {
    /// The unit.
    public let unit: RegionCode
    /// Its name, as it is printed.
    public let name: String
    /// Its first watched day.
    public let day: CivilDate
  }

  /// Looks up the first watched days of units.
  ///
  /// - Parameters:
  ///   - units: What is asked about.
  ///   - office: The office, which sets the days.
  public init(_ units: UnitScope, _ office: Office) {
    let watch = units.kecamatan.reduce(office.watch) { $0.under($1.currentCodes) }
    let asked = units.units.isEmpty ? units.kecamatan.map(\.code) : units.units
    let days = Set(asked.map { watch.start(of: $0)?.day })
    let shared =
      units.kecamatan.count == 1
      ? watch.start(of: units.kecamatan[0].code)?.day : watch.office?.day
    let day = days.count == 1 ? days.first.flatMap(\.self) : shared
    self.day = day
    exceptions = units.kecamatan.flatMap { kecamatan in
      watch.units.filter { unit, start in
        unit.kecamatan == kecamatan.code && units.contains(unit) && start.day != day
      }.map { Exception(unit: $0.key, name: kecamatan.displayName(of: $0.key), day: $0.value.day) }
    }.sorted { $0.unit < $1.unit }
  }

  /// Looks up the first watched days of one kecamatan and its desa.
  public init(_ kecamatan: Kecamatan, _ office: Office) {
    self.init(UnitScope([], [kecamatan]), office)
  }

  /// Units that a heading names, before it only counts them.
  private static let longestList = 3

  /// The words of a heading.
  ///
  /// - Parameter first: The first day that is asked about; `nil` where it reaches back to the first
  ///   watched day, as a schedule of what is overdue does.
  /// - Returns: `dipantau sejak 1 Oktober 2025`; `nil` where everything was watched before the first day.
  public func words(from first: CivilDate?) -> String? {
    let told = exceptions.filter { $0.day >= first ?? $0.day }
    guard let day, day >= first ?? day || !told.isEmpty else {
      return told.isEmpty ? nil : WatchedSince.words(told)
    }
    let own = "dipantau sejak \(day.indonesian)"
    return told.isEmpty ? own : "\(own) (\(WatchedSince.words(told)))"
  }

  private static func words(_ exceptions: [Exception]) -> String {
    guard exceptions.count <= longestList else {
      return "\(exceptions.count) unit dipantau sejak tanggalnya sendiri"
    }
    return exceptions.map { "\($0.name) dipantau sejak \($0.day.indonesian)" }
      .joined(separator: ", ")
  }
}
