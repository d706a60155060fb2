import ComplianceModel
import DurableFiles
import Foundation
import LedgerStore
import SystemPackage
import TestSupport
import Testing

struct EvidenceTests {
  let folder: TemporaryFolder
  let store: LedgerStore

  init() throws {
    folder = try TemporaryFolder()
    store = LedgerStore(folder: folder.filePath)
  }

  private func take(_ source: FilePath) throws -> StoredEvidence {
    try store.storeEvidence(source, for: try hatungun(), year: 2026)
  }

  @Test func `a file is stored under its hash, once`() throws {
    let source = try folder.writeFile("abc", to: "LPPD 2025.PDF")
    // SHA-256 of "abc". Source: FIPS 180-2, appendix B.1.
    let hash = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    let stored = try take(source)
    #expect(stored.path == "dokumen/63.05.12/2026/\(hash).pdf")
    #expect(stored.sha256 == hash)
    #expect(stored.originalName == "LPPD 2025.PDF")
    #expect(try take(source) == stored)
    #expect(try folder.names("dokumen/63.05.12/2026") == ["\(hash).pdf"])
    #expect(try folder.text(of: stored.path) == "abc")
  }

  @Test(arguments: [
    ("a", ""), ("a.pdf", ".pdf"), ("a.tar.gz", ".gz"), ("a.p df", ""), ("a.", ""),
    ("a.terlalupanjang", ""), ("a.delapan8", ".delapan8"), ("a.p[d", ""), ("a.é", ""), (".pdf", ""),
  ])
  func `only a plain extension enters the store`(name: String, suffix: String) throws {
    let stored = try take(try folder.writeFile("x", to: name))
    #expect(stored.path == "dokumen/63.05.12/2026/\(stored.sha256)\(suffix)")
  }

  @Test(arguments: [
    ("surat [1].pdf", "surat 1.pdf"), ("a\nb\tc.pdf", "abc.pdf"), ("a\u{202E}fdp", "afdp"),
    (String(repeating: "é", count: 61), String(repeating: "é", count: 60)),
    (String(repeating: "x", count: 119) + "é", String(repeating: "x", count: 119)),
    (String(repeating: "x", count: 118) + "é", String(repeating: "x", count: 118) + "é"),
    (String(repeating: "n", count: 255), String(repeating: "n", count: 120)),
  ])
  func `the name for the note is one short plain line`(name: String, expected: String) throws {
    #expect(try take(try folder.writeFile("x", to: name)).originalName == expected)
  }

  @Test func `what is no readable regular file is refused and leaves nothing`() throws {
    let pipe = folder.filePath.appending("pipa")
    #expect(mkfifo(pipe.string, 0o600) == 0)
    let link = folder.filePath.appending("tautan")
    try FileManager.default.createSymbolicLink(
      atPath: link.string, withDestinationPath: "/etc/hostname")
    for source in [
      pipe, link, folder.filePath, "/dev/null", "/dev/tty0", folder.filePath.appending("tidak-ada"),
      folder.filePath.appending(String(repeating: "n", count: 300)),
    ] {
      #expect(throws: FileFailure.self) { try take(source) }
    }
    #expect(try folder.names() == ["pipa", "tautan"])
  }
}
