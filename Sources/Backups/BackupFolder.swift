internal import DurableFiles
internal import SystemPackage

/// A finished backup that is held open.
struct BackupFolder {
  let folder: Folder
  let stamp: BackupStamp
  let contents: BackupStamp.Contents

  /// Opens a folder that a person named.
  ///
  /// - Throws: ``BackupRefusal``; `FileFailure` where it cannot be read.
  init(_ path: FilePath, _ files: FileSystem) throws {
    do throws(FileFailure) {
      folder = try files.folder(path)
    } catch {
      guard error.isMissing || error.errno == .notDirectory else { throw error }
      throw BackupRefusal.noBackup(path)
    }
    guard let bytes = try folder.read(BackupFolder.stampName) else {
      throw BackupRefusal.noBackup(path)
    }
    do throws(BackupStamp.Unreadable) {
      stamp = try BackupStamp(bytes)
    } catch {
      switch error {
      case .newer(let form): throw BackupRefusal.newer(path, form: form)
      case .damaged: throw BackupRefusal.noBackup(path)
      }
    }
    guard let contents = stamp.contents else { throw BackupRefusal.unfinished(path) }
    self.contents = contents
  }

  static let stampName: FilePath.Component = "CADANGAN.json"
  static let listName: FilePath.Component = "CADANGAN.sha256"

  /// What stands in the stamp of a folder that is not known to be a backup; `nil` where it says nothing.
  static func stamp(of folder: Folder) -> BackupStamp? {
    guard let bytes = (try? folder.read(stampName)) ?? nil else { return nil }
    return try? BackupStamp(bytes)
  }
}
