internal import Answers
internal import ArgumentParser
internal import CivilCalendar
internal import Wording

extension TableQuestion.Table {
  /// The duty year or quarter of the table; `nil` for the whole ledger.
  ///
  /// - Throws: A ``CommandFailure`` for a time that the table does not have.
  func duty(_ options: ExportOptions) throws -> DutyStatement.Duty? {
    if options.triwulan != nil, isOfYears {
      throw ArgumentRefusal.noQuarters(table: rawValue, option: "--tahun")
    }
    if self == .riwayat, options.tahun == nil { return nil }
    return try options.requiredDuty
  }

  /// Refuses options that have no meaning for the table.
  ///
  /// - Throws: A ``CommandFailure``.
  func refuseUnused(_ command: EksporCSV) throws {
    var unused: [String] = []
    if command.semua, self != .jadwal { unused.append("--semua") }
    if command.untuk != nil, ![.jadwal, .iku, .kewajiban].contains(self) {
      unused.append("--untuk")
    }
    if self == .riwayat {
      if command.judging.per != nil { unused.append("--per") }
      if command.judging.diketahui != nil { unused.append("--diketahui") }
    }
    if command.export.dibuat != nil { unused.append("--dibuat") }
    guard unused.isEmpty else {
      throw OptionRefusal.unused(unused, table: rawValue)
    }
  }
}
