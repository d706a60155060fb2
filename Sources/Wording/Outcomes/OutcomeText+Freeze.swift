package import CivilCalendar
internal import ComplianceModel
package import Deeds
internal import LedgerStore

extension OutcomeText {
  /// What was frozen.
  ///
  /// - Parameters:
  ///   - outcome: What came of it.
  ///   - quarter: The quarter.
  ///   - office: The kecamatan, as it is printed.
  ///   - day: The day whose state it is.
  ///   - known: The day up to which the rows are known; `nil` where all are.
  ///   - signature: Who signed it; `nil` where nobody did.
  package init(
    _ outcome: Freeze.Outcome, of quarter: Quarter, _ office: String, asOf day: CivilDate,
    knownThrough known: CivilDate?, signature: String?
  ) {
    var lines: [Line] = [
      .heading(
        """
        \(outcome.isKnown ? "Sudah dibekukan" : "Dibekukan") (baris \(outcome.row.text)): \
        \(quarter.indonesianWithYear) \(office), keadaan pada \
        \(day.indonesian)\(Words.knowledge(through: known))
        """)
    ]
    if outcome.isKnown { lines.append(Line("Tidak ada yang ditulis lagi.")) }
    if let former = outcome.former {
      lines.append(
        Line(
          "Menggantikan pembekuan \(former.date.indonesian) (baris \(former.row.text))"))
    }
    lines.append(
      signature.map { Line("Pengesahan: \($0)") }
        ?? Line(
          """
          Pengesahan: tidak ada, belum ditandatangani \
          (bila sudah: \(do: .give(.signed)) TANGGAL)
          """))
    lines += [Line("Berkas: \(outcome.path)"), Line("SHA-256: \(outcome.sha256)")]
    self.init(lines: lines)
  }
}
