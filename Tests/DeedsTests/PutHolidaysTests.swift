import CivilCalendar
import ComplianceModel
import Deeds
import TestSupport
import Testing
import Workspace

/// Holidays that an office puts into its own files.
struct PutHolidaysTests {
  private let office: DeedsOffice

  init() throws { office = try DeedsOffice() }

  private static let decreed = """
    tahun: 2027
    diperiksa: 2026-11-28
    dasar:
      skb: SKB contoh
    libur:
      - { tanggal: 2027-03-10, nama: Hari Raya Idul Fitri, jenis: libur nasional, dasar: skb, keyakinan: LOCAL }

    """

  private func put(
    _ holidays: PutHolidays.Holidays, seen: String? = nil
  ) throws -> HolidayOutcome {
    try PutHolidays(holidays, seen: seen).record(
      in: office.workspace(on: "2026-12-01"), at: office.instant("2026-12-01"))
  }

  private func preview(_ holidays: PutHolidays.Holidays) throws -> HolidayOutcome {
    try PutHolidays(holidays).preview(
      in: office.workspace(on: "2026-12-01"), asOf: day("2026-12-01"))
  }

  private func haul(_ date: String = "2027-02-15") throws -> PutHolidays.Holidays {
    .days([
      HolidayDay(
        date: try day(date), name: "Haul: Guru", kind: .local, decree: "SE Bupati 7/2027")
    ])
  }

  @Test func `a year's file takes the place of the program's, and nothing is written before`()
    throws
  {
    let holidays = PutHolidays.Holidays.year(text: Array(Self.decreed.utf8))
    let seen = try preview(holidays)
    #expect(seen.file == "kalender/libur/2027.yaml" && seen.years == 2027...2027)
    #expect(!seen.isWritten && seen.seen == "-" && seen.lines.allSatisfy(\.isAdded))
    #expect(try seen.before.holidays(of: 2027)?.holidays.count != 1)
    #expect(try seen.after.holidays(of: 2027)?.holidays.map(\.name) == ["Hari Raya Idul Fitri"])
    #expect(!office.founded.folder.files.contains { $0.contains("libur/2027") })
    #expect(try put(holidays, seen: seen.seen).isWritten)
    #expect(try office.founded.folder.text(of: "kalender/libur/2027.yaml") == Self.decreed)
    // Sent twice, it is there.
    let again = try put(holidays, seen: seen.seen)
    #expect(!again.isWritten && again.isKnown)
  }

  @Test func `what somebody else wrote meanwhile is not written over`() throws {
    let holidays = PutHolidays.Holidays.year(text: Array(Self.decreed.utf8))
    let seen = try preview(holidays).seen
    let other = Self.decreed.replacing("Fitri", with: "Adha")
    try office.founded.folder.write(other, to: "kalender/libur/2027.yaml")
    let causes = try objections { _ = try put(holidays, seen: seen) }
    #expect(
      causes.first as? PutHolidays.Refused == .changedMeanwhile("kalender/libur/2027.yaml"))
    #expect(try office.founded.folder.text(of: "kalender/libur/2027.yaml") == other)
  }

  @Test(arguments: [
    ("tahun: 2027", "tahun: 27"), ("jenis: libur nasional", "jenis: libur"),
    ("2027-03-10", "2028-03-10"), ("dasar: skb, ", ""), ("libur:", "hari:"),
  ])
  func `a faulty file is told with its place, and not written`(_ old: String, _ new: String) throws
  {
    let text = Array(Self.decreed.replacing(old, with: new).utf8)
    let causes = try objections { _ = try put(.year(text: text)) }
    guard case .configuration(let findings)? = causes.first as? WorkspaceFailure else {
      Issue.record("\(causes)")
      return
    }
    #expect(!findings.isEmpty && findings.allSatisfy { $0.place.file.hasPrefix("kalender/libur/") })
    #expect(findings.contains { $0.place.line > 0 })
    #expect(!office.founded.folder.files.contains { $0.contains("libur/20") })
  }

  @Test func `days beside a decree go to a file of their own, once, and all else stays`() throws {
    #expect(try put(haul()).isWritten)
    let text = try office.founded.folder.text(of: "kalender/libur-tambahan.yaml")
    #expect(text.contains("kalender: libur-tambahan\ndiperiksa: 2026-12-01\n"))
    #expect(try !put(haul()).isWritten)
    let commented = text + "  # dari bupati\n"
    try office.founded.folder.write(commented, to: "kalender/libur-tambahan.yaml")
    #expect(try put(haul("2027-02-16")).isWritten)
    let after = try office.founded.folder.text(of: "kalender/libur-tambahan.yaml")
    #expect(after.contains("# dari bupati") && after.contains("2027-02-16"))
    let workspace = try office.founded.open()
    let names = try workspace.holidays(of: 2027)?.holidays.filter { $0.kind == .local }
    #expect(names?.map(\.name) == ["Haul: Guru", "Haul: Guru"])
    #expect(names?.map(\.decree).first == "SE Bupati 7/2027")
  }

  @Test func `a day that is a holiday already, and no day at all, are refused`() throws {
    let known = try objections { _ = try put(haul("2026-12-25")) }
    #expect(
      known.first as? PutHolidays.Refused
        == .known(try day("2026-12-25"), "Hari Raya Natal"))
    let none = try objections { _ = try put(.days([])) }
    #expect(none.first as? PutHolidays.Refused == .noDay)
    var days: [HolidayDay] = []
    if case .days(let named) = try haul() { days = named }
    days[0].name = " "
    let blank = try objections { _ = try put(.days(days)) }
    #expect(blank.first as? PutHolidays.Refused == .notALine(" "))
    #expect(!office.founded.folder.files.contains { $0.contains("libur-tambahan") })
  }
}
