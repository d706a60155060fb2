/// Numbers over time as a picture: a bar each, with a stroke where it should end.
///
/// It shows what a table beside it says in words.
struct BarChart: Sendable {
  /// A number with what stands at it.
  struct Item {
    /// What stands below the bar: `TW I`.
    let label: String
    /// What stands above it: `85,71%`; empty for nothing.
    let text: String
    /// What is told where somebody points at it.
    let title: String
    /// How long the bar is; `nil` where there is no data.
    let value: Int?
    /// Where the bar should end; `nil` where nothing is aimed at.
    var goal: Int?
  }

  /// A bar.
  struct Bar: Sendable {
    let x: Int
    let y: Int
    let height: Int
    /// The middle, where the words stand.
    let centre: Int
    /// Where the words above it stand.
    let textY: Int
    let label: String
    let text: String
    let title: String
  }

  /// A stroke where a bar should end.
  struct Goal: Sendable {
    let x: Int
    let end: Int
    let y: Int
  }

  private static let step = 58
  private static let barWidth = 34
  private static let top = 18
  private static let floor = 110

  let width: Int
  let height = BarChart.floor + 18
  let barWidth = BarChart.barWidth
  let floor = BarChart.floor
  /// Where the words below the bars stand.
  let labelY = BarChart.floor + 13
  let bars: [Bar]
  let goals: [Goal]
  /// What the picture shows, for who hears it.
  let summary: String

  /// Draws numbers.
  ///
  /// - Parameters:
  ///   - items: The numbers in order.
  ///   - summary: What the picture shows.
  ///   - least: What the full height stands for at least.
  init(_ items: [Item], summary: String, least: Int = 1) {
    self.summary = summary
    width = max(items.count, 1) * BarChart.step
    let most = max(items.flatMap { [$0.value, $0.goal] }.compactMap(\.self).max() ?? 0, least, 1)
    let room = BarChart.floor - BarChart.top
    // Numbers may be as large as a budget in rupiah.
    func length(_ value: Int) -> Int {
      Int((Double(max(value, 0)) / Double(most) * Double(room)).rounded())
    }
    let margin = (BarChart.step - BarChart.barWidth) / 2
    bars = items.enumerated().map { place, item in
      let height = item.value.map { max(length($0), $0 > 0 ? 2 : 0) } ?? 0
      return Bar(
        x: place * BarChart.step + margin, y: BarChart.floor - height, height: height,
        centre: place * BarChart.step + BarChart.step / 2, textY: BarChart.floor - height - 4,
        label: item.label, text: item.text, title: item.title)
    }
    goals = items.enumerated().compactMap { place, item in
      item.goal.map {
        let x = place * BarChart.step + margin - 5
        return Goal(x: x, end: x + BarChart.barWidth + 10, y: BarChart.floor - length($0))
      }
    }
  }
}
