import ComplianceModel
import DurableFiles
import Reminders
import SystemPackage
import TestSupport
import Testing

/// What is printed or put into a folder.
struct ChannelSenderTests {
  let folder: TemporaryFolder
  let printed = Printed()

  init() throws { folder = try TemporaryFolder() }

  // MARK: Printed

  @Test func `a blank line stands between two printed messages and nowhere else`() async throws {
    let sender = ChannelSender(.standardOutput, in: folder, printed: printed)
    try await sender.send(.sample(text: "Satu\n"))
    #expect(printed.text == "Satu\n")
    try await sender.send(.sample(text: "Dua\nbaris"))
    #expect(printed.text == "Satu\n\nDua\nbaris\n")
  }

  @Test func `what drives a terminal is not printed`() async throws {
    let sender = ChannelSender(.standardOutput, in: folder, printed: printed)
    let hostile = "Desa \u{1B}[31mMerah\u{7}\u{9B}2J\u{202E}\ttab\r\natas\rbawah\u{2028}lagi\n\n"
    try await sender.send(.sample(text: hostile))
    #expect(printed.text == "Desa [31mMerah2J tab\natas\nbawah\nlagi\n")
  }

  @Test func `an output that takes nothing is a failure of which nobody knows how far it came`()
    async throws
  {
    let sender = ChannelSender(
      ChannelSettings(name: "stdout", kind: .standardOutput), workspace: folder.filePath,
      environment: { _ in nil }, courier: WebCourier { _ in .failure(.unreachable) },
      standardOutput: { _ in throw Errno.noSpace })
    let failure = try await sender.failure(.sample())
    #expect(failure.reason == "keluaran tidak dapat ditulis")
    #expect(failure.isOutcomeUnknown)
  }

  @Test(arguments: ["", "a/b", "..\u{0}", "a b", "a\nBcc: x", "é"])
  func `an id that is not letters, digits, dots and hyphens is sent nowhere`(
    id: String
  ) async throws {
    for kind in [ChannelSettings.Kind.standardOutput, .drop(folder: "keluar")] {
      let sender = ChannelSender(kind, in: folder, printed: printed)
      let failure = try await sender.failure(.sample(id: id))
      #expect(!failure.isOutcomeUnknown)
    }
    #expect(printed.text.isEmpty)
    #expect(folder.files.isEmpty)
  }

  // MARK: Links

  @Test(arguments: [
    ("081234567890", "6281234567890"), ("+62 812-3456-7890", "6281234567890"),
    ("62 (0)812 3456 7890", "6281234567890"), ("0062812345678", "62812345678"),
    ("+60 12 345 6789", "60123456789"), ("+0812345678", "62812345678"),
  ])
  func `a telephone number becomes one with the code of its country`(
    number: String, digits: String
  ) async throws {
    let sender = ChannelSender(.whatsAppLink, in: folder, printed: printed)
    try await sender.send(.sample(address: number, text: "Halo, 5% & é\nbaris"))
    let text = "Halo%2C%205%25%20%26%20%C3%A9%0Abaris%0A"
    #expect(printed.text == "Kasi Pemerintahan: https://wa.me/\(digits)?text=\(text)\n")
  }

  @Test(arguments: [
    nil, "", "81234567890", "0812", "08123456789012345", "0812x345678", "+",
    "0812345678?text=lain", "٠٨١٢٣٤٥٦٧٨٩",
  ])
  func `a number that is none has no link`(number: String?) async throws {
    let sender = ChannelSender(.whatsAppLink, in: folder, printed: printed)
    let failure = try await sender.failure(.sample(address: number))
    #expect(failure.reason.contains("Kasi Pemerintahan"))
    #expect(!failure.isOutcomeUnknown)
    #expect(printed.text.isEmpty)
  }

  // MARK: Files

  @Test func `a message is a file, and the same id again replaces it`() async throws {
    let sender = ChannelSender(.drop(folder: "keluar/pesan"), in: folder)
    try await sender.send(.sample(id: "A-1", text: "Pertama\n"))
    try await sender.send(.sample(id: "A-1", text: "Kedua: é\n", isMaybeRepeated: true))
    try await sender.send(.sample(id: "A-2", person: "Budi\r\nPerihal: palsu", address: nil))
    #expect(folder.files == ["keluar/pesan/A-1.txt", "keluar/pesan/A-2.txt"])
    #expect(
      try folder.text(of: "keluar/pesan/A-1.txt") == """
        Kepada: Kasi Pemerintahan
        Alamat: kasi@contoh.example
        Hal: Pengingat 31 Maret 2025

        Kedua: é

        """)
    #expect(
      try folder.text(of: "keluar/pesan/A-2.txt").hasPrefix(
        "Kepada: Budi Perihal: palsu\nHal: Pengingat"))
  }

  @Test func `a folder that cannot be made is a failure that names it`() async throws {
    try folder.write("bukan folder", to: "keluar")
    let failure = try await ChannelSender(.drop(folder: "keluar"), in: folder).failure(.sample())
    #expect(failure.reason == "pesan tidak dapat ditaruh di folder keluar: bukan folder")
    #expect(!failure.isOutcomeUnknown)
  }

  @Test func `a full disk leaves no file`() async throws {
    let sabotage = Sabotage(1, of: .write, with: .noSpace)
    let sender = ChannelSender(
      ChannelSettings(name: "folder", kind: .drop(folder: "keluar")), workspace: folder.filePath,
      environment: { _ in nil }, courier: WebCourier { _ in .failure(.unreachable) },
      standardOutput: printed.output, files: sabotage.files)
    let failure = try await sender.failure(.sample())
    #expect(failure.reason.hasSuffix("keluar: penyimpanan penuh"))
    #expect(folder.files.isEmpty)
  }

  // MARK: Secrets

  @Test func `no way of printing a secret's source shows the secret`() {
    let secret = SecretSource.plain("token-123")
    let settings = ChannelSettings(
      name: "web", kind: .webhook(url: secret, key: secret, template: nil, timeoutSeconds: 300))
    var dumped = ""
    dump(settings, to: &dumped)
    for text in ["\(secret)", String(reflecting: secret), "\(settings)", dumped] {
      #expect(!text.contains("token-123"))
    }
  }
}
