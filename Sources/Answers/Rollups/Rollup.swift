public import CivilCalendar
public import ComplianceModel

/// The exports of many kecamatan, added up: the answer behind `gabung`.
///
/// Of several exports of one kecamatan the one that was made last counts. What cannot be relied on (a ledger
/// that was written again, two exports of one moment that differ) is a ``Doubt``, and its kecamatan is in no
/// sum.
public struct Rollup: Sendable {
  /// What is asked for.
  public struct Question: Sendable {
    /// The duty year or quarter; `nil` for that of the exports, which must then be one.
    public let duty: DutyStatement.Duty?
    /// The region whose kecamatan are meant; `nil` for all.
    public let region: RegionCode?
    /// The kecamatan that have to send; `nil` where no table tells.
    public let expected: [Kecamatan]?

    /// Asks.
    public init(duty: DutyStatement.Duty?, region: RegionCode?, expected: [Kecamatan]?) {
      self.duty = duty
      self.region = region
      self.expected = expected
    }
  }

  /// Why nothing is added up, as data.
  public enum Refused: Error, Hashable, Sendable {
    /// The exports are of several duty years or quarters; how many of each.
    case severalDuties([DutyStatement.Duty: Int])
    /// No export is of what is asked for; the duty years and quarters that there are.
    case nothing([DutyStatement.Duty: Int])
  }

  /// Several exports of one kecamatan.
  public struct Repetition: Hashable, Sendable {
    /// The one that counts.
    public let used: SubmittedExport
    /// The others, the latest first.
    public let ignored: [SubmittedExport]
  }

  /// A list of codes that some kecamatan share: what they owe, or by what they are measured.
  public struct Variant: Hashable, Sendable {
    /// The codes, with blanks between; empty for none.
    public let codes: String
    /// The kecamatan, by code.
    public let kecamatan: [RegionCode]
  }

  /// The duty year or quarter.
  public let duty: DutyStatement.Duty
  /// What was asked for.
  public let question: Question
  /// The sums.
  public let recap: Recap
  /// The exports that count, by kecamatan.
  public let used: [SubmittedExport]
  /// The kecamatan with several exports, by code.
  public let repetitions: [Repetition]
  /// What cannot be relied on, by kecamatan; these are in no sum.
  public let doubts: [Doubt]
  /// The ledgers that are shorter in a later export than in an earlier one.
  public let shortened: [ShortenedLedger]
  /// The kecamatan that have not sent, by code; `nil` where no table tells.
  public let missing: [Kecamatan]?
  /// The exports of kecamatan that the table does not have.
  public let strangers: [SubmittedExport]
  /// How many exports are of another duty year or quarter, and of other regions.
  public let ofOtherDuties, ofOtherRegions: Int

  /// Adds up exports.
  ///
  /// - Parameters:
  ///   - exports: The exports, in the order in which they were given.
  ///   - question: What is asked for.
  /// - Throws: ``Refused``.
  public init(_ exports: [SubmittedExport], _ question: Question) throws(Refused) {
    let inRegion = exports.filter { question.region?.contains($0.kecamatan) ?? true }
    let counts = Dictionary(inRegion.map { ($0.duty, 1) }, uniquingKeysWith: +)
    guard let duty = question.duty ?? (counts.count == 1 ? counts.keys.first : nil) else {
      throw counts.isEmpty ? .nothing([:]) : .severalDuties(counts)
    }
    guard counts[duty] != nil else { throw .nothing(counts) }
    // Ledgers are compared over all exports: one of another quarter proves as much.
    let (rewritten, shortened) = LedgerHistory.faults(of: inRegion)
    let groups = Dictionary(grouping: inRegion.filter { $0.duty == duty }, by: \.kecamatan)
      .sorted { $0.key < $1.key }.map { Rollup.latestFirst($0.value) }
    let undecided = groups.compactMap { group in
      group.dropFirst().first { other in
        other.made.unixSeconds == group[0].made.unixSeconds && !other.saysTheSame(as: group[0])
      }.map { Doubt.sameMoment(group[0], $0) }
    }
    let doubtful = Set((rewritten + undecided).map(\.kecamatan))
    let sound = groups.filter { !doubtful.contains($0[0].kecamatan) }
    self.question = question
    self.duty = duty
    doubts = (rewritten + undecided).sorted { $0.kecamatan < $1.kecamatan }
    self.shortened = shortened
    used = sound.map { $0[0] }
    repetitions = sound.filter { $0.count > 1 }.map {
      Repetition(used: $0[0], ignored: Array($0.dropFirst()))
    }
    recap = Rollup.recap(used, expected: question.expected ?? [])
    let sent = Set(groups.map { $0[0].kecamatan })
    let expected = question.expected?.filter { question.region?.contains($0.code) ?? true }
    missing = expected?.filter { !sent.contains($0.code) }
    let known = expected.map { Set($0.map(\.code)) }
    strangers = used.filter { export in known.map { !$0.contains(export.kecamatan) } ?? false }
    ofOtherDuties = inRegion.count { $0.duty != duty }
    ofOtherRegions = exports.count - inRegion.count
  }

  /// Exports of one kecamatan, the one that was made last in front; of one moment the one that was given first.
  private static func latestFirst(_ exports: [SubmittedExport]) -> [SubmittedExport] {
    exports.enumerated().sorted { first, second in
      let (moment, other) = (first.element.made.unixSeconds, second.element.made.unixSeconds)
      return moment == other ? first.offset < second.offset : moment > other
    }.map(\.element)
  }

  private static func recap(_ exports: [SubmittedExport], expected: [Kecamatan]) -> Recap {
    var recap = Recap()
    // The table of who asks is the same for all offices, what each calls itself is not.
    for kecamatan in expected {
      recap.name(kecamatan.code, kecamatan.unit.name)
      for unit in [kecamatan.regency, kecamatan.province].compactMap(\.self) {
        recap.name(unit.code, unit.name)
      }
    }
    for export in exports {
      recap.add(export.tally, of: export.kecamatan)
      recap.name(export.kecamatan, export.kecamatanName)
      recap.name(export.kecamatan.regency, export.regencyName)
      recap.name(export.kecamatan.province, export.provinceName)
    }
    return recap
  }

  /// The days of judging, with how many exports have each.
  public var days: [(day: CivilDate, count: Int)] {
    Dictionary(used.map { ($0.asOf, 1) }, uniquingKeysWith: +).sorted { $0.key < $1.key }
      .map { ($0.key, $0.value) }
  }

  /// The lists of reports that the kecamatan owe, the most frequent first: several where their
  /// calendars differ.
  public var calendars: [Variant] { Rollup.variants(used, \.reports) }

  /// The lists of indicators, the most frequent first: several where their registers differ.
  public var registers: [Variant] { Rollup.variants(used, \.indicators) }

  private static func variants(
    _ exports: [SubmittedExport], _ codes: (SubmittedExport) -> String
  ) -> [Variant] {
    Dictionary(grouping: exports, by: codes).map {
      Variant(codes: $0.key, kecamatan: $0.value.map(\.kecamatan))
    }.sorted {
      $0.kecamatan.count == $1.kecamatan.count
        ? $0.codes < $1.codes : $0.kecamatan.count > $1.kecamatan.count
    }
  }
}
