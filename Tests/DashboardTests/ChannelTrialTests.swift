import CivilCalendar
import ComplianceModel
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import TestSupport
import Testing
import Workspace

@testable import Dashboard

/// A channel is tried with oneself as the receiver.
struct ChannelTrialTests {
  private let premises: Premises

  init() throws {
    premises = try Premises.withUsers([.planner, .secretary, .section], forms: Dashboard.forms)
    try premises.office.change(
      "kantor.yaml", "pejabat: []",
      to: """
        pejabat:
          - { jabatan: kasubbag-perencanaan-keuangan, nama: Plt. Nama Kasubbag, sejak: 2026-01-05, kontak: { salah: alamat-saya } }
          - { jabatan: camat, nama: Nama Camat, sejak: 2026-01-05 }
        pengingat:
          saluran:
            - { nama: folder, jenis: berkas, folder: keluar }
            - { nama: salah, jenis: perintah, perintah: [/bin/false] }
        """)
  }

  private func messages() -> [String] {
    premises.office.folder.files.filter { $0.contains("keluar/") }
  }

  private func sit(
    _ role: UserRole, _ body: @escaping @Sendable (Guest, [(String, String)]) async throws -> Void
  ) async throws {
    try await premises.visit { client in
      var browser = Guest(client)
      _ = try await browser.logIn(role.rawValue)
      try await body(browser, [("tanda", try await browser.token())])
    }
  }

  @Test func `one message goes out, and the next has to wait a minute`() async throws {
    let premises = premises
    try await sit(.planner) { browser, token in
      let page = String(buffer: try await browser.get("/pengingat").body)
      #expect(page.contains("Kirim percobaan") && !page.contains("name=\"penerima\""))
      let sent = try await browser.post("/pengingat/coba", token + [("saluran", "folder")])
      #expect(sent.status == .ok)
      expectGolden(Browser.stable(sent), named: "coba-saluran.html")
      premises.pass(.seconds(59))
      let early = try await browser.post("/pengingat/coba", token + [("saluran", "folder")])
      #expect(early.status == .tooManyRequests)
      #expect(String(buffer: early.body).contains("tunggu 2 detik"))
      #expect(premises.office.folder.files.count { $0.contains("keluar/") } == 1)
      premises.pass(.seconds(1))
      let late = try await browser.post("/pengingat/coba", token + [("saluran", "folder")])
      #expect(late.status == .ok)
    }
    let files = messages()
    #expect(files.count == 2)
    let text = try premises.office.folder.text(
      of: String(try #require(files.first).split(separator: "/").suffix(2).joined(separator: "/")))
    #expect(text.contains("Kepada: Plt. Nama Kasubbag") && text.contains("Percobaan"))
  }

  @Test func `what a channel says against it is told, without any address`() async throws {
    try await sit(.planner) { browser, token in
      let answer = try await browser.post("/pengingat/coba", token + [("saluran", "salah")])
      let html = String(buffer: answer.body)
      #expect(answer.status == .ok && html.contains("Gagal lewat"))
      #expect(!html.contains("alamat-saya"))
    }
  }

  @Test(
    arguments: [
      ([("saluran", "merpati")], 422, "yang ada: folder, salah"), ([], 400, "belum disebut"),
      ([("saluran", "folder"), ("alamat", "x")], 400, "tidak dikenal"),
    ] as [([(String, String)], Int, String)])
  func `what is not understood is refused, and nothing goes out`(
    _ fields: [(String, String)], _ status: Int, _ sentence: String
  ) async throws {
    try await sit(.planner) { browser, token in
      let answer = try await browser.post("/pengingat/coba", token + fields)
      #expect(answer.status.code == status)
      #expect(String(buffer: answer.body).replacing("&#39;", with: "'").contains(sentence))
    }
    #expect(messages().isEmpty)
  }

  @Test func `nobody sends to somebody else, and a kasi sends nothing`() async throws {
    try await sit(.secretary) { browser, token in
      let answer = try await browser.post(
        "/pengingat/coba", token + [("saluran", "folder"), ("penerima", "Nama Camat")])
      #expect(answer.status == .unprocessableContent)
      #expect(
        String(buffer: answer.body).contains("Nama sekcam"))
    }
    try await sit(.section) { (browser, token) async throws in
      #expect(
        try await browser.post("/pengingat/coba", token + [("saluran", "folder")]).status
          == .forbidden)
      #expect(!String(buffer: try await browser.get("/pengingat").body).contains("Kirim percobaan"))
    }
    #expect(messages().isEmpty)
  }
}
