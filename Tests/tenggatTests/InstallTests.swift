import Foundation
import TestSupport
import Testing

/// How a server is told to run the reminders and the backups every day.
struct InstallTests {
  /// A stand-in for `crontab` that keeps the text in a file, and says what cron's own says.
  private static let crontab = """
    #!/bin/sh
    echo "$*" >> "$PAPAN/panggilan"
    if [ -n "$RUSAK" ]; then echo "crontab: $RUSAK" >&2; exit 1; fi
    case "$1" in
    -l) if [ -f "$PAPAN/isi" ]; then cat "$PAPAN/isi"; else
          echo "no crontab for kantor" >&2; exit 1; fi ;;
    -) cat > "$PAPAN/isi" ;;
    *) exit 2 ;;
    esac
    """

  /// Makes a folder beside an office.
  private static func makeFolder(_ name: String, of office: Office) throws {
    try FileManager.default.createDirectory(
      atPath: office.folder.path(of: name), withIntermediateDirectories: false)
  }

  /// An office with the stand-in before everything else in `PATH`.
  private struct Server {
    let office: Office

    init() async throws {
      office = try await Office.founded()
      try office.folder.write(InstallTests.crontab, to: "papan/crontab", permissions: 0o755)
    }

    func run(_ words: String, broken: String = "") async throws -> ProgramRun {
      try await office.run(
        words, on: "2026-07-06",
        environment: [
          "PATH": "\(office.folder.path(of: "papan")):/usr/bin:/bin",
          "PAPAN": office.folder.path(of: "papan"), "RUSAK": broken,
        ])
    }

    func text() throws -> String { try office.folder.text(of: "papan/isi") }
  }

  @Test(arguments: [
    ("ingatkan pasang", "remind install", "ingatkan-pasang.txt"),
    ("cadangkan pasang ../usb", "backup install ../usb", "cadangkan-pasang.txt"),
  ])
  func `the printed text is as it was last read over`(
    _ words: String, _ english: String, _ golden: String
  ) async throws {
    let office = try await Office.founded()
    try InstallTests.makeFolder("usb", of: office)
    let run = try await office.run(words, on: Office.day)
    #expect(run.exitCode == 0, "\(run.errorText)")
    #expect(run.errorText == "")
    let path = office.path
    let text = run.outputText
      .replacing(path, with: "/srv/tenggat/hatungun")
      .replacing(office.folder.path(of: "usb"), with: "/media/usb")
      .replacing(ProgramRun.builtProgram, with: "/usr/local/bin/tenggat")
      .replacing(
        URL(fileURLWithPath: ProgramRun.builtProgram).resolvingSymlinksInPath().path,
        with: "/usr/local/bin/tenggat"
      )
      .replacing(#/User=.*/#, with: "User=kantor")
      // Whether these are there depends on where the tests' own folder lies.
      .replacing(#/(PrivateTmp=yes|ProtectHome=read-only)\n/#, with: "")
    expectGolden(text, named: golden)
    let other = try await office.run(english, on: Office.day)
    #expect(other.output == run.output)
  }

  @Test func `a backup has a line of its own in the crontab`() async throws {
    let server = try await Server()
    try InstallTests.makeFolder("usb", of: server.office)
    let usb = server.office.folder.path(of: "usb")
    #expect(try await server.run("ingatkan pasang --cron").exitCode == 0)
    let reminders = try server.text()
    let first = try await server.run("cadangkan pasang ../usb --cron --simpan 30 --jam 16.30")
    #expect(first.exitCode == 0, "\(first.errorText)")
    #expect(first.outputText.contains("Dipasang pada crontab: setiap hari pukul 16.30 WITA"))
    let both = try server.text()
    #expect(both.hasPrefix(reminders + "# tenggat cadangkan: \(server.office.path)\n30 8 * * * "))
    #expect(both.contains(" cadangkan \(usb) --simpan 30 --ruang \(server.office.path)\n"))
    let second = try await server.run("cadangkan pasang ../usb --cron")
    #expect(second.outputText.contains("Baris crontab diganti: setiap hari pukul 12.00 WITA"))
    // It is found without the folder for backups, and that need not be there any more.
    let removed = try await server.run("cadangkan pasang --hapus")
    #expect(removed.exitCode == 0, "\(removed.errorText)")
    #expect(try server.text() == reminders)
  }

  @Test func `the line of a backup makes one in an empty environment`() async throws {
    let office = try await Office.founded()
    let target = "usb 100% 'B'"
    try InstallTests.makeFolder(target, of: office)
    let shown = try await ProgramRun.tenggat(
      ["cadangkan", "pasang", "../\(target)"], in: office.path)
    try #require(shown.exitCode == 0, "\(shown.errorText)")
    let start = "0 4 * * * "
    let line = try #require(
      shown.outputText.split(separator: "\n").first { $0.hasPrefix(start) })
    let command = line.dropFirst(start.count).replacing("\\%", with: "%")
    let run = try await ProgramRun.run(
      "/usr/bin/env", ["-i", "/bin/sh", "-c", String(command)], in: "/")
    #expect(run.exitCode == 0, "\(run.errorText)")
    #expect(run.outputText.contains("Terbukti sama dengan ruang kerja"))
    #expect(office.folder.files.contains { $0.hasPrefix("\(target)/cadangan-63.05.12-") })
  }

  @Test func `a folder that no backup can go to is refused before it is installed`() async throws {
    let office = try await Office.founded()
    for (words, code, message) in [
      ("../tidak-ada", 66, "tidak ada yang dibuat"), (".", 64, "terletak dalam ruang kerja"),
      ("", 64, "TUJUAN belum disebut; tulis misalnya: tenggat cadangkan pasang /media/usb"),
      (". --simpan 0", 64, "tidak menyisakan apa pun"),
      (". --cron --hapus", 64, "tidak dapat bersama"),
    ] {
      let run = try await office.run("cadangkan pasang \(words)", on: Office.day)
      expectRefusal(run, code, message)
    }
  }

  @Test func `the server's zone and the office's stand side by side`() async throws {
    let office = try await Office.founded()
    let run = try await office.run(
      "ingatkan pasang --jam 07:30", on: Office.day, environment: ["TZ": "<+07>-7"])
    #expect(run.outputText.contains("pukul 07.30 WITA (06.30 pada jam server, UTC+7)"))
    #expect(run.outputText.contains("\n30 6,8,10,12 * * * "))
    #expect(run.outputText.contains("OnCalendar=*-*-* 23:30:00 UTC"))
  }

  @Test func `a line is put into the crontab once, changed, and taken out`() async throws {
    let server = try await Server()
    let first = try await server.run("ingatkan pasang --cron")
    #expect(first.exitCode == 0, "\(first.errorText)")
    #expect(first.outputText.contains("Dipasang pada crontab: setiap hari pukul 08.00 WITA"))
    let once = try server.text()
    #expect(once.contains("# tenggat: \(server.office.path)\n0 0,2,4,6 * * * "))
    let second = try await server.run("ingatkan pasang --cron")
    #expect(second.outputText.contains("Sudah terpasang"))
    #expect(try server.text() == once)
    let third = try await server.run("ingatkan pasang --cron --jam 09.15")
    #expect(third.outputText.contains("Baris crontab diganti: setiap hari pukul 09.15 WITA"))
    #expect(try server.text() == once.replacing("\n0 0,2,4,6 * * *", with: "\n15 1,3,5,7 * * *"))
    let removed = try await server.run("ingatkan pasang --hapus")
    #expect(removed.outputText.contains("Dicabut dari crontab"))
    #expect(try server.text() == "")
    let again = try await server.run("ingatkan pasang --hapus")
    #expect(again.outputText.contains("Tidak ada dalam crontab"))
    // What changes nothing writes nothing.
    let calls = try server.office.folder.text(of: "papan/panggilan")
    #expect(calls == "-l\n-\n-l\n-l\n-\n-l\n-\n-l\n")
  }

  @Test func `other lines of the crontab stay`() async throws {
    let server = try await Server()
    let others = "MAILTO=kantor@contoh.invalid\n5 4 * * * cadangan 'a b' %x\n"
    try server.office.folder.write(others, to: "papan/isi")
    #expect(try await server.run("ingatkan pasang --cron").exitCode == 0)
    #expect(try server.text().hasPrefix(others))
    #expect(try await server.run("ingatkan pasang --hapus").exitCode == 0)
    #expect(try server.text() == others)
  }

  @Test func `a crontab that cannot be read is not written over`() async throws {
    let server = try await Server()
    try server.office.folder.write("5 4 * * * x\n", to: "papan/isi")
    expectRefusal(
      try await server.run("ingatkan pasang --cron", broken: "you are not allowed"), 74,
      "crontab tidak dapat dibaca (crontab: you are not allowed)")
    #expect(try server.text() == "5 4 * * * x\n")
  }

  @Test func `a broken block is named with its line`() async throws {
    let server = try await Server()
    let broken = "5 4 * * * x\n# tenggat: \(server.office.path)\n0 0 * * * y\n"
    try server.office.folder.write(broken, to: "papan/isi")
    expectRefusal(try await server.run("ingatkan pasang --cron"), 65, "baris 2 crontab")
    #expect(try server.text() == broken)
  }

  @Test func `a server without cron is told so`() async throws {
    let office = try await Office.founded()
    let run = try await office.run(
      "ingatkan pasang --cron", on: Office.day,
      environment: ["PATH": office.folder.path(of: "tidak-ada")])
    expectRefusal(run, 66, "program crontab tidak ada")
    #expect(run.errorText.contains("pakai systemd: tenggat ingatkan pasang"))
  }

  @Test(arguments: [
    ("ingatkan pasang --cron --hapus", "tidak dapat bersama"),
    ("ingatkan pasang --jam 24.00", "tulis jam sebagai 08.00"),
    ("ingatkan pasang --jam 8", "tulis jam sebagai 08.00"),
    ("ingatkan pasang --jam 08.60", "tulis jam sebagai 08.00"),
  ])
  func `what cannot be meant is refused`(_ words: String, _ message: String) async throws {
    let office = try await Office.founded()
    expectRefusal(try await office.run(words, on: Office.day), 64, message)
  }

  @Test func `an hour in which nothing would be sent is refused, later ones are left out`()
    async throws
  {
    let office = try await Office.founded()
    let settings = try office.text(of: "kantor.yaml")
    try office.write(settings + "\npengingat: { jam_tenang: 12.00-14.00 }\n", to: "kantor.yaml")
    let refused = try await office.run("ingatkan pasang --jam 12.00", on: Office.day)
    expectRefusal(refused, 64, "pukul 12.00 ada di dalam jam_tenang")
    let text = try await office.do("ingatkan pasang --jam 14.00", on: Office.day)
    #expect(text.contains("\n0 6,8,10,12 * * * "))
    #expect(text.contains("# Cron mengulanginya pukul 16.00, 18.00, 20.00:"))
    // Not at noon, and not on the next day.
    #expect(try await office.do("ingatkan pasang", on: Office.day).contains("\n0 0,2,6 * * * "))
    let late = try await office.do("ingatkan pasang --jam 21.00", on: Office.day)
    #expect(late.contains("\n0 13,15 * * * "))
  }

  @Test func `variables that cron does not have are named`() async throws {
    let server = try await Server()
    let settings = try server.office.text(of: "kantor.yaml")
    let channel = "{ nama: bot, jenis: webhook, url_lingkungan: URL_BOT }"
    try server.office.write(
      settings + "\npengingat: { saluran: [\(channel)] }\n", to: "kantor.yaml")
    let text = try await server.run("ingatkan pasang").outputText
    #expect(text.contains("# Perhatian: cron tidak memiliki variabel URL_BOT "))
    #expect(text.contains("EnvironmentFile=/etc/default/tenggat-ingatkan-63.05.12\n"))
    #expect(
      text.contains("# /etc/default/tenggat-ingatkan-63.05.12 (chmod 600), sebaris satu: URL_BOT="))
    let installed = try await server.run("ingatkan pasang --cron")
    #expect(installed.exitCode == 0)
    #expect(installed.errorText.contains("cron tidak memiliki variabel URL_BOT"))
  }

  @Test func `the line of the crontab runs in an empty environment`() async throws {
    let folder = try TemporaryFolder()
    let name = "ruang 100% 'A' $HOME"
    let made = try await ProgramRun.tenggat(["mulai", "63.05.12", name], in: folder.path)
    try #require(made.exitCode == 0, "\(made.errorText)")
    let shown = try await ProgramRun.tenggat(
      ["ingatkan", "pasang"], in: folder.path(of: name))
    let line = try #require(
      shown.outputText.split(separator: "\n").first { $0.hasPrefix("0 0,2,4,6 * * * ") })
    // As cron gives it to the shell.
    let command = line.dropFirst("0 0,2,4,6 * * * ".count).replacing("\\%", with: "%")
    func cron() async throws -> ProgramRun {
      try await ProgramRun.run(
        "/usr/bin/env", ["-i", "/bin/sh", "-c", String(command)], in: "/")
    }
    let first = try await cron()
    #expect(first.exitCode == 0, "\(first.errorText)")
    #expect(folder.files.contains { $0.hasPrefix("\(name)/pengingat/") })
    let second = try await cron()
    #expect(second.exitCode == 0)
    #expect(second.outputText == "")
  }
}
