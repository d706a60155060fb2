/// A part of a page of the guide as its template shows it: one of these has a value.
struct GuideBlock: Sendable {
  /// A heading, with the name by which it is led to.
  struct Heading: Sendable {
    let anchor: String
    let line: GuideLine
    /// Whether it stands below another heading.
    let isInner: Bool
  }

  /// Items, with numbers or without.
  struct List: Sendable {
    let isNumbered: Bool
    var items: [GuideLine]
  }

  /// A table; each cell knows the title of its column, which narrow screens show beside it.
  struct Table: Sendable {
    /// A row.
    struct Row: Sendable {
      let first: Cell
      let others: [Cell]
    }

    /// A cell.
    struct Cell: Sendable {
      let heading: String
      let line: GuideLine
    }

    let titles: [GuideLine]
    let rows: [Row]
  }

  private(set) var heading: Heading?
  private(set) var paragraph: GuideLine?
  private(set) var list: List?
  private(set) var table: Table?
  private(set) var code: String?

  init(_ heading: Heading) { self.heading = heading }
  init(_ paragraph: GuideLine) { self.paragraph = paragraph }
  init(_ list: List) { self.list = list }
  init(_ table: Table) { self.table = table }
  init(code: String) { self.code = code }
}

/// A line of the guide, as stretches of one kind.
struct GuideLine: Sendable {
  /// A stretch.
  struct Run: Sendable {
    let words: String
    let isCode: Bool
    let isStrong: Bool
    let isStressed: Bool
    /// Where it leads to; `nil` for what leads nowhere.
    let address: String?
    /// Where the picture is; `nil` for words.
    let picture: String?
  }

  let runs: [Run]
}
