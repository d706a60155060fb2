internal import CalendarFiles
package import CivilCalendar
internal import Compliance
package import ComplianceModel
internal import Synchronization

/// The report calendars of a kecamatan, merged.
package struct MergedCalendar: Sendable {
  /// The calendar; `nil` where there is a fault.
  package let calendar: ReportCalendar?
  /// What the layers change in the holidays.
  let holidays: LocalHolidays
  /// The working days of the office, with what the layers change in them.
  package let workingDays: WorkingDayCalendar
  /// Every fault of every layer, also of those that are about other kecamatan.
  package let findings: [Finding]
}

/// The layers of an office's report calendars, merged once for each set of them that applies to a kecamatan.
///
/// All kecamatan of a kabupaten have one set, so that a whole country has as many as there are calendars of
/// kabupaten. A class, since all copies of a ``Workspace`` share what one of them merged.
final class CalendarShelf: Sendable {
  /// One file.
  struct Layer: Sendable {
    let text: YAMLText
    let layer: CalendarBuilder.Layer
    /// The region whose units it is about; `nil` for all.
    let region: RegionCode?

    init(_ text: YAMLText, _ layer: CalendarBuilder.Layer) {
      self.text = text
      self.layer = layer
      region = CalendarBuilder.region(of: text)
    }
  }

  /// The layers, lowest first.
  private let layers: [Layer]
  private let weeks: [WorkingWeek]
  private let holidays: HolidayShelf
  /// What was merged, by which of the layers apply.
  private let merged = Mutex<[[Bool]: MergedCalendar]>([:])
  /// The due dates that the units of many kecamatan share, by the layers and the duty years.
  private let tables = Mutex<[TableKey: DueTable]>([:])

  private struct TableKey: Hashable {
    let layers: [Bool]
    let years: ClosedRange<Int>
  }

  init(_ layers: [Layer], _ weeks: [WorkingWeek], _ holidays: HolidayShelf) {
    self.layers = layers
    self.weeks = weeks
    self.holidays = holidays
  }

  /// The same layers with other holidays.
  func with(_ holidays: HolidayShelf) -> CalendarShelf { CalendarShelf(layers, weeks, holidays) }

  /// The files of the layers that apply to a kecamatan, lowest first.
  func files(of kecamatan: RegionCode) -> [String] {
    layers.filter { $0.region?.contains(kecamatan) ?? true }.map(\.text.file)
  }

  /// The due dates of some duty years that all units with the calendars of a kecamatan share.
  ///
  /// - Parameters:
  ///   - years: The duty years.
  ///   - definitions: Those of the kecamatan.
  /// - Returns: The dates.
  func dueTable(_ years: ClosedRange<Int>, _ definitions: Definitions) -> DueTable {
    let applies = layers.map { $0.region?.contains(definitions.kecamatan.code) ?? true }
    let key = TableKey(layers: applies, years: years)
    if let known = tables.withLock({ $0[key] }) { return known }
    let new = DueTable(definitions, years: years)
    tables.withLock { $0[key] = new }
    return new
  }

  /// The calendar of a kecamatan.
  func calendar(of kecamatan: RegionCode) -> MergedCalendar {
    let applies = layers.map { $0.region?.contains(kecamatan) ?? true }
    if let known = merged.withLock({ $0[applies] }) { return known }
    var builder = CalendarBuilder(for: kecamatan)
    for layer in layers { builder.add(layer.text, layer: layer.layer) }
    let (calendar, local, findings) = builder.finish()
    let new = MergedCalendar(
      calendar: calendar, holidays: local, workingDays: holidays.workingDays(weeks, local),
      findings: findings)
    merged.withLock { $0[applies] = new }
    return new
  }
}
