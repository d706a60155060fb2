public import ComplianceModel
public import DurableFiles
public import SystemPackage

/// Why a workspace cannot be used, as data; the program that meets the user makes the sentence.
public enum WorkspaceFailure: Error {
  /// The program's own data were found in none of these places.
  case noProgramData([String])
  /// One of the program's own files is missing.
  case noProgramFile(FilePath)
  /// No folder from here upward holds a `kantor.yaml`.
  case noWorkspace(FilePath)
  /// The workspace that was found upward is not obeyed.
  case untrusted(UntrustedWorkspace)
  /// The list of folders that are obeyed can be changed by others than the user.
  case openTrustList(FilePath)
  /// The folder has a `kantor.yaml` already.
  case workspaceExists(FilePath)
  /// The folder for a new workspace lies in one that another workspace keeps to itself.
  case insideWorkspace(FilePath)
  /// A kecamatan that the region table does not have.
  case unknownKecamatan(String, known: [Unit])
  /// Several kecamatan of the region table have the name.
  case severalKecamatan(String, [Unit])
  /// A calendar that the kecamatan cannot choose; none are known where the workspace is of several.
  case unknownCalendar(String, known: [String])
  /// A region table that was named is not there.
  case noRegionTable(FilePath)
  /// A table of answers to a survey that was named is not there.
  case noSurvey(FilePath)
  /// A file of holidays or a calendar that was named is not there.
  case noCalendarFile(FilePath)
  /// A ledger that rows should be taken from is not there.
  case noBook(FilePath)
  /// A folder that should be a copy of a workspace is missing, or holds none.
  case noCopy(FilePath)
  /// The office file or the calendars cannot be relied on: every fault in them.
  case configuration([Finding])
  /// The region table or the ledger cannot be relied on: every fault in them.
  case data([Finding])
  /// A file was rewritten while it was read.
  case changed(FilePath)
  /// The file system refused.
  case file(FileFailure)
}
