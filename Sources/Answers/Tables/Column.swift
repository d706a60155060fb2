/// One column of the table of an answer: the same for a terminal, for JSON and for every later front.
public struct Column<Row: Sendable>: Sendable {
  /// The key for programs, the same for ever.
  ///
  /// A point stands before the key of an inner object:
  /// `berjalan.wajib`.
  public let key: String
  /// The heading for people.
  public let heading: String
  /// The heading where there is little room.
  public let shortHeading: String
  /// The value of a row.
  public let cell: @Sendable (Row) -> Cell

  /// Creates a column.
  ///
  /// - Parameters:
  ///   - key: The key for programs.
  ///   - heading: The heading for people.
  ///   - short: The heading where there is little room; the same where it is `nil`.
  ///   - cell: The value of a row.
  public init(
    key: String, heading: String, short: String? = nil, cell: @escaping @Sendable (Row) -> Cell
  ) {
    self.key = key
    self.heading = heading
    shortHeading = short ?? heading
    self.cell = cell
  }
}

extension Column {
  /// The same column for rows that hold such a row.
  public func of<Outer: Sendable>(
    _ path: any KeyPath<Outer, Row> & Sendable
  ) -> Column<Outer> {
    Column<Outer>(key: key, heading: heading, short: shortHeading) { cell($0[keyPath: path]) }
  }
}
