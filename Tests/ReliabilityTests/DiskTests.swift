import Foundation
import LedgerStore
import TestSupport
import Testing

/// A full disk, a read-only one, and folders without permission: the old bytes stand.
@Suite(.serialized) struct DiskTests {
  private static let isRoot = getuid() == 0
  private static let canMount = isRoot && Mount.works
  private static let canDrop =
    isRoot && FileManager.default.isExecutableFile(atPath: "/usr/bin/setpriv")
    && DiskTests.othersCanRun

  /// Whether a user without rights reaches the program: a build in a closed folder says nothing
  /// about it.
  private static let othersCanRun: Bool = {
    let line = ["/usr/bin/setpriv"] + unprivileged + [Torture.program, "--version"]
    let ending = try? Victim.run(line, environment: [:], killedAfter: nil)
    return ending == .exited(0)
  }()

  private static let unprivileged = ["--reuid", "65534", "--regid", "65534", "--clear-groups"]

  /// Every way of writing that a person has; the evidence lies on another disk.
  private static func writing(_ source: String, _ number: Int = 0) -> [[String]] {
    [
      ["catat", "LKAT", "2025", "--catatan", String(repeating: "x", count: 9_000) + "\(number)"],
      ["catat", "LKAT", "2025", "--berkas", source],
      ["ekspor", "xml", "--triwulan", "2026-TW1"],
    ]
  }

  /// A refusal for want of a place to write: where, what, and the way out.
  private func expectRefusal(_ run: ProgramRun, _ word: String, _ place: String) {
    #expect([73, 74].contains(run.exitCode), "\(run.exitCode) \(run.errorText)")
    #expect(run.errorText.contains(word), "\(run.errorText)")
    #expect(run.errorText.contains(place), "\(run.errorText)")
    #expect(run.outputText.isEmpty)
    for line in run.errorText.split(separator: "\n") {
      #expect(line.contains(": galat: ") && line.contains("; "), "\(line)")
    }
  }

  /// A workspace on a mount, with two rows, one of them with evidence, and one export.
  private func laidOut(on mount: Mount, _ folder: TemporaryFolder) async throws -> TestOffice {
    let office = try await TestOffice.founded(in: mount.path)
    let source = try folder.write("%PDF-bukti lama", to: "lama.pdf")
    try await office.do("catat LKIP 2025 --berkas \(source)")
    try await office.do("catat LKPJ 2025")
    try await office.do("ekspor xml --triwulan 2026-TW1")
    return office
  }

  @Test(.enabled(if: canMount))
  func `a disk with no room for a backup gets none, and none is half there`()
    async throws
  {
    let office = try await TestOffice.founded()
    try office.write(Array(repeating: UInt8(1), count: 300_000), to: "kotak-masuk/besar.bin")
    let mount = try Mount("size=192k")
    let run = try await office.run("cadangkan \(mount.path)")
    #expect(run.exitCode == 74, "\(run.errorText)")
    #expect(run.errorText.contains("penyimpanan penuh"), "\(run.errorText)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: mount.path) == [])
    let status = try await office.run("status")
    #expect(status.exitCode == 1)
    #expect(status.outputText.contains(", gagal: "), "\(status.outputText)")
    let roomy = try Mount("size=4m")
    try await office.do("cadangkan \(roomy.path)")
    try await office.do("status")
  }

  @Test(.enabled(if: canMount)) func `a full disk takes nothing and loses nothing`() async throws {
    let folder = try TemporaryFolder()
    let mount = try Mount("size=192k")
    let office = try await laidOut(on: mount, folder)
    let source = try folder.write(
      Array("%PDF-".utf8) + Array(repeating: 0x25, count: 300_000), to: "besar.pdf")
    let before = try office.records()
    let exports = office.files(in: "ekspor")
    let exportName = try #require(exports.first)
    let export = try #require(try office.bytes(of: exportName))
    var refused = 0
    var taken = 0
    for free in [0, 1, 2, 4] {
      try mount.fill(leaving: free)
      for line in DiskTests.writing(source, free) {
        let rows = try #require(try office.ledger()).rowCount
        let run = try await office.run(line)
        if run.exitCode == 0, free > 0, !line.contains(source) {
          taken += 1
          if line[0] == "catat" { #expect(try office.ledger()?.rowCount == rows + 1) }
          continue
        }
        refused += 1
        expectRefusal(
          run, "penyimpanan penuh", line.contains(source) ? "dokumen/63.05.12/2026" : "2026")
        if line[0] == "catat" { #expect(try office.ledger()?.rowCount == rows) }
        #expect(office.files(in: "dokumen").count == 1)
        #expect(office.files(in: "ekspor") == exports)
        #expect(try office.bytes(of: exportName) == export)
      }
      if taken == 0 { #expect(try office.records() == before) }
    }
    #expect(refused >= 4)
    try mount.empty()
    try await office.do("catat LKAT 2025 --berkas \(folder.path(of: "lama.pdf"))")
    try await office.do("ekspor xml --triwulan 2026-TW1")
    #expect(try await office.run("periksa").exitCode == 0)
    Torture.report("penyimpanan penuh: \(refused) ditolak, \(taken) masih muat")
  }

  @Test(.enabled(if: canMount)) func `a read-only disk is read and not written`() async throws {
    let folder = try TemporaryFolder()
    let mount = try Mount("size=512k")
    let office = try await laidOut(on: mount, folder)
    let source = try folder.write("%PDF-bukti baru", to: "baru.pdf")
    let before = try office.records()
    try mount.makeReadOnly()
    for line in DiskTests.writing(source) {
      expectRefusal(try await office.run(line), "hanya dapat dibaca", mount.path)
    }
    let founding = try await ProgramRun.run(
      Torture.program, ["mulai", "63.05.12", mount.path + "/baru"], in: "/")
    #expect(founding.exitCode == 73)
    #expect(founding.errorText.contains("hanya dapat dibaca"))
    for words in ["jadwal", "desa --tahun 2026", "periksa"] { try await office.do(words) }
    let elsewhere = folder.path(of: "keluar.xml")
    try await office.do("ekspor xml --triwulan 2026-TW1 --keluaran \(elsewhere)")
    #expect(folder.holds("keluar.xml"))
    #expect(try office.records() == before)
  }

  @Test(.enabled(if: canDrop))
  func `evidence whose row cannot be written, and a row whose evidence cannot, leave no row`()
    async throws
  {
    let office = try await TestOffice.founded()
    let owner = try #require(office.owner)
    chmod(owner.path, 0o755)
    try office.write("%PDF-bukti".utf8, to: "bukti.pdf")
    try await office.do("catat LKIP 2025 --berkas bukti.pdf")
    // What is made is not for others; here they may look.
    _ = try await ProgramRun.run("/bin/chmod", ["-R", "o+rX", office.path], in: "/")
    let rows = try office.bytes(of: "buku/63.05.12/2026.csv")
    let line = ["catat", "LKAT", "2025", "--berkas", "bukti.pdf"]
    let others = ["/usr/bin/setpriv"] + DiskTests.unprivileged
    // The store is closed; then it is open and the ledger is closed.
    let closed = try await office.run(line, prefix: others)
    expectRefusal(closed, "tidak diizinkan", "dokumen/63.05.12/2026")
    for name in ["dokumen", "dokumen/63.05.12", "dokumen/63.05.12/2026"] {
      chmod(office.path(of: name), 0o777)
    }
    let half = try await office.run(line, prefix: others)
    expectRefusal(half, "tidak diizinkan", "buku/63.05.12/2026.csv")
    #expect(try office.bytes(of: "buku/63.05.12/2026.csv") == rows)
    // What cannot even be read is told in the same way.
    chmod(office.ledgerPath(), 0o600)
    let unread = try await office.run(["jadwal"], prefix: others)
    expectRefusal(unread, "tidak diizinkan", "buku/63.05.12/2026.csv")
    chmod(office.ledgerPath(), 0o644)
    #expect(try await office.run("periksa").exitCode == 0)
  }
}

/// A disk in memory for one test.
private final class Mount: Sendable {
  let path: String
  private let folder: TemporaryFolder

  /// Whether this machine lets us mount.
  static let works = (try? Mount("size=16k")) != nil

  struct Refused: Error {}

  init(_ options: String) throws {
    folder = try TemporaryFolder()
    path = folder.path(of: "penyimpanan")
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    guard mount("tmpfs", path, "tmpfs", 0, options) == 0 else { throw Refused() }
  }

  deinit { umount2(path, CInt(MNT_DETACH)) }

  func makeReadOnly() throws {
    guard mount("tmpfs", path, "tmpfs", UInt(MS_REMOUNT | MS_RDONLY), nil) == 0
    else { throw Refused() }
  }

  /// Takes all room but some pages of 4 KiB.
  func fill(leaving pages: Int) throws {
    try empty()
    let file = open(path + "/penuh", O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw Refused() }
    defer { close(file) }
    let page = [UInt8](repeating: 0, count: 4096)
    var written = 0
    while write(file, page, page.count) == page.count { written += 1 }
    ftruncate(file, max(0, written - pages) * page.count)
  }

  func empty() throws { unlink(path + "/penuh") }
}
