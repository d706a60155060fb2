import Foundation
import TestSupport
import Testing

/// What a command lives in: its output, its limits, other users, and things that bear the names of its files.
@Suite struct `A command in hostile surroundings` {
  private static let today = "2026-02-20"
  private static let isRoot = getuid() == 0

  private func recorded() async throws -> Office {
    let office = try await Office.founded()
    try await office.do("catat LKIP 2025", on: `A command in hostile surroundings`.today)
    return office
  }

  /// Runs a line of the shell in a workspace, where `$T` is the program.
  private func shell(_ office: Office, _ line: String) async throws -> ProgramRun {
    try await ProgramRun.run(
      "/bin/bash", ["-c", line], in: office.path,
      environment: [
        "T": ProgramRun.builtProgram, "TENGGAT_PETUGAS": "kasubbag",
        "TENGGAT_HARI_INI": `A command in hostile surroundings`.today,
      ])
  }

  private func rowCount(_ office: Office) throws -> Int { try office.rows().count }

  // MARK: - Output

  @Test func `a reader that has seen enough changes neither the row nor the code`() async throws {
    let office = try await recorded()
    // The reader is gone before the first byte: the shell waits for it.
    let run = try await shell(
      office,
      "exec 3> >(exit 0); sleep 0.2; $T catat LKAT 2025 >&3; echo $?; $T jadwal --ketat >&3; echo $?"
    )
    #expect(run.outputText == "0\n0\n" || run.outputText == "0\n1\n", "\(run.outputText)")
    #expect(run.errorText == "")
    #expect(try rowCount(office) == 2)
  }

  @Test(arguments: [("> /dev/full", "penyimpanan penuh"), (">&-", "sudah ditutup")])
  func `output that cannot be written is told, and the row is in`(
    _ output: String, _ word: String
  ) async throws {
    let office = try await recorded()
    let run = try await shell(office, "$T catat LKAT 2025 \(output)")
    #expect(run.exitCode == 74)
    #expect(run.errorText.contains("(\(word))") && run.errorText.contains("tetap tercatat"))
    #expect(try rowCount(office) == 2)
    let reading = try await shell(office, "$T jadwal \(output)")
    #expect(reading.exitCode == 74)
  }

  @Test func `no file gets the number of an output that is closed`() async throws {
    let office = try await recorded()
    let before = try office.text(of: "buku/63.05.12/2026.csv")
    let run = try await shell(office, "$T catat LKAT 2025 <&- >&- 2>&-")
    #expect(run.exitCode == 74)
    let after = try office.text(of: "buku/63.05.12/2026.csv")
    #expect(after.hasPrefix(before) && after.split(separator: "\n").count == 3)
    #expect(try await office.run("periksa buku", on: "2026-03-02").exitCode == 0)
  }

  // MARK: - Limits

  @Test func `a file that may not grow undoes the row and is told`() async throws {
    let office = try await recorded()
    let before = try office.records()
    // What the program says goes through a pipe, which has no such limit.
    let run = try await shell(office, "(ulimit -f 0; $T catat LKAT 2025; echo $?) 2>&1 | cat")
    #expect(
      run.outputText.contains("menulis gagal (melampaui batas ukuran berkas)"), "\(run.outputText)")
    #expect(run.outputText.hasSuffix("\n74\n"))
    #expect(try office.records() == before)
  }

  private static let canLimit = FileManager.default.isExecutableFile(atPath: "/usr/bin/prlimit")

  @Test(.enabled(if: canLimit), arguments: [3, 4, 5, 6, 8])
  func `too few files that may be open fail a command, or do not matter`(_ limit: Int)
    async throws
  {
    let office = try await recorded()
    let run = try await shell(office, "/usr/bin/prlimit --nofile=\(limit) $T catat LKPJ 2025")
    let rows = try office.rows().map { $0[5] }
    if run.exitCode == 0 {
      #expect(rows == ["LKIP", "LKPJ"])
    } else {
      #expect(rows == ["LKIP"])
      #expect(!run.errorText.isEmpty && run.outputText.isEmpty)
    }
    #expect(!run.outputText.contains("PEMAKAIAN"))
  }

  private static let canUnmount =
    isRoot && FileManager.default.isExecutableFile(atPath: "/usr/bin/unshare")

  @Test(.enabled(if: canUnmount)) func `a command whose arguments cannot be read does nothing`()
    async throws
  {
    let office = try await recorded()
    let run = try await shell(
      office, "unshare -m /bin/sh -c 'mount -t tmpfs none /proc && exec $T catat LKAT 2025'")
    #expect(run.exitCode == 74, "\(run.errorText)")
    #expect(run.errorText.contains("perintahnya tidak dapat dibaca"))
    #expect(run.outputText.isEmpty)
    #expect(try rowCount(office) == 1)
  }

  // MARK: - Other users

  @Test(arguments: [
    ("000", "640", "750"), ("022", "640", "750"), ("027", "640", "750"), ("077", "600", "700"),
  ])
  func `what is made is for the office, whatever the umask`(
    _ umask: String, _ file: String, _ folder: String
  ) async throws {
    let office = Office(folder: try TemporaryFolder())
    let run = try await ProgramRun.run(
      "/bin/bash",
      [
        "-c",
        "umask \(umask); $T mulai 63.05.12 kantor && cd kantor && printf '%%PDF-1.4' > x.pdf && "
          + "$T catat LKIP 2025 --berkas x.pdf && $T ekspor xml --triwulan 2026-TW1 && $T ingatkan && "
          + "rm x.pdf; find . -not -path '*/dokumen/*' -printf '%y%m\\n' | sort -u",
      ], in: office.folder.path,
      environment: [
        "T": ProgramRun.builtProgram, "TENGGAT_PETUGAS": "kasubbag",
        "TENGGAT_HARI_INI": `A command in hostile surroundings`.today,
      ])
    #expect(
      run.outputText.hasSuffix("\nd\(folder)\nf\(file)\n"), "\(run.outputText) \(run.errorText)")
    #expect(run.outputText.split(separator: "\n").filter { $0.count == 4 }.count == 2)
  }

  @Test func `colleagues who share a folder can go on with what one of them made`() async throws {
    let office = Office(folder: try TemporaryFolder())
    let run = try await ProgramRun.run(
      "/bin/bash",
      [
        "-c",
        "umask 022; mkdir kantor && chmod 2770 kantor && $T mulai 63.05.12 kantor && cd kantor && "
          + "$T catat LKIP 2025 && find . -printf '%y%m\\n' | sort -u",
      ], in: office.folder.path,
      environment: [
        "T": ProgramRun.builtProgram, "TENGGAT_PETUGAS": "kasubbag",
        "TENGGAT_HARI_INI": `A command in hostile surroundings`.today,
      ])
    #expect(run.outputText.hasSuffix("\nd2770\nf660\n"), "\(run.outputText) \(run.errorText)")
  }

  private static let canDrop =
    isRoot && FileManager.default.isExecutableFile(atPath: "/usr/bin/setpriv")
    && FileManager.default.isExecutableFile(atPath: "/usr/bin/flock")

  @Test(.enabled(if: canDrop)) func `who may only read the ledger cannot keep the office out`()
    async throws
  {
    let office = try await recorded()
    let ledger = office.path + "/buku/63.05.12/2026.csv"
    chmod(ledger, 0o644)
    // The reader has the file open already; the folders need not let anybody in.
    let run = try await shell(
      office,
      "exec 3< \(ledger); setpriv --reuid 65534 --regid 65534 --clear-groups flock -x 3; "
        + "setpriv --reuid 65534 --regid 65534 --clear-groups sleep 60 & R=$!; exec 3<&-; "
        + "flock -n -x \(ledger) true && echo bebas; $T catat LKAT 2025; echo $?; kill $R")
    #expect(!run.outputText.contains("bebas"))
    #expect(run.outputText.hasSuffix("\n0\n"), "\(run.outputText) \(run.errorText)")
    #expect(try rowCount(office) == 2)
  }

  // MARK: - Names that are taken

  @Test func `the folder of a kecamatan may be a link, and is checked then too`() async throws {
    let office = try await recorded()
    let folder = office.path + "/buku/63.05.12"
    try FileManager.default.moveItem(atPath: folder, toPath: office.folder.path(of: "jauh"))
    try #require(symlink("../../jauh", folder) == 0)
    try await office.do("catat LKAT 2025", on: `A command in hostile surroundings`.today)
    try await office.do("periksa buku", on: "2026-03-02")
    let text = try office.folder.text(of: "jauh/2026.csv")
    try office.folder.write(text.replacing("LKAT", with: "LKIP"), to: "jauh/2026.csv")
    #expect(try await office.run("periksa buku", on: "2026-03-02").exitCode == 1)
    try FileManager.default.removeItem(atPath: office.folder.path(of: "jauh"))
    for words in ["periksa buku", "periksa", "jadwal", "catat LKPJ 2025"] {
      let run = try await office.run(words, on: `A command in hostile surroundings`.today)
      #expect(run.exitCode == (words.hasPrefix("periksa") ? 1 : 74), "\(words): \(run.exitCode)")
      #expect(
        run.errorText.contains("buku/63.05.12") && run.errorText.contains("tetapi tautan "),
        "\(words): \(run.errorText)")
    }
  }

  @Test(
    .timeLimit(.minutes(15)),
    arguments: [
      ("buku/63.05.12/2026.csv", "catat LKAT 2025", "jadwal"),
      ("buku/63.05.12/.tenggat-kunci-2026.csv", "catat LKAT 2025", ""),
      ("pengingat/.kunci", "ingatkan", ""), ("pengingat/2026.csv", "ingatkan", "periksa pengingat"),
      ("sudah-dilihat.csv", "periksa --tandai-dilihat", "periksa"),
    ])
  func `what is no file is told with its way out, and never waited on`(
    _ name: String, _ writing: String, _ reading: String
  ) async throws {
    let office = try await Office.founded()
    let path = office.path + "/" + name
    try FileManager.default.createDirectory(
      atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    // A reader and a writer of the same file meet a link in different ways.
    for (make, words) in [
      (
        { symlink("tidak-ada", path) },
        ["tautan simbolik ke tidak-ada", "tautan ke berkas yang tidak ada"]
      ),
      ({ mkdir(path, 0o755) }, ["folder"]), ({ mkfifo(path, 0o644) }, ["pipa"]),
    ] as [(() -> Int32, [String])] {
      func isTold(_ text: String) -> Bool {
        words.contains { text.contains("bukan berkas biasa, tetapi \($0)") }
      }
      #expect(make() == 0)
      let run = try await office.run(writing, on: `A command in hostile surroundings`.today)
      #expect([73, 74].contains(run.exitCode), "\(name): \(run.exitCode) \(run.errorText)")
      #expect(run.errorText.contains(name) && isTold(run.errorText), "\(run.errorText)")
      #expect(run.errorText.contains("pindahkan itu, lalu taruh berkasnya sendiri"))
      if !reading.isEmpty {
        let look = try await office.run(reading, on: `A command in hostile surroundings`.today)
        // A check that cannot look is a fault of what it looks at.
        let code = reading.hasPrefix("periksa") ? 1 : 74
        #expect(look.exitCode == code, "\(name): \(look.exitCode) \(look.errorText)")
        #expect(isTold(look.errorText), "\(look.errorText)")
      }
      try FileManager.default.removeItem(atPath: path)
    }
    #expect(!FileManager.default.fileExists(atPath: office.path + "/tidak-ada"))
  }
}
