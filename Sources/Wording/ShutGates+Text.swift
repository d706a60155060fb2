package import Answers
internal import CivilCalendar
internal import ComplianceModel

extension ShutGates {
  /// A line for each gate: `RekADD 2026: 8 desa menunggu APBDes 2026 yang belum masuk`.
  package var lines: [(gate: Gate, text: String)] {
    list.map { gate in
      let kind = words[gate.units.contains(where: \.isDesa) ? .village : .kecamatan].lowercased()
      return (
        gate,
        "\(gate.report) \(gate.year): \(gate.units.count) \(kind) menunggu "
          + "\(gate.predecessor) \(gate.period) yang belum masuk"
      )
    }
  }
}
