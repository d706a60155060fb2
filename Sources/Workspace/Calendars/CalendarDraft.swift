internal import CalendarFiles
package import CivilCalendar
package import ComplianceModel
internal import DurableFiles
internal import SystemPackage

/// Dates that letters set, put into the office's own calendars and checked, and not yet written.
package struct CalendarDraft: Sendable {
  /// One of the dates.
  package struct Entry: Sendable {
    /// The unit that it is for; `nil` for all that owe the report.
    package let unit: RegionCode?
    /// Where it stands, or will stand.
    package let place: SourcePlace
    /// What stood there before; `nil` for what is new.
    package let former: (date: CivilDate, letter: String)?
    /// Whether it stands there already.
    package let isKnown: Bool
  }

  /// A date for one period of a report, and whom it is for.
  package struct Request: Sendable {
    /// The code of the report.
    package var report: String
    /// The covered period.
    package var period: Period
    /// The due date.
    package var date: CivilDate
    /// The letter.
    package var letter: String
    /// The units with their names, as they are printed; none where it is for all that owe the report.
    package var units: [(code: RegionCode, name: String)]
    /// The kecamatan of those that it is for; at least one.
    package var kecamatan: [RegionCode]

    /// Creates a request.
    package init(
      report: String, period: Period, date: CivilDate, letter: String,
      units: [(code: RegionCode, name: String)], kecamatan: [RegionCode]
    ) {
      self.report = report
      self.period = period
      self.date = date
      self.letter = letter
      self.units = units
      self.kecamatan = kecamatan
    }

    fileprivate var entries: [(entry: SetDateEntry, unitName: String?)] {
      let named = units.map { (code: RegionCode?.some($0.code), name: String?.some($0.name)) }
      return (named.isEmpty ? [(nil, nil)] : named).map { code, name in
        let entry = SetDateEntry(
          report: report, period: period, unit: code, date: date, letter: letter)
        return (entry, name)
      }
    }
  }

  private struct Change: Sendable {
    let name: String
    /// The bytes that were read; `nil` for a new file.
    let old: [UInt8]?
    let new: [UInt8]
  }

  /// The dates, in the order in which they are named.
  package let entries: [Entry]
  /// The workspace by the calendars as they are.
  package let before: Workspace
  /// The workspace by the calendars as they will be.
  package let after: Workspace
  private let changes: [Change]

  /// Puts a date into the calendars as they are on the disk now.
  ///
  /// - Parameters:
  ///   - request: The date.
  ///   - today: The day on which a new file is made.
  ///   - workspace: The workspace.
  /// - Throws: ``CalendarRefusal``; ``WorkspaceFailure`` where the calendars have a fault, now or with the dates.
  package init(
    _ request: Request, asOf today: CivilDate, in workspace: Workspace
  ) throws {
    let read = try Workspace.ownCalendars(workspace.folder, workspace.files)
    before = try workspace.withOwnCalendars(read.map(\.text))
    try before.requireSoundCalendars(of: request.kecamatan)
    var texts = read.compactMap { text in
      text.bytes.flatMap { SetDateText($0, file: text.text.file) }
    }
    var entries: [Entry] = []
    for (entry, unitName) in request.entries {
      let owner = entry.unit?.kecamatan ?? request.kecamatan[0]
      let place = try CalendarDraft.file(for: entry, owner, &texts, today, workspace)
      let former = texts[place].written(entry)
      let isKnown = former.map { $0.entry == entry } ?? false
      if !isKnown {
        do throws(Uneditable) {
          texts[place] = try texts[place].with(entry, unitName: unitName)
        } catch {
          throw CalendarRefusal(error)
        }
      }
      entries.append(
        Entry(
          unit: entry.unit,
          place: texts[place].written(entry)?.place ?? SourcePlace(file: texts[place].file),
          former: former.map { ($0.entry.date, $0.entry.letter) }, isKnown: isKnown))
    }
    self.entries = entries
    let old = Dictionary(
      read.compactMap { text in text.bytes.map { (text.text.file, $0) } },
      uniquingKeysWith: { first, _ in first })
    changes = texts.filter { old[$0.file] != $0.bytes }.map {
      Change(name: $0.file, old: old[$0.file], new: $0.bytes)
    }
    for change in changes where change.old != nil {
      let path = workspace.folder.pushing(FilePath(change.name))
      if try workspace.files.state(of: path)?.kind == .symbolicLink {
        throw CalendarRefusal.link(change.name)
      }
    }
    after = try workspace.withOwnCalendars(
      texts.sorted { $0.file < $1.file }.map { YAMLText($0.bytes, file: $0.file) })
    try after.requireSoundCalendars(of: request.kecamatan)
  }

  /// The file that has the date already, else the first with such dates, else one of their own.
  private static func file(
    for entry: SetDateEntry, _ kecamatan: RegionCode, _ texts: inout [SetDateText],
    _ today: CivilDate, _ workspace: Workspace
  ) throws -> Int {
    func applies(_ text: SetDateText) -> Bool { text.region?.contains(kecamatan) ?? true }
    if let known = texts.firstIndex(where: { applies($0) && $0.written(entry) != nil })
      ?? texts.firstIndex(where: { applies($0) && $0.hasList })
    {
      return known
    }
    let names = ["ditetapkan", "ditetapkan-\(kecamatan)"]
    for name in names {
      let file = "\(Workspace.calendarFolder)/\(name).yaml"
      guard let place = texts.firstIndex(where: { $0.file == file }) else {
        let region = name == names[0] ? nil : kecamatan
        let bytes = SetDateText.new(named: name, on: today, for: region)
        guard let text = SetDateText(bytes, file: file) else { continue }
        texts.append(text)
        return texts.count - 1
      }
      if applies(texts[place]) { return place }
    }
    throw CalendarRefusal.otherRegion("\(Workspace.calendarFolder)/\(names[1]).yaml")
  }

  /// Whether there is anything to write.
  package var isNews: Bool { !changes.isEmpty }

  /// Replaces the files, each as a whole.
  ///
  /// - Throws: ``WorkspaceFailure/changed(_:)`` where somebody wrote to a file since it was read; a failure
  ///   of the file system.
  package func write() throws {
    let files = before.files
    for change in changes {
      let path = before.folder.pushing(FilePath(change.name))
      guard try files.read(path, atMost: Limits.settings) == change.old else {
        throw WorkspaceFailure.changed(path)
      }
      try files.replaceAtomically(path, with: change.new)
    }
  }
}

extension Workspace {
  /// Takes the turn to change the office's own calendars.
  ///
  /// - Parameter body: What is done meanwhile.
  /// - Returns: What it gives.
  /// - Throws: What it throws; `FileFailure` where another process changes them for too long.
  package func changingCalendars<Value>(_ body: () throws -> Value) throws -> Value {
    let turn = try files.lockFolder(
      folder.appending(Workspace.calendarFolder), waiting: .seconds(10))
    let value = try body()
    _ = consume turn
    return value
  }
}
