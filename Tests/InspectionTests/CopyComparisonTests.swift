import ComplianceModel
import Inspection
import LedgerStore
import SystemPackage
import TestSupport
import Testing
import Workspace

/// A copy is whole, and the same history or one that ends earlier; anything else is a fault in it.
@Suite struct `Comparison with a copy` {
  private let office: ForgedOffice
  private let copy: TemporaryFolder
  private let name = ForgedOffice.names[1]

  init() throws {
    office = try ForgedOffice()
    copy = try office.copy()
  }

  /// Leaves so many rows of a ledger in the copy.
  private func keep(_ count: Int, of name: String) throws {
    let lines = try copy.text(of: name).split(separator: "\n").map { $0 + "\n" }
    try copy.write(lines[...count].joined(), to: name)
  }

  @Test func `a whole copy has nothing to tell`() throws {
    let comparison = try office.compare(copy)
    #expect(comparison.findings == [])
    #expect(comparison.ledgers.map(\.name) == ForgedOffice.names.sorted())
    #expect(comparison.ledgers.map(\.rows) == [3, 4, 5])
    #expect(comparison.ledgers.allSatisfy { $0.isPrefix && $0.rows == $0.copiedRows })
    #expect(comparison.evidenceRows == 12)
  }

  @Test func `a shorter copy is fine at every length, and says what it lacks`() throws {
    for count in (0...4).reversed() {
      try keep(count, of: name)
      let comparison = try office.compare(copy)
      #expect(comparison.findings == [])
      let ledger = try #require(comparison.ledgers.first { $0.name == name })
      #expect((ledger.rows, ledger.copiedRows) == (5, count))
      #expect(ledger.isPrefix)
    }
    // Also one that was made before the year began, or before the other kecamatan had a row.
    for name in [name, ForgedOffice.names[2]] { try copy.remove(name) }
    let comparison = try office.compare(copy)
    // It may as well be a copy that was never made: a remark for each ledger that is not there.
    #expect(comparison.findings.map(\.severity) == [.remark, .remark])
    #expect(comparison.ledgers.map(\.copiedRows) == [0, 4, 0])
  }

  @Test func `an earlier year that lacks rows before a later one is no history of ours`() throws {
    let early = ForgedOffice.names[0]
    try keep(3, of: early)
    #expect(try office.compare(copy).faults(in: copy) == ["\(early):4"])
    try copy.remove(early)
    let comparison = try office.compare(copy)
    #expect(comparison.faults(in: copy) == ["\(early):0"])
    #expect(comparison.findings.first?.what.hasPrefix("salinan kurang 4 baris") == true)
    // Without rows of the later year the copy was made before them.
    try keep(0, of: name)
    #expect(try office.compare(copy).findings.map(\.severity) == [.remark])
  }

  @Test func `a damaged copy and a damaged workspace are told apart`() throws {
    let text = try copy.text(of: name)
    let forged = text.replacing("[6.pdf]", with: "[x.pdf]")
    try copy.write(forged, to: name)
    var comparison = try office.compare(copy)
    #expect(Set(comparison.faults(in: copy)) == ["\(name):3"])
    #expect(
      comparison.findings.last?.remedy.spelled { _ in "" }.hasPrefix("salinannya yang rusak")
        == true)
    #expect(comparison.ledgers.last?.isPrefix == false)
    try copy.write(text, to: name)
    try office.founded.folder.write(forged, to: name)
    comparison = try office.compare(copy)
    #expect(comparison.faults(in: copy) == ["\(name):3"])
    #expect(
      comparison.findings.last?.remedy.spelled { _ in "" }.hasPrefix(
        "buku ruang kerja ini yang rusak") == true)
  }

  @Test func `a torn last line is no part of the copy`() throws {
    try copy.write(try copy.text(of: name) + "6,2026-", to: name)
    let comparison = try office.compare(copy)
    #expect(comparison.findings.map(\.severity) == [.remark])
    #expect(comparison.findings.map(\.place.line) == [7])
    #expect(comparison.ledgers.last?.isPrefix == true)
  }

  @Test func `evidence that the copy lacks or that differs there is a fault at its row`() throws {
    let path = try #require(
      copy.files.first { $0.hasPrefix("dokumen/63.05.12/2026/") })
    let rows = try copy.text(of: name).split(separator: "\n").enumerated().filter {
      $0.element.contains(",\(path),")
    }.map { "\(name):\($0.offset + 1)" }
    try #require(!rows.isEmpty)
    try copy.write("lain", to: path)
    #expect(try office.compare(copy).faults(in: copy) == rows)
    try copy.remove(path)
    #expect(try office.compare(copy).faults(in: copy) == rows)
  }

  @Test func `settings that differ or are missing are remarks`() throws {
    try copy.write("zona: WIB\n", to: "kantor.yaml")
    try copy.remove("wilayah.csv")
    try copy.write("", to: "kalender/lama.yaml")
    try office.founded.folder.write("", to: "kalender/libur/2028.yaml")
    let findings = try office.compare(copy).findings
    #expect(findings.map(\.severity) == [.remark, .remark, .remark, .remark])
    #expect(
      findings.map { $0.place.file.replacing(copy.path + "/", with: "") } == [
        "kantor.yaml", "wilayah.csv", "kalender/libur/2028.yaml", "kalender/lama.yaml",
      ])
  }

  @Test func `a copy of buku alone is compared, with evidence that lies beside it`() throws {
    let books = copy.filePath.appending("buku")
    var comparison = try CopyComparison(of: office.founded.path, with: books)
    #expect(comparison.findings == [])
    #expect(comparison.evidenceRows == 12)
    let alone = try TemporaryFolder()
    for name in ForgedOffice.names {
      try alone.write(
        try copy.bytes(of: name), to: "cadangan 2 Maret/" + name.dropFirst("buku/".count))
    }
    let folder = alone.filePath.appending("cadangan 2 Maret")
    comparison = try CopyComparison(of: office.founded.path, with: folder)
    #expect(comparison.findings.map(\.severity) == [.remark])
    #expect(comparison.evidenceRows == 0)
    try keep(2, of: ForgedOffice.names[0])
    comparison = try CopyComparison(of: office.founded.path, with: books)
    #expect(comparison.findings.map(\.place.file) == ["\(books)/63.05.12/2025.csv"])
  }

  @Test func `a folder that is missing or no copy is not compared`() throws {
    for name in ["tidak-ada", "dokumen/63.05.12"] {
      let path = copy.filePath.appending(name)
      #expect {
        _ = try CopyComparison(of: office.founded.path, with: path)
      } throws: { error in
        guard case .noCopy(path)? = error as? WorkspaceFailure else { return false }
        return true
      }
    }
  }
}
