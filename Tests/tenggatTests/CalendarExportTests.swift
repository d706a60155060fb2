import Foundation
import TestSupport
import Testing

/// `ekspor ics`, as a whole process, and read by other programs.
struct CalendarExportTests {
  private static let made = "2026-07-06T08:00:00+08:00"

  /// The events of a calendar by their UIDs, as unfolded lines.
  private func events(_ text: String) -> [String: [String]] {
    var events: [String: [String]] = [:]
    var current: [String] = []
    for line in text.replacing("\r\n ", with: "").components(separatedBy: "\r\n") {
      if line == "BEGIN:VEVENT" { current = [] }
      current.append(line)
      if line == "END:VEVENT", let uid = value("UID", current) { events[uid] = current }
    }
    return events
  }

  private func value(_ name: String, _ lines: [String]) -> String? {
    lines.first { $0.hasPrefix("\(name):") }.map { String($0.dropFirst(name.count + 1)) }
  }

  private func calendar(
    _ office: Office, _ more: String = "", on day: String = Office.day, made: String = made
  ) async throws -> String {
    try await office.do(
      "ekspor ics --tahun 2026 --keluaran - --dibuat \(made) \(more)", on: day)
  }

  @Test func `the calendar of a role is as it was last read over`() async throws {
    let office = try await Office.filled.value
    let words = "--untuk kasubbag-perencanaan-keuangan"
    let text = try await calendar(office, words)
    #expect(try await calendar(office, words) == text)
    expectGolden(text, named: "ekspor-kasubbag-2026.ics")
  }

  @Test func `every obligation with a due date is one event, and no other is`() async throws {
    let office = try await Office.filled.value
    let text = try await calendar(office)
    let table = try await office.do(
      "ekspor csv kewajiban --tahun 2026 --keluaran -", on: Office.day)
    let lines = table.components(separatedBy: "\r\n").dropLast()
    let keys = lines[0].components(separatedBy: ",")
    let places = try ["tenggat", "unit", "laporan", "periode", "kecamatan"].map { key in
      try #require(keys.firstIndex(of: key))
    }
    // No value in front of these columns has a comma.
    let rows = lines.dropFirst().map { $0.components(separatedBy: ",") }
    let wanted = rows.filter { !$0[places[0]].isEmpty }.map { row in
      "\(row[places[1]])-\(row[places[2]])-\(row[places[3]])@\(row[places[4]]).tenggat"
    }
    #expect(Set(events(text).keys) == Set(wanted))
    #expect(text.components(separatedBy: "BEGIN:VEVENT").count - 1 == wanted.count)
  }

  @Test func `a date that moves makes a later revision of the same event`() async throws {
    let office = try await Office.founded()
    let uid = "63.05.12-LPPD-2025@63.05.12.tenggat"
    func event(on day: String) async throws -> (due: String?, revision: Int) {
      let lines = try #require(events(try await calendar(office, on: day))[uid])
      return (
        lines.first { $0.hasPrefix("DTSTART;VALUE=DATE:") },
        try #require(value("SEQUENCE", lines).flatMap { Int($0) })
      )
    }
    let first = try await event(on: "2026-01-05")
    try await office.do(
      "perpanjang LPPD 2025 --sampai 2026-03-10 --catatan Surat_1", on: "2026-01-06")
    let moved = try await event(on: "2026-01-06")
    try await office.do("batalkan #1 --alasan salah", on: "2026-01-07")
    let back = try await event(on: "2026-01-07")
    try await office.do(
      "tetapkan LPPD 2025 --tanggal 2026-02-13 --surat Surat_Sekda_2", on: "2026-01-08")
    let set = try await event(on: "2026-01-08")
    #expect(moved.due == "DTSTART;VALUE=DATE:20260310")
    #expect(back.due == first.due)
    #expect(set.due == "DTSTART;VALUE=DATE:20260213")
    let revisions = [first, moved, back, set].map(\.revision)
    #expect(revisions == revisions.sorted() && Set(revisions).count == 4, "\(revisions)")
  }

  @Test func `what is exempt is cancelled, what is in has no alarm, and a role has its own`()
    async throws
  {
    let office = try await Office.filled.value
    let all = events(try await calendar(office))
    let exempt = try #require(all["63.05.12.2008-LKPJDes-2025@63.05.12.tenggat"])
    #expect(value("STATUS", exempt) == "CANCELLED")
    #expect(value("SUMMARY", exempt)?.hasPrefix("Dibebaskan: LKPJDes 2025") == true)
    let done = try #require(all["63.05.12-LKIP-2025@63.05.12.tenggat"])
    #expect(value("STATUS", done) == "CONFIRMED")
    #expect(!done.contains("BEGIN:VALARM"))
    #expect(value("CATEGORIES", done) == "Kasubbag Perencanaan dan Keuangan")
    let open = try #require(all["63.05.12-RFK-2026-TW3@63.05.12.tenggat"])
    // H-30 of 10 October is moved to a working day; the due day itself is a Saturday.
    #expect(open.filter { $0.hasPrefix("TRIGGER:") }.count == 9)
    #expect(open.contains("TRIGGER:-P29DT16H") || open.contains { $0.hasPrefix("TRIGGER:-P3") })
    let own = events(try await calendar(office, "--untuk kasi-pemerintahan --unit Bagak"))
    #expect(!own.isEmpty)
    #expect(own.keys.allSatisfy { $0.hasPrefix("63.05.12.") && !$0.hasPrefix("63.05.12-") })
  }

  @Test func `a calendar replaces a calendar, and nothing else`() async throws {
    let office = try await Office.founded()
    for _ in 1...2 {
      let said = try await office.do("ekspor ics --triwulan 2026-TW1", on: "2026-01-05")
      #expect(said.contains("/ekspor/tenggat-2026-TW1.ics: "))
    }
    try await office.do("ekspor csv desa --tahun 2026 --keluaran x.csv", on: "2026-01-05")
    expectRefusal(
      try await office.run("ekspor ics --tahun 2026 --keluaran x.csv", on: "2026-01-05"), 73,
      "bukan kalender buatan Tenggat")
    expectRefusal(
      try await office.run("ekspor ics", on: "2026-01-05"), 64,
      "sebut satu triwulan atau satu tahun")
    // A calendar without an event is none (RFC 5545, section 3.6).
    expectRefusal(
      try await office.run("ekspor ics --tahun 2026 --untuk camat", on: "2026-01-05"), 64,
      "tidak ada tenggat 2026")
  }

  @Test(.enabled(if: OtherReaders.areThere, OtherReaders.absence))
  func `two other programs read the same events`() async throws {
    let office = try await Office.filled.value
    let folder = try TemporaryFolder()
    let text = try await calendar(office)
    let path = try folder.write(text, to: "tenggat.ics")
    let script = """
      import sys, icalendar
      cal = icalendar.Calendar.from_ical(open(sys.argv[1], 'rb').read())
      assert not cal.errors, cal.errors
      assert str(cal['X-WR-CALNAME']).startswith('Tenggat Kecamatan Hatungun 2026')
      for event in cal.walk('VEVENT'):
          assert not event.errors, event.errors
          assert event.get('DTSTAMP').dt.isoformat() == '2026-07-06T00:00:00+00:00'
          alarms = [a.get('TRIGGER').dt for a in event.walk('VALARM')]
          assert len(set(alarms)) == len(alarms)
          print(event['UID'], event.get('DTSTART').dt, event['SUMMARY'], sep='|')
      """
    let read = try await ProgramRun.run(
      OtherReaders.python, ["-c", script, path], in: folder.path)
    #expect(read.exitCode == 0, "\(read.errorText)")
    let wanted = events(text).map { uid, lines in
      let due = lines.first { $0.hasPrefix("DTSTART;VALUE=DATE:") }?.suffix(8) ?? ""
      let day = "\(due.prefix(4))-\(due.dropFirst(4).prefix(2))-\(due.suffix(2))"
      let summary = value("SUMMARY", lines)?.replacing("\\,", with: ",") ?? ""
      return "\(uid)|\(day)|\(summary)"
    }
    #expect(Set(read.outputText.split(separator: "\n").map(String.init)) == Set(wanted))
    try folder.write(
      """
      [calendars]
      [[tenggat]]
      path = \(folder.path(of: "kalender"))
      [default]
      default_calendar = tenggat
      [locale]
      timeformat = %H:%M
      dateformat = %Y-%m-%d
      longdateformat = %Y-%m-%d
      datetimeformat = %Y-%m-%d %H:%M
      longdatetimeformat = %Y-%m-%d %H:%M
      local_timezone = Asia/Makassar
      default_timezone = Asia/Makassar
      [sqlite]
      path = \(folder.path(of: "khal.db"))
      """, to: "khal.conf")
    try FileManager.default.createDirectory(
      atPath: folder.path(of: "kalender"), withIntermediateDirectories: true)
    // A second import brings nothing a second time.
    for _ in 1...2 {
      let imported = try await khal(["import", "--batch", path], in: folder)
      #expect(imported.exitCode == 0, "\(imported.errorText)")
    }
    let listed = try await khal(
      ["list", "--format", "{uid}|{start-date}", "--day-format", "", "2025-12-01", "2027-12-31"],
      in: folder)
    let listedLines = listed.outputText.split(separator: "\n").map(String.init)
    #expect(listedLines.count == wanted.count)
    #expect(
      Set(listedLines)
        == Set(wanted.map { $0.split(separator: "|").prefix(2).joined(separator: "|") }))
  }

  private func khal(_ arguments: [String], in folder: TemporaryFolder) async throws -> ProgramRun {
    try await ProgramRun.run(
      OtherReaders.khal, ["-c", folder.path(of: "khal.conf")] + arguments, in: folder.path,
      environment: ["HOME": folder.path, "LC_ALL": "C.UTF-8"])
  }
}
