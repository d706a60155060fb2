package import CivilCalendar
package import ComplianceModel

extension Words {
  /// A warning that a quarter was frozen before its end.
  package static func freezeAgain(_ quarter: Quarter, asOf day: CivilDate) -> String {
    "\(early(quarter, asOf: day)); bekukan lagi sesudah \(quarter.lastDay.indonesian)"
  }

  /// Kecamatan that are named; of more, how many there are.
  private static let mostNamed = 5

  /// A warning that documents have no indicators.
  ///
  /// - Parameters:
  ///   - kecamatan: Those whose documents lack them, at least one.
  ///   - year: The duty year.
  ///   - command: The command that tells more of it.
  /// - Returns: The sentence.
  package static func withoutIndicators(
    _ kecamatan: [RegionCode], in year: Int, command: String
  ) -> String {
    let names = kecamatan.prefix(mostNamed).map { "\($0)" }.joined(separator: ", ")
    let whose =
      kecamatan.count == 1
      ? names
      : "\(kecamatan.count) kecamatan (\(names)\(kecamatan.count > mostNamed ? ", …" : ""))"
    return
      "bagian indikator_kinerja \(whose) kosong: \(noRegister(in: year)); susun registernya, "
      + "lihat '\(command)'"
  }
}
