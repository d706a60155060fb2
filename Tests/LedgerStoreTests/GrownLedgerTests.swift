import CivilCalendar
import ComplianceModel
import DurableFiles
import LedgerStore
import SystemPackage
import TestSupport
import Testing

/// Everything that a reader learns of a ledger.
private struct Picture: Equatable {
  let events: [[String]]
  let rows: [LedgerRow?]
  let findings: [Finding]
  let tornTail: LedgerFile.TornTail?
  let firstBrokenRow: Int?
  let mark: LedgerMark
  let soundLength: Int

  init(_ file: LedgerFile) {
    // The texts of codes are among the rows.
    events = file.events.map {
      [
        $0.row.text, $0.kind.rawValue, "\($0.unit)", $0.period?.description ?? "", "\($0.date)",
        "\($0.received)", "\($0.recorded)", $0.voids?.text ?? "",
      ]
    }
    rows = (0...file.rowCount).map { file.row($0) }
    findings = file.findings
    tornTail = file.tornTail
    firstBrokenRow = file.firstBrokenRow
    mark = file.mark
    soundLength = file.soundLength
  }
}

/// A ledger that was read before and is read again.
struct GrownLedgerTests {
  /// A table in which the codes of all ledgers here are, so that two readings intern alike.
  private func codes() -> CodeTable {
    var codes = CodeTable()
    _ = codes.intern("LPPD")
    return codes
  }

  private func read(_ bytes: [UInt8]) throws -> LedgerFile {
    var codes = codes()
    return LedgerFile(bytes, kecamatan: try hatungun(), year: 2026, codes: &codes)
  }

  /// Whether reading bytes after others teaches what reading them alone does.
  private func agrees(_ before: [UInt8], _ after: [UInt8]) throws -> Bool {
    var codes = codes()
    let known = LedgerFile(before, kecamatan: try hatungun(), year: 2026, codes: &codes)
    return Picture(known.updated(to: after, codes: &codes)) == Picture(try read(after))
  }

  /// Five rows: one with quotes, a `batal`, one whose clock went back, one of another year.
  private static let rows = [
    row(1), row(2, "\"a,b\""),
    "3,2026-02-23T09:00:00+08:00,operator,batal,63.05.12,LPPD,2025,2026-02-23,2026-02-23,,,,#1 keliru",
    "4,2026-02-22T09:00:00+08:00,operator,serah,63.05.12,LPPD,2025,2026-02-20,2026-02-20,,,,",
    "5,2027-01-02T09:00:00+08:00,operator,serah,63.05.12,LPPD,2025,2026-02-20,2026-02-20,,,,",
  ]

  @Test func `cut at any byte and grown again, it is read as if it were read whole`() throws {
    let whole = Array(ledgerText(Self.rows).utf8)
    try #require(Picture(try read(whole)).firstBrokenRow == nil)
    try #require(try read(whole).remarks.count == 2)
    for cut in 0...whole.count {
      #expect(try agrees(Array(whole[..<cut]), whole), "grown from \(cut)")
      #expect(try agrees(whole, Array(whole[..<cut])), "cut to \(cut)")
    }
  }

  @Test func `any byte that was changed shows, whether or not the file has grown`() throws {
    let whole = Array(ledgerText(Self.rows).utf8)
    let two = Array(ledgerText(Array(Self.rows.prefix(2))).utf8)
    for place in two.indices {
      var changed = whole
      changed[place] ^= 1
      #expect(try agrees(two, changed), "grown, changed at \(place)")
      let short = Array(changed[..<two.count])
      #expect(try agrees(two, short), "changed at \(place)")
      var codes = codes()
      let known = LedgerFile(two, kecamatan: try hatungun(), year: 2026, codes: &codes)
      let found = known.updated(to: changed, codes: &codes)
      #expect(!found.faults.isEmpty, "\(place)")
    }
  }

  @Test func `what is put behind it is looked at as in a whole file`() throws {
    let sound = ledgerText(Array(Self.rows.prefix(2)))
    let more = String(ledgerText(Array(Self.rows.prefix(3))).dropFirst(sound.count))
    let other = String(ledgerText([Self.rows[0], row(2), Self.rows[2]]).dropFirst(sound.count - 5))
    for tail in [
      "", "\n", "\r\n", "3,", "x\n", more + more, "\n" + more, other,
      more.replacing("\n", with: "\r\n"),
      more.replacing("batal", with: "entah"), more + "4,2026-02-29",
    ] {
      #expect(try agrees(Array(sound.utf8), Array((sound + tail).utf8)), "\(tail)")
      #expect(try agrees(Array((sound + tail).utf8), Array((sound + more).utf8)), "\(tail)")
    }
    for odd in ["", "\n", "\u{FEFF}" + sound, sound.replacing("\n", with: "\r\n"), header] {
      #expect(try agrees(Array(odd.utf8), Array(sound.utf8)), "\(odd)")
      #expect(try agrees(Array(sound.utf8), Array(odd.utf8)), "\(odd)")
    }
  }

  @Test func `only the rows that were added are read`() throws {
    let two = ledgerText(Array(Self.rows.prefix(2)))
    let known = try read(Array(two.utf8))
    let third =
      "3,2026-02-23T09:00:00+08:00,operator,serah,63.05.12,LKIP,2025,2026-02-20,2026-02-20,,,,"
    var codes = CodeTable()
    let grown = known.updated(
      to: Array(ledgerText(Array(Self.rows.prefix(2)) + [third]).utf8), codes: &codes)
    #expect(grown.rowCount == 3)
    #expect(codes.code("LKIP") != nil)
    #expect(codes.code("LPPD") == nil, "an earlier row was read again")
    // After another beginning all of them are.
    let changed = ledgerText([row(1, "lain"), Self.rows[1], third])
    #expect(known.updated(to: Array(changed.utf8), codes: &codes).faults.isEmpty)
    #expect(codes.code("LPPD") != nil)
  }

  // MARK: - In a store

  private let folder: TemporaryFolder
  private let store: LedgerStore
  private let name = "buku/63.05.12/2026.csv"

  init() throws {
    folder = try TemporaryFolder()
    store = LedgerStore(folder: folder.filePath)
    try FileSystem.live.createFolder(folder.filePath.appending("buku/63.05.12"))
  }

  private func put(_ text: String) throws { _ = try folder.writeFile(text, to: name) }

  @Test func `rows that another process appended are known under the lock`() throws {
    var codes = codes()
    let kecamatan = try hatungun()
    try put(ledgerText([row(1)]))
    let known = try store.read(kecamatan, year: 2026, codes: &codes)
    try LedgerStore(folder: folder.filePath).append(
      [try submission()], to: kecamatan, at: try instant("2026-02-22T09:00:00+08:00"))
    let receipt = try store.append(
      to: kecamatan, at: try instant("2026-02-23T09:00:00+08:00"), codes: &codes, after: known
    ) { file, _ in
      #expect(file.rowCount == 2)
      return [try submission("LKIP"), try submission()]
    }
    #expect(receipt.rows.map(\.number) == [3, 4])
    let bytes = Array(try folder.text(of: name).utf8)
    #expect(receipt.ledger.bytes == bytes)
    #expect(
      Picture(receipt.ledger)
        == Picture(LedgerFile(bytes, kecamatan: kecamatan, year: 2026, codes: &codes)))
  }

  @Test(arguments: [
    "", "urutan,dica", ledgerText([row(1)]).dropLast() + "", ledgerText([row(1)]) + "2,2026-02-2",
  ])
  func `the ledger of a receipt is the file, whatever tail was there`(_ text: String) throws {
    try put(text)
    var codes = codes()
    let kecamatan = try hatungun()
    let known = try store.read(kecamatan, year: 2026, codes: &codes)
    let receipt = try store.append(
      to: kecamatan, at: try instant("2026-02-23T09:00:00+08:00"), codes: &codes, after: known
    ) { _, _ in [try submission("LKIP")] }
    #expect(try receipt.ledger.bytes == Array(folder.text(of: name).utf8))
    #expect(receipt.ledger.findings.isEmpty)
    #expect(receipt.ledger.row(receipt.rows[0].number)?.entry.subject == "LKIP")
    // It is what the next reading begins with.
    let again = try #require(
      try store.read(kecamatan, year: 2026, codes: &codes, after: receipt.ledger))
    #expect(Picture(again) == Picture(receipt.ledger))
  }

  @Test func `a row that is refused is in no receipt`() throws {
    var codes = codes()
    let kecamatan = try hatungun()
    var locked = try store.lock(kecamatan, year: 2026, codes: &codes)
    let now = try instant("2026-02-23T09:00:00+08:00")
    try locked.add(try submission(), at: now)
    #expect(throws: LedgerFailure.self) { try locked.add(try submission(note: "a\nb"), at: now) }
    try locked.add(try submission("LKIP"), at: now)
    try locked.commit()
    let file = locked.withAddedRows(codes: &codes)
    #expect(try file.bytes == Array(folder.text(of: name).utf8))
    #expect(file.events.count == 2)
  }
}
