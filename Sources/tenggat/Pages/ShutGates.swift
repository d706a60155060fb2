internal import CivilCalendar
internal import Compliance
internal import ComplianceModel

/// Reports that nobody is asked for because a document of another kind is not in.
///
/// They are in no list of what is due, and with them what waits for them in turn: without a word a
/// whole year of recommendations would be missed.
struct ShutGates {
  private struct Gate: Hashable {
    let report: String
    let year: Int
    let predecessor: String
  }

  private var order: [Gate] = []
  private var units: [Gate: Set<RegionCode>] = [:]
  private var words = LocalWords.national

  /// Adds what waits among some obligations.
  mutating func add(_ assessments: [Assessment], _ judge: Judge) {
    let codes = judge.definitions.calendar.codes
    words = judge.definitions.kecamatan.words
    for assessment in assessments where assessment.isGated {
      let id = assessment.obligation.id
      // What waits for an earlier one of its own kind is told with that one.
      guard let predecessor = judge.closedGate(of: id, assessment.report),
        predecessor.report != id.report
      else { continue }
      let gate = Gate(
        report: codes[id.report], year: id.period.year,
        predecessor: "\(codes[predecessor.report]) \(predecessor.period)")
      if units[gate] == nil { order.append(gate) }
      units[gate, default: []].insert(id.unit)
    }
  }

  /// A line for each kind: `RekADD 2026: 8 desa menunggu APBDes 2026 yang belum masuk; ...`.
  var lines: [String] {
    order.map { gate in
      let waiting = units[gate] ?? []
      let kind = words[waiting.contains(where: \.isDesa) ? .village : .kecamatan].lowercased()
      return "\(gate.report) \(gate.year): \(waiting.count) \(kind) menunggu \(gate.predecessor) "
        + "yang belum masuk; bila sudah ada, catat: tenggat catat \(gate.predecessor) --unit UNIT --tanggal TANGGAL"
    }
  }
}
