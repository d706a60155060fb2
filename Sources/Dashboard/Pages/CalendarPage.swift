internal import Answers
internal import CivilCalendar
internal import ComplianceModel
internal import Wording
internal import Workspace

/// The rules by which things are due, and the days on which nobody works, each with its legal source.
struct CalendarPage: Page {
  static let path = "/kalender"
  static let name: String? = "Kalender"
  static let template = "kalender"
  static let help: GuidePlace? = GuidePlace("Hukum-dan-tenggat", "Seberapa pasti sebuah tanggal")
  static let readers = Audience.office
  static let keys: Set = ["tahun", saved]

  /// The key that says that something was written a moment ago.
  static let saved = "tersimpan"

  /// What holds in one kecamatan.
  struct Office: Sendable {
    let name: String
    /// The calendars that are merged, lowest layer first.
    let files: String
    let table: TableView
    /// How many rules are dates of the kabupaten and no law; `nil` where none is.
    let local: String?
    /// What is owed without a date; `nil` where nothing is.
    let undated: String?
  }

  /// What one decree says.
  struct Decree: Sendable {
    let title: String
    let table: TableView
  }

  let title = "Kalender"
  let year: Int
  let offices: [Office]
  let decrees: [Decree]
  /// Where the holidays are written; `nil` where the year has none.
  let file: String?
  /// What to do where it has none; `nil` where it has some.
  let missing: String?
  let notes: [String]
  let form: FilterForm
  /// Whether something was written a moment ago.
  let isSaved: Bool
  /// The forms that change it, for who may.
  let actions: [TableView.Link]
  /// Whether there is one; a template sees only what is stored.
  let hasActions: Bool

  init(_ visit: Visit) throws {
    year = try visit.query.year() ?? visit.day.year
    let rules = try RuleListing(
      of: year, visit.workspace.kecamatan, asOf: visit.day, in: visit.workspace)
    let holidays = try HolidayListing(of: year, in: visit.workspace)
    offices = rules.offices.map(Office.init)
    decrees = holidays.decrees.map { decree in
      Decree(
        title: decree.title,
        table: TableView(
          decree.title, HolidayListing.columns,
          showing: [.init("tanggal"), .init("nama", namesRow: true), "jenis"], decree.holidays))
    }
    file = holidays.file
    missing = holidays.missing
    notes = [rules.uncomputed.line].compactMap(\.self)
    form = FilterForm(visit, year: year)
    isSaved = try visit.query.flag(CalendarPage.saved)
    let mayChange = visit.day == visit.today && visit.visitor.isAmong(HolidayPage.readers)
    actions =
      mayChange
      ? [
        TableView.Link(title: "Coba hari libur", path: visit.paths.page(HolidayPage.path)),
        TableView.Link(
          title: "Tetapkan tanggal menurut surat", path: visit.paths.page(SetDatePage.path)),
      ] : []
    hasActions = mayChange
  }
}

extension CalendarPage.Office {
  fileprivate init(_ office: RuleListing.Office) {
    name = office.kecamatan.displayName(of: office.kecamatan.code)
    files = office.files.joined(separator: ", ")
    table = TableView(
      "Aturan tenggat \(name)", office.columns,
      showing: [
        .init("laporan", namesRow: true), "aturan", "tenggat", "dasar_hukum", "keyakinan",
        "ditulis_di",
      ], office.lines)
    local = office.localNote
    undated = office.undatedNote
  }
}
