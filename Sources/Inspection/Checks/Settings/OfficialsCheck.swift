internal import CalendarFiles
internal import ComplianceModel
internal import Workspace

/// Every kecamatan has a camat, and every official a kecamatan.
struct OfficialsCheck: Check {
  let name = "pejabat"
  let summary = "camat tercatat untuk setiap kecamatan"

  func findings(in site: Site) -> [Finding] {
    guard let office = site.settings.office else { return [] }
    let watched = site.regions?.kecamatan(on: site.today) ?? []
    let idle = office.places.inOrder.compactMap { mention, _ -> RegionCode? in
      guard case .officialUnit(let unit) = mention, site.regions != nil else { return nil }
      return watched.contains { $0.code == unit } ? nil : unit
    }.sorted()
    let vacant = watched.filter { office.official("camat", in: $0.code, on: site.today) == nil }
    return idle.map { InspectionSentence.officialElsewhere($0, in: office) }
      + (vacant.isEmpty ? [] : [InspectionSentence.noOfficial("camat", vacant, of: watched.count)])
  }
}
