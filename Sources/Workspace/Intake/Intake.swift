internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import DurableFiles
internal import LedgerStore
public import SystemPackage

/// Takes in what people drop into a folder: places each file, records it, moves it away.
///
/// A file's evidence is durable before its row, its row before it is moved. A run that ends in between
/// leaves the file, and the next one finds the row by the file's bytes and only moves it.
public struct Intake {
  let workspace: Workspace
  /// The drop folder, held open for the whole run.
  let drop: Folder
  let terms: Terms
  private let words: NameWords
  var desks: [RegionCode: Desk] = [:]
  /// The desks as they were before anything was recorded.
  var atStart: [RegionCode: Desk] = [:]
  /// What this run has recorded, or would.
  var recorded: Set<Obligation.ID> = []
  /// What proves the rows that were looked at, for all files that may be one of them.
  let proofs = RowProofs()
  /// The kecamatan whose books cannot be written now: the others go on.
  var shut: [RegionCode: any Error] = [:]
  var result = IntakeResult()

  /// Prepares to look at a folder.
  ///
  /// - Parameters:
  ///   - folder: The drop folder; that of the workspace where it is `nil`.
  ///   - workspace: The workspace.
  ///   - terms: How files are taken in.
  /// - Throws: ``FolderFailure``; a `FileFailure` where the folder cannot be looked at.
  public init(_ folder: FilePath?, _ workspace: Workspace, _ terms: Terms) throws {
    self.init(try workspace.openDropFolder(folder), workspace, terms)
  }

  /// Prepares to look at files of a folder that is held open.
  init(_ drop: Folder, _ workspace: Workspace, _ terms: Terms) {
    self.workspace = workspace
    self.drop = drop
    self.terms = terms
    words = NameWords(
      workspace.kecamatan,
      reports: workspace.kecamatan.reduce(into: Set<String>()) { words, kecamatan in
        words.formUnion(workspace.calendar(of: kecamatan.code).calendar?.reportNames ?? [])
      })
  }

  /// What the ledger's writer noticed.
  var remarks: [Finding] { result.remarks }

  /// The path of the drop folder, as it was named.
  public var folder: FilePath { drop.path }

  /// Takes in what lies in the folder.
  ///
  /// - Parameter reasonText: The text that lies beside a file in quarantine, from its name, the path that it
  ///   gets, and the reason.
  /// - Returns: What became of each file; a file that fails does not stop the others.
  /// - Throws: `FileFailure` where the folder cannot be listed.
  public mutating func run(
    reasonText: @escaping @Sendable (String, FilePath, DropTrouble) -> String
  ) throws -> IntakeResult {
    result = IntakeResult()
    let listed = try DropFolder(drop)
    var told = ToldFiles(in: drop)
    result.deepFolders = listed.deepFolders
    result.newDeepFolders = listed.deepFolders.filter { !told.wasTold($0, "deep") }
    for entry in listed.entries {
      guard var file = take(entry, reasonText) else { continue }
      if let state = file.fate.waitingState(on: terms.instant.date) {
        file.wasTold = told.wasTold(
          entry.name, "\(state) \(entry.state.size) \(entry.state.modified) \(entry.state.changed)")
      }
      result.files.append(file)
    }
    if !terms.isTrial { told.save() }
    return result
  }

  // MARK: - One file

  /// What becomes of a file; `nil` for one that is gone.
  private mutating func take(
    _ entry: DropFolder.Entry,
    _ reasonText: @escaping @Sendable (String, FilePath, DropTrouble) -> String
  ) -> DroppedFile? {
    let judged = try? judge(LyingFile(entry, below: drop), choice: nil)
    guard var file = judged?.file else { return nil }
    guard !terms.isTrial, let held = judged?.held else { return file }
    do {
      switch file.fate {
      case .recorded, .alreadyRecorded: file.movedTo = try moveAway(held)
      case .quarantined(let trouble):
        let name = entry.name
        file.movedTo = try move(
          held, into: DropFolder.quarantine,
          with: CompanionText(suffix: DropFolder.reasonSuffix) {
            Array(reasonText(name, $0, trouble).utf8)
          })
        // It is gone, or another file by now.
        if file.movedTo == nil { return nil }
      case .waiting, .lateEntry, .failed: break
      }
    } catch {
      file.moveFailure = error
    }
    return file
  }

  /// What becomes of a file, before it is moved.
  ///
  /// - Parameters:
  ///   - lying: The file.
  ///   - choice: What a person says of it, and was shown of it; `nil` where its name alone tells.
  /// - Returns: What becomes of it, `nil` for one that is gone; and the file, where it may be moved.
  /// - Throws: Where it is not what was shown.
  mutating func judge(
    _ lying: LyingFile, choice: Choice?
  ) throws(OtherThanSeen) -> (file: DroppedFile?, held: HeldEntry?) {
    var held: HeldEntry?
    let fate: DroppedFile.Fate
    do {
      let item = try HeldEntry(lying.entry, below: lying.root)
      held = item
      fate = try self.fate(of: item, choice)
    } catch let other as OtherThanSeen {
      throw other
    } catch let trouble as DropTrouble {
      fate = .quarantined(trouble)
    } catch let failure as FileFailure where failure.reason == .changed {
      (fate, held) = (.waiting(.changing), nil)
    } catch let failure as FileFailure
      where failure.isMissing && failure.path == lying.entry.path
    {
      return (nil, nil)
    } catch {
      (fate, held) = (.failed(error), nil)
    }
    let file = DroppedFile(
      name: lying.name, fate: fate, size: lying.entry.state.size, sha256: held?.sha256,
      received: received(lying.entry))
    return (file, held)
  }

  /// Moves a file that is recorded to those that are done.
  func moveAway(_ held: HeldEntry) throws -> String? {
    try move(held, into: DropFolder.done, String(terms.instant.date.year))
  }

  /// The day on which a file was received.
  private func received(_ entry: DropFolder.Entry) -> CivilDate {
    guard !terms.areHandedIn else { return terms.instant.date }
    return ClockReading(
      unixSeconds: Int(entry.state.changed.components.seconds), in: workspace.office.zone
    ).date
  }

  /// Moves a file into a folder of the drop folder.
  ///
  /// Whoever may drop a file may also put a link where files are moved to: none is followed.
  private func move(
    _ held: HeldEntry, into names: String..., with companion: CompanionText? = nil
  ) throws -> String? {
    let folders = FilePath(names.joined(separator: "/")).pushing(held.entry.place)
    let target = try drop.makeFolder(below: folders, followingLinks: false)
    let moved = try held.home.move(
      held.entry.component, in: held.entry.state, to: target, with: companion)
    return moved.map { folders.appending($0).string }
  }

  private mutating func fate(
    of held: HeldEntry, _ choice: Choice?
  ) throws -> DroppedFile.Fate {
    let entry = held.entry
    if let kind = entry.state.kind { throw DropTrouble.notRegular(kind) }
    let received = received(entry)
    if !terms.areHandedIn {
      if entry.state.changed > terms.now || received > terms.instant.date {
        return .waiting(.future)
      }
      // Whatever is written to a file changes it: no other time is needed to see that it rests.
      guard terms.now - entry.state.changed >= terms.restingTime else { return .waiting(.young) }
      try held.requireOneName(entry.state)
    }
    let placed: Placed
    if let told = choice?.told {
      placed = try place(told, received: received)
    } else {
      let name = DroppedName(
        entry.component.string, in: entry.folders.map(\.string), words: words)
      let kecamatan = try name.kecamatan(among: workspace.kecamatan, units: words.units)
      if let error = shut[kecamatan.code] { return .failed(error) }
      do {
        let (obligation, filing) = try place(name, of: held, in: kecamatan, received: received)
        placed = (obligation, filing, kecamatan)
      } catch let failure as WorkspaceFailure {
        shut[kecamatan.code] = failure
        throw failure
      }
    }
    let fate = try record(held, placed, choice)
    if case .recorded = fate { recorded.insert(placed.obligation.id) }
    return fate
  }

  mutating func desk(of kecamatan: Kecamatan) throws -> Desk {
    if let desk = desks[kecamatan.code] { return desk }
    let desk = try workspace.desk(of: kecamatan)
    desks[kecamatan.code] = desk
    atStart[kecamatan.code] = desk
    return desk
  }
}
