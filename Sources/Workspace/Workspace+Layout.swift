internal import LedgerStore
internal import SystemPackage

/// The files and folders of a workspace, by their names in it; those of ledgers and evidence are `LedgerStore`'s.
extension Workspace {
  /// The office file, which makes a folder a workspace.
  public static let officeFile = "kantor.yaml"
  /// The same as a name in a folder.
  static let officeName: FilePath.Component = "kantor.yaml"
  /// The region table.
  public static let regionFile = "wilayah.csv"
  /// The file of the remarks that somebody has seen.
  public static let seenFile = "sudah-dilihat.csv"
  /// The record of the backups.
  public static let backupFile = "cadangan.csv"

  /// The folder of the office's own calendars.
  static let calendarFolder = "kalender"
  /// The folder of the office's own registers, and of what it changes in the shipped ones.
  package static let registerFolder = "\(calendarFolder)/iku"
  /// The folder of what is given out.
  package static let exportFolder = "ekspor"
  /// The folder of frozen documents.
  public static let frozenFolder = "\(exportFolder)/beku"
  /// The folder of the outbox.
  package static let reminderFolder = "pengingat"
  /// The folder of profiles; under the same name among the program's exports.
  package static let profileFolder = "profil"
  /// The folder of what only the program reads: passwords of servers, keys.
  package static let secretFolder = "rahasia"
  /// The folder that people drop files into.
  package static let dropFolder = "kotak-masuk"

  /// The folders that are a workspace's own, but for what people drop and what is given out.
  static let ownFolders = [
    LedgerStore.bookFolder, LedgerStore.evidenceFolder, calendarFolder, reminderFolder,
    profileFolder, secretFolder, frozenFolder,
  ].map { FilePath($0) }
  /// The files that lie in none of its folders.
  static let ownFiles = [
    officeFile, regionFile, seenFile, Users.file, Subscriptions.file, backupFile,
  ]
}
