public import CivilCalendar
public import Compliance
public import ComplianceModel

/// Reports that nobody is asked for because a document of another kind is not in.
///
/// They are in no list of what is due, and with them what waits for them in turn: if nothing were said, a
/// whole year of recommendations would be missed.
public struct ShutGates: Sendable {
  /// What waits for one document.
  public struct Gate: Sendable {
    /// The code of the report that waits.
    public let report: String
    /// The year of its period.
    public let year: Int
    /// The code of the report that is waited for.
    public let predecessor: String
    /// The period of the report that is waited for.
    public let period: Period
    /// The units that wait, at least one.
    public fileprivate(set) var units: Set<RegionCode>
  }

  private struct Key: Hashable {
    let report: String
    let year: Int
    let predecessor: String
    let period: Period
  }

  /// The gates in the order in which they were found.
  public private(set) var list: [Gate] = []
  private var places: [Key: Int] = [:]
  /// The words of the kecamatan that was looked at last.
  public private(set) var words = LocalWords.national

  /// No gates.
  public init() {}

  /// Adds what waits among some obligations.
  public mutating func add(_ assessments: [Assessment], _ judge: Judge) {
    let codes = judge.definitions.calendar.codes
    words = judge.definitions.kecamatan.words
    for assessment in assessments {
      let id = assessment.obligation.id
      // What waits for an earlier one of its own kind is told with that one.
      guard let predecessor = assessment.shutGate, predecessor.report != id.report else {
        continue
      }
      let key = Key(
        report: codes[id.report], year: id.period.year, predecessor: codes[predecessor.report],
        period: predecessor.period)
      if let place = places[key] {
        list[place].units.insert(id.unit)
      } else {
        places[key] = list.count
        list.append(
          Gate(
            report: key.report, year: key.year, predecessor: key.predecessor,
            period: key.period, units: [id.unit]))
      }
    }
  }
}
