internal import CivilCalendar
internal import ComplianceModel
internal import Deeds
internal import Inspection
internal import Spreadsheets
internal import SystemPackage
internal import Wording
internal import Workspace

/// Looks at a table that was sent, and records it.
struct TableDesk {
  let visit: Visit

  /// What a look at a table shows.
  struct Look: Sendable {
    /// Its headings; `nil` for what is no table.
    var headings: TableHeadings?
    /// The sheet that is read; `nil` for comma-separated values, and before one is chosen.
    var sheet: String?
    /// The sheets of the workbook that can be read; empty for comma-separated values.
    var sheets: [String] = []
    /// What is wrong with it or was noticed: what says the same is one.
    var findings: [Finding] = []
    /// Rows that are refused by what has no place among the findings, in words.
    var refused: [(line: Int, text: String)] = []
    /// Everything that is wrong at places of the table.
    var faults: [Finding] = []
    /// The rows that something is wrong with.
    var lines: [TableImport.Line] = []
    /// What would come of it; `nil` where its headings have to be understood first.
    var outcome: TableImport.Outcome?
    /// Some of the rows that would be written, in words.
    var rows: [String] = []
    /// How many rows would be written, or are there already.
    var rowCount = 0
    /// Lines of rows that the visitor may not record.
    var foreign: [Int] = []
    /// Whether what its columns mean has to be said.
    var asksMeanings = false

    /// Whether something keeps it from being recorded.
    var isRefused: Bool { outcome?.isRefused ?? true || !foreign.isEmpty }
  }

  /// Rows that are shown.
  static let mostRows = 100

  // MARK: - Looking

  /// What is said of the columns, where it is not what they are taken for anyway.
  ///
  /// - Throws: A ``QueryFault`` for a word that is none; what reading the table throws.
  func meanings(
    _ fields: FormFields, of request: TableImport.Request
  ) throws -> [String: TableColumn] {
    let read = try TableImport.headings(of: request, in: visit.workspace)
    var meanings: [String: TableColumn] = [:]
    for (place, heading) in (read?.headings.headings ?? []).prefix(TableForm.mostColumns)
      .enumerated()
    {
      let said = try fields.value(TableForm.column(place), as: "arti kolom") {
        TableColumn(rawValue: $0)
      }
      if let said, said != heading.meaning, !heading.text.isEmpty {
        meanings[heading.text] = said
      }
    }
    return meanings
  }

  /// Looks at a table; nothing is written.
  ///
  /// - Throws: What reading the table or the workspace throws, but for what is wrong with the table.
  func look(_ request: TableImport.Request) throws -> Look {
    var look = Look()
    if case .success(let content) = request.workbook {
      look.sheets = content.sheets.filter { !$0.text.isEmpty }.map(\.name)
    }
    var table: TableImport
    do {
      table = try TableImport(request, visit.workspace, today: visit.today)
    } catch WorkspaceFailure.data(let findings) {
      look.asksMeanings = findings.contains(where: TableImport.isOfHeadings)
      if look.asksMeanings, let read = try TableImport.headings(of: request, in: visit.workspace) {
        // What the columns are taken for, so that it can be said otherwise.
        (look.headings, look.sheet) = (read.headings, read.sheet)
      }
      look.findings = findings
      return look
    }
    (look.headings, look.sheet) = (table.headings, table.sheet)
    let may = rights()
    var (rows, count, foreign): ([String], Int, [Int]) = ([], 0, [])
    let outcome = try table.preview { row in
      count += 1
      if rows.count < TableDesk.mostRows { rows.append(ImportText.line(of: row)) }
      if !may(row) { foreign.append(row.line) }
    }
    (look.rows, look.rowCount, look.foreign) = (rows, count, foreign)
    look.outcome = outcome
    look.findings = FindingGroup.groups(ofRows: outcome.findings).compactMap(\.merged)
    look.faults = outcome.findings.filter { $0.severity == .fault }
    look.refused = outcome.refused.map { ($0.place.line, TableDesk.words(of: $0.cause)) }
    let faulty = look.faults.map(\.place.line) + look.refused.map(\.line) + foreign
    look.lines = try table.lines(Set(Set(faulty.filter { $0 > 0 }).sorted().prefix(Self.mostRows)))
    return look
  }

  // MARK: - Recording

  /// Records a table, all of it or nothing.
  ///
  /// - Returns: What came of it; it says so where nothing was recorded.
  /// - Throws: What reading or writing throws; ``ShownTrouble`` where the visitor may no longer.
  func record(_ request: TableImport.Request) throws -> Receipt {
    guard visit.day == visit.today else { throw ShownTrouble(trouble: .notToday) }
    var request = request
    request.recorder = try visit.visitor.recorder()
    let may = rights()
    var isForeign = false
    var look = try TableImport(request, visit.workspace, today: visit.today)
    _ = try look.preview { if !may($0) { isForeign = true } }
    guard !isForeign else { throw ShownTrouble(trouble: .notAllowed) }
    var table = try TableImport(request, visit.workspace, today: visit.today)
    let outcome = try table.record(at: visit.instant)
    let isRefused = outcome.isRefused && !request.skipsFaulty
    let faults = outcome.findings.filter { $0.severity == .fault }
    return Receipt(
      [
        Receipt.Line(
          isRefused
            ? "Tidak dicatat: \(request.name)"
            : "\(request.name): \(ImportText.summary(outcome, isPreview: false))",
          isRefused ? .bad : .good)
      ]
        + (isRefused
          ? faults.map { Receipt.Line("\($0.what); \($0.remedy.onTable).", inner: true) } : []),
      remarks: outcome.findings.filter { $0.severity == .remark }.map {
        "\($0.what); \($0.remedy.onTable)."
      }, address: visit.paths.page(InboxPage.path))
  }

  /// Whether the visitor may record a row.
  private func rights() -> (TableImport.Row) -> Bool {
    guard !visit.visitor.writesEverything else { return { _ in true } }
    var desks: [RegionCode: Desk] = [:]
    var known: [String: Bool] = [:]
    return { row in
      let key = "\(row.unit) \(row.report) \(row.kind.rawValue)"
      if let known = known[key] { return known }
      let selection = try? Selection(
        report: row.report, of: row.unit, in: visit.workspace, &desks)
      let act: Visitor.Act = row.kind == .submitted ? .submit : .decide
      // A measured value and an event are nobody's alone.
      let isOfObligation = row.kind != .measured && row.kind != .fact
      let may = isOfObligation && selection.map { visit.visitor.may(act, $0) } ?? false
      known[key] = may
      return may
    }
  }

  private static func words(of cause: any Error) -> String {
    let objections = Objection.all(in: cause) ?? []
    guard !objections.isEmpty else { return "tidak dapat dicatat; jalankan 'tenggat periksa'" }
    return objections.map { "\($0.what.onTable); \($0.remedy.onTable)" }.joined(separator: "; ")
  }
}

extension Remedy {
  /// The words with their actions as the form of a table has them.
  var onTable: String {
    spelled { action in
      switch action {
      case .mapColumn(let heading, let column):
        "pilih '\(column.rawValue)' untuk kolom '\(heading)'"
      case .passOver(let heading):
        "pilih '\(TableColumn.ignored.rawValue)' untuk kolom '\(heading)'"
      case .skipFaultyRows: "centang '\(TablePage.skipLabel)'"
      case .chooseSheet(let name): "'\(name)' di isian Lembar"
      case .fillDown: "centang '\(TablePage.fillLabel)'"
      case .fillDownDates: "centang '\(TablePage.fillDatesLabel)'"
      case .takeInTable: "kirim tabelnya"
      case .give(let field), .write(let field): "isian '\(field.formName.capitalizedFirst)'"
      default: action.asTyped
      }
    }
  }
}
