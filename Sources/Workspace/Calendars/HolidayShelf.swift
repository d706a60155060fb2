internal import CalendarFiles
package import CivilCalendar
package import ComplianceModel
internal import DurableFiles
internal import Synchronization
internal import SystemPackage

/// The holidays of a year as a file tells them.
package struct HolidayYear: Sendable {
  /// The file, as it is named to the user.
  package let file: String
  /// The holidays; `nil` where the file cannot be relied on.
  package let holidays: [Holiday]?
  /// The day on which somebody held the file against the decrees; `nil` where it cannot be relied on.
  package let checkedOn: CivilDate?
  /// What is wrong with the file.
  package let findings: [Finding]
}

/// The holidays of an office by year, each file read once, whatever the number of kecamatan and questions.
///
/// The files of all years are one value that is there as a whole, and read year by year: reading one costs
/// 5 % of the instructions of `jadwal`, which needs one or two of nine (counted by callgrind).
///
/// A class, since all copies of a ``Workspace`` and all desks share what one of them read.
final class HolidayShelf: Sendable {
  private let folder: FilePath
  private let data: ProgramData
  private let files: FileSystem
  /// Texts that take the place of files, by year.
  private let replaced: [Int: YAMLText]
  private let years = Mutex<[Int: Result<HolidayYear?, WorkspaceFailure>]>([:])

  init(
    _ folder: FilePath, _ data: ProgramData, _ files: FileSystem, replaced: [Int: YAMLText] = [:]
  ) {
    self.folder = folder
    self.data = data
    self.files = files
    self.replaced = replaced
  }

  /// The same holidays, those of one year as another text tells them.
  func replacing(_ year: Int, with text: YAMLText) -> HolidayShelf {
    HolidayShelf(
      folder, data, files, replaced: replaced.merging([year: text]) { _, new in new })
  }

  /// The file of the holidays of a year; `nil` where there is none.
  ///
  /// The office's own file takes the place of the program's.
  ///
  /// - Throws: ``WorkspaceFailure`` where the file cannot be read, each time it is asked for.
  func year(_ year: Int) throws(WorkspaceFailure) -> HolidayYear? {
    if let known = years.withLock({ $0[year] }) { return try known.get() }
    let result: Result<HolidayYear?, WorkspaceFailure>
    do throws(WorkspaceFailure) {
      result = .success(try read(year))
    } catch {
      result = .failure(error)
    }
    years.withLock { $0[year] = result }
    return try result.get()
  }

  private func read(_ year: Int) throws(WorkspaceFailure) -> HolidayYear? {
    let own = try files.settings(in: Workspace.holidayFolder, of: folder) { name in
      let name = name.lowercased()
      return FileSystem.settingsEndings.contains { name == "\(year)\($0)" }
    }
    let path = data.holidays.appending("\(year).yaml")
    var found = replaced[year] ?? own.first?.text
    if found == nil {
      found = try files.settings(path, named: "Calendars/libur/\(year).yaml")?.text
    }
    guard let text = found else { return nil }
    let (file, findings) = HolidayFile.read(text, year: year)
    return HolidayYear(
      file: text.file, holidays: file?.holidays, checkedOn: file?.checkedOn, findings: findings)
  }

  /// The holidays of a year as decreed; `nil` where there is no file for it.
  ///
  /// - Throws: ``WorkspaceFailure`` where the file cannot be read, with every fault in it.
  func national(_ year: Int) throws(WorkspaceFailure) -> [Holiday]? {
    guard let read = try self.year(year) else { return nil }
    guard let holidays = read.holidays else { throw .configuration(read.findings) }
    return holidays
  }

  /// The working days of an office that changes something in the holidays.
  ///
  /// A year whose file is faulty is one without holidays to it; ``Workspace/requireHolidays(of:)`` tells the
  /// two apart.
  func workingDays(_ weeks: [WorkingWeek], _ local: LocalHolidays) -> WorkingDayCalendar {
    WorkingDayCalendar(weeks: weeks) { [self] year in
      ((try? national(year)) ?? nil).map { local.applied(to: $0, year: year) }
    }
  }
}
