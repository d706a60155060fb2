internal import CivilCalendar
internal import ComplianceModel

extension YAMLReader {
  /// The first watched days, `dipantau_sejak`: one for the office, or a mapping with the office's own
  /// (`kantor`) and those of units (`unit`).
  mutating func watch(_ node: Node) -> Watch {
    guard node.pairs != nil else { return Watch(office: start(node)) }
    guard let fields = fields(node, keys: ["kantor", "unit"]) else { return .everything }
    if fields["kantor"] == nil, fields["unit"] == nil {
      report(.missingKey("kantor"), at: fields.place)
    }
    let office = fields["kantor"].flatMap { start($0) }
    return Watch(office: office, units: fields["unit"].map { unitStarts($0) } ?? [:])
  }

  /// The starts by unit, each under its code or its name.
  private mutating func unitStarts(_ node: Node) -> [RegionCode: Watch.Start] {
    var starts: [RegionCode: Watch.Start] = [:]
    for (key, _, value) in mapping(node) {
      guard let unit = region(key) else { continue }
      guard unit.level == .kecamatan || unit.isDesa else {
        report(.notAWatchedUnit(unit.description), at: key)
        continue
      }
      note(.watchedUnit(unit), at: key)
      if starts[unit] != nil { report(.repeatedUnit(unit.description), at: key) }
      starts[unit] = start(value)
    }
    return starts
  }

  private mutating func start(_ node: Node) -> Watch.Start? {
    value(node, orReport: { .noSuchStart($0) }) { Watch.firstDay(written: $0) }
      .map { Watch.Start($0, at: place(of: node)) }
  }
}
