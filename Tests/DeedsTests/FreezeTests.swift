import CivilCalendar
import ComplianceModel
import Deeds
import LedgerStore
import TestSupport
import Testing
import Workspace

@Suite struct `a frozen quarter` {
  private let office: DeedsOffice
  private let quarter: Quarter

  init() throws {
    office = try DeedsOffice()
    quarter = try #require(Quarter(year: 2026, number: 1))
  }

  private func freeze(
    _ text: String = "<kepatuhan/>", asOf date: String = "2026-04-02", on today: String? = nil
  ) throws -> Freeze.Outcome {
    let freeze = Freeze(
      quarter, document: Array(text.utf8), asOf: try day(date), note: "BA 4", recorder: "operator")
    let today = today ?? date
    let workspace = try office.workspace(on: today)
    return try freeze.record(
      at: workspace.desk(of: workspace.onlyKecamatan()), office.instant(today))
  }

  @Test func `its document is kept under its hash, and the row names it`() throws {
    let outcome = try freeze()
    #expect(outcome.row == LedgerEvent.RowID(year: 2026, number: 1))
    #expect(outcome.former == nil && !outcome.isEarly)
    #expect(
      outcome.path == "ekspor/beku/63.05.12-2026-TW1-\(outcome.sha256.prefix(12)).xml")
    #expect(try office.founded.folder.text(of: outcome.path) == "<kepatuhan/>")
    #expect(outcome.sha256 == LedgerStore.sha256(of: Array("<kepatuhan/>".utf8)))
    let entry = try #require(office.rows(2026).first?.entry)
    #expect(entry.kind == .frozen && entry.period == "2026-TW1" && entry.note == "BA 4")
    #expect(entry.file == outcome.path && entry.sha256 == outcome.sha256)
    #expect(try entry.date == day("2026-04-02"))
  }

  @Test func `a later one names the one that it takes the place of, unless that is void`() throws {
    let first = try freeze()
    let second = try freeze("<kepatuhan n='2'/>", asOf: "2026-04-03")
    #expect(second.former?.row == first.row)
    _ = try VoidRow(second.row, reason: "keliru", recorder: "operator")
      .record(in: office.workspace(on: "2026-04-03"), at: office.instant("2026-04-03"))
    #expect(try freeze("<kepatuhan n='3'/>", asOf: "2026-04-04").former?.row == first.row)
  }

  @Test func `a quarter that is not over on its last day is frozen early`() throws {
    #expect(try freeze(asOf: "2026-03-31").isEarly)
    #expect(try !freeze(asOf: "2026-04-01").isEarly)
  }

  @Test func `the same document is frozen once, and other bytes are never written over`() throws {
    let first = try freeze()
    let again = try freeze(on: "2026-04-03")
    #expect(again.path == first.path && again.row == first.row && again.isKnown)
    #expect(!first.isKnown && again.former == nil)
    // One that another took the place of is news again.
    let second = try freeze("<kepatuhan n='2'/>", on: "2026-04-03")
    #expect(try freeze(on: "2026-04-03").former?.row == second.row)
    try office.founded.folder.write("lain", to: first.path)
    let causes = try objections { _ = try freeze(on: "2026-04-04") }
    guard case .otherContent(first.path)? = causes.first as? Freeze.Refused else {
      Issue.record("\(causes)")
      return
    }
    #expect(try office.rows(2026).count == 3)
    #expect(try office.founded.folder.text(of: first.path) == "lain")
  }

  @Test func `what is signed is the state by the day of the signature`() throws {
    func frozen(_ date: String?, signed: String?) throws -> CivilDate {
      try Freeze.day(
        of: quarter, asOf: date.map { try day($0) }, signedOn: signed.map { try day($0) },
        today: day("2026-04-10"))
    }
    #expect(try frozen(nil, signed: nil) == day("2026-04-10"))
    #expect(try frozen(nil, signed: "2026-04-02") == day("2026-04-02"))
    #expect(try frozen("2026-04-02", signed: "2026-04-02") == day("2026-04-02"))
    #expect(try frozen(nil, signed: "2026-01-01") == day("2026-01-01"))
    func refusal(_ date: String?, _ signed: String?) throws -> Freeze.Refused? {
      #expect(throws: Freeze.Refused.self) { try frozen(date, signed: signed) }
    }
    guard case .future? = try refusal("2026-04-11", nil),
      case .future? = try refusal(nil, "2026-04-11"),
      case .notBegun? = try refusal(nil, "2025-12-31"),
      case .signedBefore? = try refusal("2026-04-03", "2026-04-02")
    else {
      Issue.record("another refusal")
      return
    }
  }

  @Test func `a signature needs somebody who held the role on its day`() throws {
    try office.founded.change(
      "kantor.yaml", "pejabat: []",
      to: "pejabat:\n  - { jabatan: camat, nama: Nama, sejak: 2026-02-01 }")
    let workspace = try office.founded.open()
    func signatories(_ date: String) throws -> [RegionCode: Official] {
      try Freeze.signatories(
        "camat", in: workspace.kecamatan, on: day(date), workspace.office)
    }
    #expect(try signatories("2026-02-01").values.map(\.name) == ["Nama"])
    let refusal = #expect(throws: Freeze.Refused.self) { try signatories("2026-01-31") }
    guard case .vacant("camat", in: let vacant, on: _, ofSeveral: false)? = refusal else {
      Issue.record("\(String(describing: refusal))")
      return
    }
    #expect(vacant.map(\.code.description) == ["63.05.12"])
  }
}
