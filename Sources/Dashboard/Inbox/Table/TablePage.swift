internal import CivilCalendar
internal import ComplianceModel
internal import Deeds
internal import Wording

/// A table that was sent: what is wrong with it beside its cells, what its columns mean, and what it will write,
/// to be confirmed.
struct TablePage: ShownPage {
  static let path = TableForm.path
  static let template = "periksa-tabel"
  static let help: GuidePlace? = GuidePlace("Halaman", "Yang masuk")

  /// The labels of the boxes, which remedies name.
  static let skipLabel = "Lewati baris yang salah"
  static let fillLabel = "Isi unit, laporan, dan periode yang kosong dari baris di atasnya"
  static let fillDatesLabel = "Isi juga tanggal yang kosong dari baris di atasnya"

  /// A column whose meaning can be said.
  struct Column: Sendable {
    let name: String
    let label: String
    let choices: [FilterForm.Choice]
  }

  /// A box.
  struct Box: Sendable {
    let name: String
    let label: String
    let isTicked: Bool
  }

  let title = "Periksa tabel"
  let name: String
  /// The sheet that is read; `nil` for comma-separated values, and before one is chosen.
  let sheet: String?
  /// The sheets of the workbook, to choose another; empty where there is nothing to choose.
  let sheets: [FilterForm.Choice]
  let hasSheets: Bool
  /// What would come of it, in one sentence; `nil` where nothing would.
  let summary: String?
  let style: String
  /// What is wrong with it, or was noticed.
  let problems: [String]
  let remarks: [String]
  /// Whether something is wrong; a template sees only what is stored.
  let isFaulty: Bool
  /// The rows that something is wrong with; `nil` where there is none.
  let grid: TableFaults?
  /// What its columns mean.
  let columns: [Column]
  let hasColumns: Bool
  /// Whether that has to be said.
  let asksMeanings: Bool
  let boxes: [Box]
  let reason: String
  /// Some of the rows that would be written, and how many more there are.
  let rows: [String]
  let hasRows: Bool
  let more: String?
  /// Whether it can be recorded.
  let canRecord: Bool
  let draft: String
  /// Where it is confirmed, and where it is sent with more said of it.
  let action: String
  let moreAction: String

  init(_ draft: Draft, _ request: TableImport.Request, _ look: TableDesk.Look, _ visit: Visit) {
    name = request.name
    sheet = look.sheet.map(TablePage.shown)
    sheets = TablePage.sheets(look)
    hasSheets = !sheets.isEmpty
    let outcome = look.outcome
    // Of a table that is refused whole it would say what is not so.
    summary =
      look.isRefused && !request.skipsFaulty
      ? nil : outcome.map { ImportText.summary($0, isPreview: true) }
    style = (look.isRefused ? Style.bad : .good).rawValue
    func words(_ finding: Finding) -> String { "\(finding.what); \(finding.remedy.onTable)." }
    // Those of several rows name them.
    func placed(_ finding: Finding) -> String {
      let isNamed = finding.what.hasPrefix("baris ") || finding.place.line == 0
      if isNamed { return words(finding) }
      let place = finding.place.cell.map { "sel \($0)" } ?? "baris \(finding.place.line)"
      return "\(place): \(words(finding))"
    }
    let faults = look.findings.filter { $0.severity == .fault }
    problems =
      faults.map(placed) + look.refused.map { "baris \($0.line): \($0.text)." }
      + (look.foreign.isEmpty
        ? []
        : [
          "baris \(LineNumbers.text(look.foreign)): bukan laporan yang Anda catat; hapus dari tabel ini."
        ])
    remarks = look.findings.filter { $0.severity == .remark }.map(words)
    isFaulty = !problems.isEmpty
    grid = TableFaults(look)
    columns = TablePage.columns(look, request)
    hasColumns = !columns.isEmpty
    asksMeanings = look.asksMeanings
    boxes = [
      Box(name: TableForm.fillsDown, label: TablePage.fillLabel, isTicked: request.fillsDown),
      Box(
        name: TableForm.fillsDates, label: TablePage.fillDatesLabel, isTicked: request.fillsDates),
      Box(name: TableForm.skipsFaulty, label: TablePage.skipLabel, isTicked: request.skipsFaulty),
    ]
    reason = request.reason ?? ""
    rows = look.rows
    hasRows = !look.rows.isEmpty
    let rest = look.rowCount - look.rows.count
    more = rest > 0 ? "dan \(rest.indonesian) baris lagi" : nil
    let isNews = outcome?.counts.contains { $0.new > 0 } ?? false
    canRecord =
      isNews && look.foreign.isEmpty && (!look.isRefused || request.skipsFaulty)
    self.draft = draft.number
    action = visit.paths.page("/isian/\(draft.number)")
    moreAction = visit.paths.page(TableForm.path)
  }

  /// A text of the table in one line: a cell may hold several.
  static func shown(_ text: String) -> String {
    String(text.map { $0.isNewline ? " " : $0 })
  }

  /// The sheets that can be chosen, where more than one can, or none is.
  private static func sheets(_ look: TableDesk.Look) -> [FilterForm.Choice] {
    guard look.sheets.count > 1 || look.sheet == nil, !look.sheets.isEmpty else { return [] }
    let none = FilterForm.Choice(value: "", label: "belum dipilih", isSelected: true)
    return (look.sheet == nil ? [none] : [])
      + look.sheets.map {
        FilterForm.Choice(value: $0, label: shown($0), isSelected: $0 == look.sheet)
      }
  }

  /// The headings, each with what it is taken for or was said to mean.
  private static func columns(
    _ look: TableDesk.Look, _ request: TableImport.Request
  ) -> [Column] {
    (look.headings?.headings ?? []).prefix(TableForm.mostColumns).enumerated()
      .filter { !$0.element.text.isEmpty }.map { place, heading in
        let chosen = request.meanings[heading.text] ?? heading.meaning
        // What it most likely means is offered first, and not taken.
        let nearest = chosen == nil ? heading.nearest : nil
        let none = nearest.map { "belum dikenal; mungkin \($0.rawValue)" } ?? "belum dikenal"
        return Column(
          name: TableForm.column(place), label: shown(heading.text),
          choices: (chosen == nil
            ? [FilterForm.Choice(value: "", label: none, isSelected: true)] : [])
            + TableColumn.allCases.map {
              FilterForm.Choice(value: $0.rawValue, label: $0.rawValue, isSelected: $0 == chosen)
            })
      }
  }
}
