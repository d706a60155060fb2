internal import CivilCalendar
internal import ComplianceModel
internal import Deeds
internal import Wording

/// A table that was sent: what is wrong with it beside its cells, what its columns mean, and what it will write,
/// to be confirmed.
struct TablePage: ShownPage {
  static let path = TableForm.path
  static let template = "periksa-tabel"

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
      return isNamed ? words(finding) : "baris \(finding.place.line): \(words(finding))"
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
          name: TableForm.column(place), label: heading.text,
          choices: (chosen == nil
            ? [FilterForm.Choice(value: "", label: none, isSelected: true)] : [])
            + TableColumn.allCases.map {
              FilterForm.Choice(value: $0.rawValue, label: $0.rawValue, isSelected: $0 == chosen)
            })
      }
  }
}
