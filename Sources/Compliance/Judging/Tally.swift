public import ComplianceModel

/// Counts of obligations by where they stand, and the rates that follow from them.
///
/// ```swift
/// let tally = Tally(onTime: 40, late: 9, overdue: 10, waiting: 36, exempt: 1, lateEntries: 1)
/// tally.required  // 95
/// tally.onTimeRate.percent(separator: ",")  // 42,11
/// tally.currentRate.percent(separator: ",")  // 67,80
/// tally.attainableRate.percent(separator: ",")  // 80,00
/// ```
public struct Tally: Hashable, Sendable {
  /// In, by the due day.
  public private(set) var onTime = 0
  /// In, after the due day.
  public private(set) var late = 0
  /// Not in, past the due day.
  public private(set) var overdue = 0
  /// Not in, not yet due, or gated.
  public private(set) var waiting = 0
  /// Exempt.
  public private(set) var exempt = 0
  /// Those in that are decided by a late entry.
  public private(set) var lateEntries = 0

  /// Counts nothing yet.
  public init() {}

  /// Takes counts that were made elsewhere, as the export of another office tells them.
  ///
  /// - Parameters:
  ///   - onTime: In, by the due day; like the other counts 0 or more.
  ///   - late: In, after the due day.
  ///   - overdue: Not in, past the due day.
  ///   - waiting: Not in, not yet due, or gated.
  ///   - exempt: Exempt.
  ///   - lateEntries: Those in that are decided by a late entry.
  public init(
    onTime: Int, late: Int, overdue: Int, waiting: Int, exempt: Int, lateEntries: Int
  ) {
    self.onTime = onTime
    self.late = late
    self.overdue = overdue
    self.waiting = waiting
    self.exempt = exempt
    self.lateEntries = lateEntries
  }

  /// Counts assessments; those without a due date are in no rate.
  public init(_ assessments: some Sequence<Assessment>) {
    for assessment in assessments { count(assessment) }
  }

  /// Counts one assessment, unless it has no due date.
  public mutating func count(_ assessment: Assessment) {
    guard assessment.obligation.due != nil else { return }
    count(assessment.status, isLateEntry: assessment.isLateEntry)
  }

  /// Counts one obligation that has a due date.
  mutating func count(_ status: Status, isLateEntry: Bool) {
    switch status {
    case .exempt: exempt += 1
    case .onTime: onTime += 1
    case .late: late += 1
    case .overdue: overdue += 1
    case .dueSoon, .waiting: waiting += 1
    case .submitted: break
    }
    if status.isIn, isLateEntry { lateEntries += 1 }
  }

  /// Whether nothing was counted.
  public var isEmpty: Bool { required + exempt == 0 }

  /// Adds the counts of another tally, as a province adds up its kecamatan.
  public static func += (sum: inout Tally, other: Tally) {
    sum.onTime += other.onTime
    sum.late += other.late
    sum.overdue += other.overdue
    sum.waiting += other.waiting
    sum.exempt += other.exempt
    sum.lateEntries += other.lateEntries
  }

  /// All that is owed (setahun), exemptions aside.
  public var required: Int { onTime + late + overdue + waiting }

  /// What is decided by now (berjalan): in, or past its due day.
  public var decided: Int { onTime + late + overdue }

  /// What is in.
  public var submitted: Int { onTime + late }

  /// On time of all that is owed.
  public var onTimeRate: Ratio { Ratio(onTime, of: required) }

  /// In, of all that is owed.
  public var submittedRate: Ratio { Ratio(submitted, of: required) }

  /// What can still come to be on time, of all that is owed: where nothing more is late.
  public var attainableRate: Ratio { Ratio(onTime + waiting, of: required) }

  /// On time of what is decided by now.
  public var currentRate: Ratio { Ratio(onTime, of: decided) }
}
