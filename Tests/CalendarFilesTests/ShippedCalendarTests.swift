import CalendarFiles
import CivilCalendar
import Compliance
import ComplianceModel
import TestSupport
import Testing

/// What the repository ships, and a picture of every date that comes out of it.
@Suite struct `Shipped calendars` {
  @Test func `every calendar loads without findings for each of the four kecamatan`() throws {
    for office in [
      try ShippedOffice.hatungun(), try .candiLarasSelatan(), try .tekung(), try .jejangkit(),
    ] {
      #expect(!office.calendar.reports(owedBy: office.kecamatan.code).isEmpty)
    }
  }

  @Test func `every report calendar can lie beside every other`() throws {
    for code in ["63.05.12", "63.05.05", "35.08.09", "63.04.17", "91.71.01"] {
      var builder = CalendarBuilder(for: try region(code))
      let names = try Repository.names(in: "Calendars/laporan").filter { $0 != "nasional.yaml" }
      for name in ["nasional.yaml"] + names {
        let path = "Calendars/laporan/\(name)"
        builder.add(
          YAMLText(try Repository.bytes(path), file: path),
          layer: name == "nasional.yaml" ? .national : .regency)
      }
      #expect(builder.finish().findings == [])
    }
  }

  @Test func `there is a holiday file a year, and each date in it has its decree`() throws {
    #expect(
      try Repository.names(in: "Calendars/libur")
        == ShippedOffice.shippedYears.map { "\($0).yaml" })
    for year in ShippedOffice.shippedYears {
      let path = "Calendars/libur/\(year).yaml"
      let (file, findings) = HolidayFile.read(
        YAMLText(try Repository.bytes(path), file: path), year: year)
      #expect(findings == [])
      let holidays = try #require(file).holidays
      #expect(holidays.allSatisfy { !$0.decree.isEmpty && !$0.name.isEmpty })
      #expect(holidays.map(\.date) == holidays.map(\.date).sorted())
      #expect(holidays.contains { $0.kind == .cutiBersama })
    }
  }

  @Test func `what a new office starts from loads without findings`() throws {
    let template = String(
      decoding: try Repository.bytes("Calendars/kantor/kantor.yaml"), as: UTF8.self)
    let text = template.replacing("@ZONA@", with: "WIB").replacing("@KALENDER@", with: "nasional")
      .replacing("@IKU@", with: "tapin-hatungun-2021")
    let (office, findings) = OfficeFile.read(YAMLText(Array(text.utf8), file: "kantor.yaml"))
    #expect(findings == [])
    #expect(office?.calendars == ["nasional"])
    #expect(office?.registers == ["tapin-hatungun-2021"])
    #expect(office?.zone == .wib)
    #expect(office?.officials == [])
    #expect(office?.weeks == [WorkingWeek(days: .five, since: try day("2019-01-01"))])
  }

  @Test func `a date that only a kabupaten sets is marked as one`() throws {
    for office in [
      try ShippedOffice.hatungun(), try .candiLarasSelatan(), try .tekung(), try .jejangkit(),
    ] {
      for report in office.calendar.reports where report.isOwed {
        for rule in report.layers.joined() {
          let isNational = rule.place.file.hasSuffix("nasional.yaml")
          #expect(isNational == (rule.confidence != .local), "\(rule.place)")
        }
      }
    }
  }

  @Test func `the Bupati's date is background and never the camat's`() throws {
    let office = try ShippedOffice.hatungun()
    for code in ["LPPD", "LKPJ"] {
      let report = try office.report(code)
      #expect(report.background.count == 1)
      let background = try #require(report.background.first)
      let shown = try background.shape.date(
        for: period("2025"), event: nil, calendar: office.workingDays)
      #expect(try shown == day("2026-03-31"))
      let own = try #require(try office.plan(2026).dated.first { $0.id.report == report.code })
      #expect(try #require(own.due) < day("2026-03-31"))
      #expect(own.rule?.confidence == .local)
    }
  }

  // MARK: - The picture

  /// A line for each date, with the number of units that share it.
  private static func picture(_ office: ShippedOffice, _ plan: Plan) -> String {
    struct Line: Hashable, Comparable {
      let due: CivilDate?
      let report: String
      let period: Period
      let confidence: String

      static func < (lhs: Line, rhs: Line) -> Bool {
        let (left, right) = (lhs.due?.description ?? "~", rhs.due?.description ?? "~")
        return (left, lhs.report, lhs.period) < (right, rhs.report, rhs.period)
      }
    }
    let lines = (plan.dated + plan.undated).map {
      Line(
        due: $0.due, report: office.calendar.codes[$0.id.report], period: $0.id.period,
        confidence: $0.rule?.confidence.rawValue ?? "-")
    }
    let counted = Dictionary(grouping: lines) { $0 }.mapValues(\.count)
    return counted.sorted { $0.key < $1.key }.map { line, count in
      let quarter = line.due.map { "TW\($0.quarter.number)" } ?? "-"
      let columns = [
        (line.due?.description ?? "-", 10), (quarter, 3), (line.report, 12),
        (line.period.description, 8), (line.confidence, 8),
      ]
      return columns.map { text, width in
        text + String(repeating: " ", count: max(0, width - text.count) + 2)
      }.joined() + "x\(count)\n"
    }.joined()
  }

  @Test(arguments: [2025, 2026, 2027])
  func `the dates of Hatungun are as pictured`(_ year: Int) throws {
    let office = try ShippedOffice.hatungun()
    let plan = try office.plan(year)
    #expect(plan.gaps.isEmpty && plan.ruleFaults.isEmpty)
    expectGolden(`Shipped calendars`.picture(office, plan), named: "hatungun-\(year).txt")
  }

  @Test(arguments: ["candi-laras-selatan", "tekung", "jejangkit"])
  func `the office dates of the other three are as pictured`(_ name: String) throws {
    let office =
      switch name {
      case "tekung": try ShippedOffice.tekung()
      case "jejangkit": try ShippedOffice.jejangkit()
      default: try ShippedOffice.candiLarasSelatan()
      }
    var plan = try office.plan(2026)
    #expect(plan.gaps.isEmpty && plan.ruleFaults.isEmpty)
    plan.keep { office.calendar.report($0)?.level == .office }
    expectGolden(`Shipped calendars`.picture(office, plan), named: "\(name)-2026.txt")
  }

  /// The kabupaten for which a calendar is shipped.
  private static let regencies =
    (try? Repository.names(in: "Calendars/laporan").filter { $0 != "nasional.yaml" }) ?? []

  @Test(arguments: regencies)
  func `the dates of any kecamatan of a kabupaten are as pictured`(_ file: String) throws {
    let name = String(file.dropLast(".yaml".count))
    let office = try ShippedOffice(ofRegency: name)
    let plan = try office.plan(2026)
    #expect(plan.gaps.isEmpty && plan.ruleFaults.isEmpty)
    expectGolden(`Shipped calendars`.picture(office, plan), named: "kabupaten-\(name).txt")
  }

  @Test func `every year of the shipped holidays can be planned`() throws {
    for office in [try ShippedOffice.hatungun(), try .tekung(), try .jejangkit()] {
      for year in ShippedOffice.shippedYears {
        let plan = try office.plan(year)
        #expect(plan.gaps.isEmpty && plan.ruleFaults.isEmpty, "\(year)")
      }
      #expect(try office.plan(2028).gaps.map(\.year) == [2028])
    }
  }
}
