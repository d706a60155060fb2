public import ComplianceModel

/// A term of a formula, counted.
public struct TermCount: Sendable {
  /// The term.
  public let term: CountTerm
  /// What it gives; `nil` for the target of a year that has none.
  public let count: Int?
  /// What was counted; empty for a number.
  public let counted: [CountedItem]
  /// What was looked at and left out; for `CountTerm.perVillage(_:of:)` what was taken off.
  public let leftOut: [CountedItem]
  /// How many documents `CountTerm.perVillage(_:of:)` took off because nobody owes them; else 0.
  public let notOwed: Int

  init(
    _ term: CountTerm, count: Int?, counted: [CountedItem] = [], leftOut: [CountedItem] = [],
    notOwed: Int = 0
  ) {
    self.term = term
    self.count = count
    self.counted = counted
    self.leftOut = leftOut
    self.notOwed = notOwed
  }
}

/// A reading of an indicator, counted.
public struct ReadingCount: Sendable {
  /// The reading.
  public let reading: IndicatorReading
  /// Its terms above the line.
  public let numerator: [TermCount]
  /// Its terms below the line; `nil` for a plain count.
  public let denominator: [TermCount]?

  /// The sum above the line.
  public var numeratorSum: Int { numerator.reduce(0) { $0 + ($1.count ?? 0) } }

  /// The sum below the line; `nil` for a plain count, and where a term gives nothing.
  public var denominatorSum: Int? {
    guard let denominator else { return nil }
    let counts = denominator.compactMap(\.count)
    return counts.count == denominator.count ? counts.reduce(0, +) : nil
  }

  /// How many of the obligations or documents in it are decided by a late entry (susulan).
  public var lateEntries: Int { Set(items.flatMap(\.lateEntries)).count }

  /// The reports whose documents count in every quarter while they are in force, although none was
  /// submitted in it.
  ///
  /// - Parameter calendar: The calendar of the kecamatan.
  /// - Returns: The reports in the order of the calendar.
  public func reportsCountedInForce(_ calendar: ReportCalendar) -> [Report] {
    let scopes = (numerator + (denominator ?? [])).compactMap { term in
      switch term.term {
      case .documents(let scope, _), .villages(let scope, _): scope
      case .obligations, .perVillage, .constant, .target: CountTerm.Scope?.none
      }
    }
    return calendar.reports.filter { report in
      report.term != nil && scopes.contains { $0.reports?.contains(report.code) ?? true }
    }
  }

  /// How many documents are there in part and not whole.
  public var halfDone: Int { Set(items.flatMap(\.halfDone)).count }

  /// What was looked at; a number has taken off documents that are not in it.
  private var items: [CountedItem] {
    (numerator + (denominator ?? [])).filter { !$0.term.conditions.isEmpty }
      .flatMap { $0.counted + $0.leftOut }
  }
}
