internal import Answers
public import CivilCalendar
public import ComplianceModel
internal import DurableFiles
internal import Inspection
public import SystemPackage
internal import Workspace

/// Makes a backup of a workspace: a copy that is durable, whole, proved, and its owner's alone.
///
/// It is made in a folder without a final name, which gets its name when every file in it is on the disk; who is
/// killed leaves nothing that could be taken for a backup. Only then is it read again, held against its list and
/// against the workspace, as `periksa --terhadap` does, and said to be proved.
public struct BackupRun {
  /// What came of it.
  public struct Outcome: Sendable {
    /// The backup.
    public let path: FilePath
    /// What it says of itself.
    public let stamp: BackupStamp
    /// What was left out of it and what its proof found; faults keep it from being proved.
    public fileprivate(set) var findings: [Finding]
    /// Whether it is the workspace byte for byte, so that what is wrong with it is wrong with the workspace.
    public let isFaithful: Bool
    /// What lies in it that lets whoever has it come in: files of users and of secret addresses, a folder of
    /// secrets.
    public let secrets: [String]
    /// The names of the older backups that were removed.
    public let removed: [String]

    /// Whether it was proved.
    public var isProved: Bool { stamp.proved != nil }
  }

  private let source: BackupSource
  private let target: FilePath
  private let place: FilePath
  private let count: Int?
  private let now: ClockReading
  private let program: String
  private let patience: Duration
  private var files: FileSystem { source.files }

  /// Prepares a backup.
  ///
  /// - Parameters:
  ///   - source: The workspace.
  ///   - target: The folder for backups, which is there.
  ///   - place: The same folder as the record is to name it, absolute.
  ///   - count: How many backups of the workspace stay there, at least 1; all where it is `nil`.
  ///   - now: The moment.
  ///   - program: The version of the program.
  ///   - patience: How long to wait for another backup to the same folder at most.
  public init(
    of source: BackupSource, to target: FilePath, recordedAs place: FilePath, keeping count: Int?,
    at now: ClockReading,
    program: String, waiting patience: Duration = .seconds(10)
  ) {
    self.source = source
    self.target = target
    self.place = place
    self.count = count
    self.now = now
    self.program = program
    self.patience = patience
  }

  /// Makes it, and adds it to the record of the workspace; what failed is recorded too.
  ///
  /// - Throws: ``BackupRefusal``; `FileFailure`, `WorkspaceFailure` where it could not be made: nothing of it is
  ///   then left, and all older backups are as they were.
  public func run() throws -> Outcome {
    do {
      let (folder, workspace) = try BackupRun.ground(target, source.folder, files)
      return try recorded(make(in: folder, of: workspace))
    } catch let refusal as BackupRefusal where refusal != .noTarget(target) {
      // Something else was asked for than a backup; a disk that is not connected is a failure.
      throw refusal
    } catch {
      _ = try? BackupLog(workspace: source.folder, files: files).append(
        BackupLog.Entry(
          instant: now, target: place.string, name: "", files: 0, bytes: 0, rows: 0,
          result: .failed, note: BackupRun.reason(of: error)))
      throw error
    }
  }

  /// Whether a folder can hold backups of a workspace.
  ///
  /// - Parameters:
  ///   - target: The folder for backups.
  ///   - workspace: The folder of the workspace.
  /// - Throws: ``BackupRefusal``; `FileFailure` where one of them cannot be looked at.
  public static func check(_ target: FilePath, of workspace: FilePath) throws {
    _ = try ground(target, workspace, .live)
  }

  private static func ground(
    _ target: FilePath, _ workspace: FilePath, _ files: FileSystem
  ) throws -> (target: Folder, workspace: Folder) {
    let workspace = try files.folder(workspace)
    let folder: Folder
    do throws(FileFailure) {
      folder = try files.folder(target)
    } catch {
      guard error.isMissing else { throw error }
      throw BackupRefusal.noTarget(target)
    }
    switch try BackupGround(of: folder, and: workspace) {
    case .apart: return (folder, workspace)
    case .insideWorkspace: throw BackupRefusal.insideWorkspace(target)
    case .aroundWorkspace: throw BackupRefusal.aroundWorkspace(target)
    }
  }

  private static func reason(of error: any Error) -> String {
    switch error {
    case let failure as FileFailure:
      "\(failure.path): \(failure.finding(named: failure.path.string).what)"
    case let finding as Finding: finding.what
    case BackupRefusal.noTarget: "folder tujuan tidak ada"
    default: "\(error)"
    }
  }

  // MARK: - Making

  private func make(in target: Folder, of workspace: Folder) throws -> Outcome {
    let lock = try files.lockFolder(self.target, waiting: patience)
    var stamp = BackupStamp(
      program: program, made: now, kecamatan: source.kecamatan, workspace: source.origin.string)
    let rotation = BackupRotation(in: target, of: stamp)
    // Without a lock another run may be at work on what looks like a leftover.
    var remarks =
      lock.isHeld ? kept { () throws(FileFailure) in try rotation.removeLeftovers() } : []
    let (folder, list, leftOut) = try copy(workspace, to: target, &stamp)
    let path = self.target.appending(folder.name)
    let proof = prove(folder.held, at: path, list)
    var findings = leftOut + proof.findings
    if proof.isProved, !leftOut.contains(where: { $0.severity == .fault }) {
      do throws(FileFailure) {
        stamp.proved = now
        try folder.held.replaceAtomically(BackupFolder.stampName, with: stamp.bytes)
      } catch {
        stamp.proved = nil
        findings.append(error.finding(named: error.path.string))
      }
    }
    var removed: [String] = []
    if let count {
      remarks += kept { () throws(FileFailure) in removed = try rotation.keep(count) }
    }
    _ = consume lock
    return Outcome(
      path: path, stamp: stamp, findings: findings + remarks,
      isFaithful: leftOut.isEmpty && proof.isFaithful,
      secrets: list.secrets, removed: removed)
  }

  /// Takes older backups away; a remark for what stays, which does not make the new one worse.
  private func kept(_ remove: () throws(FileFailure) -> Void) -> [Finding] {
    do throws(FileFailure) {
      try remove()
      return []
    } catch {
      return [BackupSentence.unremoved(error).finding(at: error.path.string)]
    }
  }

  /// Copies everything into a folder that gets its name at the end.
  ///
  /// - Returns: The folder, the list of its files, and what was left out.
  private func copy(
    _ workspace: Folder, to target: Folder, _ stamp: inout BackupStamp
  ) throws(FileFailure) -> (
    folder: (held: Folder, name: FilePath.Component), list: FileList, leftOut: [Finding]
  ) {
    let unfinished = BackupRotation.unfinishedName()
    do throws(FileFailure) {
      let folder = try target.makePrivateFolder(unfinished)
      try folder.replaceAtomically(BackupFolder.stampName, with: stamp.bytes)
      let copy = try TreeCopy(of: workspace, to: folder)
      let list = FileList(copy.files)
      try folder.replaceAtomically(BackupFolder.listName, with: list.bytes)
      stamp.contents = BackupStamp.Contents(
        files: list.files.count, bytes: copy.bytes, rows: copy.rows, list: list.hash)
      try folder.replaceAtomically(BackupFolder.stampName, with: stamp.bytes)
      return ((folder, try name(unfinished, in: target)), list, copy.findings)
    } catch {
      // A full disk is to have its room again.
      try? target.removeTree(unfinished, last: BackupFolder.stampName)
      throw error
    }
  }

  /// Gives a finished backup its name: `cadangan-63.05.12-2026-11-30-081500`, the next ones of a second with a
  /// number.
  private func name(
    _ unfinished: FilePath.Component, in target: Folder
  ) throws(FileFailure) -> FilePath.Component {
    let others = source.kecamatan.count > 1 ? "-dkk" : ""
    let office = (source.kecamatan.first?.description ?? "kosong") + others
    let time = String(now.description.dropFirst(11).prefix(8)).replacing(":", with: "")
    let stem = "\(BackupRotation.prefix)\(office)-\(now.date)-\(time)"
    var number = 1
    while true {
      let name = FilePath.Component(number == 1 ? stem : "\(stem)-\(number)") ?? unfinished
      do throws(FileFailure) {
        // A file system without this way of renaming would replace what is there.
        guard try target.state(of: name) == nil else {
          throw FileFailure(.rename, target.path.appending(name), .system(.fileExists))
        }
        try target.rename(unfinished, to: name)
        return name
      } catch {
        guard error.errno == .fileExists else { throw error }
        number += 1
      }
    }
  }

  // MARK: - Proving

  /// What reading a finished backup again came to.
  private struct Proof {
    /// What was found.
    let findings: [Finding]
    /// Whether it is what its list says, byte for byte.
    var isFaithful = false
    /// Whether all of it was looked at, and nothing is wrong with it.
    var isProved = false
  }

  /// Reads a finished backup from its disk, and holds it against its list and against the workspace.
  private func prove(_ folder: Folder, at path: FilePath, _ list: FileList) -> Proof {
    do {
      let read = try TreeCopy(of: folder, to: nil)
      var findings = list.findings(against: read.files, in: path) + read.findings
      let isFaithful = findings.isEmpty
      // What is only remarkable in a copy is so in the workspace, where `periksa` tells it.
      findings += try CopyComparison(of: source.folder, with: path, files: files).findings
        .filter { $0.severity == .fault }
      // The comparison went by the path.
      if try files.state(of: path)?.isSameFile(as: folder.state) != true {
        findings.append(BackupSentence.replacedFolder.finding(at: path.string))
      }
      if let state = try folder.state(of: BackupFolder.stampName),
        !state.permissions.isDisjoint(with: [.groupReadWriteExecute, .otherReadWriteExecute])
      {
        findings.append(BackupSentence.exposed.finding(at: path.string))
      }
      return Proof(
        findings: findings, isFaithful: isFaithful,
        isProved: !findings.contains { $0.severity == .fault })
    } catch let failure as FileFailure {
      return Proof(findings: [failure.finding(named: failure.path.string)])
    } catch let failure as WorkspaceFailure {
      return Proof(findings: failure.findings(in: path))
    } catch {
      return Proof(findings: [BackupSentence.unproved.finding(at: path.string)])
    }
  }

  // MARK: - The record

  /// Adds a backup to the record of the workspace, which need not let itself be written.
  private func recorded(_ outcome: Outcome) -> Outcome {
    let faults = outcome.findings.filter { $0.severity == .fault }
    let contents = outcome.stamp.contents
    let entry = BackupLog.Entry(
      instant: now, target: place.string, name: outcome.path.lastComponent?.string ?? "",
      files: contents?.files ?? 0, bytes: contents?.bytes ?? 0, rows: contents?.rows ?? 0,
      result: outcome.isProved ? .proved : .unproved,
      note: faults.first.map { "\($0.place.file): \($0.what)" } ?? "")
    do {
      try BackupLog(workspace: source.folder, files: files).append(entry)
      return outcome
    } catch {
      var outcome = outcome
      let sentence = BackupSentence.unrecorded(BackupRun.reason(of: error))
      outcome.findings.append(sentence.finding(at: Workspace.backupFile))
      return outcome
    }
  }
}
