internal import CalendarFiles
public import CivilCalendar
public import Compliance
public import ComplianceModel
internal import DurableFiles
internal import LedgerStore
public import SystemPackage

/// Looks a workspace over without trusting any of it: every fault of every file, not only the first.
public struct Inspection: Sendable {
  /// One thing that is looked at.
  public enum Check: String, CaseIterable, Sendable {
    case office = "kantor"
    case officials = "pejabat"
    case regions = "wilayah"
    case calendars = "kalender"
    case localDates = "tanggal-lokal"
    case registers = "iku"
    case targets = "target"
    case holidays = "libur"
    case estimates = "libur-perkiraan"
    case rules = "aturan"
    case ledger = "buku"
    case subjects = "buku-kode"
    case lateEntries = "susulan"
    case repeatedRows = "baris-berulang"
    case extensions = "perpanjangan"
    case terms = "masa-jabatan"
    case gates = "gerbang"
    case clock = "jam"
    case foreignBooks = "buku-asing"
    case setAside = "potongan"
    case evidence = "bukti"
    case leftovers = "sisa-tulis"
    case frozen = "beku"
    case exports = "ekspor"
    case reminders = "pengingat"
  }

  let folder: FilePath
  let today: CivilDate
  let files = FileSystem.live
  let office: Office?
  let officeFindings: [Finding]
  let regions: RegionTable?
  let regionFindings: [Finding]
  let workspace: Workspace?
  let workspaceFindings: [Finding]
  let readMarks: StatedMark.Reader
  let lookAtReminders: ReminderLook

  /// Looks at the outbox of a workspace, which another module keeps, on a day.
  public typealias ReminderLook =
    @Sendable (Workspace, CivilDate) throws(WorkspaceFailure) -> [Finding]

  /// Reads what the checks share.
  ///
  /// - Parameters:
  ///   - folder: The workspace.
  ///   - data: The program's own data.
  ///   - readMarks: Reads what an export says of the ledgers.
  ///   - lookAtReminders: Looks at the outbox.
  ///   - today: The day of looking.
  /// - Throws: ``WorkspaceFailure`` where a file is missing or cannot be read at all.
  public init(
    _ folder: FilePath, data: ProgramData, readMarks: @escaping StatedMark.Reader,
    lookAtReminders: @escaping ReminderLook = { _, _ in [] },
    today: (IndonesianZone) -> CivilDate
  ) throws(WorkspaceFailure) {
    self.folder = folder
    self.readMarks = readMarks
    self.lookAtReminders = lookAtReminders
    guard let officeBytes = try files.bytes(of: folder.appending(Workspace.officeFile)) else {
      throw .noWorkspace(folder)
    }
    guard let regionBytes = try files.bytes(of: folder.appending(Workspace.regionFile)) else {
      throw .noRegionTable(folder.appending(Workspace.regionFile))
    }
    let (regions, regionFindings) = RegionTable.read(regionBytes, file: Workspace.regionFile)
    (self.regions, self.regionFindings) = (regions, regionFindings)
    let (office, officeFindings) = OfficeFile.read(
      YAMLText(officeBytes, file: Workspace.officeFile),
      unit: { UnitNames.unit($0, among: regions?.kecamatan() ?? []) })
    (self.office, self.officeFindings) = (office, officeFindings)
    self.today = today(office?.zone ?? .wib)
    var workspaceFindings: [Finding] = []
    do {
      workspace = try Workspace(folder, data: data).viewed(on: self.today)
    } catch {
      workspace = nil
      // Faults of the two files are told by their own checks; others belong to the calendars.
      if case .configuration(let findings) = error, office != nil { workspaceFindings = findings }
    }
    self.workspaceFindings = workspaceFindings
  }

  /// Runs one check.
  ///
  /// - Returns: Its faults and remarks; none where all is well, or where the files that it needs are
  ///   told of by another check.
  /// - Throws: ``WorkspaceFailure`` where a file cannot be read at all.
  public func run(_ check: Check) throws(WorkspaceFailure) -> [Finding] {
    switch check {
    case .office: officeFindings
    case .officials: officials()
    case .regions: try regionFaults()
    case .calendars: try calendars()
    case .localDates: localDates()
    case .registers: try registers()
    case .targets: try targets()
    case .holidays: try holidays()
    case .estimates: try estimates()
    case .rules: try rules()
    case .ledger: try ledgers()
    case .subjects:
      try eachDesk { (desk) throws(WorkspaceFailure) in try subjects(desk) } + unfinished()
    case .lateEntries: try lateEntries()
    case .repeatedRows: try eachDesk { repeatedRows($0) }
    case .extensions: try extensions()
    case .terms: try eachDesk { terms($0) }
    case .gates: try gates()
    case .clock: try eachDesk { clock($0) }
    case .foreignBooks: try foreignBooks()
    case .setAside: try setAside()
    case .evidence: try evidence()
    case .leftovers: try leftovers()
    case .frozen: try frozenQuarters()
    case .exports: try exports()
    case .reminders: try reminders()
    }
  }

  /// The finding for a period that no version of a rule holds for, or more than one.
  public static func finding(for fault: Plan.RuleFault, _ calendar: ReportCalendar) -> Finding {
    WorkspaceSentence.ruleFault(fault, calendar)
  }

  // MARK: - Ledgers

  private func ledgers() throws(WorkspaceFailure) -> [Finding] {
    try reading { (store) throws(FileFailure) in
      var findings: [Finding] = []
      // Also of a kecamatan that wilayah.csv does not name, or not any more.
      for code in try store.kecamatan() {
        var codes = CodeTable()
        findings += try store.readAll(code, codes: &codes).findings
      }
      return findings
    }
  }

  /// The desks whose calendar and ledger can be relied on.
  private func desks() throws(WorkspaceFailure) -> [Desk] {
    guard let workspace else { return [] }
    var desks: [Desk] = []
    for kecamatan in workspace.kecamatan {
      do throws(WorkspaceFailure) {
        desks.append(try workspace.desk(of: kecamatan))
      } catch {
        if case .file = error { throw error }
      }
    }
    return desks
  }

  func eachDesk(
    _ look: (inout Desk) throws(WorkspaceFailure) -> [Finding]
  ) throws(WorkspaceFailure) -> [Finding] {
    var findings: [Finding] = []
    for var desk in try desks() { findings += try look(&desk) }
    // A row about a desa that moved is seen from both of its kecamatan.
    return regions?.hasLife ?? false ? findings.unique : findings
  }

  /// Looks at each obligation that a row speaks of, with its standing rows; what is found comes in
  /// the order of the rows.
  func eachObligation(
    _ look: (Desk, Obligation?, [LedgerEvent]) -> [(LedgerEvent.RowID, Finding)]
  ) throws(WorkspaceFailure) -> [Finding] {
    try eachDesk { (desk) throws(WorkspaceFailure) in
      var findings: [(LedgerEvent.RowID, Finding)] = []
      for id in Array(desk.history.obligations) {
        let obligation = (try? desk.obligation(id, asOf: today)) ?? nil
        findings += look(desk, obligation, desk.history.rows(of: id))
      }
      return findings.sorted { $0.0 < $1.0 }.map(\.1)
    }
  }

  /// Rows about reports, events and units that no calendar or region table knows.
  private func subjects(_ desk: Desk) throws(WorkspaceFailure) -> [Finding] {
    guard let workspace else { return [] }
    let calendar = desk.calendar
    let (registers, _, faults) = try workspace.registers(of: desk.kecamatan.code, calendar)
    // Where the registers are missing or faulty, that is told once, and not of each row.
    let isRegistered = faults.isEmpty && !registers.isEmpty
    return desk.ledger.events.compactMap { event in
      let place = desk.place(of: event.row)
      if desk.kecamatan.name(of: event.unit) == nil {
        return WorkspaceSentence.unknownUnit(event.unit, at: place)
      }
      guard let subject = event.subject else { return nil }
      if event.kind == .measured {
        guard isRegistered else { return nil }
        return measurement(event, calendar.codes[subject], registers, desk, at: place)
      }
      let isKnown =
        switch event.kind {
        case .submitted, .accepted, .returned, .exempted, .extended:
          calendar.report(subject)?.isOwed(by: event.unit) ?? false
        case .fact: calendar.event(subject) != nil
        case .measured, .frozen, .voided: true
        }
      return isKnown ? nil : WorkspaceSentence.unknownSubject(calendar.codes[subject], at: place)
    }
  }

  /// What is odd about a measured value: nothing that is wrong with it stops anything.
  private func measurement(
    _ event: LedgerEvent, _ label: String, _ registers: [IndicatorRegister], _ desk: Desk,
    at place: SourcePlace
  ) -> Finding? {
    // The codes of the registers are not those of the ledger.
    let indicators = registers.flatMap(\.indicators).filter {
      $0.label.lowercased() == label.lowercased()
    }
    guard let indicator = indicators.last else {
      return WorkspaceSentence.unknownIndicator(label, at: place)
    }
    if case .documents = indicator.source {
      return WorkspaceSentence.countedIndicator(indicator.label, at: place)
    }
    let value = desk.measuredValue(event.row)
    guard value.map({ IndicatorFigure(indicator.kind, $0) != nil }) ?? false else {
      return WorkspaceSentence.unreadableValue(indicator, at: place)
    }
    return nil
  }

  private func lateEntries() throws(WorkspaceFailure) -> [Finding] {
    try eachObligation { desk, obligation, rows in
      let meaning = obligation?.rule?.meaning ?? .submission
      return rows.filter { $0.kind == .submitted && Assessment.isLateEntry($0, meaning: meaning) }
        .map { ($0.row, WorkspaceSentence.lateEntry($0, at: desk.place(of: $0.row))) }
    }
  }

  /// Submissions for a period that was not over: most likely its year or quarter is mistyped.
  private func unfinished() throws(WorkspaceFailure) -> [Finding] {
    try eachObligation { desk, obligation, rows in
      rows.filter { $0.kind == .submitted }.compactMap { row in
        obligation.flatMap { desk.remark(on: $0, recordedIn: row.row, dated: row.date) }
          .map { (row.row, $0) }
      }
    }
  }

  /// Standing rows that say the same as an earlier one.
  private func repeatedRows(_ desk: Desk) -> [Finding] {
    struct Key: Hashable {
      let kind: LedgerEvent.Kind
      let id: Obligation.ID
      let date: CivilDate
      let received: CivilDate
      /// What follows a return is handed in again, and repeats nothing.
      let returns: Int
    }
    var returns: [Obligation.ID: Int] = [:]
    var seen: [Key: LedgerEvent.RowID] = [:]
    let rows = desk.history.obligations.flatMap { desk.history.rows(of: $0) }
      .sorted { $0.row < $1.row }
    return rows.compactMap { row in
      guard let id = row.obligation else { return nil }
      if row.kind == .returned { returns[id, default: 0] += 1 }
      let key = Key(
        kind: row.kind, id: id, date: row.date, received: row.received,
        returns: returns[id] ?? 0)
      guard let first = seen[key] else {
        seen[key] = row.row
        return nil
      }
      // Other evidence says more than the row before.
      let hashes = [first, row.row].map { desk.row($0)?.entry.sha256 }
      guard hashes[0] == hashes[1] else { return nil }
      return WorkspaceSentence.repeated(first, at: desk.place(of: row.row))
    }
  }

  /// Extensions whose letter came after the due date that they move.
  private func extensions() throws(WorkspaceFailure) -> [Finding] {
    try eachObligation { desk, obligation, rows in
      guard var due = obligation?.due else { return [] }
      var findings: [(LedgerEvent.RowID, Finding)] = []
      for row in rows where row.kind == .extended {
        if row.received > due {
          let place = desk.place(of: row.row)
          findings.append((row.row, WorkspaceSentence.extendedTooLate(due, at: place)))
        }
        due = row.date
      }
      return findings
    }
  }

  /// Rows whose clock stood in another zone than the office's; a clock that went back is told of
  /// with the ledger's own lines.
  private func clock(_ desk: Desk) -> [Finding] {
    var findings: [Finding] = []
    for file in desk.ledger.files {
      for number in 1...max(1, file.rowCount) {
        guard let reading = file.row(number)?.recordedAt,
          reading.secondsFromUTC != desk.workspace.office.zone.secondsFromUTC
        else { continue }
        let place = desk.place(of: .init(year: file.year, number: number))
        findings.append(WorkspaceSentence.otherZone(at: place))
      }
    }
    return findings
  }
}

extension Array where Element: Hashable {
  /// The elements without those that an earlier one equals.
  var unique: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}

extension Inspection.Check {
  /// What the check looks at, in one line.
  public var summary: String { WorkspaceSentence.summary(of: self) }
}
