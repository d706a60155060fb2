public import CivilCalendar

/// What a person can do about a problem, whatever program they do it with.
///
/// Each front says it in its own way: the command line as a command or an option, a page as a form or a
/// field.
public enum RemedyAction: Hashable, Sendable {
  // MARK: Rows of the ledger

  /// Records a submission.
  case submit
  /// Exempts from an obligation.
  case exempt
  /// Records an event of a unit, on a day still to be named.
  case recordEvent(String, unit: String)
  /// Measures an indicator.
  case measure
  /// Writes a register of indicators to fill in.
  case sampleRegister
  /// Lists the indicators; those of a year where one is named.
  case listIndicators(Int?)
  /// Issues warning letters, and records them.
  case issueLetters
  /// Lists the rows that are there.
  case listRows
  /// Voids a row, with the reason for it; the row of the problem where none is named.
  case void(String?)

  // MARK: Workspaces

  /// Makes a workspace.
  case foundWorkspace
  /// Takes another day for today, from one on.
  case setToday(CivilDate)
  /// Names the calendar of the workspace.
  case chooseCalendar
  /// Names a table of regions.
  case chooseRegionTable
  /// Names the folder of the workspace; one still to be chosen where none is named.
  case chooseWorkspace(String?)

  // MARK: Backups

  /// Makes a backup.
  case backUp
  /// Shows how a backup is made every day.
  case installBackups

  // MARK: Files that are written

  /// Writes to another file than the one that was named.
  case chooseOutput
  /// Writes over what is there.
  case overwrite

  // MARK: Ledgers as files

  /// Brings the rows of damaged ledgers back that their chain proves.
  case restoreLedgers
  /// Keeps the proved rows of damaged ledgers, and sets the rest aside.
  case setAsideDamage
  /// Takes in the rows of another ledger that are not here: of a file, or of one still to be named.
  case takeInRows(of: String?)
  /// Marks remarks of an inspection as seen.
  case markSeen
  /// Compares the workspace with a copy.
  case compareWithCopy
  /// Compares the workspace with an export that left it.
  case compareWithExport
  /// Exports XML.
  case exportXML
  /// Looks everything over.
  case inspect

  // MARK: Frozen quarters

  /// Freezes a quarter; of the one kecamatan where one is named.
  case freeze(Quarter, unit: RegionCode?)

  // MARK: The office's own calendar

  /// Writes a due date that a letter sets for one period.
  case setDueDate(CivilDate)

  // MARK: What a person adds to a request

  /// Says something, or leaves it out; only the name of the field is told.
  case give(RequestField)
  /// Writes a text into a field.
  case write(RequestField)

  // MARK: Files of the drop folder

  /// Takes in what lies there.
  case takeInFiles
  /// Records a file as what it was read for: the words of the command without the file; `nil` where a date is to
  /// be said first.
  case recordFile(String?)

  // MARK: Tables

  /// Takes in a table of submissions.
  case takeInTable
  /// Leaves rows with faults out.
  case skipFaultyRows
  /// Leaves a column unread, by its heading.
  case passOver(String)
  /// Says what a column means, by its heading.
  case mapColumn(String, TableColumn)
  /// Names the sheet of a workbook; the name that is most likely meant, or a word for one.
  case chooseSheet(String)
  /// Fills blank cells with what stands above them.
  case fillDown
  /// Fills blank dates with what stands above them.
  case fillDownDates
  /// Names the scale of a survey.
  case chooseScale
  /// Reads the answers of a survey as letters.
  case readLetters

  // MARK: Reminders

  /// Shows how the reminders are run every day.
  case installReminders
  /// Lets the reminders run.
  case remind
  /// Tries again at once what only a person could mend.
  case remindAgain
  /// Lists what was sent and what failed.
  case listReminders
}
