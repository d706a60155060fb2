public import CivilCalendar
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
  /// How files are taken in.
  public struct Terms: Sendable {
    /// The reason for late entries; they stay where it is `nil`.
    public let reason: String?
    /// Who records.
    public let recorder: String
    /// Whether nothing is written nor moved.
    public let isTrial: Bool
    /// When rows are recorded, with the day that is taken for today.
    public let instant: ClockReading
    /// The clock's own time, since 1970-01-01T00:00:00Z, which a file's age is measured against.
    public let now: Duration
    /// How long a file must have been left alone.
    public let restingTime: Duration
    /// Whether the files were handed in just now, each whole: they are received today, and stay where they
    /// are.
    public let areHandedIn: Bool

    /// Creates terms.
    public init(
      reason: String?, recorder: String, isTrial: Bool, instant: ClockReading, now: Duration,
      restingTime: Duration = .seconds(60), areHandedIn: Bool = false
    ) {
      self.reason = reason
      self.recorder = recorder
      self.isTrial = isTrial
      self.instant = instant
      self.now = now
      self.restingTime = restingTime
      self.areHandedIn = areHandedIn
    }
  }

  let workspace: Workspace
  /// The drop folder, held open for the whole run.
  let drop: Folder
  let terms: Terms
  private let words: NameWords
  private var desks: [RegionCode: Desk] = [:]
  /// The desks as they were before anything was recorded.
  private var atStart: [RegionCode: Desk] = [:]
  /// What this run has recorded, or would.
  private var recorded: Set<Obligation.ID> = []
  /// What proves the rows that were looked at, for all files that may be one of them.
  private let proofs = RowProofs()
  /// The kecamatan whose books cannot be written now: the others go on.
  private var shut: [RegionCode: any Error] = [:]
  private var result = IntakeResult()

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

  /// What a file is taken for, in the books of which kecamatan.
  typealias Placed = (obligation: Obligation, filing: Filing, kecamatan: Kecamatan)

  /// What a person takes a file for, whatever its name says.
  private mutating func place(_ told: Told, received: CivilDate) throws -> Placed {
    let kecamatan = try workspace.kecamatan(of: told.unit)
    _ = try desk(of: kecamatan)
    let selection = try Selection(report: told.report, of: told.unit, in: workspace, &desks)
    let obligation = try selection.obligation(told.period, asOf: terms.instant.date)
    let received = told.received ?? received
    if told.date == nil, obligation.rule?.meaning == .enactment {
      throw DropTrouble.enactmentDateNeeded(report: selection.code)
    }
    let filing = Filing(
      unit: told.unit, report: selection.code, period: told.period, date: told.date ?? received,
      received: received, due: due(of: obligation, at: selection.desk))
    return (obligation, filing, kecamatan)
  }

  /// What the name is taken for, with what the calendar and the ledger say.
  private mutating func place(
    _ name: DroppedName, of held: HeldEntry, in kecamatan: Kecamatan, received: CivilDate
  ) throws -> (obligation: Obligation, filing: Filing) {
    let desk = try desk(of: kecamatan)
    let today = terms.instant.date
    let named = try name.report(in: desk.calendar, of: kecamatan)
    let code = desk.calendar.codes[named.report.code]
    try requireUnderstood(name, named, of: held, in: kecamatan, desk, received: received)
    let date = try name.date(received: received)
    let obligation =
      if let period = try name.period() {
        try Intake.obligation(period, of: named, code, desk, asOf: today)
      } else {
        try openObligation(of: named, code, held, in: kecamatan, desk)
      }
    if date == nil, obligation.rule?.meaning == .enactment {
      throw DropTrouble.enactmentDateNeeded(report: code)
    }
    let filing = Filing(
      unit: named.unit, report: code, period: obligation.id.period, date: date ?? received,
      received: received, due: due(of: obligation, at: desk))
    if let folder = name.contradictingFolder(filing, yearOffset: named.report.yearOffset) {
      throw DropTrouble.folderOfOtherTime(folder, filing.period)
    }
    return (obligation, filing)
  }

  /// The due date that is in force without the file.
  private func due(of obligation: Obligation, at desk: Desk) -> CivilDate? {
    desk.judge(asOf: terms.instant.date).assess(obligation)?.due
  }

  /// Every word that is not understood may turn the meaning round, and a recommendation is issued here.
  private func requireUnderstood(
    _ name: DroppedName, _ named: NamedReport, of held: HeldEntry, in kecamatan: Kecamatan,
    _ desk: Desk, received: CivilDate
  ) throws {
    let stray = name.strayWords(beside: named, in: desk.calendar)
    let isRecommendation =
      named.report.level == .recommendation && !workspace.office.takesRecommendations
    guard isRecommendation || !stray.isEmpty else { return }
    let code = desk.calendar.codes[named.report.code]
    var period = (try? name.period()) ?? nil
    if period == nil {
      let only = try? openObligation(of: named, code, held, in: kecamatan, desk)
      period = only?.id.period
    }
    let rules = named.report.layers.joined()
    let reading = DropTrouble.Reading(
      unit: named.unit, report: code, period: period,
      date: (try? name.date(received: received)) ?? nil, received: received,
      needsDate: rules.contains { $0.meaning == .enactment })
    throw stray.isEmpty
      ? DropTrouble.recommendation(reading) : .notUnderstood(stray, reading)
  }

  private static func obligation(
    _ period: Period, of named: NamedReport, _ code: String, _ desk: Desk,
    asOf day: CivilDate
  ) throws -> Obligation {
    let report = named.report
    let id = Obligation.ID(report: report.code, unit: named.unit, period: period)
    guard period.length == report.length, report.ordinals.contains(period.ordinal),
      let obligation = try desk.obligation(id, asOf: day)
    else {
      let forms = report.ordinals.sorted().compactMap {
        Period(report.length, year: day.year + report.yearOffset, ordinal: $0)
      }
      throw DropTrouble.noSuchPeriod(period, report: code, forms: forms)
    }
    return obligation
  }

  /// The one obligation that was open when the run began: what the run itself records decides nothing
  /// for files without a period.
  private func openObligation(
    of named: NamedReport, _ code: String, _ held: HeldEntry, in kecamatan: Kecamatan,
    _ desk: Desk
  ) throws -> Obligation {
    let day = terms.instant.date
    if let period = try recordedPeriod(of: named, held, desk) {
      return try Intake.obligation(period, of: named, code, desk, asOf: day)
    }
    let opening = atStart[kecamatan.code] ?? desk
    let recorded = recorded
    let choices = try opening.choices(
      of: named.report, by: [named.unit], asOf: day, where: \.isOpen)
    // Two files for the one open period may be two readings of it, or two periods.
    guard let only = choices.fitting.first, choices.fitting.count == 1,
      !recorded.contains(only.obligation.id)
    else {
      throw DropTrouble.periodNeeded(
        report: code,
        choices: choices.listed.map {
          DropTrouble.PeriodChoice(
            period: $0.obligation.id.period, status: $0.status,
            isOpen: $0.isOpen && !recorded.contains($0.obligation.id))
        })
    }
    return only.obligation
  }

  /// The period for which a standing row has the very bytes of a file: a run that ended before it moved
  /// the file has recorded it.
  private func recordedPeriod(
    of named: NamedReport, _ held: HeldEntry, _ desk: Desk
  ) throws -> Period? {
    let rows = desk.history.obligations.filter {
      $0.report == named.report.code && $0.unit == named.unit
    }.flatMap { desk.history.rows(of: $0) }.filter { $0.kind == .submitted }
    guard !rows.isEmpty else { return nil }
    let sha256 = try held.examined(
      by: workspace.ledgers, underOneName: !terms.areHandedIn
    ).examined.sha256
    return rows.first { row in
      proofs.hashes(of: row.row) { own(row.row, desk.row) }.contains(sha256)
    }?.period
  }

  private mutating func desk(of kecamatan: Kecamatan) throws -> Desk {
    if let desk = desks[kecamatan.code] { return desk }
    let desk = try workspace.desk(of: kecamatan)
    desks[kecamatan.code] = desk
    atStart[kecamatan.code] = desk
    return desk
  }

  // MARK: - Recording

  private mutating func record(
    _ held: HeldEntry, _ placed: Placed, _ choice: Choice?
  ) throws -> DroppedFile.Fate {
    let (obligation, filing, kecamatan) = placed
    var desk = try desk(of: kecamatan)
    let (file, examined) = try held.examined(
      by: workspace.ledgers, underOneName: !terms.areHandedIn)
    if let seen = choice?.seen, seen != Seen(sha256: examined.sha256, filing: filing) {
      throw OtherThanSeen()
    }
    if let fault = examined.fault { throw DropTrouble.unfit(fault) }
    let judge = desk.judge(asOf: terms.instant.date)
    func standing(
      _ judge: Judge, _ row: (LedgerEvent.RowID) -> LedgerRow?
    ) -> LedgerEvent.RowID? {
      judge.history.rows(of: obligation.id).first { event in
        event.kind == .submitted
          && proofs.hashes(of: event.row) { own(event.row, row) }.contains(examined.sha256)
      }?.row
    }
    if let row = standing(judge, desk.row) { return .alreadyRecorded(row, filing) }
    let others = try desk.alternatives(
      to: obligation, dated: filing.date, asOf: terms.instant.date)
    func verdict(_ judge: Judge) throws(DropTrouble) -> Verdict {
      try self.verdict(on: filing, for: obligation, insteadOf: others, by: judge)
    }
    let admission: Admission
    switch try verdict(judge) {
    case .admitted(let admitted): admission = admitted
    case .late(let days): return .lateEntry(filing, days: days)
    }
    let isLate = admission.isLateEntry
    if terms.isTrial { return .recorded(nil, filing, isLateEntry: isLate) }

    let stored = try workspace.ledgers.storeEvidence(
      file, for: kecamatan.code, year: terms.instant.date.year, expecting: examined.sha256)
    var fate: DroppedFile.Fate?
    let receipt: LedgerReceipt
    do {
      receipt = try desk.append(at: terms.instant) { judge, books in
        // Another run, or a person, may have been here since.
        if let row = standing(judge, books.row) {
          fate = .alreadyRecorded(row, filing)
          return []
        }
        if case .late(let days) = try verdict(judge) {
          fate = .lateEntry(filing, days: days)
          return []
        }
        return [ledgerEntry(of: filing, stored, admission, choice?.told?.note)]
      }
    } catch let failure as LedgerFailure {
      if case .refused = failure { throw failure }
      shut[kecamatan.code] = failure
      throw failure
    }
    // What was recorded counts for the next file.
    desks[kecamatan.code] = desk
    result.remarks += receipt.remarks
    if fate == nil {
      result.remarks += desk.remarks(onEvidence: stored.sha256, of: filing.unit, held.entry.name)
    }
    return fate ?? .recorded(receipt.rows.first, filing, isLateEntry: isLate)
  }

  /// The hashes of the files that prove a row.
  private func own(
    _ id: LedgerEvent.RowID, _ row: (LedgerEvent.RowID) -> LedgerRow?
  ) -> Set<String> {
    row(id).map { workspace.ledgers.evidenceHashes(of: $0.entry) } ?? []
  }

  private enum Verdict {
    case admitted(Admission)
    case late(days: Int)
  }

  private func verdict(
    on filing: Filing, for obligation: Obligation, insteadOf others: [Obligation], by judge: Judge
  ) throws(DropTrouble) -> Verdict {
    let proposal = Proposal(
      kind: .submitted, date: filing.date, received: filing.received,
      hasReason: terms.reason != nil)
    do throws(Refusal) {
      return .admitted(try judge.admit(proposal, for: obligation, insteadOf: others))
    } catch {
      if case .lateEntryNeedsReason(let days, _) = error { return .late(days: days) }
      throw .refused(error, report: filing.report, filing.period, unit: filing.unit)
    }
  }

  private func ledgerEntry(
    of filing: Filing, _ stored: StoredEvidence, _ admission: Admission, _ words: String?
  ) -> LedgerEntry {
    var note = "[\(stored.originalName)]"
    if let words { note += " \(words)" }
    if let reason = terms.reason, ReasonNote.mark(of: admission) != nil {
      note += " \(ReasonNote.text(reason, admission))"
    }
    return LedgerEntry(
      kind: .submitted, unit: filing.unit, subject: filing.report,
      period: filing.period.description, date: filing.date, received: filing.received,
      file: stored.path, sha256: stored.sha256, note: note, recorder: terms.recorder)
  }
}
