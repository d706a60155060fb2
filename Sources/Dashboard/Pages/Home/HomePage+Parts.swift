extension HomePage {
  /// Whose the page is, in a workspace of several kecamatan.
  struct Choosing: Sendable {
    let heading: String
    let form: FilterForm
  }

  /// How it stands with a duty quarter.
  struct Standing: Sendable {
    /// The quarter: `TW I 2026`.
    let name: String
    /// By whose obligations they are; at least one.
    let figures: [Figure]
  }

  /// A share with its two numbers, and what it leads to.
  struct Figure: Sendable {
    let name: String
    let current: String
    let whole: String
    let attainable: String
    let link: String
  }

  /// What is said where nothing is listed.
  struct Calm: Sendable {
    let title: String
    let text: String
    let style: String
  }

  /// The desa that owe something.
  struct Owing: Sendable {
    let villages: [VillagesPage.Owing]
    /// Where the matrix is.
    let link: String
  }

  /// The days ahead.
  struct Ahead: Sendable {
    let timeline: Timeline
    /// Where they are listed.
    let list: String
  }

  /// How much is due in the weeks ahead.
  struct Load: Sendable {
    let chart: BarChart
    let table: TableView
  }

  /// Something to know, and whether it is good.
  struct Note: Sendable {
    let text: String
    let style: String
    /// What can be done about it; `nil` where nothing is.
    var link: TableView.Link?
  }

  /// A part of the page; one of its values is there.
  struct Part: Sendable {
    var list: DutyList?
    var calm: Calm?
    var standing: Standing?
    var owing: Owing?
    var ahead: Ahead?
    var load: Load?
    var notes: [Note]?
    var lateEntries: TableView?
  }
}
