public import CivilCalendar
public import ComplianceModel
internal import DurableFiles
public import LedgerStore
public import SystemPackage

/// Files that a person chooses and looks at before they are taken in.
extension Intake {
  /// What a person says of a file, whatever its name says.
  public struct Told: Hashable, Sendable {
    /// The unit.
    public let unit: RegionCode
    /// The code of the report.
    public let report: String
    /// The covered period.
    public let period: Period
    /// `tanggal`; the day of receipt where it is `nil`.
    public let date: CivilDate?
    /// `diterima`; the day on which the file came where it is `nil`.
    public let received: CivilDate?
    /// What stands in the note beside the file's name.
    public let note: String?

    /// Creates what is said.
    public init(
      unit: RegionCode, report: String, period: Period, date: CivilDate?, received: CivilDate?,
      note: String?
    ) {
      self.unit = unit
      self.report = report
      self.period = period
      self.date = date
      self.received = received
      self.note = note
    }
  }

  /// What a person was shown of a file.
  public struct Seen: Hashable, Sendable {
    /// The SHA-256 of its bytes in lower-case hexadecimal.
    public let sha256: String
    /// What it is taken for.
    public let filing: Filing

    /// Creates what was shown.
    public init(sha256: String, filing: Filing) {
      self.sha256 = sha256
      self.filing = filing
    }
  }

  /// A file that a person chose.
  public struct Choice: Hashable, Sendable {
    /// Its name, as ``DroppedFile/name``.
    public let name: String
    /// What they say of it; `nil` where its name tells.
    public var told: Told?
    /// What they were shown of it; `nil` where it is only looked at.
    public var seen: Seen?

    /// Creates a choice.
    public init(_ name: String, told: Told? = nil, seen: Seen? = nil) {
      self.name = name
      self.told = told
      self.seen = seen
    }
  }

  /// What became of a chosen file.
  public enum ChosenFate: Sendable {
    /// It was looked at, or taken in; what is not taken in stays where it is.
    case file(DroppedFile)
    /// There is no such file any more.
    case gone
    /// Its bytes, or what it is taken for, are no longer what was shown; it stays.
    case changed
  }

  /// Why a file that waits is not shown.
  public enum Unshown: Error, Hashable, Sendable {
    /// There is no such file any more.
    case gone
    /// It is no file, but a link or something else; or it has another name elsewhere, under which somebody else may
    /// change it, and which its owner may not want to be read.
    case strange
    /// Its bytes are no longer what was shown, or it is being written to.
    case changed
    /// It is larger than is read at once; its bytes.
    case tooLarge(Int64)
    /// It cannot be read.
    case unreadable
  }

  /// A file is not what was shown.
  struct OtherThanSeen: Error {}

  /// What lies in the drop folder.
  public struct Overview: Sendable {
    /// The files that no run has taken, those that came first in front.
    public internal(set) var untaken: [DroppedFile] = []
    /// The files that were put aside, those that came first in front.
    public internal(set) var quarantined: [DroppedFile] = []
    /// How many more files there are, which were not looked at.
    public internal(set) var surplus = 0
    /// The folders that lie too deep to be read.
    public internal(set) var deepFolders: [String] = []
  }

  /// Prepares to look at files that were handed in.
  ///
  /// - Parameters:
  ///   - shelf: The folder that they lie in, each in a folder of its own that a number names. It is nobody
  ///     else's to write to.
  ///   - workspace: The workspace.
  ///   - terms: How they are taken in.
  /// - Throws: A `FileFailure` where the folder cannot be opened.
  public init(handedIn shelf: FilePath, _ workspace: Workspace, _ terms: Terms) throws {
    self.init(try workspace.files.folder(shelf), workspace, terms)
  }

  /// Says what would become of all files, as if they were taken in one after another; nothing is written.
  ///
  /// - Parameter most: How many files are looked at.
  /// - Returns: What would become of them.
  /// - Throws: `FileFailure` where a folder cannot be listed.
  public mutating func overview(atMost most: Int) throws -> Overview {
    var overview = Overview()
    overview.deepFolders = try DropFolder(drop).deepFolders
    let files = try lying()
    for file in files.prefix(most) {
      guard let judged = try judge(file, choice: nil).file else { continue }
      if file.isQuarantined {
        overview.quarantined.append(judged)
      } else {
        overview.untaken.append(judged)
      }
    }
    overview.surplus = max(0, files.count - most)
    return overview
  }

  /// The names of all files that a person can choose.
  ///
  /// - Throws: `FileFailure` where a folder cannot be listed.
  public func names() throws -> [String] { try lying().map(\.name) }

  /// Reads a file for a person who looks at it; nothing is taken in.
  ///
  /// Nothing on the way to it is a link, and it is the file that was listed.
  ///
  /// - Parameters:
  ///   - name: Its name, as ``DroppedFile/name``.
  ///   - sha256: What its bytes were when it was shown, in lower-case hexadecimal; `nil` where they were not
  ///     read.
  ///   - limit: The most bytes that are read.
  /// - Returns: The file.
  /// - Throws: ``Unshown``; a `FileFailure` where a folder cannot be listed.
  public func whole(
    _ name: String, seen sha256: String?, atMost limit: Int
  ) throws -> WholeEvidence {
    guard let lying = try lying().first(where: { $0.name == name }) else { throw Unshown.gone }
    guard lying.entry.state.isRegular else { throw Unshown.strange }
    let whole: WholeEvidence
    do {
      let held = try HeldEntry(lying.entry, below: lying.root)
      if !terms.areHandedIn { try held.requireOneName(lying.entry.state) }
      let file = try held.home.file(lying.entry.component)
      guard file.state == lying.entry.state else { throw Unshown.changed }
      whole = try workspace.ledgers.wholeEvidence(file, atMost: limit)
    } catch let failure as FileFailure {
      if failure.isMissing { throw Unshown.gone }
      if case .notRegular = failure.reason { throw Unshown.strange }
      throw failure.reason == .changed ? Unshown.changed : Unshown.unreadable
    } catch is DropTrouble {
      throw Unshown.strange
    } catch EvidenceRefusal.tooLarge(let bytes) {
      throw Unshown.tooLarge(bytes)
    } catch is EvidenceRefusal {
      throw Unshown.unreadable
    }
    guard sha256 == nil || sha256 == whole.sha256 else { throw Unshown.changed }
    return whole
  }

  /// Looks at the files that a person chose, or takes them in, each by itself.
  ///
  /// One whose bytes or whose meaning are no longer what was shown is left alone, and so is one that cannot
  /// be placed: nobody is to look for it in another folder than before.
  ///
  /// - Parameter choices: The files, in the order in which they are taken.
  /// - Returns: What became of each, and what the ledger's writer noticed.
  /// - Throws: `FileFailure` where a folder cannot be listed.
  public mutating func take(
    _ choices: [Choice]
  ) throws -> (fates: [ChosenFate], remarks: [Finding]) {
    let files = Dictionary(try lying().map { ($0.name, $0) }) { first, _ in first }
    let fates = choices.map { choice -> ChosenFate in
      guard let file = files[choice.name] else { return .gone }
      do throws(OtherThanSeen) {
        let (judged, held) = try judge(file, choice: choice)
        guard let judged else { return .gone }
        return .file(settled(judged, held, file))
      } catch {
        return .changed
      }
    }
    return (fates, remarks)
  }

  /// Moves a file that is recorded to where such files go.
  private func settled(
    _ judged: DroppedFile, _ held: HeldEntry?, _ lying: LyingFile
  ) -> DroppedFile {
    guard !terms.isTrial, !terms.areHandedIn, let held else { return judged }
    switch judged.fate {
    case .recorded, .alreadyRecorded: break
    case .waiting, .quarantined, .lateEntry, .failed: return judged
    }
    var file = judged
    do {
      file.movedTo = try moveAway(held)
      if lying.isQuarantined, file.movedTo != nil {
        try held.home.removeCompanions(
          of: held.entry.component, withSuffix: DropFolder.reasonSuffix)
      }
    } catch {
      file.moveFailure = error
    }
    return file
  }

  /// All files that a person can choose.
  private func lying() throws(FileFailure) -> [LyingFile] {
    if terms.areHandedIn { return try LyingFile.handedIn(drop) }
    return try DropFolder(drop).entries.map { LyingFile($0, below: drop) }
      + LyingFile.quarantined(in: drop)
  }
}
