import CivilCalendar
import Compliance
import ComplianceModel
import TestSupport
import Testing
import Workspace

/// Report calendars of an office that watches kecamatan of two kabupaten.
@Suite struct `The calendars of an office` {
  private static let codes = ["63.05.12", "63.05.05", "63.04.17"]

  private func founded() throws -> FoundedWorkspace {
    let founded = try FoundedWorkspace()
    try founded.folder.write(
      """
      kode,nama
      63,Kalimantan Selatan
      63.04,Kabupaten Barito Kuala
      63.04.17,Jejangkit
      63.05,Kabupaten Tapin
      63.05.05,Candi Laras Selatan
      63.05.12,Hatungun

      """, to: "wilayah.csv")
    try founded.change(
      "kantor.yaml", "kalender: [nasional, tapin]", to: "kalender: [nasional, tapin, barito-kuala]")
    return founded
  }

  private func desk(_ code: String, _ workspace: Workspace) throws -> Desk {
    let region = try region(code)
    return try workspace.desk(
      of: try #require(workspace.kecamatan.first { $0.code == region }))
  }

  /// What is owed in 2026, with its due dates, and whether the offices work on 3 August.
  private func picture(_ desk: Desk) throws -> [String] {
    let plan = try desk.plan(2026...2026, asOf: day("2026-01-01"))
    let isWorked = try desk.definitions.workingDays.isWorkingDay(day("2026-08-03"))
    return ["\(isWorked)"]
      + plan.dated.map {
        "\(desk.calendar.codes[$0.id.report]) \($0.id.period) \($0.due?.description ?? "-")"
      }
  }

  @Test(arguments: [codes, codes.reversed(), [codes[2], codes[0], codes[1]]])
  func `each kecamatan has its own layers, whichever is asked for first`(
    _ order: [String]
  ) throws {
    let founded = try founded()
    try founded.folder.write(
      """
      kalender: hatungun
      wilayah: 63.05.12
      diperiksa: 2026-01-02
      libur_tambahan:
        - { tanggal: 2026-08-03, nama: Hari Jadi, jenis: libur daerah, dasar: SE Camat }

      """, to: "kalender/hatungun.yaml")
    let workspace = try founded.open()
    var pictures: [String: [String]] = [:]
    for code in order { pictures[code] = try picture(desk(code, workspace)) }
    for code in order {
      // Each alone, in a workspace where nothing was merged before.
      #expect(try pictures[code] == picture(desk(code, founded.open())), "\(code)")
      #expect(pictures[code]?.first == (code == "63.05.12" ? "false" : "true"))
    }
    // Only the calendar of Barito Kuala asks for it.
    let own = pictures.filter { $0.value.contains { $0.hasPrefix("RKA ") } }
    #expect(own.keys.sorted() == ["63.04.17"])
  }

  @Test func `a fault in a file about another kecamatan is told for each, and stays told`() throws {
    let founded = try founded()
    try founded.folder.write(
      "kalender: hatungun\nwilayah: 63.05.12\ndiperiksa: 2026-02-30\n",
      to: "kalender/hatungun.yaml")
    let workspace = try founded.open()
    for code in Self.codes + Self.codes {
      let error = #expect(throws: WorkspaceFailure.self) { try desk(code, workspace) }
      guard case .configuration(let findings)? = error else {
        Issue.record("\(code): \(String(describing: error))")
        continue
      }
      #expect(findings.map { "\($0.place.file):\($0.place.line)" } == ["kalender/hatungun.yaml:3"])
    }
  }
}
