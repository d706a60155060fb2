public import CivilCalendar
internal import Compliance
public import ComplianceModel

/// Something that two statements of the same kecamatan and duty say differently.
public struct StatementChange: Hashable, Sendable {
  /// What the statements are about.
  public enum Subject: Hashable, Sendable {
    /// A report of the office: its code and period.
    case report(String, Period)
    /// A document of a desa: the desa, the code and the period.
    case document(RegionCode, String, Period)
    /// A recommendation for a desa, of a period.
    case recommendation(RegionCode, Period)
    /// The counted documents of a desa.
    case village(RegionCode)
    /// An indicator, by its code.
    case indicator(String)
    /// The counts over everything.
    case summary
  }

  /// A value that differs, as text; `nil` where a statement has none.
  public struct Value: Hashable, Sendable {
    /// The name of the value, its attribute's: `status`.
    public let name: String
    /// What the older statement says.
    public let old: String?
    /// What the newer statement says.
    public let new: String?
  }

  /// Why a value is another one.
  public enum Cause: String, CaseIterable, Sendable {
    /// The ledger has rows that it did not have.
    case rows = "baris"
    /// Only the day of judging moved.
    case time = "waktu"
    /// The same knowledge gives another value on the same day: a rule or a calendar changed.
    case rules = "aturan"
    /// The first watched day is another one.
    case watch = "pantauan"
    /// A unit was founded, ended or went to another kecamatan.
    case units = "wilayah"
  }

  /// What the statements are about.
  public let subject: Subject
  /// The values that differ, at least one, in the order in which they are written.
  public let values: [Value]
  /// Why; at least one.
  public let causes: Set<Cause>

  /// The due date that was stated where the rules give another one now, empty where none was; `nil` where
  /// no rule moved it.
  var movedDue: String? {
    guard causes.contains(.rules), let due = values.first(where: { $0.name == "tenggat" }) else {
      return nil
    }
    return due.old ?? ""
  }
}

extension StatementChange {
  /// What a statement now says differently from an older one, and why.
  ///
  /// The older statement is told apart from the newer one in three steps, each made again with the
  /// rules of today. A value that a step changes has that step's cause; where rows changed it, the
  /// passing of time is not named as well.
  ///
  /// - Parameters:
  ///   - frozen: The older statement, as it was written.
  ///   - replayed: What its knowledge gives now, for its own day.
  ///   - later: What its knowledge gives for the newer day.
  ///   - now: The newer statement.
  ///   - current: The codes of the newer statement, by those that units had before.
  /// - Returns: The differences in the order of a statement.
  public static func changes(
    from frozen: DutyStatement, replayed: DutyStatement, later: DutyStatement,
    to now: DutyStatement, underCodes current: [RegionCode: RegionCode] = [:]
  ) -> [StatementChange] {
    let steps = [frozen, replayed, later, now].map { $0.said(underCodes: current) }
    let units = [frozen, replayed, later].map { statement in
      Set(statement.villages.filter { $0.required > 0 }.map { current[$0.code] ?? $0.code })
    }
    let changed = (
      sinceFrozen: units[0].symmetricDifference(units[1]),
      sinceThen: units[1].symmetricDifference(units[2])
    )
    let isWatchChanged =
      frozen.watchStarts(underCodes: current) != replayed.watchStarts(underCodes: current)
    let values = steps.map { step in
      Dictionary(step.map { ($0.subject, $0.values) }, uniquingKeysWith: { first, _ in first })
    }
    // What is gone stands where the older statement had it, after what both have.
    let subjects = steps[3].map(\.subject) + steps[0].map(\.subject)
    var seen: Set<Subject> = []
    return subjects.filter { seen.insert($0).inserted }.compactMap { subject in
      let said = values.map { $0[subject] ?? [] }
      let differing = difference(said[0], said[3])
      guard !differing.isEmpty else { return nil }
      var causes: Set<Cause> = []
      if said[2] != said[3] {
        causes.insert(.rows)
      } else if said[1] != said[2] {
        causes.insert(subject.isTouched(by: changed.sinceThen) ? .units : .time)
      }
      if said[0] != said[1] {
        let isOnOneSide = said[0].isEmpty != said[1].isEmpty
        let isByWatch = isWatchChanged && (isOnOneSide || subject.isCount)
        causes.insert(
          isByWatch ? .watch : subject.isTouched(by: changed.sinceFrozen) ? .units : .rules)
      }
      return StatementChange(subject: subject, values: differing, causes: causes)
    }
    .sorted { $0.subject.section < $1.subject.section }
  }

  private static func difference(_ old: [Said.Value], _ new: [Said.Value]) -> [Value] {
    let names = (old.isEmpty ? new : old).map(\.name)
    return names.compactMap { name in
      let before = old.first { $0.name == name }?.text
      let after = new.first { $0.name == name }?.text
      return before == after ? nil : Value(name: name, old: before, new: after)
    }
  }
}

extension StatementChange.Subject {
  /// Whether a change of units can be what changed the subject.
  fileprivate func isTouched(by units: Set<RegionCode>) -> Bool {
    switch self {
    case .report: false
    case .document(let unit, _, _), .recommendation(let unit, _), .village(let unit):
      units.contains(unit)
    case .indicator, .summary: !units.isEmpty
    }
  }

  /// Whether the subject adds up what others are.
  fileprivate var isCount: Bool {
    switch self {
    case .report, .document, .recommendation: false
    case .village, .indicator, .summary: true
    }
  }

  /// The place of the subject's part in a statement.
  fileprivate var section: Int {
    switch self {
    case .report: 0
    case .document: 1
    case .village: 2
    case .recommendation: 3
    case .indicator: 4
    case .summary: 5
    }
  }
}

/// What is stated of one subject.
private struct Said {
  struct Value: Hashable {
    let name: String
    let text: String?
  }

  let subject: StatementChange.Subject
  let values: [Value]

  init(_ subject: StatementChange.Subject, _ values: KeyValuePairs<String, String?>) {
    self.subject = subject
    self.values = values.map { Value(name: $0, text: $1) }
  }

  init(_ subject: StatementChange.Subject, _ standing: DutyStatement.Standing) {
    self.init(
      subject,
      [
        "status": standing.status.rawValue, "tenggat": standing.due?.description,
        "tanggal": standing.date?.description, "sha256": standing.evidence,
      ])
  }
}

extension DutyStatement {
  /// The first watched days that leave something of the duty year out, by unit, and that of the kecamatan.
  fileprivate func watchStarts(
    underCodes current: [RegionCode: RegionCode]
  ) -> [RegionCode?: CivilDate] {
    let first = Period(.year, year: duty.year)?.firstDay
    let starts =
      villages.map { (current[$0.code] ?? $0.code, $0.watchedSince) } + [(nil, watchedSince)]
    return Dictionary(
      starts.compactMap { unit, day in
        day.flatMap { day in first.map { day > $0 } ?? false ? (unit, day) : nil }
      }, uniquingKeysWith: { first, _ in first })
  }

  /// All that is said of obligations, desa, indicators and in sum, in its order.
  fileprivate func said(underCodes current: [RegionCode: RegionCode]) -> [Said] {
    func code(_ unit: RegionCode) -> RegionCode { current[unit] ?? unit }
    return reports.map { Said(.report($0.code, $0.standing.period), $0.standing) }
      + villages.flatMap { village in
        village.documents.map { document in
          Said(
            .document(code(village.code), document.code, document.standing.period),
            document.standing)
        }
      }
      + villages.map { village in
        Said(
          .village(code(village.code)),
          ["ada": "\(village.present)", "wajib": "\(village.required)"])
      }
      + recommendations.map {
        Said(.recommendation(code($0.village), $0.standing.period), $0.standing)
      }
      + indicators.map { indicator in
        Said(
          .indicator(indicator.code),
          [
            "pembilang": indicator.numerator?.description,
            "penyebut": indicator.denominator?.description, "realisasi": indicator.value?.text(),
            "capaian": indicator.achievement?.percent(),
          ])
      }
      + [
        Said(
          .summary,
          [
            "wajib": "\(summary.required)", "disampaikan": "\(summary.submitted)",
            "tepat_waktu": "\(summary.onTime)", "terlambat": "\(summary.late)",
            "lewat": "\(summary.overdue)", "menunggu": "\(summary.waiting)",
            "dibebaskan": "\(summary.exempt)", "susulan": "\(summary.lateEntries)",
          ])
      ]
  }
}
