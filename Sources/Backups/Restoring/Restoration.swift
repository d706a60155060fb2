public import CivilCalendar
public import ComplianceModel
public import DurableFiles
internal import Inspection
public import SystemPackage
public import Workspace

/// Brings a backup back into a new folder, and proves that what is there answers as the backup does.
///
/// The folder gets its name when all of it is on the disk. Then each file is held against the list of the backup,
/// the ledgers are proved, and every question is asked of both. Where the workspace is still there that was
/// backed up, the rows that it got since are told, which are no fault.
public struct Restoration {
  /// What came of it.
  public struct Outcome: Sendable {
    /// What the backup says of itself.
    public let stamp: BackupStamp
    /// How many files were brought back.
    public let files: Int
    /// How many questions both were asked; 0 where they cannot be answered.
    public let questions: Int
    /// The workspace that was backed up and is still there; `nil` where it is gone.
    public let original: FilePath?
    /// Faults of the backup, of the proof, and remarks.
    public let findings: [Finding]

    /// Whether the folder is the backup, and answers as it does.
    public var isProved: Bool { !findings.contains { $0.severity == .fault } }
  }

  private let backup: FilePath
  private let folder: FilePath
  private let named: FilePath?
  private let data: ProgramData
  private let today: (IndonesianZone) -> CivilDate
  private let files: FileSystem

  /// Prepares it.
  ///
  /// - Parameters:
  ///   - backup: The backup.
  ///   - folder: The folder that the workspace is to be, which is missing or empty.
  ///   - original: The workspace that was backed up; that which the backup names where it is `nil`.
  ///   - data: The program's own data.
  ///   - files: The file system.
  ///   - today: The day on which the questions are asked, by the zone of the office.
  public init(
    of backup: FilePath, to folder: FilePath, original: FilePath? = nil, data: ProgramData,
    files: FileSystem = .live, today: @escaping (IndonesianZone) -> CivilDate
  ) {
    self.backup = backup
    self.folder = folder
    named = original
    self.data = data
    self.today = today
    self.files = files
  }

  /// Brings it back.
  ///
  /// - Throws: ``BackupRefusal``; `FileFailure`, `WorkspaceFailure` where it could not be brought back: nothing of
  ///   it is then left.
  public func run() throws -> Outcome {
    let source = try BackupFolder(backup, files)
    let original = try original(source.stamp)
    let (around, name) = try place(apartFrom: source.folder)
    let unfinished = FileSystem.temporaryName("pulihan-")
    let copy: TreeCopy
    do throws(FileFailure) {
      let made = try around.makePrivateFolder(unfinished)
      copy = try TreeCopy(of: source.folder, to: made)
      try around.rename(unfinished, to: name, replacing: true)
    } catch {
      try? around.removeTree(unfinished)
      // Somebody put something there meanwhile.
      let taken: [Errno] = [.directoryNotEmpty, .fileExists, .notDirectory]
      if error.operation == .rename, let errno = error.errno, taken.contains(errno) {
        throw BackupRefusal.taken(folder)
      }
      throw error
    }
    var findings = copy.findings + (try listFindings(source, copy))
    if source.stamp.proved == nil {
      findings.append(BackupSentence.unproved.finding(at: backup.string))
    }
    let questions = try prove(&findings)
    if let original { try compare(with: original, &findings) }
    return Outcome(
      stamp: source.stamp, files: copy.files.count, questions: questions, original: original,
      findings: findings.unique)
  }

  /// The folder in which the workspace is to be, and its name there.
  private func place(
    apartFrom backup: Folder
  ) throws -> (around: Folder, name: FilePath.Component) {
    let path = folder.lexicallyNormalized()
    guard let name = path.lastComponent, name.kind == .regular else {
      throw BackupRefusal.taken(folder)
    }
    if BackupGround.isInOwnFolder(path, files) { throw WorkspaceFailure.insideWorkspace(folder) }
    let above = path.removingLastComponent()
    let (nearest, missing) = try files.nearestFolder(above.isEmpty ? "." : above)
    guard try !BackupGround.lies(nearest, in: backup) else {
      throw BackupRefusal.insideBackup(folder)
    }
    let around = try nearest.makeFolder(below: missing, followingLinks: false)
    if let state = try around.state(of: name) {
      guard state.kind == .folder, try around.folder(name).names.isEmpty else {
        throw BackupRefusal.taken(folder)
      }
    }
    return (around, name)
  }

  // MARK: - Proving

  /// Holds what was copied against the list of the backup.
  private func listFindings(_ source: BackupFolder, _ copy: TreeCopy) throws -> [Finding] {
    guard let bytes = try source.folder.read(BackupFolder.listName), let list = FileList(bytes),
      list.hash == source.contents.list
    else {
      return [BackupSentence.damagedList.finding(at: backup.appending(FileList.name).string)]
    }
    return list.findings(against: copy.files, in: backup)
  }

  /// Proves the ledgers, and asks both every question.
  ///
  /// - Returns: How many questions were asked.
  private func prove(_ findings: inout [Finding]) throws -> Int {
    do throws(WorkspaceFailure) {
      findings += try CopyComparison(of: backup, with: folder, files: files).findings
        .filter { $0.severity == .fault }
      let restored = try Workspace(folder, data: data, files: files)
      let answers = try AnswerComparison(
        of: Workspace(backup, data: data, files: files), and: restored,
        asOf: today(restored.office.zone))
      findings += answers.findings
      return answers.questions
    } catch {
      // A workspace that could not be used when it was backed up cannot be used now.
      let found = error.findings(in: folder)
      guard !found.isEmpty else { throw error }
      findings += found
      return 0
    }
  }

  /// The workspace that was backed up, where that is still there.
  ///
  /// - Throws: `WorkspaceFailure/noWorkspace(_:)` where one was named and is none.
  private func original(_ stamp: BackupStamp) throws -> FilePath? {
    let path = named ?? FilePath(stamp.workspace)
    if let state = (try? files.state(of: path.appending(Workspace.officeFile))) ?? nil,
      state.kind != .folder
    {
      return path
    }
    if named != nil { throw WorkspaceFailure.noWorkspace(path) }
    return nil
  }

  /// Holds what was brought back against the workspace that was backed up.
  private func compare(with original: FilePath, _ findings: inout [Finding]) throws {
    let comparison = try CopyComparison(of: original, with: folder, files: files)
    findings += comparison.findings.filter {
      $0.severity == .fault || $0.code == InspectionProblem.settingDiffers.rawValue
    }
    for ledger in comparison.ledgers where ledger.isPrefix && ledger.rows > ledger.copiedRows {
      let sentence = BackupSentence.laterRows(ledger.rows - ledger.copiedRows)
      findings.append(sentence.finding(at: original.pushing(FilePath(ledger.name)).string))
    }
  }
}
