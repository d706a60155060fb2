internal import CalendarFiles
public import CivilCalendar
public import ComplianceModel
public import DurableFiles
internal import LedgerStore
public import SystemPackage
public import Workspace

/// A workspace as far as a backup has to know it, whatever else is wrong with it.
public struct BackupSource: Sendable {
  /// The workspace.
  public let folder: FilePath
  /// The workspace as a backup is to name it: absolute.
  public let origin: FilePath
  /// Its kecamatan, in order; where its table cannot be relied on, those that have ledgers.
  public let kecamatan: [RegionCode]
  /// The zone of the office; that of the west where its settings cannot be relied on.
  public let zone: IndonesianZone

  let files: FileSystem

  /// Looks at a workspace.
  ///
  /// - Parameters:
  ///   - folder: The workspace.
  ///   - origin: The workspace as a backup is to name it: absolute.
  ///   - trust: Whom the program obeys; `nil` where somebody named the folder.
  ///   - files: The file system.
  /// - Throws: `WorkspaceFailure` where there is none, or its two files cannot be read at all.
  public init(
    _ folder: FilePath, named origin: FilePath, trusting trust: WorkspaceTrust? = nil,
    files: FileSystem = .live
  ) throws(WorkspaceFailure) {
    let settings = try WorkspaceSettings(folder, trusting: trust, files)
    self.folder = folder
    self.origin = origin
    self.files = files
    zone = settings.office?.zone ?? .wib
    if let regions = settings.regions {
      kecamatan = regions.kecamatan().map(\.code).sorted()
    } else {
      do throws(FileFailure) {
        kecamatan = try LedgerStore(folder: folder, files: files).kecamatan().sorted()
      } catch {
        throw .file(error)
      }
    }
  }
}
