import CivilCalendar
import Compliance
import ComplianceModel
import Foundation
import TestSupport
import Testing

/// The examples in the doc comments of the pure core, line by line as they stand there.
///
/// A line that ends in `// VALUE` is an expectation here: what the expression shows is that value.
struct DocumentedExampleTests {
  /// What a value shows; an optional without a value shows as `nil`.
  private func shown<Value>(_ value: Value?) -> String { value.map { "\($0)" } ?? "nil" }

  @Test func `the example of CivilDate holds`() throws {
    let newYearsEve = try CivilDate(year: 2025, month: 12, day: 31)
    #expect(shown(newYearsEve.adding(months: 2)) == "2026-02-28")
    #expect(shown(newYearsEve.adding(days: 1).quarter) == "2026-TW1")
    #expect(shown(newYearsEve.indonesian) == "31 Desember 2025")
    #expect(shown(try? CivilDate("2026-02-29")) == "nil")
  }

  @Test func `the example of Period holds`() {
    let semester = Period("2026-s1")
    #expect(shown(semester) == "2026-S1")
    #expect(shown(semester?.lastDay) == "2026-06-30")
    #expect(shown(semester?.indonesian) == "Semester I 2026")
    #expect(shown(Period("2026-TW5")) == "nil")
  }

  @Test func `the example of Quarter holds`() throws {
    let quarter = try CivilDate("2026-03-31").quarter
    #expect(shown(quarter) == "2026-TW1")
    #expect(shown(quarter.lastDay) == "2026-03-31")
  }

  @Test func `the example of WrittenDate holds`() {
    #expect(shown(WrittenDate(Array("Selasa, 31 Maret 2026".utf8)[...])?.date) == "2026-03-31")
    #expect(shown(WrittenDate(Array("31.03.26".utf8)[...])?.date) == "2026-03-31")
  }

  @Test func `the example of WorkingDayCalendar holds`() throws {
    let newYear = Holiday(
      date: try CivilDate("2026-01-01"), name: "Tahun Baru", kind: .national, decree: "SKB")
    let days = WorkingDayCalendar(coveredYears: [2026], holidays: [newYear], weeks: [])
    #expect(shown(try days.isWorkingDay(try CivilDate("2026-01-01"))) == "false")
    #expect(shown(try days.date(10, workingDaysAfter: try CivilDate("2026-06-30"))) == "2026-07-14")
    #expect(shown(try days.workingDay(onOrBefore: try CivilDate("2026-02-28"))) == "2026-02-27")
    #expect(shown(try? days.isWorkingDay(try CivilDate("2027-01-04"))) == "nil")
  }

  @Test func `the example of RegionCode holds`() {
    let desa = RegionCode("63.05.12.2003")
    #expect(shown(desa?.kecamatan) == "63.05.12")
    #expect(shown(desa?.isDesa) == "true")
    #expect(shown(RegionCode("63.5.12")) == "nil")
  }

  @Test func `the example of Ratio holds`() {
    #expect(shown(Ratio(7, of: 8).percent(separator: ",")) == "87,50")
    #expect(shown(Ratio(2, of: 3).percent()) == "66.67")
    #expect(shown(Ratio(0, of: 0).percent()) == "nil")
  }

  @Test func `the example of MeasuredValue holds`() {
    #expect(shown(MeasuredValue("48")?.whole) == "48")
    #expect(shown(MeasuredValue("12/15")?.whole) == "nil")
    #expect(shown(MeasuredValue("3/0")) == "nil")
  }

  @Test func `the example of DueShape holds`() throws {
    let shape = DueShape.offset(count: 2, unit: .months, direction: .after, anchor: .periodEnd)
    let unknownHolidays = WorkingDayCalendar(coveredYears: [], holidays: [], weeks: [])
    let year = try #require(Period("2025"))
    #expect(shown(try shape.date(for: year, event: nil, calendar: unknownHolidays)) == "2026-02-28")
  }

  /// LPPD 2025 due on 27 February 2026 and in, Prognosis 2026 due on 10 April.
  private func office() throws -> SmallOffice {
    var office = SmallOffice()
    office.add("LPPD", yearOffset: -1, try rule(.fixed(27, .february, 1)))
    office.add("Prognosis", try rule(.fixed(10, .april)))
    try office.row(.submitted, "LPPD", "2025", "2026-02-20")
    return office
  }

  @Test func `the example of Planner holds`() throws {
    let (definitions, history) = (try office().definitions(), History(try office().rows))
    let today = try CivilDate("2026-03-12")
    let plan = Planner(definitions, history, asOf: today, years: 2026...2026).plan()
    #expect(shown(plan.dated.compactMap(\.due)) == "[2026-02-27, 2026-04-10]")
  }

  @Test func `the example of Judge holds`() throws {
    let (definitions, history) = (try office().definitions(), History(try office().rows))
    let obligations = try office().plan(2026, on: "2026-03-12").dated
    let judge = Judge(definitions, history, asOf: try CivilDate("2026-03-12"))
    let statuses = judge.assess(obligations).map(\.status.rawValue)
    #expect(shown(statuses) == #"["tepat-waktu", "menunggu"]"#)
  }

  @Test func `the example of Tally holds`() {
    let tally = Tally(onTime: 40, late: 9, overdue: 10, waiting: 36, exempt: 1, lateEntries: 1)
    #expect(shown(tally.required) == "95")
    #expect(shown(tally.onTimeRate.percent(separator: ",")) == "42,11")
    #expect(shown(tally.currentRate.percent(separator: ",")) == "67,80")
    #expect(shown(tally.attainableRate.percent(separator: ",")) == "80,00")
  }

  @Test func `every example in a doc comment of the pure core is a test here`() throws {
    let tests = lines(of: try String(contentsOfFile: #filePath, encoding: .utf8))
    let examples = try ["CivilCalendar", "ComplianceModel", "Compliance"].flatMap(examples(in:))
    #expect(examples.count >= 12)
    for example in examples {
      let expected = example.map(expectation).joined(separator: "\n")
      let isThere = tests.joined(separator: "\n").contains(expected)
      #expect(isThere, "no test here has these lines:\n\(expected)")
    }
  }

  /// A line of an example as it stands in a test.
  private func expectation(_ line: String) -> String {
    guard let comment = line.range(of: "  // ") else { return line }
    let value = line[comment.upperBound...]
    let literal = value.contains("\"") ? "#\"\(value)\"#" : "\"\(value)\""
    return "#expect(shown(\(line[..<comment.lowerBound])) == \(literal))"
  }

  /// The fenced examples in the doc comments of a module, without what stands before each line.
  private func examples(in module: String) throws -> [[String]] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/\(module)")
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    var examples: [[String]] = []
    while let file = files?.nextObject() as? URL {
      guard file.pathExtension == "swift" else { continue }
      var rest = lines(of: try String(contentsOf: file, encoding: .utf8))[...]
      while let start = rest.firstIndex(of: "/// ```swift") {
        let example = rest[(start + 1)...].prefix { $0 != "/// ```" }
        examples.append(example.map { $0.dropFirst(3).trimmingCharacters(in: .whitespaces) })
        rest = rest[example.endIndex...]
      }
    }
    return examples
  }

  private func lines(of text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.trimmingCharacters(in: .whitespaces) }
  }
}
