package import CalendarFiles
package import CivilCalendar
internal import ComplianceModel
internal import DurableFiles
internal import SystemPackage

/// Holidays that an office puts into its own files, checked and not yet written.
package struct HolidayDraft: Sendable {
  /// The file, as it is named to the user.
  package let file: String
  /// The bytes that are there; `nil` where there is no such file.
  package let old: [UInt8]?
  /// The bytes as they will be.
  package let new: [UInt8]
  /// The years that the holidays are of.
  package let years: ClosedRange<Int>
  /// The workspace by the holidays as they are.
  package let before: Workspace
  /// The workspace by the holidays as they will be.
  package let after: Workspace

  /// Puts the file of a whole year in, as a decree gives it; it takes the place of the program's.
  ///
  /// - Parameters:
  ///   - text: The text of the file; its `tahun` is the year.
  ///   - name: The file as it is named to the user where it has faults; its place where it is `nil`.
  ///   - workspace: The workspace.
  /// - Throws: ``WorkspaceFailure`` with every fault of the text, or of the calendars by it;
  ///   ``CalendarRefusal`` for a file that is a link.
  package init(yearFile text: [UInt8], named name: String?, in workspace: Workspace) throws {
    let stated = HolidayDraft.statedYear(of: text)
    let own = try workspace.files.settings(in: Workspace.holidayFolder, of: workspace.folder) {
      Workspace.holidayYear(ofFile: $0.lowercased()) == stated && stated != nil
    }
    file = own.first?.text.file ?? HolidayDraft.place(of: stated)
    let read = YAMLText(text, file: name ?? file)
    let (holidays, findings) = HolidayFile.read(read, year: stated ?? 0)
    guard let year = stated, holidays != nil else { throw WorkspaceFailure.configuration(findings) }
    // One that is there and cannot be read is told before it is written over.
    if let present = own.first, present.bytes == nil {
      throw WorkspaceFailure.configuration(HolidayFile.read(present.text, year: year).findings)
    }
    old = own.first?.bytes
    new = text
    years = year...year
    before = workspace
    after = workspace.withHolidays(read, of: year)
    try HolidayDraft.require(file, in: workspace)
    try after.requireSoundCalendars()
  }

  /// The year that a file of holidays says it is of; `nil` where it cannot be read, or says none.
  static func statedYear(of text: [UInt8]) -> Int? {
    EditableText(text, file: "")?.value["tahun"]?.text.flatMap { Int($0) }
  }

  /// Where the holidays of a year lie in a workspace.
  static func place(of year: Int?) -> String {
    "\(Workspace.holidayFolder)/\(year.map { "\($0)" } ?? "TAHUN").yaml"
  }

  /// Adds days to those of the decrees, in the office's own calendar.
  ///
  /// - Parameters:
  ///   - days: The days, at least one, as they are written: `tanggal`, `nama`, `jenis`, `dasar`.
  ///   - years: Their years.
  ///   - today: The day on which a new file is made.
  ///   - workspace: The workspace.
  /// - Throws: ``WorkspaceFailure`` where the calendars have a fault, now or with the days;
  ///   ``CalendarRefusal`` where the file cannot be changed safely.
  package init(
    adding days: [WrittenValue], of years: ClosedRange<Int>, asOf today: CivilDate,
    in workspace: Workspace
  ) throws {
    let read = try Workspace.ownCalendars(workspace.folder, workspace.files)
    before = try workspace.withOwnCalendars(read.map(\.text))
    try before.requireSoundCalendars()
    let texts = read.compactMap { text in
      text.bytes.flatMap { EditableText($0, file: text.text.file) }
    }
    // The first file of the whole office that has such days, else one of their own.
    let own = "\(Workspace.calendarFolder)/\(HolidayDraft.name).yaml"
    let known =
      texts.first { $0.value["wilayah"] == nil && $0.value[HolidayDraft.list] != nil }
      ?? texts.first { $0.file == own }
    guard
      let text = known ?? EditableText(HolidayDraft.newFile(on: today), file: own)
    else { throw CalendarRefusal.otherMeaning(SourcePlace(file: own)) }
    var changed = text
    for day in days where text.value[HolidayDraft.list]?.items?.contains(day) != true {
      do throws(Uneditable) {
        changed = try changed.applying(TextEdit(.append(day), at: [.key(HolidayDraft.list)]))
      } catch {
        throw CalendarRefusal(error)
      }
    }
    file = text.file
    old = known?.bytes
    new = changed.bytes
    self.years = years
    try HolidayDraft.require(file, in: workspace)
    let others = read.map(\.text).filter { $0.file != text.file }
    after = try workspace.withOwnCalendars(
      (others + [YAMLText(new, file: file)]).sorted { $0.file < $1.file })
    try after.requireSoundCalendars()
  }

  /// The name of the file of added days.
  private static let name = "libur-tambahan"
  /// The key of the list of added days.
  private static let list = "libur_tambahan"

  private static func newFile(on day: CivilDate) -> [UInt8] {
    Array(
      """
      # Hari libur di luar SKB: yang ditetapkan bupati, gubernur, atau pemerintah sesudah SKB. Boleh diubah
      # dan diberi keterangan; sesudahnya jalankan: tenggat periksa
      kalender: \(name)
      diperiksa: \(day)

      """.utf8)
  }

  /// Sees that writing replaces no link.
  private static func require(_ file: String, in workspace: Workspace) throws {
    let path = workspace.folder.pushing(FilePath(file))
    if try workspace.files.state(of: path)?.kind == .symbolicLink {
      throw CalendarRefusal.link(file)
    }
  }

  /// Whether there is anything to write.
  package var isNews: Bool { old != new }

  /// Replaces the file as a whole.
  ///
  /// - Throws: ``WorkspaceFailure/changed(_:)`` where somebody wrote to it since it was read; a failure of
  ///   the file system.
  package func write() throws {
    let (files, relative) = (before.files, FilePath(file))
    let path = before.folder.pushing(relative)
    guard try files.read(path, atMost: Limits.settings) == old else {
      throw WorkspaceFailure.changed(path)
    }
    guard let name = relative.lastComponent else { return }
    try files.folder(before.folder).makeFolder(below: relative.removingLastComponent())
      .replaceAtomically(name, with: new)
  }
}
