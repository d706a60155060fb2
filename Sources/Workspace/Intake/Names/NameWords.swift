public import ComplianceModel

/// What the names of files are read by: units, reports, and the regions around.
public struct NameWords: Sendable {
  /// The units that are watched here.
  let units: UnitNames
  /// The codes, aliases and names of all reports, folded.
  let reports: Set<String>
  /// The names of the kabupaten and provinces that the units lie in, with their kind, folded.
  let regions: Set<String>

  /// Gathers the words.
  ///
  /// - Parameters:
  ///   - kecamatan: The kecamatan that are watched here.
  ///   - reports: The codes, aliases and names of all reports.
  public init(_ kecamatan: [Kecamatan], reports: some Sequence<String>) {
    units = UnitNames(kecamatan)
    self.reports = Set(reports.map(ReportCalendar.folded))
    var regions: Set<String> = []
    for (full, short) in [("Kabupaten", "Kab"), ("Kota", "Kota"), ("Provinsi", "Prov")] {
      for unit in kecamatan.flatMap({ [$0.regency, $0.province] }) {
        guard let unit else { continue }
        let isProvince = unit.code.level == .province
        let hasKind = unit.name.hasPrefix("\(full) ")
        // A name without its kind is that of a province or of a kabupaten: a kota says so.
        let isBare =
          full == (isProvince ? "Provinsi" : "Kabupaten") && !unit.name.hasPrefix("Kota ")
        guard hasKind || isBare else { continue }
        let name = hasKind ? String(unit.name.dropFirst(full.count)) : unit.name
        regions.formUnion(["\(full) \(name)", "\(short) \(name)"].map(ReportCalendar.folded))
      }
    }
    self.regions = regions
  }
}
