import ComplianceModel
import Foundation
import Reminders
import Synchronization
import TestSupport
import Testing

/// E-mail: a program that records what it gets, and a real one that speaks to a server.
struct MailTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// A program for e-mail that keeps what it is called with and what it is given.
  private func sender(
    _ script: String = "echo \"$@\" > \"$0.argumen\"; cat > \"$0.surat\"",
    from: String = "Kecamatan Contoh <kecamatan@contoh.example>"
  ) throws -> ChannelSender {
    let path = try folder.write(script, to: "sendmail.sh")
    return ChannelSender(
      .sendmail(command: ["/bin/sh", path, "-t", "-i"], from: from), in: folder)
  }

  private func mail() throws -> ParsedMail {
    try ParsedMail(folder.text(of: "sendmail.sh.surat"))
  }

  // MARK: The header

  @Test func `a plain message is a plain mail`() async throws {
    try await sender().send(.sample())
    #expect(try folder.text(of: "sendmail.sh.argumen") == "-t -i\n")
    #expect(
      try folder.text(of: "sendmail.sh.surat") == """
        Date: Mon, 31 Mar 2025 07:05:09 +0800
        From: "Kecamatan Contoh"
         <kecamatan@contoh.example>
        To: "Kasi Pemerintahan"
         <kasi@contoh.example>
        Subject: Pengingat 31 Maret 2025
        Message-ID: <63.05.12-2025-03-30-kasi-pemerintahan@contoh.example>
        Auto-Submitted: auto-generated
        MIME-Version: 1.0
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: quoted-printable

        Lewat:
        LKPJ 2024 Desa Contoh, tenggat 31 Maret 2025

        """)
  }

  @Test func `a repeated mail has the id of the first and refers to it`() async throws {
    let sender = try sender()
    try await sender.send(.sample())
    let first = try mail()
    try await sender.send(.sample(isMaybeRepeated: true))
    let second = try mail()
    #expect(first["In-Reply-To"].isEmpty)
    #expect(second["Message-ID"] == first["Message-ID"])
    #expect(second["In-Reply-To"] == first["Message-ID"])
    #expect(second["References"] == first["Message-ID"])
  }

  @Test(arguments: [
    "é", "Pengingat – 3 dokumen 🌾",
    String(repeating: "Pengingat Desa Sungai Rutas Hulu ", count: 9),
    String(repeating: "🌾é–", count: 40), "=?utf-8?B?SGFsbw==?=", String(repeating: "x", count: 300),
    String(repeating: "a", count: 60), String(repeating: "a", count: 61),
  ])
  func `a subject of any letters and length comes back whole`(subject: String) async throws {
    try await sender().send(.sample(person: subject, subject: subject))
    let mail = try mail()
    let wanted = subject.trimmingCharacters(in: .whitespaces)
    #expect(try mail.decoded("Subject") == wanted)
    #expect(try mail.decoded("To").contains(wanted))
    #expect(mail.lines.allSatisfy { $0.utf8.count <= 76 })
    #expect(mail.lines.joined().utf8.allSatisfy { (32...126).contains($0) })
  }

  @Test func `names and subjects add no field and no recipient`() async throws {
    let hostile = "Budi\r\nBcc: lain@contoh.example\n\nIsi palsu\0\u{1B}[31m, b@c.example; \"x\" \\"
    try await sender(from: "Camat \"A\" \\ <kecamatan@contoh.example>").send(
      .sample(person: hostile, subject: hostile))
    let mail = try mail()
    #expect(
      mail.fields.map(\.name) == [
        "Date", "From", "To", "Subject", "Message-ID", "Auto-Submitted", "MIME-Version",
        "Content-Type", "Content-Transfer-Encoding",
      ])
    let clean = "Budi Bcc: lain@contoh.example Isi palsu[31m, b@c.example; \"x\" \\"
    #expect(try mail.decoded("Subject") == clean)
    #expect(try mail.decoded("To") == "\(clean) <kasi@contoh.example>")
    #expect(mail["From"] == [#""Camat \"A\" \\" <kecamatan@contoh.example>"#])
  }

  @Test(arguments: [
    nil, "", "bukan alamat", "a@b@c.example", "a@b.example, c@d.example", "a@b.example c@d.example",
    "<a@b.example>, <c@d.example>",
    "a@b.example, C <c@d.example>", "a@", "@b.example", ".a@b.example", "a..b@c.example",
    "-oQ/tmp@b.example", "é@b.example", "a@[127.0.0.1]", "a(b)@c.example", "\"a b\"@c.example",
    String(repeating: "a", count: 65) + "@b.example",
    "a@" + String(repeating: "b", count: 250) + ".example",
  ])
  func `what is not one address is not written to`(address: String?) async throws {
    let failure = try await sender().failure(.sample(address: address))
    #expect(failure.reason.contains("Kasi Pemerintahan"))
    #expect(!failure.isOutcomeUnknown)
    #expect(folder.files == ["sendmail.sh"])
  }

  @Test func `an address may have a name, and a user of this machine no domain`() async throws {
    try await sender(from: "tenggat").send(.sample(address: "Lain <a+b@c-d.example>"))
    let mail = try mail()
    #expect(mail["From"] == ["tenggat"])
    #expect(mail["To"] == ["\"Kasi Pemerintahan\" <a+b@c-d.example>"])
    #expect(mail["Message-ID"].first?.hasSuffix("@tenggat.invalid>") == true)
  }

  @Test func `a sender that is no address is a failure`() async throws {
    let failure = try await sender(from: "Kecamatan Contoh").failure(.sample())
    #expect(failure.reason == "pengirim (dari) bukan alamat surel; perbaiki di kantor.yaml")
  }

  // MARK: The body

  /// Lines that mail programs take for something else, and lines at the limits of their length.
  private static let difficult =
    [
      ".", "..", "From sini", "=3D =", "akhir berblank  ", "é", "🌾", "",
      String(repeating: "é", count: 200), String(repeating: "a ", count: 200) + ".",
      String(repeating: "z", count: 75) + ".", String(repeating: "z", count: 75) + "From x",
    ] + (70...80).map { String(repeating: "y", count: $0) }
    + (70...80).map { String(repeating: "y", count: $0) + "🌾 " }

  @Test func `a body of any letters and length comes back whole`() async throws {
    let text = MailTests.difficult.joined(separator: "\n") + "\n"
    try await sender().send(.sample(text: text))
    let mail = try mail()
    #expect(mail.text == text)
    #expect(mail.lines.allSatisfy { $0.utf8.count <= 76 })
    #expect(mail.lines.joined().utf8.allSatisfy { (32...126).contains($0) })
    #expect(mail.lines.allSatisfy { !$0.hasPrefix(".") && !$0.hasSuffix(" ") })
    #expect(mail.lines.filter { $0.hasPrefix("From") }.count == 1)
  }

  @Test(.enabled(if: Installed.has("python3"), "python3 tidak terpasang"))
  func `another reader of mails reads the same`() async throws {
    let subject = "Pengingat – 🌾 \(String(repeating: "Desa Contoh ", count: 20))"
      .trimmingCharacters(in: .whitespaces)
    let text = MailTests.difficult.joined(separator: "\n") + "\n"
    try await sender().send(.sample(person: "Bu, \"é\" <x@y>", subject: subject, text: text))
    let script = """
      import email, email.policy, json, sys
      mail = email.message_from_bytes(sys.stdin.buffer.read(), policy=email.policy.default)
      to = mail["To"].addresses
      json.dump({"perihal": mail["Subject"], "nama": to[0].display_name,
        "alamat": [a.addr_spec for a in to], "teks": mail.get_content(),
        "cacat": [str(d) for d in mail.defects],
        "tanggal": mail["Date"].datetime.isoformat()}, sys.stdout)
      """
    let run = try await ProgramRun.run(
      "/usr/bin/env", ["python3", "-c", script], in: folder.path,
      environment: ["PATH": Installed.path, "PYTHONIOENCODING": "utf-8"],
      input: folder.bytes(of: "sendmail.sh.surat"), limit: .seconds(120))
    try #require(run.exitCode == 0, "\(run.errorText)")
    let printed = try JSONSerialization.jsonObject(with: Data(run.output))
    let read = try #require(printed as? [String: Any])
    #expect(read["perihal"] as? String == subject)
    #expect(read["nama"] as? String == "Bu, \"é\" <x@y>")
    #expect(read["alamat"] as? [String] == ["kasi@contoh.example"])
    #expect(read["teks"] as? String == text)
    #expect(read["cacat"] as? [String] == [])
    #expect(read["tanggal"] as? String == "2025-03-31T07:05:09+08:00")
  }

  // MARK: The program

  @Test func `a refusal tells why, and code 75 that it is for now`() async throws {
    let refusal = try await sender("echo 'sendmail: tidak dikenal' >&2; exit 67").failure(.sample())
    #expect(
      refusal == DeliveryFailure(reason: "program /bin/sh gagal (kode 67): sendmail: tidak dikenal")
    )
    let forNow = try await sender("echo antre >&2; exit 75").failure(.sample())
    #expect(
      forNow == DeliveryFailure(reason: "program /bin/sh gagal untuk sementara (kode 75): antre"))
  }

  @Test(.enabled(if: Installed.has("msmtp"), "msmtp tidak terpasang"))
  func `msmtp carries a mail to a server, letter for letter`() async throws {
    let server = try MailServer()
    let sender = try msmtp(port: server.port)
    let text = MailTests.difficult.joined(separator: "\n") + "\n"
    try await sender.send(.sample(person: "Bu Kasi é", text: text))
    let delivery = try #require(server.deliveries.first)
    #expect(server.deliveries.count == 1)
    #expect(delivery.sender == "MAIL FROM:<kecamatan@contoh.example>")
    #expect(delivery.recipients == ["RCPT TO:<kasi@contoh.example>"])
    let mail = try ParsedMail(delivery.text)
    #expect(mail.text == text)
    #expect(try mail.decoded("To") == "Bu Kasi é <kasi@contoh.example>")
    #expect(mail["Message-ID"].first?.hasSuffix("pemerintahan@contoh.example>") == true)
    #expect(mail["Date"] == ["Mon, 31 Mar 2025 07:05:09 +0800"])
  }

  @Test(.enabled(if: Installed.has("msmtp"), "msmtp tidak terpasang"))
  func `msmtp tells that the server turned the mail away`() async throws {
    let server = try MailServer(answerToRecipient: "450 4.2.1 Kotak surat penuh")
    let sender = try msmtp(port: server.port)
    let failure = try await sender.failure(.sample())
    #expect(failure.reason.hasPrefix("program msmtp gagal"))
    #expect(!failure.isOutcomeUnknown)
    #expect(server.deliveries.isEmpty)
  }

  private func msmtp(port: Int) throws -> ChannelSender {
    let settings = """
      account default
      host 127.0.0.1
      port \(port)
      auth off
      tls off
      """
    let path = try folder.write(settings + "\n", to: "msmtprc", permissions: 0o600)
    return ChannelSender(
      .sendmail(
        command: ["msmtp", "-C", path, "--read-envelope-from", "-t", "-i"],
        from: "Kecamatan Contoh <kecamatan@contoh.example>"),
      in: folder)
  }
}

/// What this machine has beside the toolchain.
enum Installed {
  /// Where programs are looked for.
  static let path = ProcessInfo.processInfo.environment["PATH"] ?? ""

  /// Whether a program is found.
  static func has(_ program: String) -> Bool {
    path.split(separator: ":").contains {
      FileManager.default.isExecutableFile(atPath: "\($0)/\(program)")
    }
  }
}

/// A mail server that keeps what it takes.
final class MailServer: Sendable {
  /// A mail with its envelope, its lines ended by LF.
  struct Delivery {
    var sender = ""
    var recipients: [String] = []
    var text = ""
  }

  private final class Record: Sendable {
    let deliveries = Mutex<[Delivery]>([])
  }

  private let record: Record
  private let server: TCPSink

  /// Starts the server.
  init(answerToRecipient: String = "250 OK") throws {
    let record = Record()
    self.record = record
    server = try TCPSink { connection in
      var delivery = Delivery()
      connection.write("220 uji\r\n")
      while let line = connection.readLine() {
        switch line.prefix(4).uppercased() {
        case "MAIL":
          delivery = Delivery(sender: line)
          connection.write("250 OK\r\n")
        case "RCPT":
          delivery.recipients.append(line)
          connection.write("\(answerToRecipient)\r\n")
        case "DATA":
          connection.write("354 Mulai\r\n")
          while let line = connection.readLine(), line != "." {
            delivery.text += line.hasPrefix(".") ? "\(line.dropFirst())\n" : "\(line)\n"
          }
          record.deliveries.withLock { $0.append(delivery) }
          connection.write("250 Diterima\r\n")
        case "QUIT":
          connection.write("221 Selesai\r\n")
          return
        default: connection.write("250 OK\r\n")
        }
      }
    }
  }

  /// The port.
  var port: Int { server.port }

  /// What was taken so far.
  var deliveries: [Delivery] { record.deliveries.withLock { $0 } }
}
