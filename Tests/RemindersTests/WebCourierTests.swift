import ComplianceModel
import Foundation
import PlainText
import Reminders
import SystemPackage
import TestSupport
import Testing

/// Requests that go through the program that has the network.
@Suite struct `Through tenggat-jaringan` {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func sender(_ url: String, by courier: WebCourier, seconds: Int = 300) -> ChannelSender {
    ChannelSender(
      .webhook(
        url: .plain(url), key: .plain("kunci"), headers: ["X-Kantor": .plain("Hatungun")],
        template: nil, timeoutSeconds: seconds), in: folder, courier: courier)
  }

  /// A stand-in beside a program that is not there.
  private func standIn(_ script: String, margin: Int = 10) throws -> WebCourier {
    try folder.write("#!/bin/sh\n\(script)\n", to: "bin/tenggat-jaringan", permissions: 0o755)
    return WebCourier(beside: folder.filePath.appending("bin").appending("tenggat"), margin: margin)
  }

  // MARK: The real one

  private let built = WebCourier(beside: FilePath(ProgramRun.builtProgram))

  @Test func `a message arrives whole, with its headers and signature`() async throws {
    let sink = try HTTPSink(.answers("200 OK"))
    let text = String(repeating: "Baris \"satu\" é 🌾\n", count: 20_000)
    try await sender(sink.url("/bot-RAHASIA-7/kirim"), by: built).send(.sample(text: text))
    let request = try #require(sink.requests.first)
    #expect(sink.requests.count == 1)
    #expect(request.line == "POST /bot-RAHASIA-7/kirim HTTP/1.1")
    #expect(request.header["x-kantor"] == "Hatungun")
    #expect(request.header["x-tenggat-signature"]?.count == 71)
    let body = try JSONValue(parsing: request.body)
    guard case .object(let members) = body else {
      Issue.record("the body is no object")
      return
    }
    #expect(members["teks"] == .string(text))
  }

  @Test func `what a server answers comes back as it does without a program`() async throws {
    let manners: [HTTPSink.Manner] = [
      .answers("400 Bad Request", body: #"{"description":"salah"}"#),
      .answers("429 Too Many Requests", ["Retry-After: 120"]), .breaksOffInBody("200 OK"),
      .breaksOff, .answers("302 Found", ["Location: http://x.invalid/"]),
      .answers("200 OK", ["Content-Type: text/html"], body: "<html></html>"),
      .answers("200 OK", body: String(repeating: "x", count: WebAnswer.longestContent + 1)),
    ]
    for manner in manners {
      let sink = try HTTPSink(manner)
      let through = try await sender(sink.url("/"), by: built).failure(.sample())
      let direct = try await ChannelSender(
        .webhook(url: .plain(sink.url("/")), key: nil, template: nil, timeoutSeconds: 300),
        in: folder
      ).failure(.sample())
      #expect(through == direct)
    }
  }

  @Test func `a silent server and one that is not there are told apart`() async throws {
    let silent = try HTTPSink(.isSilent)
    let slow = try await sender(silent.url("/"), by: built, seconds: 1).failure(.sample())
    #expect(slow.reason == "server webhook tidak menjawab tepat waktu")
    #expect(slow.isOutcomeUnknown)
    let port = try TCPSink { _ in }.port
    let missing = try await sender("http://127.0.0.1:\(port)/", by: built).failure(.sample())
    #expect(missing.reason.hasPrefix("server webhook tidak dapat dihubungi"))
    #expect(!missing.isOutcomeUnknown)
  }

  @Test(arguments: [
    ("\"url\":\"http://127.0.0.1:65536/\"", false), ("\"url\":\"http://127.0.0.1:65535/\"", true),
    ("\"url\":\"http+unix://%2Fx/\"", false), ("\"seconds\":9223372036854775807", false),
    ("\"seconds\":-1", false), ("\"seconds\":3601", false), ("\"seconds\":3600", true),
    ("\"connectSeconds\":0", false), ("\"connectSeconds\":1", true),
    ("\"headers\":[[\"é\",\"x\"]]", false), ("\"headers\":[[\"a\",\"x\\r\\ny: z\"]]", false),
    ("\"headers\":[[\"a\",\"x\"]]", true),
  ])
  func `what the library for HTTP would not survive is no request`(
    member: String, isRequest: Bool
  ) throws {
    // Of a key that is given twice the last value counts.
    let request = """
      {"method":"GET","url":"http://127.0.0.1/","headers":[],"body":"","seconds":1,
      "connectSeconds":1,\(member)}
      """
    #expect((WebRequest(try JSONValue(parsing: request)) != nil) == isRequest)
  }

  @Test(arguments: ["", "[]", "{\"method\":\"POST\"}", "bukan JSON"])
  func `what is no request is refused without an echo`(_ input: String) async throws {
    let program = FilePath(ProgramRun.builtProgram).removingLastComponent()
      .appending("tenggat-jaringan").string
    let run = try await ProgramRun.run(
      program, ["kirim"], in: folder.path, input: Array(input.utf8))
    #expect(run.exitCode == 65)
    #expect(run.output.isEmpty)
    #expect(
      run.errorText == "tenggat-jaringan: galat: masukan bukan permintaan dari tenggat\n")
    let bare = try await ProgramRun.run(program, [], in: folder.path)
    #expect(bare.exitCode == 64)
  }

  // MARK: One that does not do its work

  @Test func `without the program a message fails with a sentence that says so`() async throws {
    let courier = WebCourier(beside: folder.filePath.appending("bin").appending("tenggat"))
    let failure = try await sender("http://127.0.0.1:9/", by: courier).failure(.sample())
    #expect(
      failure
        == DeliveryFailure(
          reason: "program jaringan tenggat-jaringan tidak ada di samping tenggat maupun di "
            + "../libexec/tenggat, sehingga tidak ada yang terkirim; pasang program itu",
          needsPerson: true))
  }

  @Test func `the program may lie in libexec`() async throws {
    let answer = WebOutcome.answer(
      WebAnswer(
        status: 200, headers: [:], content: Array(#"{"ok":true}"#.utf8), isBrokenOff: false))
    try folder.write(
      "#!/bin/sh\ncat > \"$0.masukan\"\necho '\(answer.json)'\n",
      to: "libexec/tenggat/tenggat-jaringan", permissions: 0o755)
    let courier = WebCourier(beside: folder.filePath.appending("bin").appending("tenggat"))
    try await sender("http://x.invalid/bot-RAHASIA-7", by: courier).send(.sample())
    let input = try folder.text(of: "libexec/tenggat/tenggat-jaringan.masukan")
    let request = WebRequest(try JSONValue(parsing: input))
    #expect(request?.url == "http://x.invalid/bot-RAHASIA-7")
  }

  @Test(arguments: [
    "kill -9 $$", "exit 3", "echo bukan JSON", "echo '{}'", "echo '{\"failure\":\"lain\"}'",
    "exit 0", "head -c 300000 /dev/zero",
  ])
  func `a program that crashes or talks rubbish leaves the outcome unknown`(
    _ script: String
  ) async throws {
    let failure = try await sender("http://x.invalid/", by: standIn(script)).failure(.sample())
    #expect(
      failure
        == DeliveryFailure(
          reason: "program jaringan tenggat-jaringan berhenti tanpa memberi tahu hasilnya",
          isOutcomeUnknown: true))
  }

  @Test(arguments: [64, 65, 126, 127])
  func `a program that ends before it sends has sent nothing`(_ code: Int) async throws {
    let failure = try await sender("http://x.invalid/", by: standIn("exit \(code)"))
      .failure(.sample())
    #expect(failure.reason.contains("tidak ada yang terkirim; pasang keduanya"))
    #expect(failure.needsPerson && !failure.isOutcomeUnknown)
  }

  @Test func `a program that does not end is ended`() async throws {
    let courier = try standIn("sleep 7200", margin: 0)
    let failure = try await sender("http://x.invalid/", by: courier, seconds: 1)
      .failure(.sample())
    #expect(failure.reason == "server webhook tidak menjawab tepat waktu")
    #expect(failure.isOutcomeUnknown)
    #expect(failure.stopsChannel)
  }

  // MARK: The form

  @Test func `requests and outcomes are read as they were written`() throws {
    let request = WebRequest(
      .post, "https://x.invalid/?a=\"b\"", headers: [.init("A", "1"), .init("a", "2")],
      body: [0, 255, 10], seconds: 20, connectSeconds: 10)
    #expect(WebRequest(try JSONValue(parsing: request.json.description)) == request)
    let outcomes: [WebOutcome] = [
      .failure(.tooSlow),
      .answer(
        WebAnswer(
          status: 200, headers: ["date": "x"], content: [0xFF, 0, 1], isBrokenOff: true)),
    ]
    for outcome in outcomes {
      #expect(WebOutcome(try JSONValue(parsing: outcome.json.description)) == outcome)
    }
  }
}
