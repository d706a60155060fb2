internal import Answers
internal import Wording

/// A table of an answer, as a template shows it.
struct TableView: Sendable {
  /// A value.
  struct Cell: Sendable {
    /// The words.
    let text: String
    /// How they are set off: the name of a style.
    let style: String
    /// The heading of its column, which stands before it where there is no room for columns.
    let heading: String
    /// Whether it is a number or a date, which is read from its end.
    let isRight: Bool
    /// Where it leads; `nil` for nowhere.
    let link: String?
    /// Whether it names the row.
    let isHeading: Bool
    /// The box with which it is chosen; `nil` where it cannot be.
    let tick: Tick?
  }

  /// A box that chooses what a cell is about.
  struct Tick: Sendable {
    /// What is sent where it is ticked.
    let value: String
    /// What it chooses, for who hears it.
    let label: String
    /// Whether it is ticked at first.
    var isTicked = false
  }

  /// Where else a row leads.
  struct Link: Sendable {
    let title: String
    let path: String
  }

  /// A cell of links.
  struct LinkCell: Sendable {
    let heading: String
    let links: [Link]
  }

  /// The heading of a column.
  struct Heading: Sendable {
    let text: String
    let isRight: Bool
  }

  /// A row.
  struct Row: Sendable {
    let cells: [Cell]
    /// Where else it leads, in a last cell; `nil` for a table without.
    let links: LinkCell?
  }

  /// What the table shows, for who hears it; empty where the heading above says it.
  let caption: String
  /// The headings of the columns.
  let headings: [Heading]
  /// The rows.
  let rows: [Row]

  /// Whether it has no row; a template sees only what is stored.
  let isEmpty: Bool

  /// A column that is shown, by its key.
  struct Shown: ExpressibleByStringLiteral, Sendable {
    let key: String
    let isRight: Bool
    let namesRow: Bool

    init(_ key: String, right isRight: Bool = false, namesRow: Bool = false) {
      self.key = key
      self.isRight = isRight
      self.namesRow = namesRow
    }

    init(stringLiteral key: String) { self.init(key) }
  }

  /// A mark that stands alone would have to be looked up: a page has room for words.
  private static func text(of value: Answers.Cell) -> String {
    switch value {
    case .mark(let mark): Words.words(mark)
    case .marks(let marks): Words.words(marks)
    default: Words.text(of: value)
    }
  }

  /// Lays out some columns of an answer.
  ///
  /// - Parameters:
  ///   - caption: What the table shows.
  ///   - columns: All columns of the answer.
  ///   - shown: Those that are shown, in this order.
  ///   - rows: The rows.
  ///   - links: Where else rows lead, under a heading.
  ///   - link: Where the cell of a column leads, by the column's key.
  ///   - tick: The box of the cell of a column, by the column's key.
  init<Source>(
    _ caption: String = "", _ columns: [Column<Source>], showing shown: [Shown], _ rows: [Source],
    links: (heading: String, of: (Source) -> [Link])? = nil,
    link: (Source, String) -> String? = { _, _ in nil },
    tick: (Source, String) -> Tick? = { _, _ in nil }
  ) {
    let places = Dictionary(columns.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    let pairs = shown.compactMap { shown in places[shown.key].map { (shown, $0) } }
    self.caption = caption
    isEmpty = rows.isEmpty
    headings =
      pairs.map { Heading(text: $1.heading, isRight: $0.isRight) }
      + (links.map { [Heading(text: $0.heading, isRight: false)] } ?? [])
    self.rows = rows.map { row in
      Row(
        cells: pairs.map { shown, column in
          let value = column.cell(row)
          let text = TableView.text(of: value)
          // What is not there leads nowhere.
          let isThere = !text.isEmpty && text != Words.noValue
          return Cell(
            text: text, style: Words.style(of: value).rawValue, heading: column.heading,
            isRight: shown.isRight, link: isThere ? link(row, shown.key) : nil,
            isHeading: shown.namesRow, tick: tick(row, shown.key))
        },
        links: links.map { LinkCell(heading: $0.heading, links: $0.of(row)) })
    }
  }
}
