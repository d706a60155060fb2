import CalendarFiles
import CivilCalendar
import ComplianceModel
import DurableFiles
import LedgerStore
import TestSupport
import Testing

@testable import Workspace

@Suite struct `Desks that are kept` {
  let office: FoundedWorkspace
  let counter = OpenCounter()

  init() throws {
    office = try FoundedWorkspace()
    try record("LPPD", "2025", "2026-02-20")
  }

  private func record(_ report: String, _ period: String, _ date: String) throws {
    try office.append(
      [FoundedWorkspace.entry(.submitted, report, period, date)],
      at: "\(date)T09:00:00+08:00")
  }

  /// What a question of a workspace with these desks knows, and how often the ledger was opened for it.
  private func rows(_ desks: DeskShelf) throws -> (rows: Int, openings: Int) {
    let before = openings
    let workspace = try office.open().looking(through: counter.files, keeping: desks)
    let desk = try workspace.desk(of: try #require(workspace.kecamatan.first))
    return (desk.ledger.events.count, openings - before)
  }

  private var openings: Int {
    counter.openings.filter { $0.key.hasSuffix("2026.csv") }.values.reduce(0, +)
  }

  @Test func `have their ledger looked at once for all that is asked of one shelf`() throws {
    let desks = DeskShelf(lookingAgain: .atFirst)
    #expect(try rows(desks) == (1, 1))
    try record("LKIP", "2025", "2026-02-25")
    #expect(try rows(desks) == (1, 0))
  }

  @Test func `have it looked at again by the next shelf, which knows what was added`() throws {
    let desks = DeskShelf(lookingAgain: .atFirst)
    #expect(try rows(desks) == (1, 1))
    try record("LKIP", "2025", "2026-02-25")
    let next = DeskShelf(after: desks, lookingAgain: .atFirst)
    #expect(try rows(next) == (2, 1))
    #expect(try rows(next) == (2, 0))
  }

  @Test func `have it looked at again at every question where somebody writes`() throws {
    let desks = DeskShelf(lookingAgain: .always)
    #expect(try rows(desks) == (1, 1))
    try record("LKIP", "2025", "2026-02-25")
    #expect(try rows(desks) == (2, 1))
    #expect(try rows(desks) == (2, 1))
  }

  @Test func `tell a ledger that was damaged meanwhile`() throws {
    let desks = DeskShelf(lookingAgain: .atFirst)
    #expect(try rows(desks) == (1, 1))
    try office.change("buku/63.05.12/2026.csv", "LPPD", to: "LKPJ")
    #expect(throws: WorkspaceFailure.self) {
      try rows(DeskShelf(after: desks, lookingAgain: .atFirst))
    }
  }

  @Test func `are not those of a workspace that is tried with other calendars`() throws {
    let desks = DeskShelf(lookingAgain: .atFirst)
    let workspace = try office.open().looking(through: counter.files, keeping: desks)
    let period = try #require(Period("2025"))
    func due(_ workspace: Workspace) throws -> CivilDate? {
      try Selection(report: "LPPD", unit: "63.05.12", in: workspace)
        .obligation(period, asOf: day("2026-04-01")).due
    }
    let before = try due(workspace)
    let text = """
      kalender: coba
      diperiksa: 2026-01-02
      ditetapkan:
        - { laporan: LPPD, periode: 2025, tanggal: 2026-01-30, surat: Surat contoh }
      """ + "\n"
    let tried = try workspace.withOwnCalendars([
      YAMLText(Array(text.utf8), file: "kalender/coba.yaml")
    ])
    #expect(try due(tried) == day("2026-01-30"))
    #expect(try due(workspace) == before)
  }

  @Test func `do not keep the shelf they lie on`() throws {
    weak var gone: DeskShelf?
    do {
      let desks = DeskShelf(lookingAgain: .atFirst)
      _ = try rows(desks)
      gone = desks
    }
    #expect(gone == nil)
  }
}
