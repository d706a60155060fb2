internal import Answers
internal import CivilCalendar
internal import Wording

extension ShutGates {
  /// Adds a line for each gate, with the command that opens it.
  func print(to console: inout Console) {
    for (gate, text) in lines {
      console.line(
        "\(text); bila sudah ada, catat: tenggat catat \(gate.predecessor) \(gate.period) "
          + "--unit UNIT --tanggal TANGGAL", .faint)
    }
  }
}
