internal import ComplianceModel

extension Words {
  /// How large a file is: `812 byte`, `1,2 MB`; by thousands, as file managers count.
  package static func size(_ bytes: Int64) -> String {
    let units = ["KB", "MB", "GB"]
    guard bytes >= 1000 else { return "\(bytes) byte" }
    // In tenths, so that what is rounded up to a thousand is told in the next unit.
    var tenths = (bytes + 50) / 100
    var unit = 0
    while tenths >= 10_000, unit < units.count - 1 {
      tenths = (tenths + 500) / 1000
      unit += 1
    }
    let (whole, rest) = (tenths / 10, tenths % 10)
    return rest == 0 || whole >= 100
      ? "\(whole.indonesian) \(units[unit])" : "\(whole.indonesian),\(rest) \(units[unit])"
  }
}
