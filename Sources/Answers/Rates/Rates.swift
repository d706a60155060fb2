internal import CivilCalendar
public import Compliance
public import ComplianceModel

/// Counts of obligations in all and by quarter, report, role and kecamatan.
///
/// Both `kepatuhan` and the summary of an export take their numbers from here, so that they cannot differ.
public struct Rates: Sendable {
  /// Counts under what they are about.
  public struct Row: Sendable {
    /// The code of a quarter, a report, a role or a kecamatan.
    public let key: String
    /// Its name.
    public let name: Cell
    /// The counts.
    public fileprivate(set) var tally: Tally
  }

  /// The counts of all obligations.
  public private(set) var total = Tally()
  /// How many of those that are not in were returned.
  public private(set) var returned = 0
  /// By duty quarter.
  private var quarters: [Quarter: Tally] = [:]
  /// By report, in the order in which reports first appear, as a rule that of the calendar.
  public private(set) var byReport: [Row] = []
  private var reportPlaces: [String: Int] = [:]
  private var levels: [Report.Level: Tally] = [:]
  private var roles: [String: Tally] = [:]
  private var kecamatan: [RegionCode: (kecamatan: Kecamatan, tally: Tally)] = [:]
  /// The words of the kecamatan that was added last, by which roles are named.
  private var words = LocalWords.national

  /// No obligations.
  public init() {}

  /// The counts of one kecamatan, as ``add(_:_:)`` adds them.
  public init(_ assessments: [Assessment], _ definitions: Definitions) {
    add(assessments, definitions)
  }

  /// Counts obligations of a kecamatan; those without a due date are in no rate.
  ///
  /// - Parameters:
  ///   - assessments: The obligations as they were judged.
  ///   - definitions: The definitions by which they were judged.
  public mutating func add(_ assessments: [Assessment], _ definitions: Definitions) {
    var own = Tally()
    for assessment in assessments {
      var one = Tally()
      one.count(assessment)
      own += one
      if assessment.obligation.due != nil, assessment.pendingReturn != nil { returned += 1 }
      add(one, of: assessment.report, assessment.dutyQuarter, definitions.calendar.codes)
    }
    add(own, of: definitions.kecamatan)
  }

  /// Adds the counts of kecamatan that have the same calendars.
  ///
  /// - Parameters:
  ///   - counts: The counts.
  ///   - codes: The table of the calendars.
  mutating func add(_ counts: DutyCounts, _ codes: CodeTable) {
    for cell in counts.cells { add(cell.tally, of: cell.report, cell.quarter, codes) }
    returned += counts.returned
  }

  private mutating func add(
    _ tally: Tally, of report: Report, _ quarter: Quarter?, _ codes: CodeTable
  ) {
    if let quarter { quarters[quarter, default: Tally()] += tally }
    levels[report.level, default: Tally()] += tally
    roles[codes[report.responsible], default: Tally()] += tally
    let code = codes[report.code]
    let place = reportPlaces[code] ?? byReport.count
    if place == byReport.count {
      reportPlaces[code] = place
      byReport.append(Row(key: code, name: .coded(report.name, label: code), tally: Tally()))
    }
    byReport[place].tally += tally
  }

  /// Adds all counts of a kecamatan to the total and to its own.
  mutating func add(_ tally: Tally, of kecamatan: Kecamatan) {
    total += tally
    let code = kecamatan.code
    self.kecamatan[code, default: (kecamatan, Tally())].tally += tally
    words = kecamatan.words
  }

  /// The counts of all obligations, as a group of their own.
  var totalRow: Row { Row(key: "total", name: .text("Total"), tally: total) }

  /// By duty quarter: all four of a year, also those in which nothing is due.
  public func byQuarter(of year: Int) -> [Row] {
    Quarter.all(of: year).map {
      Row(key: $0.description, name: .quarter($0), tally: quarters[$0] ?? Tally())
    }
  }

  /// By whose obligations they are; a level without any is left out.
  public var byLevel: [(level: Report.Level, tally: Tally)] {
    Report.Level.allCases.compactMap { level in levels[level].map { (level, $0) } }
  }

  /// By the role that answers for them, in the order of the codes.
  public var byRole: [Row] {
    roles.sorted { $0.key < $1.key }.map {
      Row(key: $0.key, name: .role($0.key, words), tally: $0.value)
    }
  }

  /// By kecamatan, in the order of the codes.
  public var byKecamatan: [Row] {
    kecamatan.sorted { $0.key < $1.key }.map {
      let code = $0.key.description
      let name = $0.value.kecamatan.displayName(of: $0.key)
      return Row(key: code, name: .coded(code, label: name), tally: $0.value.tally)
    }
  }
}
