internal import CivilCalendar
internal import ComplianceModel

extension YAMLReader {
  /// `menurut_wilayah`: what holds in some regions instead, under the code of each.
  mutating func regional(_ node: Node?) -> [RegionCode: RegionalSettings] {
    guard let node else { return [:] }
    var regional: [RegionCode: RegionalSettings] = [:]
    for (key, _, value) in mapping(node) {
      let settings = regionalSettings(value)
      guard let region = region(key) else { continue }
      guard region.level <= .kecamatan else {
        report(.notARegion(region.description), at: key)
        continue
      }
      note(.region(region), at: key)
      if regional[region] != nil { report(.repeatedUnit(region.description), at: key) }
      regional[region] = settings
    }
    return regional
  }

  private mutating func regionalSettings(_ node: Node) -> RegionalSettings? {
    let keys = ["zona", "kalender", "minggu_kerja"]
    guard let fields = fields(node, keys: keys) else { return nil }
    if keys.allSatisfy({ fields[$0] == nil }) { report(.missingKey("zona"), at: fields.place) }
    return RegionalSettings(
      zone: choice(fields["zona"], of: IndonesianZone.self),
      calendars: fields["kalender"].map { calendars($0) },
      weeks: fields["minggu_kerja"].map { weeks($0) })
  }

  /// `kalender`: the names of calendars.
  mutating func calendars(_ node: Node?) -> [String] {
    items(node).compactMap { name($0, as: Office.Mention.calendar) }
  }

  /// `minggu_kerja`: the working weeks, at least one.
  mutating func weeks(_ node: Node?) -> [WorkingWeek] {
    let items = items(node)
    if let node, items.isEmpty { report(.noWorkingWeek, at: node) }
    return items.compactMap { week($0) }
  }

  private mutating func week(_ node: Node) -> WorkingWeek? {
    guard let fields = fields(node, keys: ["hari", "sejak"]) else { return nil }
    let days = choice(
      required("hari", in: fields), ["5": WorkingWeek.Days.five, "6": .six])
    let since = date(required("sejak", in: fields))
    guard let days, let since else { return nil }
    return WorkingWeek(days: days, since: since)
  }
}
