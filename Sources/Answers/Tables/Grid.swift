/// The table of an answer, laid out: which columns there are, and a value for each of them in every row.
///
/// Tables of several kecamatan become one with ``init(joining:)``, and a front that writes tables need
/// not know what a row was.
public struct Grid: Sendable {
  /// A column without its values.
  public struct Heading: Hashable, Sendable {
    /// The key for programs, the same for ever.
    public let key: String
    /// The heading for people.
    public let text: String
    /// The heading where there is little room.
    public let shortText: String
  }

  /// The columns.
  public let headings: [Heading]
  /// The rows, each with as many values as there are columns.
  public let rows: [[Cell]]

  private init(headings: [Heading], rows: [[Cell]]) {
    self.headings = headings
    self.rows = rows
  }

  /// Lays out the table of an answer.
  ///
  /// - Parameters:
  ///   - columns: The columns.
  ///   - rows: The rows.
  public init<Row>(_ columns: [Column<Row>], _ rows: [Row]) {
    self.init(
      headings: columns.map {
        Heading(key: $0.key, text: $0.heading, shortText: $0.shortHeading)
      }, rows: rows.map { row in columns.map { $0.cell(row) } })
  }

  /// Puts tables below each other: a column for each key, in the order in which it first appears, without
  /// a value in the rows of tables that do not have it.
  public init(joining grids: [Grid]) {
    let headings = grids.flatMap(\.headings).groups(by: \.key).map { $0.members[0] }
    let rows = grids.flatMap { grid in
      let places = headings.map { heading in
        grid.headings.firstIndex { $0.key == heading.key }
      }
      return grid.rows.map { row in places.map { place in place.map { row[$0] } ?? .none } }
    }
    self.init(headings: headings, rows: rows)
  }

  /// The same table with some of its columns, in another order; a key that it does not have is left out.
  public func showing(_ keys: [String]) -> Grid {
    let places = keys.compactMap { key in headings.firstIndex { $0.key == key } }
    return Grid(
      headings: places.map { headings[$0] }, rows: rows.map { row in places.map { row[$0] } })
  }
}
