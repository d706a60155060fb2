import CivilCalendar
import Compliance
import ComplianceModel
import TestSupport
import Testing

/// Measured values against a second way to reckon them: month by month.
struct MeasurementOracleTests {
  /// A row with the text of its value.
  private struct Measured {
    let event: LedgerEvent
    let period: Period
    let text: String
  }

  /// A value as the oracle gives it.
  private struct Figure: Equatable {
    let numerator: Int?
    let denominator: Int?
    let value: String?
  }

  private static let year = 2026

  // MARK: - The second reading

  /// The months of a period, counted from the year 0.
  private static func months(_ period: Period) -> Range<Int> {
    let length = 12 / period.length.perYear
    let first = period.year * 12 + (period.ordinal - 1) * length
    return first..<(first + length)
  }

  private static func months(_ span: YearSpan) -> Range<Int> {
    let january = year * 12
    return switch span {
    case .year: january..<(january + 12)
    case .quarter(let quarter):
      (january + 3 * (quarter.number - 1))..<(january + 3 * quarter.number)
    case .through(let quarter): january..<(january + 3 * quarter.number)
    }
  }

  /// What a text is to an indicator of a kind: a share is `12/15`, an index `82.50`, a count either,
  /// whole.
  private static func read(_ text: String, _ kind: Indicator.Kind) -> (Int, of: Int?, index: Int?)?
  {
    let share = text.split(separator: "/").compactMap { Int($0) }
    if text.contains("/") {
      guard share.count == 2, kind != .index, share[1] > 0 || share[0] == 0 else { return nil }
      return (share[0], share[1], nil)
    }
    let decimal = text.split(separator: ".")
    switch kind {
    case .percent: return nil
    case .count:
      guard decimal.count == 1, let whole = Int(text) else { return nil }
      return (whole, nil, nil)
    case .index:
      guard let whole = Int(decimal[0]) else { return nil }
      let rest = decimal.count == 2 ? Int((decimal[1] + "0").prefix(2)) : 0
      return rest.map { (0, nil, whole * 100 + $0) }
    }
  }

  /// The rows that give the value of a span, in the order of time: for each month the row of the
  /// longest period in the span that holds it, the last one recorded.
  private static func holding(
    _ rows: [Measured], _ kind: Indicator.Kind, _ span: YearSpan
  ) -> [Measured] {
    let span = months(span)
    let usable = rows.filter {
      read($0.text, kind) != nil && months($0.period).lowerBound >= span.lowerBound
        && months($0.period).upperBound <= span.upperBound
    }
    var holding: [Measured] = []
    for month in span {
      let candidates = usable.filter { months($0.period).contains(month) }
      let longest = candidates.map { months($0.period).count }.max()
      let last = candidates.filter { months($0.period).count == longest }
        .max { $0.event.row < $1.event.row }
      if let last, holding.last?.event.row != last.event.row { holding.append(last) }
    }
    return holding
  }

  private static func figure(
    _ rows: [Measured], _ kind: Indicator.Kind, _ combination: Indicator.Combination,
    _ span: YearSpan
  ) -> Figure? {
    var holding = holding(rows, kind, span)
    if combination == .latest || kind == .index { holding = Array(holding.suffix(1)) }
    let values = holding.compactMap { read($0.text, kind) }
    guard let last = values.last else { return nil }
    if let index = last.index {
      let decimals = index % 100
      return Figure(
        numerator: nil, denominator: nil,
        value: "\(index / 100).\(decimals < 10 ? "0" : "")\(decimals)")
    }
    let numerator = values.map(\.0).reduce(0, +)
    let denominators = values.compactMap(\.of)
    let denominator = denominators.count == values.count ? denominators.reduce(0, +) : nil
    guard kind == .percent else {
      return Figure(numerator: numerator, denominator: denominator, value: "\(numerator)")
    }
    guard let denominator, denominator > 0 else {
      return Figure(numerator: numerator, denominator: denominator, value: nil)
    }
    // Half up: twice the numerator and one more half, over twice the denominator.
    let hundredths = (2 * numerator * 10_000 + denominator) / (2 * denominator)
    let rest = hundredths % 100
    return Figure(
      numerator: numerator, denominator: denominator,
      value: "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)")
  }

  // MARK: - Random rows

  private static func rows(_ random: inout SplitMix64, _ code: Code) throws -> (
    all: [LedgerEvent], texts: [LedgerEvent.RowID: String]
  ) {
    let unit = try region(SmallOffice.code)
    let periods =
      ["2026", "2025", "2025-TW4", "2026-S1", "2026-S2"]
      + (1...4).map { "2026-TW\($0)" } + (1...12).map { "2026-\($0 < 10 ? "0" : "")\($0)" }
    let texts = [
      "12/15", "0/0", "3/4", "7/3", "0/9", "1/3", "82.50", "75", "48", "6.5", "0", "100",
    ]
    var all: [LedgerEvent] = []
    var written: [LedgerEvent.RowID: String] = [:]
    let newYear = try day("2026-01-01")
    for number in 1...Int.random(in: 1...14, using: &random) {
      let row = LedgerEvent.RowID(
        year: Int.random(in: 2026...2027, using: &random), number: number)
      let isVoid = !all.isEmpty && Int.random(in: 0..<6, using: &random) == 0
      let date = newYear.adding(days: Int.random(in: 0...380, using: &random))
      let covered = try period(periods[Int.random(in: 0..<periods.count, using: &random)])
      all.append(
        LedgerEvent(
          row: row, kind: isVoid ? .voided : .measured, unit: unit, subject: code, period: covered,
          date: date, received: date, recorded: date,
          voids: isVoid ? all.randomElement(using: &random)?.row : nil))
      written[row] = texts[Int.random(in: 0..<texts.count, using: &random)]
    }
    return (all, written)
  }

  @Test(
    arguments: [Indicator.Kind.percent, .count, .index], [Indicator.Combination.sum, .latest])
  func `months make the same quarters and years`(
    _ kind: Indicator.Kind, _ combination: Indicator.Combination
  ) throws {
    var codes = CodeTable()
    let code = codes.intern("H06")
    let unit = try region(SmallOffice.code)
    let quarters = Quarter.all(of: MeasurementOracleTests.year)
    let spans =
      [.year(MeasurementOracleTests.year)] + quarters.map { YearSpan.quarter($0) }
      + quarters.map { .through($0) }
    for seed in 0..<400 {
      var random = SplitMix64(seed: UInt64(seed))
      let (all, texts) = try MeasurementOracleTests.rows(&random, code)
      let date = try day("2026-01-01").adding(days: Int.random(in: 0...400, using: &random))
      let voided = Set(all.compactMap(\.voids))
      let known = all.filter {
        $0.kind == .measured && !voided.contains($0.row) && $0.date <= date
      }.compactMap { event in
        event.period.map { Measured(event: event, period: $0, text: texts[event.row] ?? "") }
      }
      let measurements = Measurements(
        kind, combination,
        History(all.reversed()).measurements(code, of: unit, asOf: date)
      ) { texts[$0].flatMap { MeasuredValue($0) } }
      for span in spans {
        let made = measurements.figure(over: span).map {
          Figure(
            numerator: $0.numerator, denominator: $0.denominator, value: $0.value?.text())
        }
        let wanted = MeasurementOracleTests.figure(known, kind, combination, span)
        #expect(made == wanted, "seed \(seed) over \(span)")
      }
      try compareRows(measurements, known, kind, combination, on: date, seed: seed)
    }
  }

  /// What becomes of each row, and which parts of the year are missing.
  private func compareRows(
    _ measurements: Measurements, _ known: [Measured], _ kind: Indicator.Kind,
    _ combination: Indicator.Combination, on date: CivilDate, seed: Int
  ) throws {
    let year = MeasurementOracleTests.year
    var holding = MeasurementOracleTests.holding(known, kind, .year(year))
    if combination == .latest { holding = Array(holding.suffix(1)) }
    let rows = measurements.rows(of: year)
    #expect(
      rows.map(\.event.row)
        == known.filter { $0.period.year == year }.map(\.event.row).sorted(), "seed \(seed)")
    #expect(
      Set(rows.filter { $0.use == .counted }.map(\.event.row))
        == Set(holding.map(\.event.row)), "seed \(seed)")
    for row in rows {
      let isReadable =
        known.first { $0.event.row == row.event.row }
        .map { MeasurementOracleTests.read($0.text, kind) != nil } ?? false
      #expect((row.use == .unreadable) == !isReadable, "seed \(seed)")
    }
    let readable = known.filter { MeasurementOracleTests.read($0.text, kind) != nil }
    let missing = (1...4).flatMap { quarter -> [Period] in
      let periods =
        [Period(.quarter, year: year, ordinal: quarter)]
        + (1...3).map { Period(.month, year: year, ordinal: 3 * (quarter - 1) + $0) }
      let parts = periods.compactMap(\.self)
      let months = MeasurementOracleTests.months(parts[0])
      let held = readable.map { MeasurementOracleTests.months($0.period) }
        .filter { $0.overlaps(months) }
      if held.contains(where: { $0.count > 1 }) { return [] }
      if held.isEmpty { return parts.prefix(1).filter { $0.lastDay < date } }
      return parts.dropFirst().filter { month in
        combination == .sum && month.lastDay < date
          && !held.contains(MeasurementOracleTests.months(month))
      }
    }
    #expect(measurements.missing(in: year, asOf: date) == missing, "seed \(seed)")
    let spans = Quarter.all(of: year).flatMap { [YearSpan.quarter($0), .through($0)] }
    let inQuarters = spans.flatMap { span in
      let holding = MeasurementOracleTests.holding(known, kind, span)
      return (combination == .latest ? Array(holding.suffix(1)) : holding).map(\.event.row)
    }
    #expect(
      Set(rows.filter(\.isUsedInQuarters).map(\.event.row)) == Set(inQuarters), "seed \(seed)")
  }
}
