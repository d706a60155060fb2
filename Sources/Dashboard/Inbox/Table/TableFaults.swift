internal import ComplianceModel
internal import Deeds
internal import Spreadsheets

/// The rows of a table that something is wrong with, each fault in its cell.
struct TableFaults: Sendable {
  /// A cell.
  struct Cell: Sendable {
    let heading: String
    let text: String
    /// What is wrong with it, and how to mend it; `nil` where nothing is.
    let fault: String?
  }

  /// A row.
  struct Row: Sendable {
    let line: String
    /// What is wrong with the row, where it is in no cell of it.
    let fault: String?
    let cells: [Cell]
  }

  let headings: [String]
  let rows: [Row]

  /// Lays the faults of a look out; `nil` where no row has one.
  init?(_ look: TableDesk.Look) {
    guard let read = look.headings?.headings, !look.lines.isEmpty else { return nil }
    let isOfSheet = look.sheet != nil
    // Cells may lie to the right of the last heading.
    let width = isOfSheet ? max(read.count, look.lines.map(\.cells.count).max() ?? 0) : read.count
    let headings = (0..<width).map { place in
      let text = place < read.count ? TablePage.shown(read[place].text) : ""
      guard isOfSheet else { return text }
      // A column is known by its letters there.
      let letters = SheetContent.letters(ofColumn: place + 1)
      return text.isEmpty ? letters : "\(letters) · \(text)"
    }
    self.headings = headings
    let faults = Dictionary(grouping: look.faults, by: \.place.line)
    let refused = Dictionary(grouping: look.refused, by: \.line)
    rows = look.lines.map { line in
      var left = faults[line.number] ?? []
      let cells = line.cells.enumerated().map { place, cell -> Cell in
        let own = left.filter { $0.place.column == cell.column }
        left.removeAll { $0.place.column == cell.column }
        return Cell(
          heading: place < headings.count ? headings[place] : "", text: cell.text,
          fault: TableFaults.joined(own.map(TableFaults.words)))
      }
      let others =
        left.map(TableFaults.words) + (refused[line.number] ?? []).map(\.text)
        + (look.foreign.contains(line.number) ? ["bukan laporan yang Anda catat"] : [])
      return Row(line: "\(line.number)", fault: TableFaults.joined(others), cells: cells)
    }
  }

  private static func words(_ finding: Finding) -> String {
    "\(finding.what); \(finding.remedy.onTable)"
  }

  private static func joined(_ texts: [String]) -> String? {
    texts.isEmpty ? nil : texts.joined(separator: " · ")
  }
}
