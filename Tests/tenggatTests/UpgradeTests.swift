import Foundation
import TestSupport
import Testing

/// What earlier versions wrote is read for ever, and what a later one wrote is refused with what to do.
///
/// `Landed` holds every form of a file that a version ever wrote. A commit that changes a form adds the new one, and
/// changes none that is there: offices have them.
struct UpgradeTests {
  private static let landed = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Landed")
  private static let day = "2026-07-06"

  static let settings: [String] = {
    let names = try? FileManager.default.contentsOfDirectory(atPath: landed.path)
    return (names ?? []).filter { $0.hasPrefix("kantor-") }.sorted()
  }()

  /// The workspace of the first form of every file, as a copy that a test may change.
  private func workspace() throws -> Office {
    let office = Office(folder: try TemporaryFolder())
    try FileManager.default.copyItem(
      atPath: Self.landed.appending(path: "ruang-1").path, toPath: office.path)
    // A repository keeps no permissions.
    for name in ["pengguna.csv", "langganan.csv"] {
      chmod("\(office.path)/\(name)", 0o600)
    }
    return office
  }

  // MARK: - What landed

  @Test(arguments: settings)
  func `the settings of every version are opened`(_ name: String) async throws {
    let office = try await Office.founded()
    let text = try String(contentsOf: Self.landed.appending(path: name), encoding: .utf8)
    try office.write(text, to: "kantor.yaml")
    let check = try await office.run("periksa", on: Self.day)
    #expect(check.exitCode == 0, "\(check.errorText)")
    #expect(try await office.run("jadwal --tahun 2026", on: Self.day).exitCode == 0)
  }

  @Test func `every version of the settings is there`() {
    #expect(Self.settings.count >= 10)
  }

  @Test func `the first ledger that was shipped is whole`() async throws {
    let office = try await Office.founded()
    let ledger = try String(
      contentsOf: Self.landed.appending(path: "buku-1.csv"), encoding: .utf8)
    try office.write(ledger, to: "buku/63.05.12/2026.csv")
    let run = try await office.run("periksa buku", on: Self.day)
    #expect(run.exitCode == 0, "\(run.errorText)")
    let rows = ledger.split(separator: "\n").count - 1
    #expect(
      try await office.do("riwayat", on: Self.day).hasPrefix("\(rows) dari \(rows) baris buku"))
    #expect(try await office.do("status", on: Self.day).contains("rantai utuh"))
  }

  @Test func `a workspace of the first forms is read, and goes on`() async throws {
    let office = try workspace()
    let before = try office.records()
    for words in [
      "periksa", "jadwal", "desa --tahun 2026", "kepatuhan --tahun 2026", "iku --tahun 2026",
      "beda 2026-TW1", "status",
    ] {
      let run = try await office.run(words, on: Self.day)
      #expect(run.exitCode == 0, "\(words): \(run.errorText)")
    }
    #expect(try await office.do("ingatkan riwayat", on: Self.day).contains("terkirim"))
    #expect(try await office.do("pengguna daftar", on: Self.day).contains("siti"))
    let status = try await office.do("status --json", on: Self.day)
    #expect(status.contains("\"langganan\" : 1"))
    #expect(status.contains("\"hasil\" : \"terbukti\""))
    #expect(try await office.do("periksa", on: Self.day).contains("sudah dilihat"))
    try await office.do("catat Prognosis 2026-S1", on: Self.day)
    for (name, bytes) in before {
      #expect(try office.folder.bytes(of: name).starts(with: bytes), "\(name)")
    }
  }

  @Test func `a backup of the first form is brought back`() async throws {
    let folder = try TemporaryFolder()
    let run = try await ProgramRun.tenggat(
      ["pulihkan", Self.landed.appending(path: "cadangan-1").path, "pulihan"], in: folder.path,
      environment: ["TENGGAT_HARI_INI": Self.day])
    #expect(run.exitCode == 0, "\(run.errorText)")
    #expect(run.outputText.contains("Terbukti"))
  }

  // MARK: - What is yet to come

  /// A file that a later version wrote, by what is changed in the first form of it.
  struct Later: Sendable {
    let file: String
    let old: String
    let new: String
    let command: String
    let code: Int
  }

  static let later = [
    Later(
      file: "buku/63.05.12/2026.csv", old: ",rantai\n", new: ",rantai,lokasi\n", command: "jadwal",
      code: 65),
    Later(
      file: "buku/63.05.12/2026.csv", old: ",rantai\n", new: ",rantai,lokasi\n",
      command: "catat Prognosis 2026-S1", code: 65),
    Later(
      file: "buku/63.05.12/2026.csv", old: ",rantai\n", new: ",rantai,lokasi\n",
      command: "periksa buku", code: 1),
    Later(
      file: "pengingat/2026.csv", old: ",keterangan\n", new: ",keterangan,giliran\n",
      command: "ingatkan", code: 65),
    Later(
      file: "pengingat/2026.csv", old: ",keterangan\n", new: ",keterangan,giliran\n",
      command: "ingatkan riwayat", code: 65),
    Later(
      file: "pengingat/2026.csv", old: ",keterangan\n", new: ",keterangan,giliran\n",
      command: "periksa pengingat", code: 1),
    Later(
      file: "pengguna.csv", old: ",sandi\n", new: ",sandi,kunci\n", command: "pengguna daftar",
      code: 78),
    Later(
      file: "langganan.csv", old: ",sidik\n", new: ",sidik,kunci\n", command: "periksa pengguna",
      code: 1),
    Later(
      file: "sudah-dilihat.csv", old: ",rantai\n", new: ",rantai,x\n",
      command: "periksa dilihat", code: 1),
    Later(
      file: "cadangan.csv", old: ",catatan\n", new: ",catatan,lokasi\n", command: "status", code: 1),
  ]

  @Test(arguments: later)
  func `what a later version wrote is refused, left as it is, and what to do is said`(
    _ later: Later
  ) async throws {
    let office = try workspace()
    let text = try office.text(of: later.file)
    try #require(text.contains(later.old), "\(later.file)")
    let changed = text.replacing(later.old, with: later.new, maxReplacements: 1)
    try office.folder.write(changed, to: "kantor/\(later.file)", permissions: 0o600)
    let run = try await office.run(later.command, on: Self.day)
    #expect(run.exitCode == later.code, "\(run.errorText)")
    #expect(run.errorText.contains(later.file), "\(run.errorText)")
    #expect(run.errorText.contains("ditulis tenggat yang lebih baru"), "\(run.errorText)")
    #expect(run.errorText.contains("pasang tenggat terbaru"), "\(run.errorText)")
    #expect(try office.text(of: later.file) == changed)
  }

  @Test(arguments: ["kantor.yaml", "kalender/baru.yaml"])
  func `a key that only a later version knows is not just to be deleted`(_ file: String)
    async throws
  {
    let office = try workspace()
    let text = (try? office.text(of: file)) ?? "kalender: baru\ndiperiksa: 2026-01-02\n"
    try office.write(text + "kunci_kelak: ya\n", to: file)
    let run = try await office.run("jadwal", on: Self.day)
    #expect(run.exitCode == 78, "\(run.errorText)")
    #expect(
      run.errorText.contains(
        "kunci 'kunci_kelak' tidak dikenal; hapus kunci ini, atau pasang tenggat terbaru"))
  }

  @Test func `no repair takes the rows of a later version for damaged ones`() async throws {
    let office = try workspace()
    let name = "buku/63.05.12/2026.csv"
    let changed = try office.text(of: name).replacing(",rantai\n", with: ",rantai,lokasi\n")
    try office.write(changed, to: name)
    for words in [
      "periksa --pulihkan", "periksa --pulihkan --coba", "periksa --pulihkan --sisihkan",
    ] {
      let before = office.folder.files
      let run = try await office.run(words, on: Self.day)
      #expect(run.exitCode == 65)
      let said = run.outputText + run.errorText
      #expect(said.contains("ditulis tenggat yang lebih baru"), "\(said)")
      #expect(said.contains("pasang tenggat terbaru"), "\(said)")
      #expect(try office.text(of: name) == changed)
      #expect(office.folder.files == before)
    }
  }

  @Test func `a frozen quarter in a later form is not told to be damaged`() async throws {
    let office = try workspace()
    let file = try #require(
      office.folder.files.first { $0.hasPrefix("kantor/ekspor/beku/") && $0.hasSuffix(".xml") })
    let text = try office.folder.text(of: file)
      .replacing("kepatuhan:1", with: "kepatuhan:2").replacing("versi=\"1\"", with: "versi=\"2\"")
    try office.folder.write(text, to: file)
    // The row with its hash, as a later version would have written it.
    let hash = ReferenceSHA256.hexadecimal(Array(text.utf8))
    let path = String(file.dropFirst("kantor/".count))
    try FileManager.default.removeItem(atPath: "\(office.path)/buku")
    let entry =
      "1,2026-04-06T09:00:00+08:00,a,beku,63.05.12,,2026-TW1,2026-04-01,2026-04-06,,\(path),\(hash),"
    let seed = ReferenceSHA256.hexadecimal(Array("tenggat-buku-1 63.05.12 2026".utf8))
    let chain = ReferenceSHA256.hexadecimal(Array("\(seed)\n\(entry)".utf8))
    try office.write(
      "urutan,dicatat_pada,petugas,peristiwa,unit,laporan,periode,tanggal,diterima,nilai,berkas,"
        + "sha256,catatan,rantai\n\(entry),\(chain)\n", to: "buku/63.05.12/2026.csv")
    let run = try await office.run("beda 2026-TW1", on: Self.day)
    #expect(run.exitCode == 65, "\(run.errorText)")
    #expect(run.errorText.contains("berkas beku ini ditulis tenggat yang lebih baru; pasang"))
  }

  @Test func `a backup in a later form is not brought back`() async throws {
    let folder = try TemporaryFolder()
    let backup = folder.path(of: "cadangan")
    try FileManager.default.copyItem(
      atPath: Self.landed.appending(path: "cadangan-1").path, toPath: backup)
    let stamp = try folder.text(of: "cadangan/CADANGAN.json")
    try folder.write(
      stamp.replacing("\"versi\" : 1", with: "\"versi\" : 2"), to: "cadangan/CADANGAN.json")
    let run = try await ProgramRun.tenggat(
      ["pulihkan", backup, "pulihan"], in: folder.path,
      environment: ["TENGGAT_HARI_INI": Self.day])
    expectRefusal(run, 65, "dibuat tenggat yang lebih baru (bentuk 2); pasang tenggat terbaru")
  }
}
