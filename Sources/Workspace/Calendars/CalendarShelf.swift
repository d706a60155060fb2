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
  private struct Layer: Sendable {
    let text: YAMLText
    /// The region whose units it is about; `nil` for all.
    let region: RegionCode?

    init(_ text: YAMLText) {
      self.text = text
      region = CalendarBuilder.region(of: text)
    }
  }

  /// What decides which calendar a kecamatan has, so that those with the same have one.
  private struct Selection {
    /// The program's own calendars, lowest layer first.
    let shipped: [String]
    /// Whether each layer is about the kecamatan.
    let applies: [Bool]
    let weeks: [WorkingWeek]

    /// All of it in a text that no other has: for each new type of key the runtime looks through all conformances
    /// of the program, which is 1 % of the instructions of `jadwal` (counted by callgrind).
    var key: String {
      let weeks = weeks.map { "\($0.days.rawValue) \($0.since)" }
      return ([applies.reduce(into: "") { $0 += $1 ? "1" : "0" }] + weeks + shipped)
        .text(between: "\0")
    }
  }

  /// The program's own calendars that the office uses anywhere, by name.
  private let shipped: [String: Layer]
  /// The office's own, which lie above all others, lowest first.
  private let own: [Layer]
  private let office: Office
  private let holidays: HolidayShelf
  /// What was merged.
  private let merged = Mutex<[String: MergedCalendar]>([:])
  /// The due dates that the units of many kecamatan share, by the duty years.
  private let tables = Mutex<[String: [(years: ClosedRange<Int>, table: DueTable)]]>([:])
  /// What was looked up for kecamatan of whose regency all have the same, by the number of the regency.
  private let looked = Mutex<[Int: Looked]>([:])

  /// What all questions about a kecamatan need of the shelf.
  private struct Looked: Sendable {
    let merged: MergedCalendar
    let files: [String]
    var tables: [(years: ClosedRange<Int>, table: DueTable)] = []
  }

  /// What the shelf has for a kecamatan, looked up once for all of its regency where that can be.
  private func looked(_ kecamatan: RegionCode) -> Looked {
    let region = Int((isByRegency ? kecamatan.regency : kecamatan).bits)
    if let known = looked.withLock({ $0[region] }) { return known }
    let new = Looked(
      merged: calendar(of: kecamatan, selection(of: kecamatan)), files: layerFiles(of: kecamatan))
    looked.withLock { $0[region] = new }
    return new
  }

  /// Whether all kecamatan of a regency have the same, since no layer and no setting is about a smaller region.
  private let isByRegency: Bool

  private init(
    _ shipped: [String: Layer], own: [Layer], _ office: Office, _ holidays: HolidayShelf
  ) {
    self.shipped = shipped
    self.own = own
    self.office = office
    self.holidays = holidays
    isByRegency =
      office.regional.keys.allSatisfy { $0.level <= .regency }
      && (own + shipped.values).allSatisfy { $0.region.map { $0.level <= .regency } ?? true }
  }

  /// Prepares for the calendars of an office.
  ///
  /// - Parameters:
  ///   - shipped: The program's own calendars that it uses anywhere, by name.
  ///   - own: The texts of its own calendars, lowest layer first.
  ///   - office: Its settings.
  ///   - holidays: Its holidays.
  convenience init(
    _ shipped: [String: YAMLText], own: [YAMLText], _ office: Office, _ holidays: HolidayShelf
  ) {
    self.init(shipped.mapValues(Layer.init), own: own.map(Layer.init), office, holidays)
  }

  /// The same layers with other holidays.
  func with(_ holidays: HolidayShelf) -> CalendarShelf {
    CalendarShelf(shipped, own: own, office, holidays)
  }

  /// The layers for a kecamatan, lowest first.
  private func layers(of kecamatan: RegionCode) -> [Layer] {
    office.calendars(of: kecamatan).compactMap { shipped[$0] } + own
  }

  private func selection(of kecamatan: RegionCode) -> Selection {
    Selection(
      shipped: office.calendars(of: kecamatan),
      applies: layers(of: kecamatan).map { $0.region?.contains(kecamatan) ?? true },
      weeks: office.weeks(of: kecamatan))
  }

  /// The files of the layers that apply to a kecamatan, lowest first.
  func files(of kecamatan: RegionCode) -> [String] { looked(kecamatan).files }

  private func layerFiles(of kecamatan: RegionCode) -> [String] {
    layers(of: kecamatan).filter { $0.region?.contains(kecamatan) ?? true }.map(\.text.file)
  }

  /// The files of the layers that apply to any of some kecamatan, lowest first, each with the day on which
  /// somebody held it against its sources.
  func sources(of kecamatan: [RegionCode]) -> [(file: String, checkedOn: CivilDate?)] {
    let below = kecamatan.flatMap { code in
      office.calendars(of: code).compactMap { shipped[$0] }.filter {
        $0.region?.contains(code) ?? true
      }
    }
    let above = own.filter { layer in
      layer.region.map { kecamatan.contains(where: $0.contains) } ?? true
    }
    return (below + above).unique { $0.text.file }
      .map { ($0.text.file, CalendarBuilder.checkedOn($0.text)) }
  }

  /// The due dates of some duty years that all units with the calendars of a kecamatan share.
  ///
  /// - Parameters:
  ///   - years: The duty years.
  ///   - definitions: Those of the kecamatan.
  /// - Returns: The dates.
  func dueTable(_ years: ClosedRange<Int>, _ definitions: Definitions) -> DueTable {
    let code = definitions.kecamatan.code
    if let known = looked(code).tables.first(where: { $0.years == years }) { return known.table }
    let key = selection(of: code).key
    let known = tables.withLock { $0[key]?.first { $0.years == years } }
    let table = known?.table ?? DueTable(definitions, years: years)
    if known == nil { tables.withLock { $0[key, default: []].append((years, table)) } }
    let region = Int((isByRegency ? code.regency : code).bits)
    looked.withLock { $0[region]?.tables.append((years, table)) }
    return table
  }

  /// The calendar of a kecamatan.
  func calendar(of kecamatan: RegionCode) -> MergedCalendar { looked(kecamatan).merged }

  /// The calendars of some kecamatan, each that several share once.
  func calendars(of kecamatan: [RegionCode]) -> [MergedCalendar] {
    var seen: Set<String> = []
    return kecamatan.compactMap { code in
      let selection = selection(of: code)
      return seen.insert(selection.key).inserted ? calendar(of: code, selection) : nil
    }
  }

  private func calendar(of kecamatan: RegionCode, _ selection: Selection) -> MergedCalendar {
    let key = selection.key
    if let known = merged.withLock({ $0[key] }) { return known }
    var builder = CalendarBuilder(for: kecamatan)
    let layers = layers(of: kecamatan)
    for (place, layer) in layers.enumerated() {
      let isOwn = place >= layers.count - own.count
      builder.add(layer.text, layer: isOwn ? .office : place == 0 ? .national : .regency)
    }
    let (calendar, local, findings) = builder.finish()
    let new = MergedCalendar(
      calendar: calendar, holidays: local,
      workingDays: holidays.workingDays(selection.weeks, local), findings: findings)
    merged.withLock { $0[key] = new }
    return new
  }
}
