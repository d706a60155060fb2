public import CivilCalendar
public import ComplianceModel

/// The measured values of one indicator in a year, and how they make the value of the year.
///
/// A row of a longer period stands for the whole of it: a yearly row wins over the quarters, a
/// quarter's over its months. Of the rows of one period the last recorded one counts.
public struct Measurements: Sendable {
  /// One row of the ledger, with what becomes of it.
  public struct Row: Sendable {
    /// What becomes of a row.
    public enum Use: Hashable, Sendable {
      /// It gives the value of its period.
      case counted
      /// A later row of the same period takes its place.
      case corrected(by: LedgerEvent.RowID)
      /// The row of a longer period takes its place.
      case covered(by: LedgerEvent.RowID)
      /// The latest value of a stock stands for the year, and this one is an earlier one.
      case earlier
      /// Its value cannot be that of the indicator's kind.
      case unreadable
    }

    /// The row.
    public let event: LedgerEvent
    /// The period that it covers.
    public let period: Period
    /// Its value; `nil` where it cannot be read.
    public let value: MeasuredValue?
    /// What becomes of it in the value of the year.
    public internal(set) var use: Use
    /// Whether it gives the value of a quarter or up to one, whatever becomes of it in the year.
    public internal(set) var isUsedInQuarters = false
  }

  /// A value of one period that is combined with others.
  private struct Part {
    let figure: IndicatorFigure
    let row: LedgerEvent.RowID
  }

  private let kind: Indicator.Kind
  private let combination: Indicator.Combination
  private let standing: [Period: Row]
  private let all: [Row]

  /// Gathers the rows of an indicator.
  ///
  /// - Parameters:
  ///   - kind: What a value is.
  ///   - combination: How parts of a year make the year.
  ///   - rows: The standing rows of the indicator, of any years, as they were recorded.
  ///   - value: The value of a row; `nil` where it cannot be read.
  public init(
    _ kind: Indicator.Kind, _ combination: Indicator.Combination, _ rows: [LedgerEvent],
    value: (LedgerEvent.RowID) -> MeasuredValue?
  ) {
    self.kind = kind
    self.combination = combination
    var standing: [Period: Row] = [:]
    var all: [Row] = []
    for event in rows {
      guard let period = event.period else { continue }
      let value = value(event.row)
      let isReadable = value.map { IndicatorFigure(kind, $0) != nil } ?? false
      let row = Row(
        event: event, period: period, value: value, use: isReadable ? .counted : .unreadable)
      all.append(row)
      if isReadable { standing[period] = row }
    }
    self.standing = standing
    self.all = all
  }

  /// The value over a span; `nil` where nothing was measured in it.
  public func figure(over span: YearSpan) -> IndicatorFigure? {
    Measurements.combined(span.periods.flatMap(parts), kind, combination)
  }

  /// The parts of a year that have no value of their own or of a longer period: quarters, and of a
  /// flow that is measured by months the months of a quarter that has some.
  ///
  /// - Parameters:
  ///   - year: The year.
  ///   - day: Only what is over by this day is asked for.
  /// - Returns: The periods in order.
  public func missing(in year: Int, asOf day: CivilDate) -> [Period] {
    let quarters = (1...4).compactMap { Period(.quarter, year: year, ordinal: $0) }
    return quarters.flatMap { quarter -> [Period] in
      var period: Period? = quarter
      while let current = period {
        if standing[current] != nil { return [] }
        period = current.parent
      }
      guard !parts(of: quarter).isEmpty else { return quarter.lastDay < day ? [quarter] : [] }
      // The latest month of a stock stands for its quarter.
      guard combination == .sum else { return [] }
      return quarter.children.filter { $0.lastDay < day && standing[$0] == nil }
    }
  }

  /// The rows of a year in the order of recording, each with what becomes of it.
  public func rows(of year: Int) -> [Row] {
    let counted = Set(
      Period(.year, year: year).map { used(parts(of: $0)).map(\.row) } ?? [])
    let spans = Quarter.all(of: year).flatMap { [YearSpan.quarter($0), .through($0)] }
    let inQuarters = Set(spans.flatMap { used($0.periods.flatMap(parts)).map(\.row) })
    return all.filter { $0.period.year == year }.map { row in
      var row = row
      row.isUsedInQuarters = inQuarters.contains(row.event.row)
      guard row.use == .counted, !counted.contains(row.event.row) else { return row }
      row.use = .earlier
      if let last = standing[row.period]?.event.row, last != row.event.row {
        row.use = .corrected(by: last)
      } else {
        var parent = row.period.parent
        while let period = parent {
          if let longer = standing[period] { row.use = .covered(by: longer.event.row) }
          parent = period.parent
        }
      }
      return row
    }
  }

  /// The values that make a period, in the order of time: its own row, else those of its parts.
  private func parts(of period: Period) -> [Part] {
    if let row = standing[period], let value = row.value,
      let figure = IndicatorFigure(kind, value)
    {
      return [Part(figure: figure, row: row.event.row)]
    }
    return period.children.flatMap(parts)
  }

  private func used(_ parts: [Part]) -> [Part] {
    combination == .latest ? Array(parts.suffix(1)) : parts
  }

  private static func combined(
    _ parts: [Part], _ kind: Indicator.Kind, _ combination: Indicator.Combination
  ) -> IndicatorFigure? {
    guard let last = parts.last?.figure else { return nil }
    guard combination == .sum, kind != .index else { return last }
    let numerators = parts.compactMap(\.figure.numerator)
    let denominators = parts.compactMap(\.figure.denominator)
    // The year has a denominator only where each of its parts has one.
    return IndicatorFigure(
      kind, numerators.reduce(0, +),
      of: denominators.count == parts.count ? denominators.reduce(0, +) : nil)
  }
}

extension Indicator {
  /// Whether a value is a plain number, where the printed formula of a count has a denominator.
  public func lacksDenominator(_ value: MeasuredValue) -> Bool {
    guard kind == .count, wording.denominator != nil, case .number = value else { return false }
    return true
  }
}

extension IndicatorFigure {
  /// What a measured value is to an indicator of a kind; `nil` where it can be none.
  public init?(_ kind: Indicator.Kind, _ value: MeasuredValue) {
    switch (kind, value) {
    case (.percent, .share(let share)), (.count, .share(let share)):
      self.init(kind, share.numerator, of: share.denominator)
    case (.count, .number):
      guard let whole = value.whole else { return nil }
      self.init(kind, whole, of: nil)
    case (.index, .number(let index)): self.init(index: index)
    case (.percent, .number), (.index, .share): return nil
    }
  }
}

extension Period {
  /// The parts of the next shorter length: a year's semesters, a semester's quarters, its months.
  fileprivate var children: [Period] {
    let (length, count): (Length, Int) =
      switch self.length {
      case .year: (.semester, 2)
      case .semester: (.quarter, 2)
      case .quarter: (.month, 3)
      case .month: (.month, 0)
      }
    return (0..<count).compactMap {
      Period(length, year: year, ordinal: (ordinal - 1) * count + $0 + 1)
    }
  }

  /// The period of the next longer length that it lies in; `nil` for a year.
  fileprivate var parent: Period? {
    switch length {
    case .year: nil
    case .semester: Period(.year, year: year)
    case .quarter: Period(.semester, year: year, ordinal: (ordinal + 1) / 2)
    case .month: Period(.quarter, year: year, ordinal: (ordinal + 2) / 3)
    }
  }
}
