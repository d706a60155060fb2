internal import DurableFiles

/// The cells of a table, to be shown beside what is wrong with them.
extension TableImport {
  /// A row of a table as it stands there.
  public struct Line: Sendable {
    /// A cell.
    public struct Cell: Hashable, Sendable {
      /// Its column, as the places of findings count.
      public let column: Int
      /// What stands in it.
      public let text: String
    }

    /// Its line, as the places of findings count.
    public let number: Int
    /// Its cells, in their order.
    public let cells: [Cell]
  }

  /// The longest text of a cell that is shown, in characters.
  private static let longestCell = 200

  /// Reads some rows of the table as they stand there.
  ///
  /// - Parameter numbers: Their lines.
  /// - Returns: The rows, in their order; none for a line on which no row begins or that is no row.
  /// - Throws: `FileFailure` where the table cannot be read.
  public func lines(_ numbers: Set<Int>) throws -> [Line] {
    var lines: [Line] = []
    var stream = try source.rows()
    var fields: [CSVReader.Field] = []
    while lines.count < numbers.count {
      do throws(CSVStream.Failure) {
        guard let row = try stream.next(&fields) else { break }
        guard numbers.contains(row.line) else { continue }
        lines.append(
          Line(
            number: row.line,
            cells: fields.enumerated().map { place, field in
              Line.Cell(
                column: sheet == nil
                  ? stream.reader.column(of: field.range.lowerBound) : place + 1,
                text: String(
                  stream.reader.text(field).map { $0.isNewline ? " " : $0 }
                    .prefix(TableImport.longestCell)))
            }))
      } catch {
        if case .file(let failure) = error { throw failure }
      }
    }
    return lines
  }
}
