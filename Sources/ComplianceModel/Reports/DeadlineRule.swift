public import CivilCalendar

/// When a report is due: one version of the rule, with the law behind it.
///
/// The due day itself is on time. A version holds for a period where the due date that it gives lies
/// in its ``validity``; of two versions only one may hold.
public struct DeadlineRule: Hashable, Sendable {
  /// How the date is reckoned.
  public let shape: DueShape
  /// The periods of a year that the rule speaks of (1 for S1 or TW1); `nil` for all of them.
  public let ordinals: Set<Int>?
  /// Dates for single desa, which replace the one that the shape gives.
  public let unitDates: [RegionCode: AnnualDay]
  /// What becomes of a date that is not a working day.
  public let roll: Roll
  /// Which date of a document the law speaks of.
  public let meaning: DateMeaning
  /// The days of validity of the law.
  public let validity: Validity
  /// The law, or the local letter.
  public let source: LegalSource
  /// How far the date may be relied on.
  public let confidence: Confidence
  /// Where the rule is written.
  public let place: SourcePlace

  /// Creates a version of a rule.
  public init(
    shape: DueShape, ordinals: Set<Int>?, unitDates: [RegionCode: AnnualDay], roll: Roll,
    meaning: DateMeaning, validity: Validity, source: LegalSource, confidence: Confidence,
    place: SourcePlace
  ) {
    self.shape = shape
    self.ordinals = ordinals
    self.unitDates = unitDates
    self.roll = roll
    self.meaning = meaning
    self.validity = validity
    self.source = source
    self.confidence = confidence
    self.place = place
  }

  /// Whether the rule speaks of a period.
  public func covers(_ period: Period) -> Bool { ordinals?.contains(period.ordinal) ?? true }

  /// Whether the date is only what is usual: `sumber` says so until a letter of the kabupaten takes its
  /// place.
  public var isOnlyTypical: Bool {
    confidence == .local && source.title.hasPrefix("tanggal lokal")
  }
}

/// What becomes of a due date that is not a working day.
public enum Roll: Hashable, Sendable {
  /// It stays: no law moves these deadlines, people are reminded earlier instead. The default.
  case stay
  /// It moves to the next working day.
  case forward
  /// It moves to the last working day before.
  case backward
}

/// Which date of a document the law speaks of.
public enum DateMeaning: Hashable, Sendable {
  /// The day on which a regulation of the desa was set.
  case enactment
  /// The day on which a report was handed in.
  case submission
  /// The day on which a recommendation was issued.
  case issue
}

/// The days on which a rule is in force; open at either end.
public struct Validity: Hashable, Sendable {
  /// The first day; `nil` for a rule that was always in force.
  public let since: CivilDate?
  /// The last day; `nil` for a rule that is in force until replaced.
  public let through: CivilDate?

  /// Always in force.
  public static let always = Validity(since: nil, through: nil)

  /// Creates a span of days.
  public init(since: CivilDate?, through: CivilDate?) {
    self.since = since
    self.through = through
  }

  /// Whether a day lies in the span, both ends included.
  public func contains(_ date: CivilDate) -> Bool {
    (since.map { $0 <= date } ?? true) && (through.map { date <= $0 } ?? true)
  }

  /// Whether two spans have a day in common.
  public func overlaps(_ other: Validity) -> Bool {
    let startsInTime = through.map { end in other.since.map { $0 <= end } ?? true } ?? true
    let endsInTime = other.through.map { end in since.map { $0 <= end } ?? true } ?? true
    return startsInTime && endsInTime
  }
}
