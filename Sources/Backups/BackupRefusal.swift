public import SystemPackage

/// Why no backup is made, or none is brought back, as data; the program that meets the user makes the sentence.
public enum BackupRefusal: Error, Hashable, Sendable {
  /// The folder for backups is not there: nothing is made for a disk that is not connected.
  case noTarget(FilePath)
  /// The folder for backups is a workspace, or lies in one.
  case insideWorkspace(FilePath)
  /// The workspace lies in the folder for backups.
  case aroundWorkspace(FilePath)
  /// The folder is no backup that this program made.
  case noBackup(FilePath)
  /// The backup was never finished.
  case unfinished(FilePath)
  /// A later program made the backup, in a form with this number.
  case newer(FilePath, form: Int)
  /// Something has the name of the folder in which the workspace is to be.
  case taken(FilePath)
  /// The folder in which the workspace is to be lies in the backup.
  case insideBackup(FilePath)
}
