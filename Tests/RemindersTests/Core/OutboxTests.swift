import CivilCalendar
import ComplianceModel
import DurableFiles
import Reminders
import SystemPackage
import TestSupport
import Testing

@Suite struct `the outbox` {
  private static let file = "pengingat/2025.csv"

  private func outbox(_ folder: TemporaryFolder, _ files: FileSystem = .unsynced) -> Outbox {
    Outbox(workspace: folder.filePath, files: files)
  }

  private func append(
    _ rows: [OutboxRow], to folder: TemporaryFolder, _ files: FileSystem = .unsynced
  ) throws {
    var file = try outbox(folder, files).lock(year: 2025)
    try file.append(rows)
  }

  // MARK: - Rows

  /// Text with everything that could confuse a reader of lines and fields.
  private static func hostile(_ random: inout SplitMix64) -> String {
    let pieces = [
      ",", "\"", "\"\"", "\n", "\r\n", "\t", " ", "  a", "=1+1", "é", "👩‍👧", "\u{7F}", "\u{0}",
      "\u{85}", "\u{2028}", "H-7", "mingguan", "mesin", "kirim", "2025-01-01", "-", "'", ";", "\\",
    ]
    return (0..<Int.random(in: 0...4, using: &random))
      .map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
  }

  /// What a text becomes in a file of lines: control characters are blanks.
  private static func written(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
  }

  private static func row(
    _ random: inout SplitMix64, _ clean: (String) -> String
  ) throws -> OutboxRow {
    let texts = (0..<4).map { _ in clean(hostile(&random)) }
    let (message, person, channel, note) = (texts[0], texts[1], texts[2], texts[3])
    let today = try day("2025-01-01").adding(days: Int.random(in: 0..<365, using: &random))
    let instant = ClockReading(
      date: today, secondOfDay: Int.random(in: 0..<86_400, using: &random),
      secondsFromUTC: 28_800)
    let unit = try region(ReminderOffice.villages[0])
    let covered = try period(
      ["2024", "2025-S1", "2025-TW3", "2025-09"]
        .randomElement(using: &random) ?? "2024")
    let subjects: [ReminderKey.Subject] = [
      .week(today), .failures,
      .stage(
        ReminderKey.Stage(
          unit: unit, report: note, period: covered, due: today,
          round: Int.random(in: 0...9, using: &random),
          stage: Int.random(in: -366...366, using: &random))),
    ]
    let events: [OutboxRow.Event] =
      subjects.map {
        .planned(message: message, ReminderKey($0, person: person, channel: channel))
      } + [
        .askedToWait(
          person: person, channel: channel, seconds: Int.random(in: 0...86_400, using: &random)),
        .held(person: person, channel: channel),
        .claimed(message: message, person: person, channel: channel),
        .claimed(message: message, person: person, channel: channel, turn: 16),
        .sent(message: message, person: person, channel: channel),
        .failed(message: message, person: person, channel: channel, reason: note),
        .unsure(message: message, person: person, channel: channel, reason: note),
        .ran(OutboxRow.Outcome.allCases.randomElement(using: &random) ?? .good),
        .snoozed(
          OutboxRow.Snooze(
            unit: unit, report: message, period: covered, until: today, person: person,
            reason: note)),
      ]
    return OutboxRow(at: instant, try #require(events.randomElement(using: &random)))
  }

  @Test func `reads back what was written, whatever the texts say`() throws {
    let folder = try TemporaryFolder()
    var all: [OutboxRow] = []
    for seed in 0..<40 {
      var random = SplitMix64(seed: UInt64(seed))
      var same = random
      try append(try (0..<8).map { _ in try Self.row(&random) { $0 } }, to: folder)
      all += try (0..<8).map { _ in try Self.row(&same, Self.written) }
    }
    let (rows, findings) = try outbox(folder).read()
    #expect(findings.isEmpty)
    try #require(rows.count == all.count)
    for (read, written) in zip(rows, all) { #expect(read == written) }
    let text = try folder.text(of: Self.file)
    #expect(text.split(separator: "\n").count == all.count + 1)
    #expect(text.split(separator: "\n").last?.hasPrefix("\(all.count),") == true)
  }

  @Test func `numbers its rows on, and keeps a file a year`() throws {
    let folder = try TemporaryFolder()
    let row = OutboxRow(at: try instant("2025-05-14"), .ran(.good))
    for _ in 0..<2 { try append([row], to: folder) }
    var next = try outbox(folder).lock(year: 2026)
    try next.append([OutboxRow(at: try instant("2026-01-02"), .ran(.quiet))])
    #expect(
      try folder.text(of: Self.file) == """
        urutan,pada,keadaan,pesan,orang,saluran,unit,laporan,periode,tenggat,putaran,tahap,keterangan
        1,2025-05-14T08:00:00+08:00,jalan,,,,,,,,,,baik
        2,2025-05-14T08:00:00+08:00,jalan,,,,,,,,,,baik

        """)
    #expect(try outbox(folder).read().rows.map(\.instant.date.year) == [2025, 2025, 2026])
  }

  // MARK: - Torn and damaged files

  /// A few rows as a run writes them.
  private func sample() throws -> [OutboxRow] {
    let at = try instant("2025-05-14")
    let key = ReminderKey(.week(at.date), person: "kasi, \"pem\"", channel: "surel")
    return [
      OutboxRow(at: at, .planned(message: "m", key)),
      OutboxRow(at: at, .claimed(message: "m", person: key.person, channel: "surel")),
      OutboxRow(
        at: at,
        .failed(message: "m", person: key.person, channel: "surel", reason: "a, \"b\", c")),
      OutboxRow(at: at, .ran(.failed)),
    ]
  }

  @Test func `cut at any byte keeps every whole row and goes on after them`() throws {
    let whole = try TemporaryFolder()
    let rows = try sample()
    try append(rows, to: whole)
    let bytes = try whole.bytes(of: Self.file)
    let more = OutboxRow(at: try instant("2025-05-15"), .ran(.good))
    for length in 0...bytes.count {
      let folder = try TemporaryFolder()
      try folder.write(bytes[..<length], to: Self.file)
      let lines = bytes[..<length].count { $0 == UInt8(ascii: "\n") }
      #expect(try outbox(folder).read().rows == Array(rows.prefix(max(0, lines - 1))))
      #expect(try outbox(folder).read().findings.isEmpty)
      try append([more], to: folder)
      let (read, findings) = try outbox(folder).read()
      #expect(findings.isEmpty, "\(length)")
      // A row that lacks only its line end, or a part of its last field, is kept.
      let kept = read.count - 1
      #expect(kept == max(0, lines - 1) || kept == max(0, lines), "\(length)")
      #expect(read.last == more)
      for (row, original) in zip(read.dropLast(), rows) where row != original {
        guard case .failed = row.event, case .failed = original.event else {
          Issue.record("cut at \(length): \(row)")
          continue
        }
      }
    }
  }

  @Test func `puts a torn row aside and keeps it`() throws {
    let folder = try TemporaryFolder()
    try append(try sample(), to: folder)
    let text = try folder.text(of: Self.file)
    try folder.write(text + "5,2025-05", to: Self.file)
    try append([OutboxRow(at: try instant("2025-05-15"), .ran(.good))], to: folder)
    let aside = try folder.names("pengingat").filter { $0.contains("sisa") }
    #expect(aside.count == 1)
    #expect(try folder.text(of: "pengingat/\(try #require(aside.first))") == "5,2025-05")
    #expect(try folder.text(of: Self.file).hasPrefix(text + "5,2025-05-15T"))
  }

  @Test(arguments: ["\"", "x", "\"\n", ",", "\u{0}"])
  func `a damaged row is told and skipped, and no other`(_ damage: String) throws {
    let folder = try TemporaryFolder()
    let rows = try sample()
    try append(rows, to: folder)
    let lines = try folder.text(of: Self.file).split(separator: "\n").map(String.init)
    for number in 1..<lines.count {
      var damaged = lines
      // Into the field of the instant.
      damaged[number] = "\(number)," + damage + damaged[number].dropFirst(3)
      try folder.write(damaged.joined(separator: "\n") + "\n", to: Self.file)
      let (read, findings) = try outbox(folder).read()
      #expect(read == rows.enumerated().filter { $0.offset != number - 1 }.map(\.element))
      #expect(findings.first?.place.line == number + 1)
      #expect(findings.first?.place.file == "pengingat/2025.csv")
      #expect(findings.first?.severity == .remark)
    }
  }

  @Test func `where the claim cannot be read any more the answer still counts`() throws {
    let key = ReminderKey(.week(try day("2025-05-12")), person: "a", channel: "b")
    let at = try instant("2025-05-14")
    let state = OutboxState([
      OutboxRow(at: at, .planned(message: "m", key)),
      OutboxRow(at: at, .sent(message: "m", person: "a", channel: "b")),
    ])
    #expect(state.delivered == [key])
  }

  // MARK: - Locks and failing disks

  @Test func `held by another run is locked`() throws {
    let folder = try TemporaryFolder()
    var held = try outbox(folder).lock(year: 2025)
    do throws(FileFailure) {
      _ = try outbox(folder).lock(year: 2025, waiting: .milliseconds(20))
      Issue.record("two runs hold the outbox")
    } catch {
      #expect(error.isLocked)
    }
    try held.append([OutboxRow(at: try instant("2025-05-14"), .ran(.good))])
  }

  @Test func `of two runs at once one waits, and nothing comes twice`() async throws {
    var scene = try ReminderScene()
    try scene.office.owe("LPPD", due: "2025-05-14")
    let first = scene
    async let one = first.run("2025-05-14")
    async let two = first.run("2025-05-14")
    let sent = try await [one.sent, two.sent]
    #expect(sent.sorted() == [0, 1])
    #expect(scene.post.letters.count == 1)
  }

  @Test(arguments: [Sabotage.Extent.once, .fromThenOn])
  func `whichever call fails, the file stays readable and what was sent is known or marked`(
    _ extent: Sabotage.Extent
  ) async throws {
    var number = 1
    var isDone = false
    while !isDone {
      var scene = try ReminderScene()
      scene.office.settings = ReminderSettings(stages: [0, 1])
      try scene.office.owe("A", due: "2025-05-14")
      try scene.office.owe("B", due: "2025-05-14", by: "kasi-pmd")
      let sabotage = Sabotage(number, with: .noSpace, extent)
      do {
        try await scene.run("2025-05-14", files: sabotage.files)
        if !sabotage.happened { isDone = true }
      } catch let error as FileFailure {
        #expect(error.errno == .noSpace)
      }
      #expect(try scene.outbox.read().findings.isEmpty, "call \(number)")
      // The disk is well again: all has come now, and whatever came before is marked.
      #expect(try await scene.run("2025-05-14", at: "08:10").outcome == .good)
      let letters = scene.post.take().map(\.message)
      for person in ["Jabatan kasi-pem", "Jabatan kasi-pmd"] {
        let own = letters.filter { $0.person == person }
        #expect(own.count >= 1, "call \(number)")
        #expect(own.dropFirst().allSatisfy { $0.isMaybeRepeated }, "call \(number)")
        #expect(Set(own.map(\.id)).count == 1)
      }
      number += 1
    }
    #expect(number > 10)
  }
}
