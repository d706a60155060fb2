import ComplianceModel
import DurableFiles
import Foundation
import LedgerStore
import Synchronization
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
    let source = try folder.writeFile("abc", to: "LPPD 2025.TXT")
    // SHA-256 of "abc". Source: FIPS 180-2, appendix B.1.
    let hash = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    let stored = try take(source)
    #expect(stored.path == "dokumen/63.05.12/2026/\(hash).txt")
    #expect(stored.sha256 == hash)
    #expect(stored.originalName == "LPPD 2025.TXT")
    #expect(try take(source) == stored)
    #expect(try folder.names("dokumen/63.05.12/2026") == ["\(hash).txt"])
    #expect(try folder.text(of: stored.path) == "abc")
  }

  @Test(arguments: [
    ("a", ""), ("a.txt", ".txt"), ("a.tar.gz", ".gz"), ("a.p df", ""), ("a.", ""),
    ("a.terlalupanjang", ""), ("a.delapan8", ".delapan8"), ("a.p[d", ""), ("a.é", ""), (".pdf", ""),
  ])
  func `only a plain extension enters the store`(name: String, suffix: String) throws {
    let stored = try take(try folder.writeFile("x", to: name))
    #expect(stored.path == "dokumen/63.05.12/2026/\(stored.sha256)\(suffix)")
  }

  @Test(arguments: [
    ("surat [1].txt", "surat 1.txt"), ("a\nb\tc.txt", "abc.txt"), ("a\u{202E}fdp", "afdp"),
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

  @Test(arguments: ["../luar.pdf", "../../../luar.pdf", "a/../../luar.pdf", "lu\0ar.pdf"])
  func `no path leads out of the store`(path: String) throws {
    let inner = try TemporaryFolder()
    let store = LedgerStore(folder: inner.filePath)
    try folder.write("%PDF-", to: "luar.pdf")
    try folder.write("x", to: "a/isi")
    // Relative paths, and an absolute one with the same steps upward.
    for source in [FilePath(path), inner.filePath.appending(path)] {
      if let stored = try? store.storeEvidence(source, for: try hatungun(), year: 2026) {
        #expect(stored.path == "dokumen/63.05.12/2026/\(stored.sha256).pdf")
      }
    }
    #expect(inner.files.allSatisfy { $0.hasPrefix("dokumen/63.05.12/2026/") })
    #expect(folder.files == ["a/isi", "luar.pdf"])
  }

  @Test func `bytes other than the expected ones are not kept`() throws {
    let source = try folder.writeFile("abc", to: "a.txt")
    let examined = try store.examineEvidence(source)
    #expect(
      try store.storeEvidence(
        source, for: hatungun(), year: 2026, expecting: examined.sha256
      ).sha256 == examined.sha256)
    try folder.write("abcd", to: "a.txt")
    let failure = #expect(throws: FileFailure.self) {
      try store.storeEvidence(source, for: hatungun(), year: 2026, expecting: examined.sha256)
    }
    #expect(failure?.reason == .changed)
    #expect(try folder.names("dokumen/63.05.12/2026") == ["\(examined.sha256).txt"])
  }

  @Test func `a file that is written to while it is read is no evidence yet`() throws {
    let source = try folder.writeFile("abc", to: "a.txt")
    var calls = SystemCalls.live
    let read = calls.read
    let path = source
    calls.read = { (file, buffer) throws(Errno) in
      let count = try read(file, buffer)
      if count == 3, let other = try? FileDescriptor.open(path, .writeOnly, options: [.append]) {
        _ = try? other.closeAfter { try other.writeAll("d".utf8) }
      }
      return count
    }
    let store = LedgerStore(folder: folder.filePath, files: FileSystem(calls: calls))
    let failure = #expect(throws: FileFailure.self) { try store.examineEvidence(source) }
    #expect(failure?.reason == .changed)
  }

  @Test func `evidence is on the disk before the row is written`() throws {
    let source = try folder.writeFile("abc", to: "a.txt")
    let made = Mutex<[FileFailure.Operation]>([])
    let files = FileSystem(
      calls: SystemCalls.live.asking { (operation) throws(Errno) in
        made.withLock { $0.append(operation) }
      })
    let store = LedgerStore(folder: folder.filePath, files: files)
    _ = try store.storeEvidence(source, for: hatungun(), year: 2026)
    // The bytes, then the name, then the folder that holds the name.
    let order = made.withLock { $0 }.filter { [.write, .sync, .rename].contains($0) }
    #expect(order.suffix(4) == [.write, .sync, .rename, .sync])
  }

  // MARK: - What proves nothing

  private static let jpeg: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0]
  private static let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
  private static let zip: [UInt8] = [0x50, 0x4B, 0x03, 0x04, 0x14]
  private static let old: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
  private static let page = Array("\u{FEFF}\r\n <!DOCTYPE HTML>".utf8)

  @Test(arguments: [
    ("a.pdf", Array("%PDF-1.7".utf8)),
    // Some scanners put a line before it.
    ("a.PDF", Array(repeating: UInt8(ascii: "x"), count: 1019) + Array("%PDF-".utf8)),
    ("a.jpg", jpeg), ("a.JPEG", jpeg), ("a.png", png), ("a.docx", zip), ("a.xlsx", zip),
    // Of other endings nothing is asked.
    ("a.doc", jpeg), ("a.txt", page), ("a", zip), ("a.zip", old), ("a.html", page), ("a.csv", [0]),
  ])
  func `a file that is what its name says is taken`(_ name: String, _ bytes: [UInt8]) throws {
    let source = try folder.writeFile("", to: name)
    try folder.write(bytes, to: name)
    #expect(try store.examineEvidence(source).fault == nil)
    #expect(try take(source).path.hasPrefix("dokumen/"))
  }

  @Test(
    arguments: [
      ("a.pdf", [], nil), ("a.txt", [], nil), ("a", [], nil), ("a.docx", [], nil),
      ("a.pdf", page, .webPage), ("a.jpg", page, .webPage), ("a.xlsx", page, .webPage),
      ("a.pdf", Array("<html>%PDF-".utf8), .webPage), ("a.pdf", zip, .zip), ("a.pdf", jpeg, .jpeg),
      ("a.jpg", png, .png), ("a.png", jpeg, .jpeg), ("a.docx", old, .compoundFile),
      ("a.xlsx", Array("kode,nama".utf8), .other), ("a.docx", Array("%PDF-1.4".utf8), .pdf),
      ("a.pdf", Array(repeating: UInt8(ascii: "x"), count: 1020) + Array("%PDF-".utf8), .other),
      ("a.pdf", [0], .other), ("a.jpeg", [0xFF, 0xD8], .other),
      ("a.docx", [0x50, 0x4B, 0x05, 0x06], .other),
    ] as [(String, [UInt8], EvidenceFault.Content?)])
  func `a file that proves nothing is refused, and nothing of it is kept`(
    _ name: String, _ bytes: [UInt8], _ content: EvidenceFault.Content?
  ) throws {
    let source = try folder.writeFile("", to: name)
    try folder.write(bytes, to: name)
    let ending = name.split(separator: ".").last.map(String.init) ?? ""
    let fault = content.map { EvidenceFault.foreignContent(ending: ending, content: $0) } ?? .empty
    #expect(try store.examineEvidence(source).fault == fault)
    #expect(throws: UnfitEvidence(path: source, fault: fault)) { try take(source) }
    #expect(folder.files == [name])
  }
}
