import ComplianceModel
import Foundation
import Reminders
import TestSupport
import Testing

/// A command of the office's own, with real programs.
struct ProgramTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// A sender through a script; the script is not run itself, as other tests start programs while it
  /// is written.
  private func sender(
    _ script: String, _ arguments: [String] = [], seconds: Int = 600
  ) throws -> ChannelSender {
    let path = try folder.write(script, to: "skrip.sh")
    return ChannelSender(
      .command(["/bin/sh", path] + arguments, timeoutSeconds: seconds), in: folder)
  }

  @Test func `the message comes on standard input and its parts in the arguments`() async throws {
    let script = """
      cat > "$0.masukan"
      for argument in "$@"; do printf '<%s>\\n' "$argument"; done > "$0.argumen"
      """
    let arguments = ["--kepada={kepada}", "{alamat}", "{perihal} {id}", "$(touch x)", "{lain}"]
    try await sender(script, arguments).send(
      .sample(
        id: "A-1", person: "Bu \"Kasi\"; rm -rf {id}", subject: "Halo\r\n`touch y` $HOME",
        text: "Teks é\n\u{1B}[2Jkedua"))
    #expect(try folder.text(of: "skrip.sh.masukan") == "Teks é\n[2Jkedua\n")
    #expect(
      try folder.text(of: "skrip.sh.argumen") == """
        <--kepada=Bu "Kasi"; rm -rf {id}>
        <kasi@contoh.example>
        <Halo `touch y` $HOME A-1>
        <$(touch x)>
        <{lain}>

        """)
    #expect(folder.files == ["skrip.sh", "skrip.sh.argumen", "skrip.sh.masukan"])
  }

  @Test func `an address that would be an option, or that is wanted and missing, starts nothing`()
    async throws
  {
    let sender = try sender("touch \"$0.jalan\"", ["{alamat}"])
    let option = try await sender.failure(.sample(address: "-oQ/tmp"))
    #expect(option.reason.contains("{alamat} diawali tanda hubung"))
    let missing = try await sender.failure(.sample(address: nil))
    #expect(missing.reason.contains("kontak Kasi Pemerintahan"))
    #expect(folder.files == ["skrip.sh"])
  }

  @Test(arguments: ["exit 0", "exec <&-; exit 0", "head -c 1 >/dev/null"])
  func `a program that does not read its input does no harm`(script: String) async throws {
    let long = String(repeating: "Baris panjang sekali\n", count: 50_000)
    try await sender(script).send(.sample(text: long))
  }

  @Test func `all of a long message arrives`() async throws {
    let long = String(repeating: "Baris panjang sekali\n", count: 50_000)
    try await sender("cat > \"$0.masukan\"").send(.sample(text: long))
    #expect(try folder.text(of: "skrip.sh.masukan") == long)
  }

  @Test func `a failure tells the exit code and the first line of standard error`() async throws {
    let script = "printf '\\n \\033[31mTidak bisa\\t: \\377\\nrahasia kedua\\n' >&2; exit 3"
    // Short-lived programs, and many of them: none ends before it was listened to.
    for _ in 0..<10 {
      let failure = try await sender(script).failure(.sample())
      #expect(
        failure
          == DeliveryFailure(reason: "program /bin/sh gagal (kode 3): [31mTidak bisa : \u{FFFD}"))
    }
  }

  @Test func `a long complaint is cut, and a flood of it is read to its end`() async throws {
    let script = "head -c 1000000 /dev/zero | tr '\\0' x >&2; exit 1"
    let failure = try await sender(script).failure(.sample())
    #expect(
      failure.reason == "program /bin/sh gagal (kode 1): \(String(repeating: "x", count: 200))")
  }

  @Test func `what a program leaves running is not waited for`() async throws {
    let clock = ContinuousClock.now
    let failure = try await sender("sleep 7200 & echo $! > \"$0.anak\"; echo gagal >&2; exit 1")
      .failure(.sample())
    #expect(failure.reason == "program /bin/sh gagal (kode 1): gagal")
    #expect(ContinuousClock.now - clock < .seconds(7000))
    if let child = try pid("skrip.sh.anak") { kill(child, SIGKILL) }
  }

  @Test(arguments: ["", "trap '' TERM"])
  func `a program that hangs is killed with what it started, and the outcome is unknown`(
    trap: String
  ) async throws {
    let script = "\(trap)\nsleep 7200 & echo $! > \"$0.anak\"\nwait; sleep 7200"
    let clock = ContinuousClock.now
    let failure = try await sender(script, seconds: 2).failure(.sample())
    #expect(
      failure
        == DeliveryFailure(
          reason: "program /bin/sh belum selesai dalam 2 detik dan dihentikan",
          isOutcomeUnknown: true, stopsChannel: true))
    #expect(ContinuousClock.now - clock < .seconds(7000))
    let number = try pid("skrip.sh.anak")
    let child = try #require(number)
    #expect(isGone(child))
  }

  @Test func `a program that a signal ends leaves the outcome unknown`() async throws {
    let failure = try await sender("kill -9 $$").failure(.sample())
    #expect(
      failure
        == DeliveryFailure(reason: "program /bin/sh terhenti oleh sinyal 9", isOutcomeUnknown: true)
    )
  }

  @Test(arguments: [["tidak-ada-perintah-ini"], ["/tidak/ada"], ["skrip/tidak-ada"], ["/etc"]])
  func `a program that is not there is named`(command: [String]) async throws {
    let sender = ChannelSender(.command(command, timeoutSeconds: 600), in: folder)
    let failure = try await sender.failure(.sample())
    #expect(failure.reason.hasPrefix("program \(command[0]) tidak"))
    #expect(!failure.isOutcomeUnknown)
  }

  @Test func `a command without a program is a failure`() async throws {
    for command in [[], [""]] {
      let sender = ChannelSender(.command(command, timeoutSeconds: 600), in: folder)
      let failure = try await sender.failure(.sample())
      #expect(failure.reason == "perintah saluran ini kosong; isi di kantor.yaml")
    }
  }

  private func pid(_ name: String) throws -> pid_t? {
    pid_t(try folder.text(of: name).filter(\.isNumber))
  }

  /// Whether a process has ended; where nobody collects it, it stays as a zombie.
  private func isGone(_ process: pid_t) -> Bool {
    for _ in 0..<200 {
      guard let status = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8),
        let name = status.lastIndex(of: ")"), !status[name...].hasPrefix(") Z")
      else { return true }
      usleep(50_000)
    }
    return false
  }

  // MARK: Secrets

  @Test func `a program that complains of its secrets gives none of them away`() async throws {
    let secrets = SecretVariables(
      declared: ["ALAMAT_BOT"],
      environment: [
        "ALAMAT_BOT": "bot-RAHASIA-7", "SMTP_PASSWORD": "sandi-2", "telegram_token": "9:AA-9:AA",
        "PATH": "/usr/bin", "PIN_KEY": "123",
      ])
    let script = """
      echo "tidak dapat https://user:pw@bot.invalid/bot9:AA/send?x=1 (9:AA-9:AA, sandi-2, bot-RAHASIA-7)" \
        "123 di /usr/bin: http://bot.invalid" >&2
      exit 1
      """
    let path = try folder.write(script, to: "skrip.sh")
    let sender = ChannelSender(
      .command(["/bin/sh", path], timeoutSeconds: 600), in: folder, secrets: secrets)
    let failure = try await sender.failure(.sample())
    #expect(
      failure.reason == "program /bin/sh gagal (kode 1): tidak dapat https://bot.invalid/*** "
        + "(***, ***, ***) 123 di /usr/bin: http://bot.invalid")
  }

  @Test(arguments: [
    // At the cut of 200 characters, and of the 4096 bytes that are looked at.
    (String(repeating: "x", count: 190) + "bot-RAHASIA-7-panjang", "RAHASIA"),
    (String(repeating: "x", count: 197) + " bot-RAHASIA-7-panjang", "bot-"),
    (String(repeating: "/aaaaaaa", count: 511) + "bot-RAH", "bot-"),
    ("bot-RAHASIA-7...", "RAHASIA"), ("sandi%20dari%2Fberkas", "dari"),
    (#"sandi dari\/berkas"#, "dari"), ("sandi+dari/berkas", "dari"),
    ("url=https://x.invalid/kirim?kunci=bot-RAHASIA-7-panjang", "kirim"),
    ("https://u:p4ssw0rd@x.invalid", "p4ssw0rd"),
    ("c2FuZGkgZGFyaS9iZXJrYXM=", "c2FuZGkg"),
    // The base64 of `x:sandi dari/berkas` and of `xy:sandi dari/berkas`.
    ("Basic eDpzYW5kaSBkYXJpL2Jlcmthcw==", "YW5kaSBkYXJp"),
    ("Basic eHk6c2FuZGkgZGFyaS9iZXJrYXM=", "c2FuZGkg"),
  ])
  func `no part of a secret is left, however it is written and wherever the text is cut`(
    complaint: String, part: String
  ) async throws {
    try folder.write("sandi dari/berkas\n", to: "rahasia")
    try folder.write(complaint, to: "keluhan")
    let path = try folder.write("cat \"${0%/*}/keluhan\" >&2; exit 1", to: "skrip.sh")
    let settings = ReminderSettings(channels: [
      ChannelSettings(
        name: "lain",
        kind: .webhook(
          url: .environment("ALAMAT_BOT"), key: .file("rahasia"), headers: [:], template: nil,
          timeoutSeconds: 9))
    ])
    let secrets = SecretVariables(
      settings, workspace: folder.filePath,
      environment: ["ALAMAT_BOT": "bot-RAHASIA-7-panjang"])
    let failure = try await ChannelSender(
      .command(["/bin/sh", path], timeoutSeconds: 600), in: folder, secrets: secrets
    ).failure(.sample())
    #expect(failure.reason.hasPrefix("program /bin/sh gagal (kode 1): "))
    #expect(!failure.reason.contains(part), "\(failure.reason)")
  }

  @Test func `a program does not inherit the secrets of other channels`() async throws {
    // Any variable of this process will do.
    let name = "PATH"
    let path = try folder.write("/usr/bin/env > \"$0.lingkungan\"", to: "skrip.sh")
    for declared in [[], [name]] {
      let sender = ChannelSender(
        .command(["/bin/sh", path], timeoutSeconds: 600), in: folder,
        secrets: SecretVariables(declared: declared))
      try await sender.send(.sample())
      let lines = try folder.text(of: "skrip.sh.lingkungan").split(separator: "\n")
      // The shell sets a path of its own, but does not hand it on.
      #expect(lines.contains { $0.hasPrefix("\(name)=") } == declared.isEmpty)
    }
  }
}
