internal import CivilCalendar
internal import ComplianceModel
internal import LedgerStore
internal import Workspace

/// Every ledger of which something is left is there.
///
/// What exports and frozen quarters state of ledgers is held against them by checks of their own.
struct LostLedgersCheck: Check {
  let name = "buku-hilang"
  let summary =
    "setiap buku yang meninggalkan jejak (bukti, sisihan, pengingat, tanda dilihat) masih ada"

  /// A ledger by its kecamatan and year.
  private struct Book: Hashable, Comparable {
    let kecamatan: RegionCode
    let year: Int

    var path: String { LedgerStore.file(of: kecamatan, year: year) }

    /// The ledger that a path in a folder of the workspace belongs to: `dokumen/63.05.12/2026/...` or
    /// `buku/63.05.12/2026.csv.rusak-1`.
    init?(_ path: some StringProtocol) {
      let parts = path.split(separator: "/")
      guard parts.count >= 3, let code = RegionCode(String(parts[1])), code.level == .kecamatan
      else {
        return nil
      }
      let digits = parts[2].prefix { $0.isASCII && $0.isNumber }
      guard digits.count == 4, let year = Int(digits) else { return nil }
      kecamatan = code
      self.year = year
    }

    init(kecamatan: RegionCode, year: Int) {
      self.kecamatan = kecamatan
      self.year = year
    }

    static func < (lhs: Book, rhs: Book) -> Bool {
      (lhs.kecamatan, lhs.year) < (rhs.kecamatan, rhs.year)
    }
  }

  /// Lists the evidence: what is recorded meanwhile has its file before its row.
  func prepare(_ site: Site) { _ = site.listing(of: LedgerStore.evidenceFolder) }

  func findings(in site: Site) throws(WorkspaceFailure) -> [Finding] {
    let evidence = site.listing(of: LedgerStore.evidenceFolder)
    var present: Set<Book> = []
    var traces: [Book: String] = [:]
    for entry in try site.entriesOfBooks() {
      switch entry.kind {
      case .ledger, .irregular: if let book = Book(entry.path) { present.insert(book) }
      case .fragment, .damagedCopy:
        if let book = Book(entry.path) { traces[book] = "sisihannya ada, \(entry.path)" }
      case .temporary, .foreign: break
      }
    }
    for path in evidence.names {
      guard path.split(separator: "/").count > 3, let book = Book(path) else { continue }
      traces[book] = "buktinya ada, misalnya \(path)"
    }
    for book in site.seenRemarks().files.compactMap({ Book($0) }) {
      traces[book] = "peringatannya sudah ditandai dilihat dalam \(Workspace.seenFile)"
    }
    for book in try site.booksOfReminders().compactMap({ Book("\(LedgerStore.bookFolder)/\($0)") })
    where traces[book] == nil {
      traces[book] = "pengingat sudah berjalan dengannya"
    }
    addGaps(between: present, site, to: &traces)
    return traces.filter { !present.contains($0.key) }.sorted { $0.key < $1.key }.map {
      InspectionSentence.lostLedger($0.key.path, $0.value)
    }
  }

  /// Adds the years between two ledgers of a kecamatan that has been watched since before them.
  private func addGaps(
    between present: Set<Book>, _ site: Site, to traces: inout [Book: String]
  ) {
    for (kecamatan, books) in Dictionary(grouping: present, by: \.kecamatan) {
      let years = books.map(\.year).sorted()
      guard let first = years.first, let last = years.last,
        let start = site.settings.office?.watch.start(of: kecamatan)
      else { continue }
      for year in max(first, start.day.year)...max(last, start.day.year)
      where !years.contains(year) && year < last {
        let book = Book(kecamatan: kecamatan, year: year)
        if traces[book] == nil {
          traces[book] =
            "buku tahun sebelum dan sesudahnya ada, dan kecamatan dipantau sejak "
            + start.day.indonesian
        }
      }
    }
  }
}
