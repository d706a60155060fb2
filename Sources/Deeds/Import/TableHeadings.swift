public import ComplianceModel
internal import DurableFiles
public import Workspace

/// The row of a table that has its headings, and what each of them is taken for.
public struct TableHeadings: Sendable {
  /// A heading.
  public struct Heading: Hashable, Sendable {
    /// What stands in the table, without blanks around it.
    public let text: String
    /// Its column, as the places of findings count.
    public let column: Int
    /// What it is taken for; `nil` where nobody could say, and a person has to.
    public let meaning: TableColumn?
    /// What it most likely means, where it is not understood; `nil` where nobody could say.
    public let nearest: TableColumn?
  }

  /// The headings, in their order.
  public let headings: [Heading]
  /// The line on which they begin.
  public let line: Int

  init(_ header: ImportHeader) {
    headings = header.columns.named
    line = header.line
  }
}

extension TableImport {
  /// The headings of the table.
  public var headings: TableHeadings { TableHeadings(header) }

  /// Reads the headings of a table, whatever is wrong with them.
  ///
  /// - Parameters:
  ///   - request: What is asked for.
  ///   - workspace: The workspace.
  /// - Returns: The headings, as far as the file is a table.
  /// - Throws: `FileFailure` where the table cannot be read.
  public static func headings(
    of request: Request, in workspace: Workspace
  ) throws -> TableHeadings {
    let head = try CSVStream(request.table).reader.bytes
    let mark = CSVReader.byteOrderMark
    return TableHeadings(
      ImportHeader(
        Array(head.starts(with: mark) ? head.dropFirst(mark.count) : head[...]),
        ImportHeading.Said(
          passedOver: request.passedOver, meanings: request.meanings,
          kept: workspace.office.tableColumns)))
  }

  /// Whether something that is wrong with a table can be mended by saying what its headings mean.
  public static func isOfHeadings(_ finding: Finding) -> Bool {
    [ImportProblem.missingColumns, .columnTwice, .unknownColumn, .meaningfulColumn, .mappedNowhere]
      .contains { $0.rawValue == finding.code }
  }
}

extension TableHeadings.Heading {
  init(_ text: String, at column: Int, _ reading: ImportHeading) {
    var (meaning, nearest): (TableColumn?, TableColumn?)
    switch reading {
    case .column(let column, let part): meaning = part?.word ?? column.word
    case .harmless, .passedOver, .none: meaning = .ignored
    case .fault(.unknown(_, let near)): nearest = near
    case .fault: break
    }
    self.init(text: text, column: column, meaning: meaning, nearest: nearest)
  }
}
