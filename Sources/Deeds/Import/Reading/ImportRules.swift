internal import CivilCalendar

extension ImportReader {
  /// What the rows are read by.
  struct Rules {
    /// Whether all late entries have a reason.
    var hasReason = false
    /// Whether blanks of unit, report and period are filled from the row above.
    var fillsDown = false
    /// Whether blanks of `tanggal` are.
    var fillsDates = false
    /// What an earlier pass found out about the columns.
    var facts = ImportFacts()
    /// The day of recording, around which the day numbers of spreadsheets lie.
    let today: CivilDate
    /// Whether these count from 1904 on.
    var countsFrom1904 = false
  }
}
