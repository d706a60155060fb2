import CivilCalendar
import ComplianceModel
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import SystemPackage
import TestSupport
import Testing
import Workspace

@testable import Dashboard

/// Calendars that are taken from a secret address, without logging in.
struct SubscriptionTests {
  private let premises: Premises

  init() throws {
    premises = try Premises.withUsers([.manager, .planner], forms: Dashboard.forms)
  }

  private static func address(in html: String) -> String? {
    html.firstMatch(of: #/http:\/\/localhost(\/langganan\/[0-9a-f]{64}\.ics)/#).map { String($0.1) }
  }

  /// Makes an address as the manager.
  private static func made(
    _ client: any TestClientProtocol, _ fields: [(String, String)]
  ) async throws -> (address: String, html: String, browser: Guest, token: [(String, String)]) {
    var browser = Guest(client)
    _ = try await browser.logIn("pengelola")
    let token = [("tanda", try await browser.token())]
    let answer = try await browser.post("/pengaturan/langganan", token + fields)
    let html = String(buffer: answer.body)
    return (try #require(address(in: html), "\(html)"), html, browser, token)
  }

  private static func stable(_ html: String) -> String {
    html.replacing(#/name="tanda" value="[0-9a-f]{64}"/#, with: "name=\"tanda\" value=\"TANDA\"")
      .replacing(#/langganan\/[0-9a-f]{64}/#, with: "langganan/RAHASIA")
  }

  @Test func `an address is shown once, kept as a hash alone, and answers until it is revoked`()
    async throws
  {
    let premises = premises
    try await premises.visit { client in
      let (address, html, browser, token) = try await Self.made(
        client, [("nama", "HP <b>Kasi</b>"), ("jabatan", "kasi-pemerintahan")])
      expectGolden(Self.stable(html), named: "langganan.html")
      let file = try premises.office.folder.text(of: "langganan.csv")
      let secret = address.dropFirst("/langganan/".count).prefix(64)
      #expect(!file.contains(secret) && file.contains("1,HP <b>Kasi</b>,kasi-pemerintahan,,"))
      let later = String(buffer: try await browser.get("/pengaturan/langganan").body)
      #expect(!later.contains(secret))

      // Nobody is logged in on a telephone.
      let guest = Guest(client)
      let answer = try await guest.get(address)
      #expect(answer.status == .ok)
      #expect(answer.headers[.contentType] == "text/calendar; charset=utf-8")
      #expect(answer.headers[.cacheControl] == "no-store")
      let calendar = String(buffer: answer.body)
      #expect(calendar.hasPrefix("BEGIN:VCALENDAR") && calendar.contains("LPPDesa"))
      #expect(!calendar.contains("LKIP"))
      #expect(String(buffer: try await guest.get(address + "?tahun=2026").body) == calendar)
      #expect(try await guest.get(address + "?tahun=besok").status == .badRequest)

      for _ in 0..<2 {
        let revoked = try await browser.post(
          "/pengaturan/langganan/cabut", token + [("nomor", "1")])
        #expect(revoked.headers[.location] == "/pengaturan/langganan?dicabut=ya")
      }
      #expect(try await guest.get(address).status == .notFound)
    }
  }

  @Test func `an address of a desa shows that desa alone`() async throws {
    try await premises.visit { client in
      let (address, _, _, _) = try await Self.made(
        client, [("nama", "Desa"), ("unit", "63.05.12.2001")])
      let calendar = String(buffer: try await Guest(client).get(address).body)
      #expect(calendar.contains("63.05.12.2001") || calendar.contains("Tarungin"))
      #expect(!calendar.contains("63.05.12.2002") && !calendar.contains("LKIP"))
    }
  }

  @Test
  func `whoever guesses waits longer each time, and nothing tells a near miss from a far one`()
    async throws
  {
    let premises = premises
    try await premises.visit { client in
      let (address, _, _, _) = try await Self.made(client, [("nama", "Semua")])
      let guest = Guest(client)
      let last = address.dropLast(5).last == "0" ? "1" : "0"
      let near = String(address.dropLast(5)) + last + ".ics"
      let far = "/langganan/" + String(repeating: "0", count: 64) + ".ics"
      let first = try await guest.get(near)
      #expect(first.status == .notFound)
      #expect(String(buffer: try await guest.get(far).body) == String(buffer: first.body))
      for bad in ["/langganan/x.ics", "/langganan/" + String(repeating: "a", count: 70)] {
        #expect(String(buffer: try await guest.get(bad).body) == String(buffer: first.body))
      }
      for _ in 0..<16 { #expect(try await guest.get(far).status == .notFound) }
      #expect(try await guest.get(far).status == .tooManyRequests)
      // Who has an address may ask as often as they like, also beside who guesses.
      for _ in 0..<30 { #expect(try await guest.get(address).status == .ok) }
      #expect(try await guest.get(far).status == .tooManyRequests)
      premises.pass(.seconds(16 * 60))
      #expect(try await guest.get(far).status == .notFound)
    }
  }

  @Test func `a faulty file answers nobody, and says nothing of why to who is not in`() async throws
  {
    let premises = premises
    try await premises.visit { client in
      let (address, _, _, _) = try await Self.made(client, [("nama", "Semua")])
      let path = premises.office.path.appending("langganan.csv").string
      try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
      let answer = try await Guest(client).get(address)
      #expect(answer.status == .serviceUnavailable)
      #expect(!String(buffer: answer.body).contains("langganan.csv"))
    }
  }

  @Test(
    arguments: [
      ("", "", "", "namanya kosong"),
      (String(repeating: "a", count: 101), "", "", "tidak dapat dipakai"),
      ("HP", "raja", "", "tidak dikenal"), ("HP", "", "63.05.99.2001", "tidak dipantau"),
      ("Dua", "", "", "sudah ada"),
    ] as [(String, String, String, String)])
  func `what cannot be made is told, and nothing is written`(
    _ name: String, _ jabatan: String, _ unit: String, _ sentence: String
  ) async throws {
    let premises = premises
    try await premises.visit { client in
      let (_, _, browser, token) = try await Self.made(client, [("nama", "Dua")])
      let before = try premises.office.folder.text(of: "langganan.csv")
      let answer = try await browser.post(
        "/pengaturan/langganan", token + [("nama", name), ("jabatan", jabatan), ("unit", unit)])
      #expect(answer.status == .unprocessableContent)
      #expect(
        String(buffer: answer.body).replacing("&#39;", with: "'").contains(sentence))
      #expect(try premises.office.folder.text(of: "langganan.csv") == before)
    }
  }

  @Test func `only who has the settings makes and revokes`() async throws {
    try await premises.visit { client in
      var browser = Guest(client)
      _ = try await browser.logIn("kasubbag")
      let token = [("tanda", try await browser.token())]
      #expect(try await browser.get("/pengaturan/langganan").status == .forbidden)
      for uri in ["/pengaturan/langganan", "/pengaturan/langganan/cabut"] {
        #expect(try await browser.post(uri, token).status == .forbidden)
      }
    }
  }
}
