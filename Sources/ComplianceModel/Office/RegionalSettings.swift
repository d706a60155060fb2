public import CivilCalendar

/// What an office's file says of one region instead of what it says of all (`menurut_wilayah`); `nil` where it says
/// nothing of its own.
public struct RegionalSettings: Hashable, Sendable {
  /// The zone of the clocks there.
  public let zone: IndonesianZone?
  /// The names of the calendars that are used there, in the order of their layers.
  public let calendars: [String]?
  /// The working weeks there.
  public let weeks: [WorkingWeek]?

  /// Creates the settings of a region.
  public init(zone: IndonesianZone?, calendars: [String]?, weeks: [WorkingWeek]?) {
    self.zone = zone
    self.calendars = calendars
    self.weeks = weeks
  }
}

extension Office {
  /// The zone of the clocks where a unit lies.
  public func zone(of unit: RegionCode) -> IndonesianZone { regional(\.zone, of: unit) ?? zone }

  /// The names of the calendars that a unit uses, in the order of their layers.
  public func calendars(of unit: RegionCode) -> [String] {
    regional(\.calendars, of: unit) ?? calendars
  }

  /// The working weeks of a unit.
  public func weeks(of unit: RegionCode) -> [WorkingWeek] { regional(\.weeks, of: unit) ?? weeks }

  /// The names of all calendars that are used anywhere, each once, those of the office itself first.
  public var allCalendars: [String] {
    let others = regional.sorted { $0.key < $1.key }.flatMap { $0.value.calendars ?? [] }
    return (calendars + others).unique
  }

  /// What is said of the smallest region around a unit of which anything is said.
  private func regional<Value>(
    _ setting: (RegionalSettings) -> Value?, of unit: RegionCode
  ) -> Value? {
    guard !regional.isEmpty else { return nil }
    return regional[unit.kecamatan].flatMap(setting) ?? regional[unit.regency].flatMap(setting)
      ?? regional[unit.province].flatMap(setting)
  }
}
