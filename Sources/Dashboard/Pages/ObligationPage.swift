internal import Answers
internal import CivilCalendar
internal import ComplianceModel
internal import Hummingbird
internal import LedgerStore
internal import Wording
internal import Workspace

/// One obligation: why it is due when it is, how it stands, and what the ledger says of it.
struct ObligationPage: Page {
  static let path = "/kewajiban/{unit}/{laporan}/{periode}"
  static let name: String? = nil
  static let template = "kewajiban"
  static let help: GuidePlace? = GuidePlace("Kasubbag", "Mengapa demikian")
  static let readers = Audience.everyone
  static let isKept = true
  static let keys: Set = [ConfirmationForm.key]

  let title: String
  /// Its report, who answers for it, and what its calendar notes.
  let heading: [String]
  let standing: TextPart
  let due: TextPart
  /// How its term stands; `nil` for a document without one.
  let term: TextPart?
  let rows: TableView
  let others: [TextPart]
  /// What the visitor recorded a moment ago.
  let receipt: Receipt?
  /// The forms that record something of it.
  let actions: [TableView.Link]
  /// Whether there is one; a template sees only what is stored.
  let hasActions: Bool

  init(_ visit: Visit) throws {
    let (selection, obligation) = try visit.obligation()
    let period = obligation.id.period
    let question = ObligationExplanation.Question(obligation.id, asOf: visit.day)
    guard let explanation = try ObligationExplanation(question, at: selection.desk) else {
      throw ShownTrouble(trouble: .noSuchObligation)
    }
    let text = ExplanationText(explanation)
    title = text.title
    heading = text.heading
    standing = text.standing
    due = text.due
    term = TermText(explanation)?.part
    let acts = Recording.Act.allowed(to: visit, for: selection)
    let name = (report: selection.code, unit: selection.unit)
    func path(_ act: Recording.Act, _ row: String? = nil) -> String {
      visit.paths.form(act, of: name.unit, name.report, period, row: row)
    }
    receipt = visit.receipt
    actions = acts.filter { act in
      act.kind.map(explanation.possibleKinds.contains) ?? false
    }.map { TableView.Link(title: $0.title, path: path($0)) }
    hasActions = !actions.isEmpty
    let acknowledged =
      selection.report.level == .village
      ? Set(Receipts.acknowledged(explanation.lines.map(\.event)).map(\.row)) : []
    rows = TableView(
      "Baris buku", ObligationExplanation.rowColumns,
      showing: [
        .init("nomor", right: true), .init("peristiwa", namesRow: true),
        .init("tanggal", right: true), .init("diterima", right: true), "petugas", "catatan",
      ], explanation.lines,
      links: (
        heading: "Tindakan",
        of: { line in
          let row = line.event.row
          let evidence = TableView.Link(
            title: "Bukti",
            path: visit.paths.evidence(name.unit, name.report, period, EvidenceRow.word(row)))
          let void = TableView.Link(title: "Batalkan", path: path(.void, row.text))
          // A row of another kecamatan's ledger is void there.
          let receipts =
            acknowledged.contains(row)
            ? [(false, "Tanda terima"), (true, "Tanda terima sehari")].map { isOfDay, title in
              TableView.Link(
                title: title,
                path: ReceiptFile.address(name.unit, row, ofDay: isOfDay, visit.paths))
            } : []
          return (line.row.entry.file.isEmpty ? [] : [evidence]) + receipts
            + (acts.contains(.void) && row.book == nil ? [void] : [])
        }
      ))
    others = text.others
  }
}
