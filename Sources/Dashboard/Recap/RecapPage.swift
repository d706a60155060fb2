internal import Answers
internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import Wording
internal import Workspace

/// How the regions of a workspace of many kecamatan stand beside each other, from the provinces down to the desa.
struct RecapPage: Page {
  static let path = "/rekap"
  static let name: String? = "Rekap"
  static let template = "rekap"
  static let help: GuidePlace? = GuidePlace("Halaman", "Banyak kecamatan")
  static let readers = Audience.office
  static let isOfSeveralKecamatan = true
  static let keys = RecapRequest.keys

  /// A kecamatan from which nothing came.
  struct Silent: Sendable {
    let name: String
    let link: String
  }

  let title = "Rekap"
  let heading: String
  /// The regions around the one that is shown, the largest first.
  let trail: [TableView.Link]
  /// What is shown: `Semua wilayah`, or a region.
  let place: String
  /// Whether it is a part of what is watched.
  let hasTrail: Bool
  /// Why other pages lead here; `nil` where they do not.
  let narrowing: String?
  /// What is said where nothing is owed; `nil` where something is.
  let nothing: String?
  let figures: RateFigures
  /// How many are owed, entered late, exempt.
  let counts: String
  /// The regions beside each other.
  let table: TableView
  /// How many regions are not shown; `nil` where all are.
  let rest: String?
  /// How many kecamatan have submitted nothing, of how many.
  let silentCount: String
  let silent: [Silent]
  let silentRest: String?
  let damaged: [DamagedBook]
  /// The same counts as tables for other programs.
  let files: [TableView.Link]
  let notes: [String]
  let levels: [FilterForm.Choice]
  let groupings: [FilterForm.Choice]
  let orders: [FilterForm.Choice]
  /// The region that is shown, as the form sends it on; `nil` for all.
  let unit: String?
  let form: FilterForm

  /// The regions, or the kecamatan without any submission, that are shown at most.
  private static let longest = 500

  init(_ visit: Visit) throws {
    let request = try RecapRequest(visit)
    if let grouping = request.grouping, !RecapPage.groupings.contains(grouping) {
      throw QueryFault(
        what: "'\(grouping.rawValue)' bukan "
          + RecapPage.groupings.map(\.rawValue).joined(separator: ", "))
    }
    let answer = try request.answer(byVillage: false, visit)
    let kecamatan = answer.question.units.kecamatan
    let level = request.grouping?.levels.first ?? RegionStandings.level(of: kecamatan)
    let standings = RegionStandings(answer, by: level, in: request.order)
    let shown = standings.rows.prefix(RecapPage.longest)
    let firstDay = request.quarter?.firstDay ?? Period(.year, year: request.year)?.firstDay
    place = RecapPage.name(of: request.region, visit.workspace)
    heading =
      "\(place) · \(request.when) · \(kecamatan.count.indonesian) kecamatan"
      + answer.watchedSince.headingEnd(from: firstDay)
    trail = RecapPage.trail(request, visit)
    hasTrail = !trail.isEmpty
    narrowing =
      visit.workspace.kecamatan.count > Visit.mostKecamatan
      ? "Halaman lain menampilkan paling banyak \(Visit.mostKecamatan) kecamatan sekaligus: "
        + "pilih dahulu kabupaten atau kecamatannya dalam tabel di bawah ini." : nil
    let total = answer.recap.total
    nothing = total.isEmpty ? "Tidak ada kewajiban yang dapat dihitung: \(request.when)." : nil
    figures = RateFigures(total, ofQuarter: request.quarter != nil)
    counts = "\(Words.counts(of: total))."
    table = RecapPage.table(standings, Array(shown), request, visit)
    rest = RecapPage.rest(of: standings.rows.count, "wilayah")
    silentCount =
      "\(standings.silent.count.indonesian) dari \(kecamatan.count.indonesian) kecamatan"
    silent = standings.silent.prefix(RecapPage.longest).map {
      Silent(
        name: $0.displayName(of: $0.code),
        link: visit.paths.page(
          SchedulePage.path, [request.time.key: request.time.value, "unit": "\($0.code)"]))
    }
    silentRest = RecapPage.rest(of: standings.silent.count, "kecamatan")
    damaged = standings.damaged.map(DamagedBook.init)
    let shownGrouping = RecapPage.groupings.first { $0.levels == [level] } ?? .kecamatan
    files = [
      (shownGrouping, "per \(shownGrouping.rawValue)"), (.all, "kecamatan sampai nasional"),
      (.village, "per desa"),
    ].map { grouping, title in
      TableView.Link(title: title, path: RecapFile.address(grouping, like: request, visit))
    }
    notes = [answer.uncomputed.line].compactMap(\.self)
    levels = FilterForm.levels(request.level)
    groupings = RecapPage.groupings.map {
      FilterForm.Choice(
        value: $0.rawValue, label: $0.rawValue, isSelected: $0.levels == [level])
    }
    orders = Recap.Order.allCases.map {
      FilterForm.Choice(
        value: $0.rawValue, label: $0.rawValue, isSelected: $0 == request.order)
    }
    unit = request.region?.description
    form = FilterForm(visit, quarter: request.quarter, year: request.askedYear)
  }

  /// By which regions the page compares; a kecamatan leads to the matrix of its desa.
  private static let groupings: [Recap.Grouping] = [.province, .regency, .kecamatan]

  private static func table(
    _ standings: RegionStandings, _ rows: [RegionStandings.Row], _ request: RecapRequest,
    _ visit: Visit
  ) -> TableView {
    let isOfKecamatan = standings.level == .kecamatan
    let counts =
      (isOfKecamatan ? [] : ["kecamatan", "belum_mengirim", "rusak"])
      + ["wajib", "disampaikan", "lewat", "berjalan", "keseluruhan"]
    let time = request.time
    let paths = visit.paths
    return TableView(
      "Per \(standings.level.rawValue)",
      RegionStandings.columns(ofQuarter: request.quarter != nil),
      showing: [.init("peringkat", right: true), .init("nama", namesRow: true)]
        + counts.map { .init($0, right: true) },
      rows,
      links: (
        "Buka",
        { row in
          guard row.tally != nil else { return [] }
          let pages: [any Page.Type] =
            isOfKecamatan
            ? [HomePage.self, SchedulePage.self, RatesPage.self] : [RatesPage.self]
          return pages.map { page in
            let unit = "\(row.region)"
            return TableView.Link(
              title: page.name ?? page.path,
              path: page.keys.contains(time.key)
                ? paths.page(page.path, [time.key: time.value, "unit": unit])
                : paths.page(page.path, ["unit": unit]))
          }
        }
      )
    ) { row, key in
      guard key == "nama", row.tally != nil else { return nil }
      return isOfKecamatan
        ? paths.page(VillagesPage.path, ["tahun": "\(request.year)", "unit": "\(row.region)"])
        : address(of: row.region, request, visit)
    }
  }

  /// The page of a region, about the same time and in the same order.
  private static func address(
    of region: RegionCode?, _ request: RecapRequest, _ visit: Visit
  ) -> String {
    let time = request.time
    let own: KeyValuePairs =
      if let region {
        [time.key: time.value, "unit": "\(region)"]
      } else {
        [time.key: time.value]
      }
    return visit.paths.page(path, own, keeping: ["tingkat", "urut"], of: visit.query)
  }

  /// The regions around the one that is shown, the largest first.
  private static func trail(_ request: RecapRequest, _ visit: Visit) -> [TableView.Link] {
    guard let region = request.region else { return [] }
    let around = [region.province, region.regency].filter { $0 != region }
    return ([nil] + around.map(Optional.some)).map { outer in
      TableView.Link(
        title: name(of: outer, visit.workspace), path: address(of: outer, request, visit))
    }
  }

  private static func name(of region: RegionCode?, _ workspace: Workspace) -> String {
    guard let region else { return "Semua wilayah" }
    guard let kecamatan = workspace.kecamatan.first(where: { region.contains($0.code) }) else {
      return region.description
    }
    return [kecamatan.province, kecamatan.regency].compactMap(\.self).first { $0.code == region }?
      .name ?? kecamatan.displayName(of: region)
  }

  private static func rest(of count: Int, _ noun: String) -> String? {
    count > longest ? "dan \((count - longest).indonesian) \(noun) lagi" : nil
  }
}
