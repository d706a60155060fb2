import CivilCalendar
import ComplianceModel
import DailyRuns
import Foundation
import SystemPackage
import TestSupport
import Testing

/// The line of a crontab and the units of systemd that start the reminders.
struct DailyRunTests {
  private func run(
    minute: Int = 8 * 60, again: [Int] = [], zone: IndonesianZone = .wita,
    program: FilePath = "/usr/local/bin/tenggat", workspace: FilePath = "/srv/tenggat/hatungun",
    data: FilePath? = nil
  ) throws -> DailyRun {
    try DailyRun(
      of: .reminders, minute: minute, again: again, zone: zone, program: program,
      workspace: workspace, data: data)
  }

  /// A backup at noon.
  private func backup(
    into target: FilePath = "/media/usb", workspace: FilePath = "/srv/tenggat/hatungun"
  ) throws -> DailyRun {
    try DailyRun(
      of: .backup, [target.string, "--simpan", "14"], minute: 12 * 60, zone: .wita,
      program: "/usr/local/bin/tenggat", workspace: workspace, data: nil)
  }

  private func units(_ run: DailyRun, into target: FilePath) throws -> SystemdUnits {
    let code = try #require(RegionCode("63.05.12"))
    return SystemdUnits(run, of: (code, "Kecamatan Hatungun"), owner: "kantor", into: target)
  }

  private func units(
    _ run: DailyRun, _ settings: ReminderSettings = ReminderSettings()
  ) throws -> SystemdUnits {
    let code = try #require(RegionCode("63.05.12"))
    return SystemdUnits(run, of: (code, "Kecamatan Hatungun"), owner: "kantor", settings)
  }

  // MARK: - Cron

  @Test(arguments: [
    (IndonesianZone.wib, 8 * 60, 0, "0 1"), (.wita, 8 * 60, 0, "0 0"), (.wit, 8 * 60, 0, "0 23"),
    (.wita, 7 * 60 + 59, 0, "59 23"), (.wita, 8 * 60, 8 * 3600, "0 8"),
    (.wib, 23 * 60 + 30, 9 * 3600, "30 1"), (.wita, 8 * 60, 5 * 3600 + 1800, "30 5"),
    (.wita, 0, -5 * 3600, "0 11"), (.wita, 1439, 8 * 3600, "59 23"),
  ])
  func `the hour is the office's, on the server's clock`(
    _ zone: IndonesianZone, _ minute: Int, _ server: Int, _ time: String
  ) throws {
    let lines = try run(minute: minute, zone: zone).cronLines(serverSecondsFromUTC: server)
    #expect(lines[1].hasPrefix("\(time) * * * /usr/local/bin/tenggat "))
  }

  @Test(arguments: [
    (8 * 60, 0, "0 0,2,4,6"), (8 * 60, 8 * 3600, "0 8,10,12,14"), (8 * 60, -3600, "0 1,3,5,23"),
    (7 * 60 + 30, 5 * 3600 + 1800, "0 5,7,9,11"),
  ])
  func `the hours of the same day follow in order, over the server's midnight too`(
    _ minute: Int, _ server: Int, _ time: String
  ) throws {
    let run = try run(minute: minute, again: [2, 4, 6])
    #expect(run.cronLines(serverSecondsFromUTC: server)[1].hasPrefix("\(time) * * * "))
  }

  @Test func `a unit names the file of its secret variables, where the office has any`() throws {
    #expect(try !units(run()).service.contains("EnvironmentFile"))
    let settings = ReminderSettings(channels: [
      ChannelSettings(
        name: "bot",
        kind: .webhook(
          url: .environment("BOT"), key: nil, headers: ["A": .environment("KEPALA")],
          template: nil, timeoutSeconds: 9))
    ])
    #expect(settings.secretVariables == ["BOT", "KEPALA"])
    let unit = try units(run(), settings)
    #expect(unit.service.contains("\nEnvironmentFile=/etc/default/tenggat-ingatkan-63.05.12\n"))
    #expect(unit.variablesFile == "/etc/default/tenggat-ingatkan-63.05.12")
  }

  @Test func `the line stands between comments that name the workspace`() throws {
    #expect(
      try run().cronLines(serverSecondsFromUTC: 0) == [
        "# tenggat: /srv/tenggat/hatungun",
        "0 0 * * * /usr/local/bin/tenggat ingatkan --ruang /srv/tenggat/hatungun",
        "# tenggat: /srv/tenggat/hatungun (akhir)",
      ])
  }

  @Test func `a backup has a line of its own, beside that of the reminders`() throws {
    #expect(
      try backup().cronLines(serverSecondsFromUTC: 0) == [
        "# tenggat cadangkan: /srv/tenggat/hatungun",
        "0 4 * * * /usr/local/bin/tenggat cadangkan /media/usb --simpan 14 "
          + "--ruang /srv/tenggat/hatungun",
        "# tenggat cadangkan: /srv/tenggat/hatungun (akhir)",
      ])
    let quoted = try backup(into: "/media/USB 1%").cronLines(serverSecondsFromUTC: 0)[1]
    #expect(quoted.contains(#" cadangkan '/media/USB 1\%' --simpan 14 "#))
    #expect(throws: DailyRun.Unwritable.self) { try backup(into: #"/media/a\b"#) }
    var text = CrontabText("")
    #expect(try text.install(try run(), serverSecondsFromUTC: 0) == .added)
    #expect(try text.install(try backup(), serverSecondsFromUTC: 0) == .added)
    #expect(try text.install(try backup(into: "/mnt/b"), serverSecondsFromUTC: 0) == .replaced)
    #expect(try text.remove(try backup()) == .removed)
    let left = try run().cronLines(serverSecondsFromUTC: 0)
    #expect(text.text == left.map { "\($0)\n" }.joined())
  }

  @Test func `what a shell or cron would act on is quoted`() throws {
    let run = try run(
      program: "/opt/ruang kerja/tenggat", workspace: "/srv/100% $HOME/kantor 'A'; rm",
      data: "/srv/data `x`")
    #expect(
      run.cronLines(serverSecondsFromUTC: 0)[1]
        == #"0 0 * * * TENGGAT_DATA='/srv/data `x`' '/opt/ruang kerja/tenggat' ingatkan --ruang "#
        + #"'/srv/100\% $HOME/kantor '\''A'\''; rm'"#)
  }

  @Test(arguments: ["/srv/a\\b", "/srv/a\nb", "/srv/a\tb", "/srv/\u{7F}"])
  func `a path that no crontab can hold is refused`(path: String) throws {
    let refused = #expect(throws: DailyRun.Unwritable.self) {
      try run(workspace: FilePath(path))
    }
    #expect(refused?.path == FilePath(path))
    #expect(throws: DailyRun.Unwritable.self) { try run(program: FilePath(path)) }
    #expect(throws: DailyRun.Unwritable.self) { try run(data: FilePath(path)) }
  }

  // MARK: - The text of a crontab

  private static let others = "MAILTO=a\n\n# tenggat: /srv/tenggat/hatungunan\n5 4 * * * x\n"

  @Test func `a line is added once, replaced in its place, and taken out again`() throws {
    var text = CrontabText(DailyRunTests.others)
    #expect(try text.install(try run(), serverSecondsFromUTC: 0) == .added)
    #expect(text.text.hasPrefix(DailyRunTests.others))
    let once = text
    #expect(try text.install(try run(), serverSecondsFromUTC: 0) == .unchanged)
    #expect(text == once)
    text = CrontabText(text.text + "6 4 * * * y\n")
    #expect(try text.install(try run(minute: 9 * 60), serverSecondsFromUTC: 0) == .replaced)
    #expect(
      text.text == once.text.replacing("\n0 0 * * *", with: "\n0 1 * * *") + "6 4 * * * y\n")
    #expect(try text.remove(try run()) == .removed)
    #expect(text.text == DailyRunTests.others + "6 4 * * * y\n")
    #expect(try text.remove(try run()) == .unchanged)
  }

  @Test func `two workspaces have a line each`() throws {
    var text = CrontabText("")
    #expect(try text.install(try run(), serverSecondsFromUTC: 0) == .added)
    #expect(try text.install(try run(workspace: "/srv/tenggat"), serverSecondsFromUTC: 0) == .added)
    #expect(try text.remove(try run()) == .removed)
    let other = try run(workspace: "/srv/tenggat").cronLines(serverSecondsFromUTC: 0)
    #expect(text.text == other.map { "\($0)\n" }.joined())
  }

  @Test func `a last line without its end is not joined to ours`() throws {
    var text = CrontabText("5 4 * * * x")
    #expect(try text.install(try run(), serverSecondsFromUTC: 0) == .added)
    #expect(text.text.hasPrefix("5 4 * * * x\n# tenggat: "))
  }

  @Test func `a copy of our line goes when it is put in again`() throws {
    let block = try run().cronLines(serverSecondsFromUTC: 0).map { "\($0)\n" }.joined()
    var text = CrontabText(block + "5 4 * * * x\n" + block)
    #expect(try text.install(try run(), serverSecondsFromUTC: 0) == .replaced)
    #expect(text.text == block + "5 4 * * * x\n")
  }

  @Test func `a block without its end is left to people`() throws {
    let lines = try run().cronLines(serverSecondsFromUTC: 0)
    for broken in [[lines[0], lines[1]], [lines[0], lines[1], lines[0], lines[1], lines[2]]] {
      let before = "x\n" + broken.map { "\($0)\n" }.joined()
      var text = CrontabText(before)
      let found = #expect(throws: CrontabText.OpenBlock.self) {
        try text.install(try run(), serverSecondsFromUTC: 0)
      }
      #expect(found?.line == 2)
      #expect(throws: CrontabText.OpenBlock.self) { try text.remove(try run()) }
      #expect(text.text == before)
    }
  }

  // MARK: - Systemd

  @Test func `the timer runs at the office's hour, named in UTC`() throws {
    #expect(try units(run()).timer.contains("\nOnCalendar=*-*-* 00:00:00 UTC\n"))
    #expect(try units(run(minute: 449)).timer.contains("\nOnCalendar=*-*-* 23:29:00 UTC\n"))
  }

  @Test func `what systemd would act on is quoted`() throws {
    let service = try units(
      run(workspace: #"/srv/100% $x "a""#, data: "/srv/data %h")
    ).service
    #expect(
      service.contains(
        #"ExecStart="/usr/local/bin/tenggat" "ingatkan" "--ruang" "/srv/100%% $$x \"a\"""# + "\n"))
    #expect(service.contains(#"ReadWritePaths="/srv/100%% $x \"a\"""# + "\n"))
    #expect(service.contains(#"Environment="TENGGAT_DATA=/srv/data %%h""# + "\n"))
  }

  @Test(arguments: [
    ("/srv/a", true, true), ("/home/a/b", true, false), ("/homes/a", true, true),
    ("/root/a", true, false), ("/tmp/a", false, true), ("/var/tmp/a", false, true),
  ])
  func `no folder that is needed is hidden`(
    _ workspace: String, _ hidesTemporary: Bool, _ hidesHomes: Bool
  ) throws {
    let service = try units(run(workspace: FilePath(workspace))).service
    #expect(service.contains("PrivateTmp=yes") == hidesTemporary)
    #expect(service.contains("ProtectHome=read-only") == hidesHomes)
  }

  @Test func `folders outside the workspace that are written to are open`() throws {
    let settings = ReminderSettings(
      channels: [
        ChannelSettings(name: "a", kind: .drop(folder: "/srv/kirim")),
        ChannelSettings(name: "b", kind: .drop(folder: "kirim")),
      ], heartbeatFile: "/srv/detak/hatungun")
    #expect(
      try units(run(), settings).service.contains(
        #"ReadWritePaths="/srv/tenggat/hatungun" "-/srv/kirim" "-/srv/detak""# + "\n"))
  }

  @Test func `the units of a backup write to its folder, and reach no network`() throws {
    let units = try units(backup(), into: "/media/usb")
    #expect(units.serviceName == "tenggat-cadangkan-63.05.12.service")
    #expect(units.timerName == "tenggat-cadangkan-63.05.12.timer")
    #expect(units.timer.contains("\nOnCalendar=*-*-* 04:00:00 UTC\nPersistent=yes\n"))
    for line in [
      "[Unit]\nDescription=Cadangan tenggat Kecamatan Hatungun\n\n[Service]",
      #"ExecStart="/usr/local/bin/tenggat" "cadangkan" "/media/usb" "--simpan" "14" "--ruang""#,
      #"ReadWritePaths="/srv/tenggat/hatungun" "-/media/usb""#, "PrivateNetwork=yes",
      "RestrictAddressFamilies=AF_UNIX\n",
    ] {
      #expect(units.service.contains(line), "\(line)")
    }
    #expect(!units.service.contains("network-online"))
    // A folder that is needed is not hidden.
    let home = try self.units(backup(into: "/home/a/cadangan"), into: "/home/a/cadangan").service
    #expect(!home.contains("ProtectHome"))
  }

  @Test(.enabled(if: SystemdAnalyze.isThere), arguments: ["/srv/biasa", #"/srv/100% $x "a" b"#])
  func `systemd finds no fault in the units`(workspace: String) async throws {
    // The program that a service starts must be there.
    let units = try units(run(program: "/bin/true", workspace: FilePath(workspace)))
    try await verify(units)
    let words = ["/srv/cadangan 1", "--simpan", "14"]
    let backup = try DailyRun(
      of: .backup, words, minute: 0, zone: .wib, program: "/bin/true",
      workspace: FilePath(workspace), data: nil)
    try await verify(self.units(backup, into: "/srv/cadangan 1"))
  }

  private func verify(_ units: SystemdUnits) async throws {
    let folder = try TemporaryFolder()
    try folder.write(units.service, to: units.serviceName)
    try folder.write(units.timer, to: units.timerName)
    let verified = try await SystemdAnalyze.run(
      ["verify", "--man=no", folder.path(of: units.serviceName), folder.path(of: units.timerName)])
    #expect(verified.exitCode == 0)
    #expect(!verified.errorText.contains(units.serviceName), "\(verified.errorText)")
    #expect(!verified.errorText.contains(units.timerName), "\(verified.errorText)")
    let rated = try await SystemdAnalyze.run(
      ["security", "--offline=yes", "--threshold=20", folder.path(of: units.serviceName)])
    #expect(rated.exitCode == 0, "\(rated.outputText)")
  }
}

/// The program that checks units.
private enum SystemdAnalyze {
  static let path = "/usr/bin/systemd-analyze"

  static var isThere: Bool { access(path, X_OK) == 0 }

  static func run(_ arguments: [String]) async throws -> ProgramRun {
    try await ProgramRun.run(path, arguments, in: "/")
  }
}
