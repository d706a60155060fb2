internal import Answers
internal import CivilCalendar
internal import ComplianceModel
internal import Exchange
internal import LedgerStore
internal import Wording
internal import Workspace

/// The frozen quarters; of one of them what differs now, and why.
struct FrozenPage: Page {
  static let path = "/beku"
  static let name: String? = nil
  static let template = "beku"
  static let help: GuidePlace? = GuidePlace("Halaman", "Membekukan triwulan")
  static let readers = Audience.office
  static let keys: Set = ["triwulan", "kecamatan", saved]

  /// The key that says that the quarter was frozen a moment ago.
  static let saved = "tersimpan"

  /// Something that differs.
  struct Item: Sendable {
    let title: String
    let values: [DifferenceText.Value]
    /// Why: the rows behind it, and what else.
    let causes: [String]
  }

  /// What differs from one frozen quarter.
  struct Shown: Sendable {
    let summary: String
    /// The name of a style.
    let style: String
    /// When it was frozen, and who signed; `nil` where the summary says it.
    let made: String?
    let items: [Item]
    let otherRows: String?
    /// Where the frozen document lies.
    let file: String
    let sha256: String
  }

  let title = "Triwulan beku"
  /// Whether the quarter was frozen a moment ago.
  let isSaved: Bool
  /// `nil` where no quarter was asked for.
  let shown: Shown?
  let frozen: TableView
  /// Where a quarter is frozen; `nil` for who may not.
  let freezing: String?
  /// The list of all; `nil` where it is what is shown.
  let all: String?

  init(_ visit: Visit) throws {
    isSaved = try visit.query.flag(FrozenPage.saved)
    freezing = FrozenPage.freezing(nil, visit)
    guard let quarter = try visit.query.quarter() else {
      guard visit.query["kecamatan"] == nil else {
        throw QueryFault(what: "'triwulan' belum disebut")
      }
      shown = nil
      all = nil
      frozen = try FrozenPage.list(visit)
      return
    }
    let kecamatan = try ExportFile.kecamatan(visit)
    let desk = try visit.workspace.desk(of: kecamatan)
    let export = try KepatuhanExport(.quarter(quarter), visit.workspace.data)
    let frozen = try FrozenQuarter(quarter, desk, schema: export.schema())
    let answer = try Difference(from: frozen.statement, in: desk, asOf: visit.day)
    let text = DifferenceText(
      answer, signature: frozen.document.endorsement?.signature, desk, today: visit.today)
    let isSame = text.items.isEmpty
    shown = Shown(
      summary: text.summary, style: isSame ? "good" : "soon",
      made: isSame ? nil : text.made.capitalizedFirst,
      items: text.items.map { item in
        Item(
          title: item.title, values: item.values,
          causes: item.rows.map { "baris \($0.summary)" } + item.causes)
      }, otherRows: text.otherRows?.capitalizedFirst, file: frozen.row.entry.file,
      sha256: frozen.row.entry.sha256)
    self.frozen = try FrozenPage.list(visit) { $0.quarter == quarter }
    all = visit.paths.page(FrozenPage.path)
  }

  /// The frozen quarters, each leading to what differs now.
  ///
  /// - Parameters:
  ///   - visit: The look at the page.
  ///   - isMeant: Which of them are listed.
  /// - Returns: The table.
  /// - Throws: A `WorkspaceFailure` for ledgers that cannot be read.
  static func list(
    _ visit: Visit, where isMeant: (QuarterFreeze) -> Bool = { _ in true }
  ) throws -> TableView {
    var lines: [LedgerLine] = []
    for kecamatan in visit.workspace.kecamatan {
      let desk = try visit.workspace.desk(of: kecamatan)
      let rows = Set(desk.freezes.filter(isMeant).map(\.row))
      lines += desk.lines(asOf: visit.day) { _, event in rows.contains(event.row) }
    }
    lines.sort {
      ($0.event.period?.firstDay.dayNumber ?? 0) > ($1.event.period?.firstDay.dayNumber ?? 0)
    }
    return TableView(
      "Triwulan yang dibekukan", LedgerLine.columns,
      showing: [
        .init("periode", namesRow: true), "nama_unit", .init("tanggal", right: true),
        .init("dicatat_pada", right: true), "petugas", "catatan",
      ], lines
    ) { line, key in
      guard key == "periode" else { return nil }
      return visit.paths.page(
        path, ["triwulan": line.row.entry.period, "kecamatan": "\(line.event.unit)"])
    }
  }

  /// Where a quarter is frozen; `nil` for who may not, and on a page about another day.
  static func freezing(_ quarter: Quarter?, _ visit: Visit) -> String? {
    guard visit.day == visit.today, visit.visitor.isAmong(FreezePage.readers) else { return nil }
    guard let quarter else { return visit.paths.page(FreezePage.path) }
    return visit.paths.page(FreezePage.path, ["triwulan": "\(quarter)"])
  }
}
