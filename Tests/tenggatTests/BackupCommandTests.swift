import Foundation
import TestSupport
import Testing

/// `cadangkan`, `pulihkan` and `status` from end to end.
struct BackupCommandTests {
  private static let day = "2026-03-02"

  private func recorded() async throws -> Office {
    let office = try await Office.founded()
    try office.write("%PDF-1.4 tanda terima\n", to: "surat.pdf")
    try await office.do(
      "catat LKIP --berkas surat.pdf --tanggal 2026-02-27", on: BackupCommandTests.day)
    try await office.do("catat RFK 2025-TW4", on: BackupCommandTests.day)
    try FileManager.default.createDirectory(
      atPath: office.folder.path(of: "cadangan"), withIntermediateDirectories: false)
    return office
  }

  private func backups(_ office: Office) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: office.folder.path(of: "cadangan")).sorted()
  }

  /// What a run printed, with the clock's own time and the folder of the test as they never are.
  private func transcript(_ office: Office, _ words: String, code: Int) async throws -> String {
    let run = try await office.run(words, on: BackupCommandTests.day)
    #expect(run.exitCode == code, "\(words): \(run.errorText)")
    return "$ tenggat \(words)\n\(run.errorText)\(run.outputText)\n"
      .replacing(#/2026-03-02-[0-9]{6}/#, with: "2026-03-02-170000")
      .replacing(#/T[0-9:]{8}\+08:00/#, with: "T17:00:00+08:00")
      .replacing(#/pukul [0-9.]{5}/#, with: "pukul 17.00")
      .replacing(office.folder.path, with: "/srv")
      .replacing(#/"byte" : [0-9]+/#, with: "\"byte\" : 1000")
      .replacing(#/, [0-9,]+ KB, /#, with: ", 10 KB, ")
  }

  @Test func `a backup is made, proved, brought back and told of`() async throws {
    let office = try await recorded()
    var text = try await transcript(office, "status", code: 0)
    text += try await transcript(office, "cadangkan ../cadangan", code: 0)
    let name = try #require(try backups(office).first)
    text += try await transcript(office, "status", code: 0)
    text += try await transcript(office, "pulihkan ../cadangan/\(name) ../latihan", code: 0)
    try await office.do("catat LKAT 2025", on: BackupCommandTests.day)
    text += try await transcript(office, "pulihkan ../cadangan/\(name) ../latihan-2", code: 0)
    text += try await transcript(office, "periksa --terhadap ../cadangan/\(name)", code: 0)
    expectGolden(text, named: "cadangkan.txt")
    // What was brought back is a workspace that goes on.
    let again = try await ProgramRun.tenggat(
      ["catat", "Realisasi", "2025-TW4", "--ruang", "../latihan"], in: office.path,
      environment: ["TENGGAT_HARI_INI": BackupCommandTests.day, "TENGGAT_PETUGAS": "a"])
    #expect(again.exitCode == 0, "\(again.errorText)")
    #expect(try await office.run("periksa --ruang ../latihan", on: "2026-03-02").exitCode == 0)
  }

  @Test func `a backup of more than seven days is remarked on`() async throws {
    let office = try await recorded()
    try await office.do("cadangkan ../cadangan", on: BackupCommandTests.day)
    #expect(!(try await office.do("status", on: "2026-03-09")).contains("; sudah "))
    #expect(
      try await office.do("status", on: "2026-03-10")
        .contains(
          "baris); sudah 8 hari, setiap hari: tenggat cadangkan pasang TUJUAN\n"))
  }

  @Test func `programs read what came of it`() async throws {
    let office = try await recorded()
    var text = try await transcript(office, "backup ../cadangan --simpan 1 --json", code: 0)
    let name = try #require(try backups(office).first)
    text += try await transcript(office, "status --json", code: 0)
    text += try await transcript(office, "restore ../cadangan/\(name) ../latihan --json", code: 0)
    expectGolden(text, named: "cadangkan-json.txt")
  }

  @Test func `a damaged ledger is copied, not proved, and keeps the last good backup`() async throws
  {
    let office = try await recorded()
    try await office.do("cadangkan ../cadangan", on: "2026-03-01")
    let ledger = "buku/63.05.12/2026.csv"
    try office.write(try office.text(of: ledger).replacing("RFK", with: "XFK"), to: ledger)
    var text = try await transcript(office, "cadangkan ../cadangan --simpan 1", code: 1)
    #expect(try backups(office).count == 2)
    text += try await transcript(office, "status", code: 1)
    let last = try #require(try backups(office).last)
    text += try await transcript(office, "pulihkan ../cadangan/\(last) ../latihan", code: 1)
    expectGolden(
      text.replacing(#/2026-03-01-[0-9]{6}/#, with: "2026-03-01-170000"),
      named: "cadangkan-rusak.txt")
  }

  @Test func `secrets are named, and are for their owner alone`() async throws {
    let office = try await recorded()
    let added = try await ProgramRun.tenggat(
      ["pengguna", "tambah", "siti", "--nama", "Siti", "--peran", "kasubbag"], in: office.path,
      environment: ["TENGGAT_HARI_INI": "2026-03-02"], input: Array("kuda lari pagi sore\n".utf8))
    try #require(added.exitCode == 0, "\(added.errorText)")
    let text = try await office.do("cadangkan ../cadangan", on: BackupCommandTests.day)
    #expect(text.contains("(folder 0700, berkas 0600); memuat pengguna.csv\n"))
    let name = try #require(try backups(office).first)
    for path in ["pengguna.csv", "kantor.yaml", "buku/63.05.12/2026.csv"] {
      let file = office.folder.path(of: "cadangan/\(name)/\(path)")
      let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
      #expect(mode == 0o600, "\(path)")
    }
    #expect(try await office.do("status", on: "2026-03-02").contains("1 pengguna (1 kasubbag)"))
  }

  @Test func `what cannot be is refused, and nothing is made`() async throws {
    let office = try await recorded()
    try await office.do("cadangkan ../cadangan", on: BackupCommandTests.day)
    let name = try #require(try backups(office).first)
    try office.folder.write("x", to: "terisi/berkas")
    for (words, code, message) in [
      ("cadangkan ../tidak-ada", 66, "folder ../tidak-ada tidak ada; tidak ada yang dibuat"),
      ("cadangkan .", 64, ". terletak dalam ruang kerja"),
      ("cadangkan ekspor", 64, "ekspor terletak dalam ruang kerja"),
      ("cadangkan ..", 64, "ruang kerja terletak dalam .."),
      ("cadangkan surat.pdf", 74, "surat.pdf"),
      ("cadangkan ../cadangan --simpan 0", 64, "--simpan 0 tidak menyisakan apa pun"),
      ("cadangkan ../cadangan --simpan tiga", 64, "tulis bilangan, misalnya 12"),
      ("cadangkan ../cadangan --ruang ..", 66, "tidak ada ruang kerja"),
      ("pulihkan ../tidak-ada ../a", 66, "../tidak-ada bukan cadangan"),
      ("pulihkan ../cadangan ../a", 66, "../cadangan bukan cadangan"),
      ("pulihkan ../cadangan/\(name) ../terisi", 73, "../terisi sudah berisi"),
      ("pulihkan ../cadangan/\(name) .", 73, ". sudah berisi"),
      ("pulihkan ../cadangan/\(name) buku/a", 73, "terletak dalam ruang kerja lain"),
      ("pulihkan ../cadangan/\(name) ../cadangan/\(name)/a", 64, "dalam cadangannya sendiri"),
      ("pulihkan ../cadangan/\(name) ../a --ruang ..", 66, "tidak ada ruang kerja"),
    ] {
      expectRefusal(try await office.run(words, on: BackupCommandTests.day), code, message)
    }
    #expect(try backups(office) == [name])
    #expect(!office.folder.holds("a"))
    // What cannot be asked for is no backup that failed; a folder that is not there, or is none, makes one.
    let record = try office.text(of: "cadangan.csv").split(separator: "\n")
    #expect(record.count == 4)
    #expect(record.count { $0.contains(",folder tujuan tidak ada") } == 1)
  }

  @Test func `a filled year is told of on one screen`() async throws {
    let office = try await Office.filled.value
    let run = try await office.run("status", on: Office.day)
    #expect(run.exitCode == 0, "\(run.errorText)")
    #expect(run.errorText == "")
    #expect(run.outputText.split(separator: "\n").count <= 24)
    expectGolden(
      run.outputText.replacing(office.folder.path, with: "/srv"), named: "status.txt")
  }

  @Test func `years without holidays and files of users that are open are told of`() async throws {
    let office = try await recorded()
    let text = try await office.do("status", on: "2027-06-01")
    #expect(text.contains("2028: belum ada; "))
    try office.folder.write("akun\n", to: "kantor/pengguna.csv", permissions: 0o644)
    let run = try await office.run("status", on: BackupCommandTests.day)
    #expect(run.exitCode == 1)
    #expect(run.errorText.contains("pengguna.csv: galat: "))
    try FileManager.default.removeItem(atPath: "\(office.path)/pengguna.csv")
    try office.write("waktu,tujuan,nama,berkas,byte,baris,hasil,catatan,x\n", to: "cadangan.csv")
    let newer = try await office.run("status", on: BackupCommandTests.day)
    #expect(newer.exitCode == 1)
    #expect(
      newer.errorText.contains("ditulis tenggat yang lebih baru (ada kolom tambahan); pasang"))
  }
}
