public import ComplianceModel
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

  /// The sheet that is read; `nil` for a table in a file of its own.
  public var sheet: String? { source.places.sheet }

  /// Reads the headings of a table, whatever is wrong with them.
  ///
  /// - Parameters:
  ///   - request: What is asked for.
  ///   - workspace: The workspace.
  /// - Returns: The headings with the sheet that has them; `nil` for a file that is no table, and for a workbook
  ///   of whose sheets one has to be chosen first.
  /// - Throws: `FileFailure` where the table cannot be read.
  public static func headings(
    of request: Request, in workspace: Workspace
  ) throws -> (headings: TableHeadings, sheet: String?)? {
    do {
      let source = try TableSource(request, ImportHeading.Said(request, in: workspace))
      return (TableHeadings(source.header), source.places.sheet)
    } catch WorkspaceFailure.data {
      return nil
    }
  }

  /// Whether something that is wrong with a table can be mended by saying what its headings mean.
  public static func isOfHeadings(_ finding: Finding) -> Bool {
    [ImportProblem.missingColumns, .columnTwice, .unknownColumn, .meaningfulColumn, .mappedNowhere]
      .contains { $0.rawValue == finding.code }
  }
}

extension ImportHeading.Said {
  /// What is said of headings in a request, and what the office keeps.
  init(_ request: TableImport.Request, in workspace: Workspace) {
    self.init(
      passedOver: request.passedOver, meanings: request.meanings,
      kept: workspace.office.tableColumns)
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
