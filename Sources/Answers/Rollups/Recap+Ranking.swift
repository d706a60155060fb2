internal import Compliance
internal import ComplianceModel

extension Recap {
  /// The counts of one region with its place among those of its level.
  public struct RankedRow: Hashable, Sendable {
    /// The place, from 1; `nil` where nothing is decided by now, and shared by equal rates.
    public let rank: Int?
    /// The region.
    public let row: Row
  }

  /// The regions of a level with their places, by code.
  public func rankedRows(of level: Level) -> [RankedRow] {
    let rows = rows(of: level)
    var ranks: [RegionCode?: Int] = [:]
    var before: Row?
    for (place, row) in Recap.best(rows).enumerated() {
      let isEqual = before.map { $0.tally.currentRate.isEqual(to: row.tally.currentRate) } ?? false
      ranks[row.region] = isEqual ? ranks[before?.region] : place + 1
      before = row
    }
    return rows.map { RankedRow(rank: ranks[$0.region], row: $0) }
  }

  /// The regions in which something is decided by now, the best first: by what was on time of what is
  /// decided, then by what is decided, then by code.
  private static func best(_ rows: [Row]) -> [Row] {
    rows.filter { $0.tally.decided > 0 }.sorted { first, second in
      let (rate, other) = (first.tally.currentRate, second.tally.currentRate)
      if !rate.isEqual(to: other) { return other.isSmaller(than: rate) }
      if first.tally.decided != second.tally.decided {
        return first.tally.decided > second.tally.decided
      }
      return first.code < second.code
    }
  }
}

extension Ratio {
  fileprivate func isEqual(to other: Ratio) -> Bool {
    numerator * other.denominator == other.numerator * denominator
  }

  fileprivate func isSmaller(than other: Ratio) -> Bool {
    numerator * other.denominator < other.numerator * denominator
  }
}
