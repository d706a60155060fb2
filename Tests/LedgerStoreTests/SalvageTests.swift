import ComplianceModel
import DurableFiles
import LedgerStore
import SystemPackage
import TestSupport
import Testing

/// A ledger that is damaged in the middle: nothing is lost, and the sound rows go on.
@Suite struct SalvageTests {
  private let folder: TemporaryFolder
  private let store: LedgerStore
  private let name = "buku/63.05.12/2026.csv"

  init() throws {
    folder = try TemporaryFolder()
    store = LedgerStore(folder: folder.filePath, waiting: .zero)
  }

  private static let rows = (1...5).map { row($0, "baris \($0)") }
  private static let sound = ledgerText(rows)
  /// Row 3 says something else than what was sealed.
  private static let damaged = sound.replacing(",baris 3,", with: ",BARIS 3,")

  private func restore(cutting: Bool = true) throws -> RestoredLedger? {
    try store.restore(try hatungun(), year: 2026, cutting: cutting)
  }

  private func current() throws -> LedgerFile {
    var codes = CodeTable()
    return try #require(try store.read(try hatungun(), year: 2026, codes: &codes))
  }

  private func entries() throws -> [String] { try folder.names("buku/63.05.12") }

  @Test func `a sound, torn or missing ledger is left as it is`() throws {
    #expect(try restore() == nil)
    #expect(!folder.holds("buku"))
    for text in [SalvageTests.sound, header, header + "1,2026-02", ""] {
      try folder.write(text, to: name)
      #expect(try restore() == nil)
      #expect(try folder.text(of: name) == text)
      #expect(try entries() == ["2026.csv"])
    }
  }

  @Test func `the rows before the damage stay, and the whole file is kept aside`() throws {
    try folder.write(SalvageTests.damaged, to: name)
    // Without the word for it the ledger stays as it is.
    #expect(try restore(cutting: false)?.copy == nil)
    #expect(try folder.text(of: name) == SalvageTests.damaged)
    #expect(try entries() == ["2026.csv"])
    let restored = try #require(try restore())
    #expect(restored.copy == "\(name).rusak-1")
    #expect(restored.restoration.provedRows == 2)
    #expect(restored.restoration.unproved.map(\.number) == [3])
    #expect(restored.restoration.content(of: restored.restoration.rows[2])?.entry.note == "BARIS 3")
    #expect(try folder.text(of: "\(name).rusak-1") == SalvageTests.damaged)
    #expect(try folder.text(of: name) == ledgerText(Array(SalvageTests.rows[..<2])))
    // Writing goes on.
    let receipt = try store.append(
      [submission()], to: try hatungun(), at: try instant("2026-02-28T09:00:00+08:00"))
    #expect(receipt.rows.map(\.number) == [3])
    #expect(try current().findings.isEmpty)
  }

  @Test func `a copy that was set aside before is never overwritten`() throws {
    for number in 1...2 {
      try folder.write(SalvageTests.damaged + "\(number)", to: name)
      #expect(try restore()?.copy == "\(name).rusak-\(number)")
    }
    for number in 1...2 {
      #expect(
        try folder.text(of: "\(name).rusak-\(number)")
          == SalvageTests.damaged + "\(number)")
    }
  }

  @Test(arguments: ["x", "\"", "urutan\n"])
  func `a damaged header is written again, and every row stays`(_ junk: String) throws {
    let text = junk + SalvageTests.sound
    try folder.write(text, to: name)
    let restored = try #require(try restore(cutting: false))
    #expect(restored.restoration.isComplete && restored.restoration.provedRows == 5)
    #expect(try folder.text(of: name) == SalvageTests.sound)
    #expect(try folder.text(of: try #require(restored.copy)) == text)
    try store.append(
      [submission()], to: try hatungun(), at: try instant("2026-02-28T09:00:00+08:00"))
    #expect(try current().findings.isEmpty)
  }

  private static let crlf = SalvageTests.sound.replacing("\n", with: "\r\n")

  @Test(arguments: [
    ("\u{FEFF}" + sound, [ResavedForm.Sign.byteOrderMark]), (crlf, [.carriageReturns]),
    (sound + "\n", [.blankLines]), (sound + "\n\n\n", [.blankLines]), ("\n" + sound, [.blankLines]),
    ("\u{FEFF}" + crlf + "\r\n", [.byteOrderMark, .carriageReturns, .blankLines]),
    (String(crlf.dropLast()), [.carriageReturns]),
    ("\u{FEFF}" + String(sound.dropLast()), [.byteOrderMark]),
  ])
  func `what an editor added is taken off, and every row stays`(
    _ text: String, _ signs: [ResavedForm.Sign]
  ) throws {
    try folder.write(text, to: name)
    #expect(try current().firstBrokenRow != nil)
    #expect(
      try current().findings.contains { $0.remedy.actions.contains(.restoreLedgers) })
    let restored = try #require(try restore(cutting: false))
    #expect(restored.restoration.form.signs == signs)
    #expect(restored.restoration.isComplete)
    #expect(try folder.text(of: try #require(restored.copy)) == text)
    #expect(try folder.text(of: name) == SalvageTests.sound)
    let receipt = try store.append(
      [submission()], to: try hatungun(), at: try instant("2026-02-28T09:00:00+08:00"))
    #expect(receipt.rows.map(\.number) == [6])
    #expect(try current().rowCount == 6)
    #expect(try current().firstBrokenRow == nil)
  }

  @Test func `what an editor added and a damaged row leave the rows before it`() throws {
    try folder.write(
      "\u{FEFF}" + SalvageTests.damaged.replacing("\n", with: "\r\n"), to: name)
    let restoration = try #require(try restore()).restoration
    #expect(restoration.provedRows == 2 && restoration.unproved.map(\.number) == [3])
    #expect(restoration.form.signs == [.byteOrderMark, .carriageReturns])
    #expect(try folder.text(of: name) == ledgerText(Array(SalvageTests.rows[..<2])))
  }

  @Test func `rows that cannot be read are told as they stand`() throws {
    let lines = SalvageTests.sound.split(separator: "\n").map(String.init)
    let text = (lines[..<3] + ["3,rusak", ""] + lines[4...]).joined(separator: "\n") + "\n"
    try folder.write(text, to: name)
    let restoration = try #require(try restore()).restoration
    #expect(restoration.provedRows == 2)
    #expect(restoration.rows.map(\.number) == [1, 2, 3, 4, 5])
    #expect(restoration.content(of: restoration.rows[2]) == nil)
    #expect(restoration.rows[2].text == "3,rusak" && restoration.rows[2].lack == .fields(2))
    #expect(restoration.rows[3].lack == .predecessorLost)
    #expect(restoration.content(of: restoration.rows[3])?.entry.note == "baris 4")
    #expect(restoration.rows[4].lack == nil)
  }

  @Test func `a crash leaves the damaged file, or the sound rows and the whole copy`() throws {
    let kept = ledgerText(Array(SalvageTests.rows[..<2]))
    var number = 1
    while true {
      try folder.write(SalvageTests.damaged, to: name)
      let sabotage = Sabotage(number, with: .ioError)
      let store = LedgerStore(folder: folder.filePath, files: sabotage.files, waiting: .zero)
      do {
        _ = try store.restore(try hatungun(), year: 2026, cutting: true)
        if !sabotage.happened { break }
      } catch {
        #expect(sabotage.happened, "call \(number)")
      }
      let text = try folder.text(of: name)
      let copies = try entries().filter { $0.contains(".rusak-") }
      for copy in copies {
        #expect(
          try folder.text(of: "buku/63.05.12/\(copy)") == SalvageTests.damaged)
      }
      if text != SalvageTests.damaged {
        #expect(text == kept, "call \(number)")
        #expect(copies == ["2026.csv.rusak-1"], "call \(number)")
      }
      #expect(try entries() == ["2026.csv"] + copies, "call \(number)")
      for copy in copies {
        try FileSystem.live.remove(folder.filePath.appending("buku/63.05.12/\(copy)"))
      }
      number += 1
    }
    #expect(number > 10)
    #expect(try folder.text(of: name) == kept)
  }

  @Test func `a ledger that another writer holds is waited for, then left alone`() throws {
    try folder.write(SalvageTests.damaged, to: name)
    let held = try FileSystem.live.lockForAppending(
      folder.filePath.appending(name), waiting: .zero)
    let failure = #expect(throws: LedgerFailure.self) { try restore() }
    guard case .file(let reason)? = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
    #expect(reason.isLocked)
    #expect(held.contents == Array(SalvageTests.damaged.utf8))
    _ = consume held
    #expect(try entries() == ["2026.csv"])
  }

  @Test func `a batal of a later year that lost its row is a remark, not the end of the ledger`()
    throws
  {
    try folder.write(SalvageTests.damaged, to: name)
    let void = LedgerEntry(
      kind: .voided, unit: try hatungun(), subject: "LPPD", period: "2025", note: "2026#4 keliru",
      recorder: "operator")
    try store.append(
      [void], to: try hatungun(), at: try instant("2027-01-04T09:00:00+08:00"))
    func betweenFiles() throws -> [Finding] {
      var codes = CodeTable()
      return try store.readAll(try hatungun(), codes: &codes).findings.filter {
        $0.place.file == "buku/63.05.12/2027.csv"
      }
    }
    // A row that follows the damage is not held against the void.
    #expect(try betweenFiles() == [])
    _ = try restore()
    #expect(try betweenFiles().map(\.severity) == [.remark])
    // Without the copy the row was cut off, not set aside.
    try FileSystem.live.remove(folder.filePath.appending("\(name).rusak-1"))
    #expect(try betweenFiles().map(\.severity) == [.fault])
  }

  @Test func `what lies under buku is told apart by place and name`() throws {
    for path in [
      "63.05.12/2026.csv", "63.05.12/2026.csv.sisa-1", "63.05.12/2026.csv.rusak-1",
      "63.05.12/.tenggat-abc", "63.05.12/2026 (1).csv", "63.05.12/1899.csv", "63.05.12/arsip/x",
      "63.05.12/2024.csv/x", "63.05/2026.csv", "2026.csv", "63.05.05/2025.csv", ".tenggat-x",
    ] {
      try folder.write("", to: "buku/\(path)")
    }
    let (hatungun, other) = (try hatungun(), try #require(RegionCode("63.05.05")))
    let entries = try store.bookEntries().map { ($0.path.dropFirst(5), $0.kind) }
    let expected: [(Substring, BookEntry.Kind)] = [
      (".tenggat-x", .temporary), ("2026.csv", .foreign), ("63.05", .foreign),
      ("63.05.05/2025.csv", .ledger(other, year: 2025)), ("63.05.12/.tenggat-abc", .temporary),
      ("63.05.12/1899.csv", .foreign), ("63.05.12/2024.csv", .irregular),
      ("63.05.12/2026 (1).csv", .foreign),
      ("63.05.12/2026.csv", .ledger(hatungun, year: 2026)),
      ("63.05.12/2026.csv.rusak-1", .damagedCopy), ("63.05.12/2026.csv.sisa-1", .fragment),
      ("63.05.12/arsip", .foreign),
    ]
    #expect(entries.map(\.0) == expected.map(\.0))
    #expect(entries.map(\.1) == expected.map(\.1))
    #expect(try store.kecamatan() == [other, hatungun])
  }
}
