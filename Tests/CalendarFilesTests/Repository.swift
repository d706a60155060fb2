import CalendarFiles
import CivilCalendar
import Compliance
import ComplianceModel
import Foundation
import TestSupport
import Testing

/// The files of this repository, found from the place of this one.
enum Repository {
  private static let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  private static let root = tests.deletingLastPathComponent().deletingLastPathComponent()

  /// The bytes of a file, by its path from the top of the repository.
  static func bytes(
    _ path: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> [UInt8] {
    let contents = FileManager.default.contents(atPath: root.appendingPathComponent(path).path)
    return Array(
      try #require(contents, "\(path) cannot be read", sourceLocation: sourceLocation))
  }

  /// The names in a folder, sorted.
  static func names(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(
      atPath: root.appendingPathComponent(folder).path
    ).sorted()
  }

  /// The bytes of a file in the folder of bad files.
  static func badFile(_ name: String) throws -> [UInt8] {
    try bytes("Tests/CalendarFilesTests/BadFiles/\(name)")
  }
}

/// A kecamatan with the calendars that the repository ships for it.
struct ShippedOffice {
  let kecamatan: Kecamatan
  let calendar: ReportCalendar
  let workingDays: WorkingDayCalendar
  private let weeks: [WorkingWeek]

  /// Loads the calendars of one of the four kecamatan; any finding fails the test.
  init(_ code: String, _ regencyCalendar: String, week: WorkingWeek.Days = .five) throws {
    try self.init(
      code, regencyCalendar, week: week,
      regions: try Repository.bytes("Calendars/kantor/wilayah.csv"))
  }

  /// Loads the calendars of a kabupaten for a kecamatan with two desa that is made up, in no table of regions.
  init(ofRegency name: String) throws {
    let text = String(
      decoding: try Repository.bytes("Calendars/laporan/\(name).yaml"), as: UTF8.self)
    let regency = try #require(
      try #/(?m)^wilayah: *"?(?<code>[0-9]{2}\.[0-9]{2})"?/#.firstMatch(in: text)?.code,
      "\(name).yaml names no 'wilayah'")
    let kecamatan = "\(regency).99"
    let rows = [
      "kode,nama", "\(regency.prefix(2)),Provinsi", "\(regency),Kabupaten", "\(kecamatan),Contoh",
      "\(kecamatan).2001,Contoh Hulu", "\(kecamatan).2002,Contoh Hilir",
    ]
    try self.init(kecamatan, name, regions: Array(rows.map { "\($0)\n" }.joined().utf8))
  }

  private init(
    _ code: String, _ regencyCalendar: String, week: WorkingWeek.Days = .five, regions: [UInt8]
  ) throws {
    let region = try region(code)
    let (table, faults) = RegionTable.read(regions, file: "wilayah.csv")
    #expect(faults.isEmpty)
    kecamatan = try #require(table?.kecamatan(region))
    var builder = CalendarBuilder(for: region)
    for name in ["nasional", regencyCalendar] {
      let path = "Calendars/laporan/\(name).yaml"
      builder.add(
        YAMLText(try Repository.bytes(path), file: path),
        layer: name == "nasional" ? .national : .regency)
    }
    let (calendar, _, findings) = builder.finish()
    #expect(findings.isEmpty, "\(findings)")
    self.calendar = try #require(calendar)
    weeks = [WorkingWeek(days: week, since: try day("2019-01-01"))]
    workingDays = try ShippedOffice.workingDays(week)
  }

  /// The working days of every year that the repository ships.
  static func workingDays(_ week: WorkingWeek.Days) throws -> WorkingDayCalendar {
    let holidays = try shippedYears.flatMap { year in
      let path = "Calendars/libur/\(year).yaml"
      let (file, findings) = HolidayFile.read(
        YAMLText(try Repository.bytes(path), file: path), year: year)
      #expect(findings.isEmpty, "\(findings)")
      return try #require(file).holidays
    }
    return WorkingDayCalendar(
      coveredYears: shippedYears, holidays: holidays,
      weeks: [WorkingWeek(days: week, since: try day("2019-01-01"))])
  }

  /// The years for which holidays are shipped.
  static let shippedYears = 2019...2027

  static func hatungun() throws -> ShippedOffice { try ShippedOffice("63.05.12", "tapin") }
  static func candiLarasSelatan() throws -> ShippedOffice {
    try ShippedOffice("63.05.05", "tapin")
  }
  static func tekung() throws -> ShippedOffice { try ShippedOffice("35.08.09", "lumajang") }
  static func jejangkit() throws -> ShippedOffice {
    try ShippedOffice("63.04.17", "barito-kuala")
  }

  var definitions: Definitions {
    Definitions(
      kecamatan: kecamatan,
      office: Office(
        zone: .wita, calendars: [], weeks: weeks, officials: [],
        deciding: .first, leadDays: Office.defaultLeadDays),
      calendar: calendar, workingDays: workingDays)
  }

  /// What is owed in a duty year while the ledger is still empty.
  func plan(_ year: Int) throws -> Plan {
    Planner(definitions, History([]), asOf: try day("\(year)-01-01"), years: year...year).plan()
  }

  func report(_ code: String) throws -> Report {
    try #require(calendar.codes.code(code).flatMap { calendar.report($0) }, "\(code) is missing")
  }

  func text(_ obligation: Obligation) -> String {
    "\(calendar.codes[obligation.id.report]) \(obligation.id.period)"
  }
}

/// Reads layers of calendars that a test writes itself.
struct WrittenCalendar {
  let calendar: ReportCalendar?
  let holidays: LocalHolidays
  let findings: [Finding]

  typealias Layer = CalendarBuilder.Layer

  /// Reads files, lowest layer first; each is named by its place: `1.yaml`, `2.yaml`.
  init(_ layers: [(Layer, String)], for code: String = "63.05.12") throws {
    var builder = CalendarBuilder(for: try region(code))
    for (number, (layer, text)) in layers.enumerated() {
      builder.add(YAMLText(Array(text.utf8), file: "\(number + 1).yaml"), layer: layer)
    }
    (calendar, holidays, findings) = builder.finish()
  }

  /// One kabupaten's file whose only report is `Uji`, with these lines in it.
  init(report lines: String, events: String = "") throws {
    try self.init([(.regency, WrittenCalendar.file(events + WrittenCalendar.report(lines)))])
  }

  /// A file with the keys that every file needs.
  static func file(_ text: String) -> String {
    "kalender: uji\ndiperiksa: 2026-01-02\n" + text
  }

  /// A list of reports that holds one whole report, with lines of its own after the usual ones.
  static func report(_ lines: String, code: String = "Uji", period: String = "tahun") -> String {
    """
    laporan:
      - kode: \(code)
        nama: Laporan Uji
        tingkat: kecamatan
        sifat: pelaporan
        periode: \(period)
        penanggung_jawab: camat

    """
      + lines.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "\n" : "    \($0)\n" }.joined()
  }

  /// A rule of one line, as an item of `aturan`.
  static func rule(_ due: String, _ more: String = "") -> String {
    "  - { tenggat: \(due), \(more.isEmpty ? "" : more + ", ")sumber: Perbup, keyakinan: LOCAL }"
  }

  func report(_ code: String) throws -> Report {
    let calendar = try #require(calendar, "\(findings.map(\.line))")
    return try #require(calendar.codes.code(code).flatMap { calendar.report($0) })
  }
}

extension Finding {
  /// The finding as the golden files keep it.
  var line: String {
    let remedy = remedy.spelled { action in
      switch action {
      case .chooseScale: "--skala"
      case .readLetters: "--huruf"
      default: "\(action)"
      }
    }
    return "\(place.file):\(place.line):\(place.column): \(what); \(remedy)"
  }
}
