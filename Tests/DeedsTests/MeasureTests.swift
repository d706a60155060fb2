import CivilCalendar
import Compliance
import ComplianceModel
import Deeds
import LedgerStore
import SystemPackage
import TestSupport
import Testing
import Workspace

@Suite struct `a measured value` {
  private static let jejangkit = "63.04.17"

  private func record(
    _ indicator: String, _ value: Measure.Value?, _ period: String, dated: String? = nil,
    evidence: FilePath? = nil, note: String? = nil, in office: DeedsOffice,
    on date: String = "2026-07-01"
  ) throws -> RecordedValues {
    let terms = MeasurementTerms(
      period: try TestSupport.period(period), date: try dated.map { try day($0) },
      evidence: evidence, note: note, recorder: "operator")
    return try Measure(indicator, value, terms)
      .record(in: office.workspace(on: date), at: office.instant(date))
  }

  private func row(_ number: Int) -> LedgerEvent.RowID {
    LedgerEvent.RowID(year: 2026, number: number)
  }

  @Test func `it is recorded as it was measured, with its evidence`() throws {
    let office = try DeedsOffice()
    let file = try office.file("rekap.pdf", "%PDF-1.4 rekap\n")
    let recorded = try record(
      "h03", .plain("12/15"), "2026-TW1", evidence: file, note: "dari buku tamu", in: office)
    let value = try #require(recorded.values.first)
    #expect(value.original.label == "H03" && value.text == "12/15" && value.row == row(1))
    #expect(value.displaced.earlier == nil && value.displaced.longer == nil)
    #expect(value.displaced.shorter.isEmpty)
    let entry = try #require(office.rows(2026).first?.entry)
    #expect(entry.kind == .measured && entry.value == "12/15" && entry.period == "2026-TW1")
    #expect(entry.note == "[rekap.pdf] dari buku tamu" && entry.file == recorded.evidencePath)
    #expect(try entry.date == day("2026-07-01"))
  }

  @Test func `a correction names the row of the same period that it takes the place of`() throws {
    let office = try DeedsOffice()
    _ = try record("H03", .plain("12/15"), "2026-TW1", in: office)
    let recorded = try record("H03", .plain("13/15"), "2026-TW1", in: office)
    let earlier = try #require(recorded.values.first?.displaced.earlier)
    #expect(earlier.id == row(1) && earlier.text == "12/15")
  }

  @Test func `a longer period names the shorter ones, and a shorter one the longer`() throws {
    let office = try DeedsOffice()
    _ = try record("H12", .plain("1/2"), "2026-TW2", in: office)
    _ = try record("H12", .plain("2/2"), "2026-TW1", in: office)
    let year = try record("H12", .plain("3/4"), "2026", in: office)
    let displaced = try #require(year.values.first?.displaced)
    #expect(displaced.shorter.map(\.period.description) == ["2026-TW1", "2026-TW2"])
    #expect(displaced.shorter.map(\.id) == [row(2), row(1)])
    #expect(displaced.shorter.map(\.text) == ["2/2", "1/2"])
    let quarter = try record("H12", .plain("2/2"), "2026-TW2", in: office)
    #expect(quarter.values.first?.displaced.longer?.id == row(3))
    #expect(quarter.values.first?.displaced.earlier?.id == row(1))
  }

  @Test func `the parts of a score are added, and kept in the note`() throws {
    let office = try DeedsOffice(Self.jejangkit)
    let recorded = try record(
      "J02", .components("24.50,22.10,12.00,21.40"), "2025", in: office, on: "2026-04-01")
    #expect(recorded.values.first?.text == "80.00")
    let note = try office.rows(2026, of: Self.jejangkit).first?.entry.note
    #expect(note?.hasPrefix("komponen: Perencanaan Kinerja 24,50; ") == true)
  }

  @Test func `an indicator that shows another one's number is recorded for that`() throws {
    let office = try DeedsOffice(Self.jejangkit)
    let value = try #require(
      record("J07", .plain("9/12"), "2026-TW1", in: office, on: "2026-04-01").values.first)
    #expect(value.named.label == "J07" && value.original.label == "J04")
    #expect(try office.rows(2026, of: Self.jejangkit).first?.entry.subject == "J04")
  }

  @Test(
    arguments: [
      ("H03", "3/0", .ofNothing), ("H03", "80.00", .otherKind), ("H01", "76/100", .otherKind),
      ("H01", "76.615", .decimals), ("H01", "24.99", .outside(2500...10000)),
      ("H01", "100.01", .outside(2500...10000)),
    ] as [(String, String, ValueRefusal.Reason)])
  func `what is no value of the indicator is refused as data`(
    _ indicator: String, _ text: String, _ reason: ValueRefusal.Reason
  ) throws {
    let office = try DeedsOffice()
    let causes = try objections {
      _ = try record(indicator, .plain(text), "2026-TW1", in: office)
    }
    let refusal = try #require(causes.first as? ValueRefusal)
    #expect(refusal.reason == reason && refusal.written == text)
    #expect(refusal.indicator.label == indicator)
    #expect(try office.rows(2026).isEmpty)
  }

  @Test(arguments: ["25.00", "25", "100", "76.61", "82,5"])
  func `values at the ends of the scale are taken`(_ text: String) throws {
    let office = try DeedsOffice()
    #expect(try record("H01", .plain(text), "2026-S1", in: office).values.count == 1)
  }

  @Test(
    arguments: [
      ("24.50,22.10,12.00", .componentCount(3)),
      (
        "24.50,22.10,15.01,1",
        .component(
          "15.01", Indicator.Component(name: "Pelaporan Kinerja", maximumHundredths: 1500))
      ),
    ] as [(String, ValueRefusal.Reason)])
  func `parts that are too many, too few or too large are refused as data`(
    _ text: String, _ reason: ValueRefusal.Reason
  ) throws {
    let office = try DeedsOffice(Self.jejangkit)
    let causes = try objections {
      _ = try record("J02", .components(text), "2025", in: office, on: "2026-04-01")
    }
    #expect((causes.first as? ValueRefusal)?.reason == reason)
  }

  @Test func `what cannot have been measured, or is counted from documents, is refused as data`()
    throws
  {
    let office = try DeedsOffice()
    func refusal(
      _ indicator: String, _ value: Measure.Value? = .plain("1/2"), _ period: String = "2026-TW2",
      dated: String? = nil
    ) throws -> Measure.Refused? {
      let causes = try objections {
        _ = try record(
          indicator, value, period, dated: dated, in: office, on: "2026-05-01")
      }
      return causes.first as? Measure.Refused
    }
    guard case .unknown("H3", nearest: _?)? = try refusal("H3"),
      case .fromDocuments("H05")? = try refusal("H05"),
      case .noValue? = try refusal("H03", nil),
      case .notBegun? = try refusal("H03", .plain("1/2"), "2026-TW3"),
      case .future? = try refusal("H03", dated: "2026-05-02"),
      case .beforePeriod? = try refusal("H03", dated: "2026-03-31"),
      case .notInForce("tapin-hatungun-2021", _, in: _)? = try refusal("H03", .plain("1/2"), "2020")
    else {
      Issue.record("another refusal")
      return
    }
    #expect(
      try record("H03", .plain("1/2"), "2026-TW2", dated: "2026-04-01", in: office).values.count
        == 1)
  }

  @Test func `a year that is over and has no holidays is mistyped`() throws {
    let office = try DeedsOffice("35.08.09")
    let causes = try objections {
      _ = try record("T05", .plain("1/2"), "2018", in: office)
    }
    guard case .noHolidays(2018)? = causes.first as? Measure.Refused else {
      Issue.record("\(causes)")
      return
    }
    #expect(try record("T05", .plain("1/2"), "2019", in: office).values.count == 1)
  }
}
