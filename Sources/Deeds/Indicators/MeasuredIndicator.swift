internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import Workspace

/// The indicator that a value is recorded for.
struct MeasuredIndicator: Sendable {
  /// The indicator that was named.
  let named: Indicator
  /// The indicator whose number it is.
  let original: Indicator

  /// Finds the indicator that a person wrote.
  ///
  /// - Parameters:
  ///   - word: Its code.
  ///   - period: What is measured.
  ///   - desk: The desk of the kecamatan, which then knows its registers.
  /// - Throws: ``Measure/Refused`` where no register in force in the period has it, or it is counted from
  ///   documents; a `WorkspaceFailure` for a fault of a register.
  init(_ word: String, in period: Period, _ desk: inout Desk) throws {
    let all = try desk.registers()
    guard !all.isEmpty else {
      throw Measure.Refused.noRegister(known: (try? desk.workspace.knownRegisters()) ?? [])
    }
    let registers = try desk.registers(inForceIn: period).map(\.register)
    let isNamed = { (candidate: Indicator) in candidate.label.lowercased() == word.lowercased() }
    // Where a register takes the place of another in the period, the later one counts.
    guard let register = registers.last(where: { $0.indicators.contains(where: isNamed) }),
      let named = register.indicators.first(where: isNamed)
    else {
      if let other = all.first(where: { $0.indicators.contains(where: isNamed) }) {
        throw Measure.Refused.notInForce(other, among: all, in: period)
      }
      let known = (registers.isEmpty ? all : registers).flatMap(\.indicators)
      throw Measure.Refused.unknown(word, nearest: known.nearest(to: word))
    }
    self.named = named
    original = register.original(of: named)
    if case .documents = original.source {
      throw Measure.Refused.fromDocuments(original.label)
    }
  }
}

extension Measure.Refused {
  /// The refusal of a register that is not in force in a period.
  static func notInForce(
    _ register: IndicatorRegister, among all: [IndicatorRegister], in period: Period
  ) -> Measure.Refused {
    .notInForce(
      register.name, register.validity(among: all) ?? register.validity, in: period)
  }
}
