import CivilCalendar
import ComplianceModel
import DurableFiles
import LedgerStore
import SystemPackage
import TestSupport
import Testing

struct LedgerStoreTests {
  let folder: TemporaryFolder
  let store: LedgerStore

  init() throws {
    folder = try TemporaryFolder()
    store = LedgerStore(folder: folder.filePath)
    try FileSystem.live.createFolder(folder.filePath.appending("buku/63.05.12"))
  }

  private let name = "buku/63.05.12/2026.csv"

  private func ledger(_ text: String) throws { _ = try folder.writeFile(text, to: name) }

  @discardableResult
  private func append(_ count: Int = 1, with files: FileSystem = .live) throws -> LedgerReceipt {
    try LedgerStore(folder: folder.filePath, files: files).append(
      Array(repeating: try submission(), count: count), to: try hatungun(),
      at: try instant("2026-02-28T09:00:00+08:00"))
  }

  private func current() throws -> LedgerFile {
    var codes = CodeTable()
    return try #require(try store.read(try hatungun(), year: 2026, codes: &codes))
  }

  @Test func `the first rows make the file, byte for byte`() throws {
    let evidence = LedgerFileTests.evidence
    var first = try submission(note: "[lppd.pdf] surat 1, \"final\"")
    first.file = "dokumen/63.05.12/2026/\(evidence).pdf"
    first.sha256 = evidence
    let second = LedgerEntry(
      kind: .voided, unit: try hatungun(), subject: "LPPD", period: "2025", note: "#1 salah unggah",
      recorder: "operator")
    let kecamatan = try hatungun()
    let one = try store.append([first], to: kecamatan, at: try instant("2026-02-20T09:15:00+08:00"))
    let two = try store.append(
      [second], to: kecamatan, at: try instant("2026-02-21T10:00:00+08:00"))
    #expect(one.rows + two.rows == [1, 2].map { LedgerEvent.RowID(year: 2026, number: $0) })
    #expect(try folder.text(of: name) == LedgerFileTests.golden)
    #expect(try current().row(1)?.entry == first)
    #expect(try current().row(2)?.entry == second)
  }

  @Test func `a row lands in the year of its day, whatever the zone of the server`() throws {
    let turn = try instant("2026-12-31T23:59:59+08:00")
    let after = ClockReading(unixSeconds: turn.unixSeconds + 1, in: .wita)
    let kecamatan = try hatungun()
    #expect(try store.append([try submission()], to: kecamatan, at: turn).rows.first?.year == 2026)
    #expect(try store.append([try submission()], to: kecamatan, at: after).rows.first?.year == 2027)
    #expect(try store.years(of: kecamatan) == [2026, 2027])
  }

  @Test func `only files named by a year are ledgers`() throws {
    for name in ["2026.csv", "2025.csv", "2026.csv.sisa-1", "catatan.csv", "20266.csv", "x"] {
      _ = try folder.writeFile("", to: "buku/63.05.12/\(name)")
    }
    #expect(try store.years(of: try hatungun()) == [2025, 2026])
    #expect(folder.fragments == ["2026.csv.sisa-1"])
    #expect(try store.years(of: try #require(RegionCode("63.05.13"))) == [])
  }

  @Test func `a ledger that is set aside while another is read is known to be`() throws {
    let void = "1,2026-02-22T09:00:00+08:00,a,batal,63.05.12,LPPD,2025,,,,,,2025#1 salah"
    try folder.write(ledgerText([], year: 2025), to: "buku/63.05.12/2025.csv")
    try ledger(ledgerText([void]))
    func read(_ files: FileSystem) throws -> [Finding] {
      var codes = CodeTable()
      return try LedgerStore(folder: folder.filePath, files: files)
        .readAll(try hatungun(), codes: &codes).findings
    }
    #expect(try read(.live).map(\.severity) == [.fault])
    var calls = SystemCalls.live
    let other = folder
    calls.list = { (place) throws(Errno) in
      let names = try SystemCalls.live.list(place)
      do { try other.write("x", to: "buku/63.05.12/2025.csv.rusak-1") } catch { throw .ioError }
      return names
    }
    #expect(try read(FileSystem(calls: calls)).map(\.severity) == [.remark])
  }

  @Test func `cut at any byte, the prefix stands and the next append is sound`() throws {
    let text = ledgerText([row(1), row(2, "\"a,b\""), row(3)])
    let bytes = Array(text.utf8)
    for cut in 0...bytes.count {
      try FileSystem.live.replaceAtomically(
        folder.filePath.appending(name), with: Array(bytes[..<cut]))
      let start = bytes[..<cut].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
      let isWhole = cut < bytes.count && bytes[cut] == UInt8(ascii: "\n")
      let lines = bytes[..<cut].count { $0 == UInt8(ascii: "\n") } + (isWhole ? 1 : 0)
      #expect(try current().rowCount == max(0, lines - (isWhole ? 2 : 1)))
      let receipt = try append()
      let expected = max(lines, 1)
      #expect(receipt.rows.map(\.number) == [expected], "cut at \(cut)")
      let healed = try current()
      #expect(healed.findings.isEmpty, "cut at \(cut): \(healed.findings)")
      #expect(healed.rowCount == expected)
      #expect(healed.bytes.starts(with: bytes[..<(isWhole ? cut + 1 : start)]))
      let aside = "buku/63.05.12/2026.csv.sisa-1"
      if start < cut, !isWhole {
        #expect(
          try FileSystem.live.read(folder.filePath.appending(aside)) == Array(bytes[start..<cut]))
        #expect(receipt.remarks.count == 1)
        try FileSystem.live.remove(folder.filePath.appending(aside))
      } else {
        #expect(folder.fragments.isEmpty, "cut at \(cut)")
        #expect(receipt.remarks.count == (isWhole ? 1 : 0))
      }
    }
  }

  @Test func `a second fragment gets the next free number`() throws {
    for number in 1...2 {
      let text = try FileSystem.live.read(folder.filePath.appending(name)) ?? Array(header.utf8)
      try FileSystem.live.replaceAtomically(
        folder.filePath.appending(name), with: text + Array("sisa \(number)".utf8))
      try append()
    }
    #expect(
      folder.fragments == ["2026.csv.sisa-1", "2026.csv.sisa-2"])
    #expect(try folder.text(of: "buku/63.05.12/2026.csv.sisa-2") == "sisa 2")
  }

  @Test func `a whole last line with a wrong rantai is put aside`() throws {
    let text = ledgerText([row(1), row(2)])
    try ledger(text.dropLast(2) + "z")
    #expect(try append().rows.map(\.number) == [2])
    #expect(folder.fragments.count == 1)
  }

  @Test func `a ledger that is broken in the middle is not written to`() throws {
    let text = ledgerText([row(1), row(2), row(3)]).replacing("2,2026-02-22", with: "2,2026-02-23")
    try ledger(text + "sisa")
    let failure = #expect(throws: LedgerFailure.self) { try append() }
    guard case .damaged(let findings) = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
    #expect(findings.map(\.place.line) == [3])
    #expect(try folder.text(of: name) == text + "sisa")
    #expect(try folder.names("buku/63.05.12") == ["2026.csv"])
  }

  @Test(arguments: ["a\nb", "a\rb", "a\tb", "a\0b", "a\u{85}b", "a\u{2028}b"])
  func `a text that is not one plain line is refused`(text: String) throws {
    var recorder = try submission()
    recorder.recorder = text
    for entry in [try submission(note: text), recorder, try submission(text)] {
      let failure = #expect(throws: LedgerFailure.self) {
        try store.append(
          [try submission(), entry], to: try hatungun(),
          at: try instant("2026-02-28T09:00:00+08:00"))
      }
      guard case .refused(let findings) = failure else {
        Issue.record("\(String(describing: failure))")
        return
      }
      #expect(findings.count == 1)
    }
    #expect(try folder.names("buku/63.05.12").isEmpty)
  }

  @Test func `a row that breaks a rule is refused and the file stays as it was`() throws {
    try append()
    let before = try folder.text(of: name)
    let elsewhere = try #require(RegionCode("63.05.13.2001"))
    var entries = Array(repeating: try submission(), count: 4)
    entries[0].unit = elsewhere
    entries[1].received = try day("2026-03-01")
    entries[2].date = nil
    entries[3].kind = .voided
    entries[3].note = "#9"
    for entry in entries {
      #expect(throws: LedgerFailure.self) {
        try store.append(
          [try submission(), entry], to: try hatungun(),
          at: try instant("2026-02-28T09:00:00+08:00"))
      }
    }
    #expect(try folder.text(of: name) == before)
  }

  @Test func `a locked ledger takes no row of another year`() throws {
    var codes = CodeTable()
    var locked = try store.lock(try hatungun(), year: 2026, codes: &codes)
    let entry = try submission()
    #expect(throws: LedgerFailure.self) {
      try locked.add(entry, at: try instant("2027-01-01T00:00:00+08:00"))
    }
  }

  @Test func `the caller decides under the lock on what is there`() throws {
    struct Accepted: Error {}
    try append(2)
    var codes = CodeTable()
    let before = try folder.text(of: name)
    #expect(throws: Accepted.self) {
      try store.append(
        to: try hatungun(), at: try instant("2026-03-01T09:00:00+08:00"), codes: &codes
      ) { ledger, _ in
        #expect(ledger.rowCount == 2)
        throw Accepted()
      }
    }
    #expect(try folder.text(of: name) == before)
    let receipt = try store.append(
      to: try hatungun(), at: try instant("2026-03-01T09:00:00+08:00"), codes: &codes
    ) { ledger, codes in
      #expect(codes.code("lppd") == ledger.events.first?.subject)
      return [try submission("LKPJ")]
    }
    #expect(receipt.rows.map(\.number) == [3])
  }

  @Test func `nothing to append makes nothing`() throws {
    #expect(try append(0).rows.isEmpty)
    #expect(try folder.names("buku/63.05.12").isEmpty)
  }

  @Test func `a writer that waits too long says so and writes nothing`() throws {
    try append()
    let path = folder.filePath.appending(name)
    let held = try FileSystem.live.lockForAppending(path, waiting: .seconds(10))
    let hasty = LedgerStore(folder: folder.filePath, waiting: .milliseconds(20))
    let entry = try submission()
    #expect(throws: LedgerFailure.file(FileFailure(.lock, path, .locked))) {
      try hasty.append([entry], to: try hatungun(), at: try instant("2026-02-28T09:00:00+08:00"))
    }
    #expect(held.contents == Array(try folder.text(of: name).utf8))
  }

  @Test(arguments: ["", "setengah baris"])
  func `whichever call fails, the rows that were there are there and no others`(tail: String) throws
  {
    let sound = ledgerText([row(1), row(2)])
    var number = 1
    while true {
      try ledger(sound + tail)
      let sabotage = Sabotage(number, with: .noSpace)
      do {
        try append(3, with: sabotage.files)
        #expect(!sabotage.happened)
        break
      } catch let failure as LedgerFailure {
        guard case .file(let failure) = failure else {
          Issue.record("\(failure)")
          return
        }
        #expect(failure.errno == .noSpace)
      }
      let text = try folder.text(of: name)
      #expect(text == sound + tail || text == sound, "call \(number)")
      let fragments = folder.fragments
      if text == sound, !tail.isEmpty { #expect(fragments.count == 1) }
      for fragment in fragments {
        #expect(try folder.text(of: "buku/63.05.12/\(fragment)") == tail)
        try FileSystem.live.remove(folder.filePath.appending("buku/63.05.12/\(fragment)"))
      }
      #expect(try folder.names("buku/63.05.12") == ["2026.csv"])
      number += 1
    }
    #expect(number > 7)
    #expect(try current().rowCount == 5)
  }

  @Test func `rows of many batches are durable together or not at all`() throws {
    let count = 12_000
    let sabotage = Sabotage(2, of: .write, with: .noSpace)
    #expect(throws: LedgerFailure.self) { try append(count, with: sabotage.files) }
    #expect(try folder.names("buku/63.05.12").isEmpty)
    let syncs = Sabotage(99, of: .sync)
    try append(count, with: syncs.files)
    #expect(syncs.reached <= 3)
    #expect(try current().rowCount == count)
    #expect(try current().findings.isEmpty)
  }

  @Test func `rows can be made durable one by one under one lock`() throws {
    let sabotage = Sabotage(5, of: .sync, with: .noSpace)
    let store = LedgerStore(folder: folder.filePath, files: sabotage.files)
    let entry = try submission()
    let instant = try instant("2026-02-28T09:00:00+08:00")
    do {
      var codes = CodeTable()
      // The first two syncs are those of the new file's folders.
      var locked = try store.lock(try hatungun(), year: 2026, codes: &codes)
      for _ in 1...2 {
        try locked.add(entry, at: instant)
        try locked.commit()
        try locked.commit()
      }
      try locked.add(entry, at: instant)
      #expect(throws: LedgerFailure.self) { try locked.commit() }
      #expect(throws: LedgerFailure.self) { try locked.add(entry, at: instant) }
    }
    #expect(sabotage.happened)
    #expect(try current().rowCount == 2)
    #expect(try current().findings.isEmpty)
  }

  @Test func `many writers leave one whole chain`() async throws {
    let path = folder.filePath
    try await withThrowingTaskGroup(of: [Int].self) { group in
      for writer in 1...4 {
        group.addTask {
          let store = LedgerStore(folder: path)
          let kecamatan = try hatungun()
          let instant = try instant("2026-02-28T09:00:00+08:00")
          return try (1...50).flatMap { turn in
            try store.append(
              [try submission(note: "\(writer)-\(turn)")], to: kecamatan, at: instant
            ).rows.map(\.number)
          }
        }
      }
      var numbers: [Int] = []
      for try await written in group {
        #expect(written == written.sorted())
        numbers += written
      }
      #expect(numbers.sorted() == Array(1...200))
    }
    let ledger = try current()
    #expect(ledger.findings.isEmpty)
    #expect(ledger.rowCount == 200)
    #expect(Set((1...200).compactMap { ledger.row($0)?.entry.note }).count == 200)
  }

  @Test func `a batal reaches into an earlier year's file`() throws {
    let kecamatan = try hatungun()
    func void(_ note: String) throws -> LedgerEntry {
      LedgerEntry(
        kind: .voided, unit: kecamatan, subject: "LPPD", period: "2025", note: note, recorder: "a")
    }
    try append(1)
    try store.append(
      [try void("2026#1 salah"), try void("2026#2 salah"), try void("2028#1"), try void("2025#1")],
      to: kecamatan, at: try instant("2027-01-05T09:00:00+08:00"))
    var codes = CodeTable()
    let history = try store.readAll(kecamatan, codes: &codes)
    #expect(history.events.count == 5)
    #expect(history.findings.map(\.place.line) == [3, 4, 5])
    #expect(history.findings.allSatisfy { $0.what.contains("tidak ada") })
    #expect(history.row(LedgerEvent.RowID(year: 2027, number: 1))?.entry.note == "2026#1 salah")
  }
}
