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
