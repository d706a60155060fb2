internal import CalendarFiles
internal import ComplianceModel
internal import LedgerStore
internal import Workspace

/// Nothing but the ledgers of the kecamatan that are watched lies in `buku/`.
struct ForeignBooksCheck: Check {
  let name = "buku-asing"
  let summary = "folder buku/ hanya berisi buku kecamatan dalam wilayah.csv"

  func findings(in site: Site) throws(WorkspaceFailure) -> [Finding] {
    let regions = site.regions
    // What was recorded there of a desa that is here now counts.
    let former = Set(regions?.kecamatan(on: site.today).flatMap(\.otherKecamatan) ?? [])
    return try site.entriesOfBooks().compactMap { entry in
      switch entry.kind {
      case .foreign: InspectionSentence.foreignInBooks(entry.path)
      case .irregular: InspectionSentence.irregularBook(entry.path)
      case .ledger(let kecamatan, _):
        // Where wilayah.csv cannot be read, its own check says so.
        regions.map { $0[kecamatan] == nil && !former.contains(kecamatan) } == true
          ? InspectionSentence.unknownBook(entry.path, kecamatan) : nil
      case .fragment, .damagedCopy, .temporary: nil
      }
    }
  }
}
