import Foundation
import TestSupport
import Testing

/// `pengguna`: who may open the pages.
struct UserCommandTests {
  private static let password = "kuda lari pagi sore"

  private func run(
    _ office: Office, _ words: [String], input: String = "\(password)\n"
  ) async throws -> ProgramRun {
    try await ProgramRun.tenggat(
      ["pengguna"] + words, in: office.path, environment: ["TENGGAT_HARI_INI": "2026-04-02"],
      input: Array(input.utf8))
  }

  @Test func `users are added, listed, given another password and removed`() async throws {
    let office = try await Office.founded()
    let added = try await run(
      office, ["tambah", "siti", "--nama", "Siti Aminah", "--peran", "kasubbag"])
    #expect(added.errorText == "")
    #expect(added.outputText == "Pengguna siti ditambahkan: Siti Aminah, kasubbag.\n")
    for words in [
      [
        "tambah", "rahmat", "--nama", "Rahmat", "--peran", "kasi", "--jabatan", "Kasi Pemerintahan",
      ],
      ["add", "op", "--nama", "Op", "--peran", "operator-desa", "--desa", "Tarungin"],
    ] {
      #expect(try await run(office, words).exitCode == 0)
    }
    expectGolden(try await run(office, ["daftar"]).output, named: "pengguna-daftar.txt")
    expectGolden(try await run(office, ["daftar", "--json"]).output, named: "pengguna-daftar.json")

    let file = "\(office.path)/pengguna.csv"
    let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    let before = try office.folder.text(of: "kantor/pengguna.csv")
    #expect(before.contains("$7$") && !before.contains("kuda"))

    #expect(try await run(office, ["sandi", "SITI"]).outputText == "Sandi siti diganti.\n")
    let after = try office.folder.text(of: "kantor/pengguna.csv")
    #expect(after != before)
    #expect(try await run(office, ["hapus", "op"]).outputText == "Pengguna op dihapus.\n")
    #expect(try !office.folder.text(of: "kantor/pengguna.csv").contains("op,"))
    #expect(try await office.run("periksa pengguna", on: "2026-04-02").exitCode == 0)
  }

  @Test(arguments: [
    ("tambah Siti --nama root --peran raja", 64, "akun 'Siti' tidak dapat dipakai"),
    ("tambah Siti --nama root --peran raja", 64, "peran 'raja' tidak dikenal"),
    ("tambah siti --nama Siti --peran kasi", 64, "peran kasi tanpa jabatan"),
    ("tambah siti --nama Siti --peran kasi --jabatan raja", 64, "jabatan 'raja' tidak dikenal"),
    ("tambah siti --nama Siti --peran operator-desa", 64, "tanpa desa"),
    ("tambah siti --nama Siti --peran operator-desa --desa Antahberantah", 64, "tidak dipantau"),
    ("tambah siti --nama Siti --peran camat --desa Tarungin", 64, "hanya untuk peran"),
    ("sandi siti", 64, "akun 'siti' tidak ada; belum ada pengguna"),
    ("hapus siti", 64, "akun 'siti' tidak ada"),
  ])
  func `what makes no sense is refused, all of it`(
    words: String, code: Int, sentence: String
  ) async throws {
    let office = try await Office.founded()
    let run = try await run(office, words.split(separator: " ").map(String.init))
    expectRefusal(run, code, sentence)
    #expect(!FileManager.default.fileExists(atPath: "\(office.path)/pengguna.csv"))
  }

  @Test(arguments: [
    ("", "sandi tidak terbaca"), ("\n", "sandi tidak terbaca"),
    ("pendek 99\n", "sandi kurang dari 10 huruf"), ("hatungun 2026\n", "mudah ditebak"),
    ("Tapin 2026-9\n", "mudah ditebak"),
    ("kuda lari pagi\nsore\n", "lebih dari satu baris"), ("kuda\tlari pagi\n", "karakter kendali"),
    (String(repeating: "kudalari", count: 17) + "\n", "lebih dari 128 byte"),
    (String(repeating: "kudalari", count: 200) + "\n", "sandi tidak terbaca"),
  ])
  func `a password that is none is refused`(input: String, sentence: String) async throws {
    let office = try await Office.founded()
    let run = try await run(
      office, ["tambah", "siti", "--nama", "Siti", "--peran", "kasubbag"], input: input)
    expectRefusal(run, 64, sentence)
    #expect(!FileManager.default.fileExists(atPath: "\(office.path)/pengguna.csv"))
  }

  @Test func `an account is there once`() async throws {
    let office = try await Office.founded()
    let words = ["tambah", "siti", "--nama", "Siti", "--peran", "kasubbag"]
    #expect(try await run(office, words).exitCode == 0)
    expectRefusal(try await run(office, words), 73, "akun 'siti' sudah ada")
    // What else is wrong hides nothing of it, and is told with it.
    let worse = try await run(
      office, ["tambah", "siti", "--nama", "Siti", "--peran", "raja"])
    expectRefusal(worse, 73, "akun 'siti' sudah ada")
    #expect(worse.errorText.contains("peran 'raja' tidak dikenal"))
  }

  /// In a terminal the password is asked for twice and not shown.
  @Test func `a terminal shows nothing of a password`() async throws {
    let office = try await Office.founded()
    let script = """
      import os, pty, sys
      answers = [b"kuda lari pagi sore\\n", sys.argv[2].encode() + b"\\n"]
      pid, fd = pty.fork()
      if pid == 0:
          os.execv(sys.argv[1], [sys.argv[1]] + sys.argv[3:])
      shown = b""
      while True:
          try:
              data = os.read(fd, 1024)
          except OSError:
              break
          if not data:
              break
          shown += data
          if shown.rstrip(b" ").endswith(b":") and answers:
              os.write(fd, answers.pop(0))
      _, status = os.waitpid(pid, 0)
      print(shown.decode().replace("\\r", ""), os.waitstatus_to_exitcode(status))
      """
    for (second, ending) in [
      ("kuda lari pagi", "kedua sandi berbeda; ulangi\n 64\n"),
      ("kuda lari pagi sore", "Pengguna siti ditambahkan: Siti, kasubbag.\n 0\n"),
    ] {
      let run = try await ProgramRun.run(
        "/usr/bin/python3",
        ["-c", script, ProgramRun.builtProgram, second, "pengguna", "tambah", "siti"]
          + ["--nama", "Siti", "--peran", "kasubbag", "--warna", "tidak"],
        in: office.path)
      #expect(run.outputText.hasPrefix("Sandi baru: \nSekali lagi: \n"), "\(run.outputText)")
      #expect(run.outputText.hasSuffix(ending), "\(run.outputText)")
      #expect(!run.outputText.contains("kuda"))
    }
  }
}
