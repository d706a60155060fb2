internal import ComplianceModel

/// Counts rows by kecamatan and report.
struct ImportTally {
  private(set) var counts: [TableImport.Outcome.Count] = []
  /// For each target the place of its count.
  private let places: [Int]

  init(_ resolver: ImportResolver) {
    var places: [Int] = []
    for target in resolver.targets {
      let count = TableImport.Outcome.Count(
        kecamatan: target.id.unit.kecamatan, report: resolver.code(of: target))
      let place = counts.firstIndex(of: count) ?? counts.count
      if place == counts.count { counts.append(count) }
      places.append(place)
    }
    self.places = places
  }

  mutating func count(_ row: ImportReader.Row, isNew: Bool) {
    guard places.indices.contains(row.target) else { return }
    let place = places[row.target]
    if isNew {
      counts[place].new += 1
      if row.isLate { counts[place].late += 1 }
    } else {
      counts[place].known += 1
    }
  }
}
