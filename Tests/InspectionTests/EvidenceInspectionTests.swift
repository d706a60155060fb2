import CivilCalendar
import ComplianceModel
import Foundation
import Inspection
import LedgerStore
import SystemPackage
import TestSupport
import Testing
import Workspace

/// `periksa` over `buku/`, `dokumen/` and `ekspor/`: what is missing, changed, too much or foreign.
@Suite struct `Inspection of evidence and exports` {
  private let office: ForgedOffice
  private let name = ForgedOffice.names[1]

  init() throws { office = try ForgedOffice() }

  private var folder: TemporaryFolder { office.founded.folder }

  /// The evidence that a row names.
  private func evidence(of row: Int) throws -> String {
    let fields = try office.lines(name)[row - 1].split(
      separator: ",", omittingEmptySubsequences: false)
    return String(fields[10])
  }

  private func findings(_ check: String) throws -> [Finding] {
    try office.founded.findings(of: check)
  }

  private func record(_ entry: LedgerEntry) throws {
    try LedgerStore(folder: office.founded.path).append(
      [entry], to: try region("63.05.12"),
      at: try #require(ClockReading("2026-02-28T09:00:00+08:00")))
  }

  // MARK: - Evidence

  @Test func `evidence that is gone is a fault at the rows that name it`() throws {
    let path = try evidence(of: 2)
    try folder.remove(path)
    let found = try findings("bukti")
    #expect(found.map(\.place.line) == [3, 6])
    #expect(found.map(\.what) == ["bukti \(path) tidak ada", "bukti \(path) tidak ada"])
    // The column where the row names the file.
    let before = try #require(try office.lines(name)[1].range(of: path))
    let column = try office.lines(name)[1][..<before.lowerBound].count + 1
    #expect(found.first?.place.column == column)
  }

  @Test func `evidence of a voided row is still looked at, and spoils nothing`() throws {
    try folder.write("lain", to: try evidence(of: 3))
    #expect(try findings("bukti").map(\.severity) == [.fault])
    try record(
      LedgerEntry(
        kind: .voided, unit: try region("63.05.12"), subject: "RFK", period: "2025-TW4",
        note: "#3 keliru", recorder: "operator"))
    #expect(try findings("bukti").map(\.place.line) == [4])
    #expect(try findings("bukti").first?.what.contains("berubah") == true)
    try folder.remove(try evidence(of: 3))
    let gone = try #require(try findings("bukti").first)
    #expect(gone.severity == .remark)
    #expect(gone.what.hasSuffix("tidak ada; baris ini sudah dibatalkan"))
  }

  @Test func `a row may be voided in the ledger of a later year`() throws {
    let old = ForgedOffice.names[0]
    let fields = try office.lines(old)[0].split(separator: ",")
    try folder.remove(String(try #require(fields.first { $0.hasPrefix("dokumen/") })))
    func severity() throws -> Finding.Severity? {
      try findings("bukti").first { $0.place.file == old && $0.place.line == 2 }?.severity
    }
    #expect(try severity() == .fault)
    try record(
      LedgerEntry(
        kind: .voided, unit: try region("63.05.12"), subject: "RFK", period: "2024-TW4",
        note: "2025#1 keliru", recorder: "operator"))
    #expect(try severity() == .remark)
  }

  @Test
  func `a link, a folder or a pipe in the place of evidence is a fault, and is not waited on`()
    throws
  {
    let path = try evidence(of: 3)
    let bytes = try folder.bytes(of: path)
    let replacements: [(String) throws -> Void] = [
      { place in
        // The same bytes behind a link can change without a trace.
        try folder.write(bytes, to: "di-luar.pdf")
        try FileManager.default.createSymbolicLink(
          atPath: place, withDestinationPath: folder.path(of: "di-luar.pdf"))
      },
      { try FileManager.default.createDirectory(atPath: $0, withIntermediateDirectories: false) },
      { #expect(mkfifo($0, 0o600) == 0) },
    ]
    for replace in replacements {
      try FileManager.default.removeItem(atPath: folder.path(of: path))
      try replace(folder.path(of: path))
      let faults = try findings("bukti").filter { $0.severity == .fault }
      #expect(faults.map(\.place.line) == [4])
      #expect(faults.first?.what.contains("bukan berkas biasa") == true)
    }
  }

  @Test
  func `files that no row names are remarks, and half-written ones have a check of their own`()
    throws
  {
    try folder.write("x", to: "dokumen/63.05.12/2026/lama.pdf")
    try folder.write("x", to: "dokumen/a/b/c.pdf")
    try folder.write("x", to: "dokumen/63.05.12/2026/.tenggat-1")
    try folder.write("x", to: "buku/63.05.12/.tenggat-2")
    try folder.write("x", to: ".tenggat-3")
    // What `pindai` remembers is none of them.
    try folder.write("x", to: "kotak-masuk/.tenggat-sudah-disebut")
    let found = try findings("bukti")
    #expect(found.map(\.severity) == [.remark, .remark])
    #expect(
      Set(found.map(\.place.file)) == ["dokumen/63.05.12/2026/lama.pdf", "dokumen/a/b/c.pdf"])
    #expect(found.allSatisfy { $0.what.contains("terhenti sesudah bukti disalin") })
    let leftovers = try findings("sisa-tulis")
    #expect(leftovers.map(\.severity) == [.remark, .remark, .remark])
    #expect(
      leftovers.map(\.place.file) == [
        ".tenggat-3", "buku/63.05.12/.tenggat-2", "dokumen/63.05.12/2026/.tenggat-1",
      ])
  }

  // MARK: - What lies under buku

  @Test func `a ledger of a kecamatan that is not watched is a fault, other things are remarks`()
    throws
  {
    let table = try folder.text(of: "wilayah.csv")
    let kept = table.split(separator: "\n").filter { !$0.hasPrefix("63.05.05") }
    try folder.write(kept.joined(separator: "\n") + "\n", to: "wilayah.csv")
    try folder.write("x", to: "buku/63.05.12/2026 (salinan).csv")
    try folder.write("x", to: "buku/63.05/2026.csv")
    let found = try office.founded.inspect()["buku-asing"] ?? []
    #expect(
      found.map { "\($0.severity) \($0.place.file)" } == [
        "remark buku/63.05", "fault buku/63.05.05/2026.csv",
        "remark buku/63.05.12/2026 (salinan).csv",
      ])
    // Its rows are still held against their chain.
    try office.founded.change("buku/63.05.05/2026.csv", "[11.pdf]", to: "[x.pdf]")
    #expect(try office.founded.inspect()["buku"]?.map(\.place.line) == [3])
  }

  @Test func `what was set aside is named until a person has dealt with it`() throws {
    try folder.write("6,20", to: "\(name).sisa-1")
    try folder.write("x", to: "\(name).rusak-2")
    let found = try findings("potongan")
    #expect(found.map(\.severity) == [.remark, .remark])
    #expect(found.map(\.place.file) == ["\(name).rusak-2", "\(name).sisa-1"])
    #expect(try findings("buku-asing") == [])
  }

  /// Records evidence that lies in the store already, as an older program took it in.
  private func keep(_ bytes: [UInt8], as ending: String, of unit: String) throws {
    let whole = try folder.writeFile("", to: "berkas")
    try folder.write(bytes, to: "berkas")
    let digest = try LedgerStore(folder: office.founded.path).examineEvidence(whole).sha256
    let path = "dokumen/63.05.12/2026/\(digest).\(ending)"
    try folder.write(bytes, to: path)
    try record(
      LedgerEntry(
        kind: .submitted, unit: try region(unit), subject: unit.count > 8 ? "LPPDesa" : "LPPD",
        period: "2025", date: try day("2026-02-27"), received: try day("2026-02-27"), file: path,
        sha256: digest, recorder: "operator"))
  }

  @Test func `evidence that proves nothing is a fault, though its hash is right`() throws {
    try keep([], as: "pdf", of: "63.05.12")
    try keep(Array("<!doctype html>".utf8), as: "pdf", of: "63.05.12")
    try keep(Array("apa saja".utf8), as: "txt", of: "63.05.12")
    let found = try findings("bukti")
    #expect(found.map(\.severity) == [.fault, .fault])
    #expect(found[0].what.hasSuffix(".pdf kosong (0 byte)"))
    #expect(found[1].what.contains("bukan PDF: isinya halaman web"))
  }

  @Test func `the same bytes for two units are a remark, for one unit twice they are none`() throws
  {
    try keep(Array("%PDF-surat".utf8), as: "pdf", of: "63.05.12.2001")
    try keep(Array("%PDF-surat".utf8), as: "pdf", of: "63.05.12.2001")
    #expect(try findings("bukti").isEmpty)
    try keep(Array("%PDF-surat".utf8), as: "pdf", of: "63.05.12.2002")
    let found = try findings("bukti")
    #expect(found.map(\.severity) == [.remark])
    #expect(found.first?.what.contains("sama isinya dengan bukti 63.05.12.2001") == true)
    try record(
      LedgerEntry(
        kind: .voided, unit: try region("63.05.12.2002"), subject: "LPPDesa", period: "2025",
        note: "#\(try office.lines(name).count) keliru", recorder: "operator"))
    #expect(try findings("bukti").isEmpty)
  }

  // MARK: - Frozen quarters and exports

  /// Puts a document under a name, as an export that states what the ledgers say now.
  private func document(_ path: String) throws {
    try folder.write(try StatedExport.bytes(stating: try office.marks()), to: path)
  }

  private func freeze(_ path: String) throws {
    try document(path)
    let digest = try LedgerStore(folder: office.founded.path).storeEvidence(
      FilePath(folder.path(of: path)), for: try region("63.05.12"), year: 2026)
    try folder.remove(digest.path)
    try record(
      LedgerEntry(
        kind: .frozen, unit: try region("63.05.12"), period: "2026-TW1", file: path,
        sha256: digest.sha256, recorder: "operator"))
  }

  private static let frozen = "ekspor/beku/63.05.12-2026-TW1.xml"

  @Test func `a frozen quarter that is there and holds has nothing to tell`() throws {
    try freeze(`Inspection of evidence and exports`.frozen)
    #expect(try findings("beku") == [])
    #expect(try findings("ekspor") == [])
    #expect(try findings("bukti") == [])
  }

  @Test func `a frozen document that is gone or changed is a fault at its row`() throws {
    let path = `Inspection of evidence and exports`.frozen
    try freeze(path)
    try folder.write("x", to: path)
    #expect(try findings("beku").map(\.place.line) == [7])
    #expect(try findings("beku").first?.what.hasPrefix("XML beku \(path) berubah") == true)
    try folder.remove(path)
    #expect(try findings("beku").map(\.what) == ["XML beku \(path) tidak ada"])
    try folder.write("x", to: "ekspor/beku/lain.xml")
    #expect(try findings("beku").map(\.severity) == [.fault, .remark])
  }

  @Test func `a ledger that was cut or written anew since is found by what it stated before`()
    throws
  {
    try freeze(`Inspection of evidence and exports`.frozen)
    try document("ekspor/kirim.XML")
    try folder.write("bukan milik kami", to: "ekspor/lain.xml")
    try folder.write("bukan XML", to: "ekspor/catatan.txt")
    #expect(try findings("ekspor").map(\.severity) == [.remark])
    let lines = try office.lines(ForgedOffice.names[2])
    try office.write(Array(lines[..<1]), to: ForgedOffice.names[2])
    let place = SourcePlace(file: ForgedOffice.names[2], line: 2, column: 1)
    #expect(try findings("buku") == [])
    #expect(try findings("beku").map(\.place) == [place])
    #expect(try findings("ekspor").filter { $0.severity == .fault }.map(\.place) == [place])
    try folder.remove(ForgedOffice.names[2])
    #expect(try findings("beku").first?.what.hasPrefix("buku ini tidak ada") == true)
  }

  @Test func `an empty ledger is stated with the hash before its first row`() throws {
    var codes = CodeTable()
    let empty = LedgerFile([], kecamatan: try region("63.05.12"), year: 2024, codes: &codes)
    for (chain, count) in [(empty.mark.chain, 0), (String(empty.mark.chain.reversed()), 1)] {
      let mark = try #require(LedgerMark(file: "63.05.12/2024.csv", rows: 0, chain: chain))
      #expect(try office.faults(against: [mark]).count == count)
    }
  }

  @Test(arguments: [
    "2026.csv", "63.05/2026.csv", "63.05.12/2026", "63.05.12/+26.csv", "63.05.12/../x.csv",
    "../63.05.12/2026.csv", "63.05.12.2001/2026.csv", "63.05.12/02026.csv",
  ])
  func `only the path of a ledger is read as one`(_ file: String) {
    #expect(LedgerMark(file: file, rows: 1, chain: "") == nil)
    #expect(LedgerMark(file: "63.05.12/2026.csv", rows: -1, chain: "") == nil)
  }
}
