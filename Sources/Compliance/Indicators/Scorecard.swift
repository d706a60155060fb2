public import CivilCalendar
public import ComplianceModel

/// The indicators of one register in one year, as they stand on a day.
public struct Scorecard: Sendable {
  /// A reading of an indicator that is shown beside the one that holds.
  public struct Alternative: Sendable {
    /// The reading, counted over the year.
    public let count: ReadingCount
    /// What it comes to.
    public let figure: IndicatorFigure
    /// The highest that the year can still reach; `nil` where the reading does not ask for on time.
    public let best: IndicatorFigure?
  }

  /// Something that people should know beside a value.
  public enum Remark: Hashable, Sendable {
    /// The value is more than the whole.
    case overHundred
    /// So many documents are there in part.
    case halfDone(Int)
    /// These parts of the year are over and were not measured.
    case unmeasured([Period])
    /// This row came after the one of a longer period, which counts all the same.
    case covered(LedgerEvent.RowID, Period, by: LedgerEvent.RowID)
    /// The target is nothing, so that there is no achievement.
    case targetOfNought
    /// Less is better, and the value is more than twice the target: the achievement is nothing.
    case farOverTarget
    /// The value of this row cannot be that of the indicator.
    case unreadable(LedgerEvent.RowID)
    /// The printed formula has a denominator, and this row gives none, so that the year has none.
    case withoutDenominator(LedgerEvent.RowID)
  }

  /// One indicator.
  public struct Entry: Sendable {
    /// The indicator.
    public let indicator: Indicator
    /// The indicator whose number it is, where it stands here under a second owner.
    public let original: Indicator
    /// The value of the year so far.
    public let figure: IndicatorFigure?
    /// The values of the quarters that have begun.
    public let quarters: [Quarter: IndicatorFigure]
    /// The values from January to the end of a quarter (sampai dengan triwulan).
    ///
    /// Only of the quarters that have begun.
    public let cumulative: [Quarter: IndicatorFigure]
    /// The target of the year, in hundredths of the unit; `nil` where none is set.
    public let target: Int?
    /// The value over the target (capaian), in hundredths of a per cent.
    public let achievement: Ratio?
    /// The class of the value; `nil` where the indicator has no scale.
    public let grade: PredicateScale.Grade?
    /// The highest that the year can still reach; `nil` where nothing has to be on time.
    public let best: IndicatorFigure?
    /// The reading that holds, counted over the year; `nil` for what is measured.
    public let count: ReadingCount?
    /// Other readings.
    public let alternatives: [Alternative]
    /// The rows of the year; empty for what is counted from evidence.
    public let rows: [Measurements.Row]
    /// What people should know.
    public let remarks: [Remark]

    /// How many of the obligations or documents in it are decided by a late entry (susulan).
    public var lateEntries: Int { count?.lateEntries ?? 0 }

    /// The indicator whose number it is, where that is another one; else `nil`.
    public var sameAs: Indicator? { indicator.code == original.code ? nil : original }

    /// The target of the year as a value of the indicator; `nil` where none is set.
    public var targetValue: IndicatorValue? {
      target.map { IndicatorValue(indicator.kind, hundredths: $0) }
    }
  }

  /// The register.
  public let register: IndicatorRegister
  /// When it is in force beside the other registers of the office.
  public let validity: Validity
  /// The year.
  public let year: Int
  /// The day.
  public let day: CivilDate
  /// The indicators, in the order of the register.
  public let entries: [Entry]

  /// Counts a register.
  ///
  /// - Parameters:
  ///   - register: The register.
  ///   - validity: When it is in force beside the other registers of the office.
  ///   - evidence: The obligations and documents of the year.
  ///   - value: The value of a row that measures; `nil` where it cannot be read.
  public init(
    _ register: IndicatorRegister, in validity: Validity, _ evidence: IndicatorEvidence,
    value: @escaping (LedgerEvent.RowID) -> MeasuredValue?
  ) {
    self.register = register
    self.validity = validity
    year = evidence.year
    day = evidence.judge.day
    let counter = Counter(evidence: evidence, validity: validity, value: value)
    // One number under two owners is counted once.
    var known: [Code: Result] = [:]
    entries = register.indicators.map { indicator in
      let original = register.original(of: indicator)
      let result = known[original.code] ?? counter.result(original)
      known[original.code] = result
      return counter.entry(
        indicator, original, result, target: register.target(of: indicator, in: evidence.year))
    }
  }
}

extension Scorecard {
  /// What an indicator comes to before a target is looked at.
  fileprivate struct Result {
    var figure: IndicatorFigure?
    var quarters: [Quarter: IndicatorFigure] = [:]
    var cumulative: [Quarter: IndicatorFigure] = [:]
    var best: IndicatorFigure?
    var count: ReadingCount?
    var alternatives: [Alternative] = []
    var rows: [Measurements.Row] = []
    var missing: [Period] = []
  }

  fileprivate struct Counter {
    let evidence: IndicatorEvidence
    let validity: Validity
    let value: (LedgerEvent.RowID) -> MeasuredValue?

    private var judge: Judge { evidence.judge }
    private var year: Int { evidence.year }

    func result(_ indicator: Indicator) -> Result {
      switch indicator.source {
      case .documents(let reading, let alternatives):
        counted(indicator, reading, alternatives)
      case .measurement(let combination), .survey(_, let combination):
        measured(indicator, combination)
      case .sameAs: Result()
      }
    }

    private func counted(
      _ indicator: Indicator, _ reading: IndicatorReading, _ alternatives: [IndicatorReading]
    ) -> Result {
      let target = indicator.target.hundredths(of: year)
      func count(
        _ reading: IndicatorReading, _ span: YearSpan, atBest isBest: Bool = false
      ) -> ReadingCount {
        evidence.count(reading, over: span, target: target, atBest: isBest)
      }
      func figure(_ count: ReadingCount) -> IndicatorFigure {
        IndicatorFigure(indicator.kind, count.numeratorSum, of: count.denominatorSum)
      }
      func best(_ reading: IndicatorReading) -> IndicatorFigure? {
        reading.asksForOnTime ? figure(count(reading, .year(year), atBest: true)) : nil
      }
      var result = Result()
      let whole = count(reading, .year(year))
      result.count = whole
      result.figure = figure(whole)
      result.best = best(reading)
      for quarter in begun {
        result.quarters[quarter] = figure(count(reading, .quarter(quarter)))
        result.cumulative[quarter] = figure(count(reading, .through(quarter)))
      }
      result.alternatives = alternatives.map { alternative in
        let whole = count(alternative, .year(year))
        return Alternative(count: whole, figure: figure(whole), best: best(alternative))
      }
      return result
    }

    private func measured(
      _ indicator: Indicator, _ combination: Indicator.Combination
    ) -> Result {
      // Another register of the office may give the same code to something else.
      let rows = judge.history.measurements(
        indicator.code, of: judge.definitions.kecamatan.code, asOf: judge.day
      ).filter { row in row.period.map { isInForce($0.firstDay, $0.lastDay) } ?? false }
      let measurements = Measurements(indicator.kind, combination, rows, value: value)
      var result = Result()
      result.figure = measurements.figure(over: .year(year))
      for quarter in begun {
        result.quarters[quarter] = measurements.figure(over: .quarter(quarter))
        result.cumulative[quarter] = measurements.figure(over: .through(quarter))
      }
      result.rows = measurements.rows(of: year)
      // Where nothing at all was measured there is nothing to complete.
      if !result.rows.isEmpty {
        // What cannot be recorded, as the register was not in force, is not missing either.
        result.missing = measurements.missing(in: year, asOf: judge.day).filter {
          isInForce($0.firstDay, $0.lastDay)
        }
      }
      return result
    }

    /// Whether the register is in force on some of the days from one to another.
    private func isInForce(_ first: CivilDate, _ last: CivilDate) -> Bool {
      validity.overlaps(Validity(since: first, through: last))
    }

    /// The quarters of the year that have begun.
    private var begun: [Quarter] {
      Quarter.all(of: year).filter { $0.firstDay <= judge.day }
    }

    func entry(
      _ indicator: Indicator, _ original: Indicator, _ result: Result, target: Int?
    ) -> Entry {
      let figure = result.figure
      let achievement = target.flatMap { figure?.achievement(of: $0, indicator.direction) }
      return Entry(
        indicator: indicator, original: original, figure: figure, quarters: result.quarters,
        cumulative: result.cumulative, target: target,
        achievement: achievement,
        grade: grade(figure, original.scale), best: result.best, count: result.count,
        alternatives: result.alternatives, rows: result.rows,
        remarks: remarks(result, original, indicator.direction, target, achievement))
    }

    private func grade(
      _ figure: IndicatorFigure?, _ scale: PredicateScale?
    ) -> PredicateScale.Grade? {
      guard case .index? = figure?.value else { return nil }
      return figure?.hundredths.flatMap { scale?.grade(of: $0) }
    }

    private func remarks(
      _ result: Result, _ original: Indicator, _ direction: Indicator.Direction,
      _ target: Int?, _ achievement: Ratio?
    ) -> [Remark] {
      var remarks: [Remark] = []
      if case .percent(let ratio)? = result.figure?.value, ratio.numerator > ratio.denominator {
        remarks.append(.overHundred)
      }
      if let half = result.count?.halfDone, half > 0 { remarks.append(.halfDone(half)) }
      if !result.missing.isEmpty { remarks.append(.unmeasured(result.missing)) }
      for row in result.rows {
        guard case .covered(let longer) = row.use, longer < row.event.row else { continue }
        remarks.append(.covered(row.event.row, row.period, by: longer))
      }
      if target == 0 { remarks.append(.targetOfNought) }
      if direction == .downward, achievement?.numerator == 0 { remarks.append(.farOverTarget) }
      for row in result.rows where row.use == .unreadable {
        remarks.append(.unreadable(row.event.row))
      }
      for row in result.rows where row.use == .counted {
        guard let value = row.value, original.lacksDenominator(value) else { continue }
        remarks.append(.withoutDenominator(row.event.row))
      }
      return remarks
    }
  }
}
