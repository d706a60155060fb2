internal import CalendarFiles
internal import ComplianceModel
internal import LedgerStore
internal import Workspace

/// The region table can be read, and its units belong together.
struct RegionsCheck: Check {
  let name = "wilayah"
  let summary = "wilayah.csv terbaca, setiap desa punya kecamatan"

  func findings(in site: Site) throws(WorkspaceFailure) -> [Finding] {
    guard let regions = site.regions else { return site.settings.regionFindings }
    let kecamatan = regions.kecamatan(on: site.today)
    guard !kecamatan.isEmpty else { return [InspectionSentence.noKecamatan] }
    // The name of a desa that came from a kecamatan which is not watched here may be kept.
    let former = Set(regions.entries.flatMap(\.formerCodes))
    var findings = regions.entries.compactMap { entry in
      entry.code.level == .village && regions[entry.code.kecamatan] == nil
        && !former.contains(entry.code)
        ? InspectionSentence.villageWithoutKecamatan(entry.code, entry.name, line: entry.line)
        : nil
    }
    for kecamatan in kecamatan {
      let line = regions.entries.first { $0.code == kecamatan.code }?.line ?? 1
      findings += kecamatan.namelessRegions.map {
        InspectionSentence.namelessRegion($0, of: kecamatan, line: line)
      }
    }
    if !regions.unreadHeadings.isEmpty {
      findings.append(InspectionSentence.unreadColumns(regions.unreadHeadings))
    }
    return try findings + unknownWatchedUnits(kecamatan, in: site)
      + unknownRegions(kecamatan, in: site)
      + unknownFormerCodes(regions, in: site)
  }

  /// Units that have a first watched day of their own and are not here.
  private func unknownWatchedUnits(_ kecamatan: [Kecamatan], in site: Site) -> [Finding] {
    guard let office = site.settings.office else { return [] }
    let known = Set(
      kecamatan.flatMap { [$0.code] + $0.villages.map(\.code) + $0.currentCodes.keys })
    return office.watch.units.keys.filter { !known.contains($0) }.sorted().map {
      InspectionSentence.unknownWatchedUnit($0, in: office)
    }
  }

  /// Regions with settings of their own in which nothing is watched.
  private func unknownRegions(_ kecamatan: [Kecamatan], in site: Site) -> [Finding] {
    guard let office = site.settings.office else { return [] }
    let known = Set(kecamatan.flatMap { [$0.code, $0.code.regency, $0.code.province] })
    return office.regional.keys.filter { !known.contains($0) }.sorted().map {
      InspectionSentence.unknownRegion($0, in: office)
    }
  }

  /// Former codes of which nothing is known: no row of the table names them, and no ledger does.
  private func unknownFormerCodes(
    _ regions: RegionTable, in site: Site
  ) throws(WorkspaceFailure) -> [Finding] {
    let former = regions.formerCodesWithoutRow
    var recorded: Set<RegionCode> = []
    for kecamatan in Set(former.map(\.former.kecamatan)).sorted() {
      recorded.formUnion(try site.ledgers(of: kecamatan).history.events.map(\.unit))
    }
    return former.filter { !recorded.contains($0.former) }.map { former, code in
      let line = regions.entries.first { $0.code == code && $0.formerCodes.contains(former) }?.line
      return InspectionSentence.unknownFormerCode(former, line: line ?? 1)
    }
  }
}
