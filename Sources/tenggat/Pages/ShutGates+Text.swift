internal import Answers
internal import CivilCalendar
internal import ComplianceModel

extension ShutGates {
  /// A line for each kind: `RekADD 2026: 8 desa menunggu APBDes 2026 yang belum masuk; ...`.
  var lines: [String] {
    list.map { gate in
      let kind = words[gate.units.contains(where: \.isDesa) ? .village : .kecamatan].lowercased()
      let predecessor = "\(gate.predecessor) \(gate.period)"
      return "\(gate.report) \(gate.year): \(gate.units.count) \(kind) menunggu \(predecessor) "
        + "yang belum masuk; bila sudah ada, catat: tenggat catat \(predecessor) --unit UNIT --tanggal TANGGAL"
    }
  }
}
