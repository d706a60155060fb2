internal import Compliance
internal import ComplianceModel
internal import LedgerStore
internal import Workspace

/// How often what is known of each obligation has changed, counted from the office's own records, which
/// only grow: its rows in the ledger, void or not, the rows of the events that its rule counts from, and
/// the letters that set its date.
///
/// A row that voids another one is counted too, so that taking a change back is a change.
struct Revisions {
  private struct Fact: Hashable {
    let code: Code
    let unit: RegionCode
  }

  private let definitions: Definitions
  private var rows: [Obligation.ID: Int] = [:]
  private var facts: [Fact: Int] = [:]

  /// Counts the rows that a desk knows.
  init(_ desk: Desk, _ definitions: Definitions) {
    self.definitions = definitions
    let kecamatan = desk.kecamatan
    for event in desk.knownEvents {
      let current = event.about(kecamatan.unit(event.unit)?.code ?? event.unit)
      if let id = current.obligation { rows[id, default: 0] += 1 }
      if let code = current.subject { facts[Fact(code: code, unit: current.unit), default: 0] += 1 }
    }
  }

  /// The changes of an obligation.
  func count(of situation: Situation) -> Int {
    let report = situation.assessment.report
    let events = Set([situation.rule?.shape.event, report.perEvent].compactMap(\.self))
    // The kecamatan's own reports count from events of the kecamatan alone.
    let units = Set([situation.unit, situation.kecamatan.code])
    let moves = events.flatMap { code in units.map { facts[Fact(code: code, unit: $0)] ?? 0 } }
    return (rows[situation.id] ?? 0) + moves.reduce(0, +)
      + definitions.setDates(for: situation.id).count
  }
}
