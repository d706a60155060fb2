import Answers
import CivilCalendar
import Compliance
import ComplianceModel
import TestSupport
import Testing
import Workspace

/// What would move by other calendars, settings or holidays.
@Suite struct `the effect of other definitions` {
  private let office: AskedOffice

  init() throws {
    office = try AskedOffice()
    try office.record("LKPJ", "2025", on: "2026-02-20")
  }

  /// The effect of a change of the files.
  private func effect(
    on date: String = "2026-03-02", years: ClosedRange<Int> = 2026...2026,
    of change: () throws -> Void
  ) throws -> DefinitionEffect {
    let before = try office.workspace(on: date)
    try change()
    return try DefinitionEffect(
      from: before, to: office.workspace(on: date), years: years, asOf: day(date))
  }

  private func setDate(_ date: String) throws {
    try office.write(
      """
      kalender: ditetapkan
      diperiksa: 2026-01-02
      ditetapkan:
        - { laporan: LKPJ, periode: 2025, tanggal: \(date), surat: Surat contoh }
      """, to: "kalender/ditetapkan.yaml")
  }

  @Test func `nothing moves where nothing changes`() throws {
    let effect = try effect {}
    #expect(effect.moves.isEmpty && effect.frozen.isEmpty && effect.compared > 50)
  }

  @Test(arguments: [("2026-02-19", "terlambat"), ("2026-02-20", "tepat-waktu")])
  func `a date that a letter sets moves that obligation alone, and its status`(
    _ date: String, _ status: String
  ) throws {
    let effect = try effect { try setDate(date) }
    let moves = effect.moves
    guard status == "terlambat" else {
      // The rule's own date: nothing moves.
      #expect(moves.isEmpty)
      return
    }
    #expect(
      moves.count == 1 && moves[0].report == "LKPJ" && moves[0].unitName == "Kecamatan Hatungun")
    #expect(try moves[0].before?.due == day("2026-02-20") && moves[0].after?.due == day(date))
    #expect(moves[0].before?.status.rawValue == "tepat-waktu")
    #expect(moves[0].after?.status.rawValue == status)
  }

  @Test func `a day off more moves what is counted in working days alone`() throws {
    let effect = try effect(on: "2026-07-01") {
      try office.write(
        """
        kalender: libur setempat
        diperiksa: 2026-01-02
        libur_tambahan:
          - { tanggal: 2026-07-06, nama: Libur contoh, jenis: libur daerah, dasar: Surat contoh }
        """, to: "kalender/libur.yaml")
    }
    #expect(!effect.moves.isEmpty)
    let dayOff = try day("2026-07-06")
    for move in effect.moves {
      let (before, after) = (try #require(move.before?.due), try #require(move.after?.due))
      #expect(before < after && before >= dayOff)
    }
  }

  @Test func `what nobody owes any more has no date after, and what is owed anew none before`()
    throws
  {
    let effect = try effect {
      try office.change("kantor.yaml", "[nasional, tapin]", to: "[nasional, barito-kuala]")
    }
    #expect(effect.moves.contains { $0.after == nil })
    #expect(effect.moves.allSatisfy { $0.before != nil || $0.after != nil })
  }

  @Test func `a frozen quarter that would say otherwise is named, and stays`() throws {
    try office.record(
      "", "2026-TW1", .frozen, on: "2026-04-02", file: "ekspor/beku/contoh.xml",
      sha256: String(repeating: "b4", count: 32))
    let effect = try effect(on: "2026-04-03") { try setDate("2026-02-19") }
    #expect(effect.frozen.map(\.quarter.number) == [1] && effect.frozen[0].row.number == 2)
    let none = try self.effect(on: "2026-04-03") {}
    #expect(none.frozen.isEmpty)
  }

  @Test func `the earliest date comes first`() throws {
    let effect = try effect {
      try office.change("kantor.yaml", "[nasional, tapin]", to: "[nasional, barito-kuala]")
    }
    let dates = effect.moves.map { [$0.before?.due, $0.after?.due].compactMap { $0 }.min() }
    #expect(
      zip(dates, dates.dropFirst()).allSatisfy { ($0?.dayNumber ?? 0) <= ($1?.dayNumber ?? 0) })
  }
}
