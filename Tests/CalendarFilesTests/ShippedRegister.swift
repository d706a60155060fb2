import CalendarFiles
import CivilCalendar
import Compliance
import ComplianceModel
import TestSupport
import Testing

/// A register that the repository ships, with the calendars of the kecamatan that signed it.
struct ShippedRegister {
  let office: ShippedOffice
  let register: IndicatorRegister
  /// The calendar with the codes that the register adds.
  private let calendar: ReportCalendar

  /// Loads a register, with an office's own file on top where one is given; any finding fails the
  /// test.
  init(_ name: String, _ office: ShippedOffice, own: String? = nil) throws {
    var builder = RegisterBuilder(
      name, calendar: office.calendar, scales: try ShippedRegister.scales())
    let path = "Calendars/iku/\(name).yaml"
    builder.add(YAMLText(try Repository.bytes(path), file: path))
    if let own { builder.add(YAMLText(Array(own.utf8), file: "kalender/iku/\(name).yaml")) }
    let (register, codes, findings) = builder.finish()
    #expect(findings.isEmpty, "\(findings.map(\.line))")
    self.office = office
    self.register = try #require(register)
    var calendar = office.calendar
    calendar.codes = codes
    self.calendar = calendar
  }

  static func hatungun(own: String? = nil) throws -> ShippedRegister {
    try ShippedRegister("tapin-hatungun-2021", .hatungun(), own: own)
  }
  static func candiLarasSelatan() throws -> ShippedRegister {
    try ShippedRegister("tapin-candi-laras-selatan-2020", .candiLarasSelatan())
  }
  static func tekung() throws -> ShippedRegister {
    try ShippedRegister("lumajang-tekung", .tekung())
  }
  static func jejangkit(own: String? = nil) throws -> ShippedRegister {
    try ShippedRegister("barito-kuala-jejangkit-2023", .jejangkit(), own: own)
  }
  static func all() throws -> [ShippedRegister] {
    [try .hatungun(), try .candiLarasSelatan(), try .tekung(), try .jejangkit()]
  }

  /// The scales that the registers name, with the bounds of their regulations.
  static func scales() throws -> [PredicateScale] {
    func scale(
      _ name: String, includes: Bool, _ grades: [(letters: String, from: Int)],
      elements: [String] = []
    ) -> PredicateScale {
      PredicateScale(
        name: name, title: name, source: LegalSource(title: name), confidence: .verified,
        includesLowerBound: includes,
        grades: grades.map {
          PredicateScale.Grade(letters: $0.letters, name: "Kelas", from: $0.from)
        }, elements: elements)
    }
    return [
      scale(
        "ikm-2017", includes: true, [("A", 8831), ("B", 7661), ("C", 6500), ("D", 2500)],
        elements: ["Persyaratan", "Biaya/Tarif"]),
      scale(
        "ikm-kelas", includes: true, [("Baik", 7500), ("Kurang", 2500)],
        elements: ["Persyaratan"]),
      scale(
        "sakip-2021", includes: false,
        [
          ("AA", 9000), ("A", 8000), ("BB", 7000), ("B", 6000), ("CC", 5000), ("C", 3000), ("D", 0),
        ]),
    ]
  }

  func code(_ text: String) throws -> Code { try #require(calendar.codes.code(text)) }

  func indicator(_ code: String) throws -> Indicator {
    try #require(register.indicator(try self.code(code)))
  }

  // MARK: - A ledger

  /// A row; its days of receipt and of recording are that of its date.
  func row(
    _ kind: LedgerEvent.Kind, _ id: Obligation.ID, _ date: CivilDate, number: Int
  ) -> LedgerEvent {
    LedgerEvent(
      row: LedgerEvent.RowID(year: 2026, number: number), kind: kind, unit: id.unit,
      subject: id.report, period: id.period, date: date, received: date, recorded: date)
  }

  /// A year in which everything is handed in on its due day, or at the end of its period, but for
  /// what is left out.
  func fullYear(
    _ year: Int, without isLeftOut: (Obligation.ID) -> Bool = { _ in false }
  ) throws -> [LedgerEvent] {
    let plan = try office.plan(year)
    return (plan.dated + plan.undated).filter { !isLeftOut($0.id) }.enumerated().map {
      row(.submitted, $1.id, $1.due ?? $1.id.period.lastDay, number: $0 + 1)
    }
  }

  /// What a desa owes for a period.
  func id(_ report: String, _ covered: String, of unit: RegionCode) throws -> Obligation.ID {
    Obligation.ID(report: try code(report), unit: unit, period: try period(covered))
  }

  func scorecard(
    _ year: Int, _ rows: [LedgerEvent], on date: String? = nil,
    value: @escaping (LedgerEvent.RowID) -> MeasuredValue? = { _ in nil }
  ) throws -> Scorecard {
    let definitions = Definitions(
      kecamatan: office.kecamatan, office: office.definitions.office, calendar: calendar,
      workingDays: office.workingDays)
    let history = History(rows)
    let today = try day(date ?? "\(year)-12-31")
    let plan = Planner(definitions, history, asOf: today, years: year...year).plan()
    let evidence = IndicatorEvidence(
      Judge(definitions, history, asOf: today), plan, year: year)
    return Scorecard(
      register, in: register.validity(among: [register]) ?? .always, evidence, value: value)
  }

  func entry(_ code: String, of scorecard: Scorecard) throws -> Scorecard.Entry {
    let known = try self.code(code)
    return try #require(scorecard.entries.first { $0.indicator.code == known })
  }

  /// A figure as `7/7`, or `48` without a denominator; `-` without a value.
  func text(_ code: String, of scorecard: Scorecard) throws -> String {
    ShippedRegister.text(try entry(code, of: scorecard).figure)
  }

  static func text(_ figure: IndicatorFigure?) -> String {
    guard let numerator = figure?.numerator else { return "-" }
    return figure?.denominator.map { "\(numerator)/\($0)" } ?? "\(numerator)"
  }
}
