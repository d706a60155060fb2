import CivilCalendar
import ComplianceModel
import DurableFiles
import LedgerStore
import SystemPackage
import TestSupport
import Testing

/// A torn tail is healed; the middle is not trusted.
struct DamageTests {
  private static let notes = [
    "", "surat 1, \"final\"", "é 日本 \u{1F4C4}", "\"", ",,,", "akhir \"kutip\" dan, koma é",
  ]
  private static let name = "buku/63.05.12/2026.csv"

  private let folder: TemporaryFolder
  private let store: LedgerStore
  /// A ledger of as many rows as there are notes.
  private let sound: [UInt8]

  init() throws {
    folder = try TemporaryFolder()
    store = LedgerStore(folder: folder.filePath)
    for note in DamageTests.notes { _ = try DamageTests.append(note, to: store) }
    sound = try folder.bytes(of: DamageTests.name)
  }

  @discardableResult
  private static func append(_ note: String, to store: LedgerStore) throws -> LedgerReceipt {
    let date = try day("2026-02-20")
    let entry = LedgerEntry(
      kind: .submitted, unit: try hatungun(), subject: "LKIP", period: "2025", date: date,
      received: date, note: note, recorder: "petugas, \"dua\"")
    let instant = ClockReading(date: date, secondOfDay: 32_400, secondsFromUTC: 28_800)
    return try store.append([entry], to: try hatungun(), at: instant)
  }

  private func current() throws -> LedgerFile {
    var codes = CodeTable()
    return try #require(try store.read(try hatungun(), year: 2026, codes: &codes))
  }

  @Test func `cut at any byte, the prefix stands and the next append is sound`() throws {
    let lineFeeds = sound.indices.filter { sound[$0] == UInt8(ascii: "\n") }
    // The short form cuts the last row, with everything that needs quotes: the other rows are cut in
    // the store's own tests.
    let first = Torture.isLong ? 0 : lineFeeds[lineFeeds.count - 2]
    for cut in first..<sound.count {
      try folder.write(sound[..<cut], to: DamageTests.name)
      let whole = lineFeeds.count { $0 < cut }
      let start = whole > 0 ? lineFeeds[whole - 1] + 1 : 0
      // A line that lacks its line end only is completed by the next writer.
      let isCompleted = lineFeeds.contains(cut)
      #expect(try current().rowCount == max(0, whole - 1), "cut at \(cut)")
      let receipt = try DamageTests.append("sesudah", to: store)
      let healed = try current()
      #expect(healed.findings.isEmpty, "cut at \(cut): \(healed.findings)")
      let kept = isCompleted ? whole : max(0, whole - 1)
      #expect(receipt.rows.map(\.number) == [kept + 1], "cut at \(cut)")
      let notes = (1...kept + 1).compactMap { healed.row($0)?.entry.note }
      #expect(notes == DamageTests.notes.prefix(kept) + ["sesudah"], "cut at \(cut)")
      let fragments = folder.fragments
      if cut > start, !isCompleted {
        #expect(fragments == ["2026.csv.sisa-1"], "cut at \(cut)")
        #expect(receipt.remarks.map(\.place.line) == [whole + 1], "cut at \(cut)")
        let aside = "buku/63.05.12/2026.csv.sisa-1"
        #expect(try folder.bytes(of: aside) == Array(sound[start..<cut]), "cut at \(cut)")
        try FileSystem.live.remove(folder.filePath.appending(aside))
      } else {
        #expect(fragments.isEmpty, "cut at \(cut)")
      }
    }
    Torture.report("buku dipotong pada \(sound.count - first) tempat, setiap byte")
  }

  @Test func `a flipped bit is named with file and row, and writing stops`() throws {
    var random = Torture.generator("bit")
    let lineFeeds = sound.indices.filter { sound[$0] == UInt8(ascii: "\n") }
    // The last byte is the last line's end: without it the line is a tail, which is another rule.
    var codes = CodeTable()
    for _ in 0..<Torture.count(1, long: 8) {
      for index in sound.indices.dropLast() {
        let bit = UInt8.random(in: 0..<8, using: &random)
        var damaged = sound
        damaged[index] ^= 1 << bit
        let context: Comment = "byte \(index), bit \(bit), benih \(Torture.seed)"
        let row = lineFeeds.count { $0 < index }
        let ledger = LedgerFile(damaged, kecamatan: try hatungun(), year: 2026, codes: &codes)
        #expect(ledger.firstBrokenRow == row, context)
        let faults = ledger.findings.filter { $0.severity == .fault }
        #expect(faults.first?.place.file == DamageTests.name, context)
        #expect(faults.first?.place.line == row + 1, context)
        #expect(ledger.events.prefix { $0.row.number < row }.count == max(0, row - 1), context)
        #expect(ledger.soundLength == (row == 0 ? 0 : lineFeeds[row - 1] + 1), context)
        guard Torture.isLong || index.isMultiple(of: 10) else { continue }
        try folder.write(damaged, to: DamageTests.name)
        let failure = #expect(throws: LedgerFailure.self, context) {
          try DamageTests.append("tidak boleh", to: store)
        }
        guard case .damaged(let told) = failure else {
          Issue.record("\(context): \(String(describing: failure))")
          continue
        }
        #expect(told == faults, context)
        #expect(try folder.bytes(of: DamageTests.name) == damaged, context)
      }
    }
    #expect(try folder.names("buku/63.05.12") == ["2026.csv"])
    Torture.report("satu bit acak dibalik pada setiap byte dari \(sound.count - 1)")
  }

  @Test func `the program heals a cut, and stops at a flip with file, line and exit code`()
    async throws
  {
    var random = Torture.generator("proses")
    let office = try await TestOffice.founded()
    for note in ["satu", "d\"u,a", "tigaé"] {
      try await office.do("catat LKIP 2025 --catatan \(note)")
    }
    let sound = try #require(try office.bytes(of: DamageTests.name))
    let lineFeeds = sound.indices.filter { sound[$0] == UInt8(ascii: "\n") }
    let count = Torture.count(4, long: 200)
    for _ in 0..<count {
      let cut = Int.random(in: 0..<sound.count, using: &random)
      let context: Comment = "cut at \(cut), benih \(Torture.seed)"
      try office.write(sound[..<cut], to: DamageTests.name)
      let run = try await office.run("catat LKAT 2025")
      #expect(run.exitCode == 0, "\(context): \(run.errorText)")
      let whole = lineFeeds.count { $0 < cut }
      let isTorn = cut > (whole > 0 ? lineFeeds[whole - 1] + 1 : 0)
      if isTorn {
        #expect(run.errorText.contains("\(DamageTests.name):\(whole + 1):1: peringatan:"), context)
      }
      let ledger = try #require(try office.ledger())
      #expect(ledger.findings.isEmpty, context)
      #expect(ledger.row(ledger.rowCount)?.entry.subject == "LKAT", context)
      #expect(try await office.run("periksa").exitCode == 0, context)
    }
    for _ in 0..<count {
      let index = Int.random(in: 0..<sound.count - 1, using: &random)
      var damaged = sound
      damaged[index] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      let context: Comment = "byte \(index), benih \(Torture.seed)"
      try office.write(damaged, to: DamageTests.name)
      let place = "\(DamageTests.name):\(lineFeeds.count { $0 < index } + 1):"
      let run = try await office.run("catat LKAT 2025")
      #expect(run.exitCode == 65, context)
      #expect(run.errorText.contains(place), "\(context): \(run.errorText)")
      let check = try await office.run("periksa")
      #expect(check.exitCode == 1, context)
      #expect(check.errorText.contains(place), "\(context): \(check.errorText)")
      #expect(try office.bytes(of: DamageTests.name) == damaged, context)
    }
    Torture.report("program atas \(count) buku terpotong dan \(count) buku yang berubah satu bit")
  }
}
