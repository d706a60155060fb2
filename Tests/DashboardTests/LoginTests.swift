import HTTPTypes
import HummingbirdTesting
import NIOCore
import Deeds
import TestSupport
import Testing
import Workspace

@testable import Dashboard

/// Who is let in, and for how long.
struct LoginTests {
  @Test func `whoever is not in is led to the login and on to what they asked for`() async throws {
    try await Premises.withUsers([.planner]).visit { client in
      var browser = Guest(client)
      let asked = try await browser.get("/jadwal?triwulan=2026-TW1")
      #expect(asked.status == .seeOther)
      #expect(asked.headers[.location] == "/akun/masuk?ke=/jadwal%3Ftriwulan%3D2026-TW1")
      #expect(try await browser.get("/akun/masuk").status == .ok)
      let answer = try await browser.logIn("kasubbag", to: "/jadwal?triwulan=2026-TW1")
      #expect(answer.status == .seeOther)
      #expect(answer.headers[.location] == "/jadwal?triwulan=2026-TW1")
      let cookie = try #require(answer.headers[.setCookie])
      #expect(cookie.hasSuffix("; Path=/; HttpOnly; SameSite=Strict"))
      #expect(cookie.wholeMatch(of: #/tenggat-masuk=[0-9a-f]{64};.*/#) != nil)
      let page = try await browser.get("/jadwal")
      #expect(page.status == .ok)
      #expect(String(buffer: page.body).contains("<bdi>Nama kasubbag</bdi>"))
    }
  }

  @Test func `a wrong password and an unknown account get one answer`() async throws {
    try await Premises.withUsers([.planner]).visit { client in
      var browser = Guest(client)
      let wrong = try await browser.logIn("kasubbag", "salah sama sekali")
      let unknown = try await browser.logIn("kasubbak", "salah sama sekali")
      #expect(wrong.status == .unauthorized && unknown.status == .unauthorized)
      #expect(
        String(buffer: wrong.body)
          == String(buffer: unknown.body).replacing("kasubbak", with: "kasubbag"))
      #expect(wrong.headers[.setCookie] == nil && unknown.headers[.setCookie] == nil)
      #expect(try await browser.get("/").status == .seeOther)
    }
  }

  @Test func `the style sheet is for everybody, the pages are not`() async throws {
    try await Premises.withUsers([.planner]).visit { client in
      let browser = Guest(client)
      #expect(try await browser.get("/gaya.css").status == .ok)
      for page in Dashboard.pages {
        #expect(try await browser.get(RouteTable.address(page.path)).status == .seeOther)
      }
      let html = String(buffer: try await browser.get("/akun/masuk").body)
      #expect(!html.contains("Hatungun") && !html.contains("href=\"/jadwal\""))
    }
  }

  @Test(arguments: [
    "//evil.example/", "https://evil.example/", "/\\evil.example", "\\\\evil.example", "evil",
    "javascript:alert(1)", "/ spasi", "/a\r\nSet-Cookie: x=1", "/../x", "/akun/masuk", "/é",
    "", "/%0d%0a\n",
  ])
  func `the login leads to no other site`(target: String) async throws {
    #expect(LoginPage.target(target, at: .ownComputer) == "/")
  }

  @Test(arguments: [
    ("/jadwal?unit=63.05.12", "", "/jadwal?unit=63.05.12"), ("/", "", "/"),
    ("/tenggat/desa", "/tenggat", "/tenggat/desa"), ("/desa", "/tenggat", "/tenggat/"),
    ("/tenggat//evil.example", "/tenggat", "/tenggat/"), ("/tenggatx/", "/tenggat", "/tenggat/"),
  ])
  func `the login leads to a page of this server`(
    target: String, base: String, led: String
  ) async throws {
    let site = Site(
      base: base, names: [], proxies: [], isEncrypted: false, isExposed: false)
    #expect(LoginPage.target(target, at: site) == led)
  }

  @Test func `a login begins another session, whatever the browser had`() async throws {
    try await Premises.withUsers([.planner]).visit { client in
      // A cookie that somebody planted is not taken for a session.
      var browser = Guest(client)
      browser.cookie = "tenggat-masuk=\(String(repeating: "a", count: 64))"
      _ = try await browser.logIn("kasubbag")
      let first = browser.cookie
      #expect(first != "tenggat-masuk=\(String(repeating: "a", count: 64))")
      // And the session that it had is over with the next login.
      _ = try await browser.logIn("kasubbag")
      #expect(browser.cookie != first)
      var old = Guest(client)
      old.cookie = first
      #expect(try await old.get("/").status == .seeOther)
      #expect(try await browser.get("/").status == .ok)
    }
  }

  @Test func `whoever is in is led on from the login`() async throws {
    try await Premises.withUsers([.planner]).visit { client in
      var browser = Guest(client)
      _ = try await browser.logIn("kasubbag")
      let answer = try await browser.get("/akun/masuk?ke=/desa")
      #expect(answer.status == .seeOther && answer.headers[.location] == "/desa")
    }
  }

  @Test func `logging out ends the session, and only a page of this server can do it`() async throws
  {
    try await Premises.withUsers([.planner]).visit { client in
      var browser = Guest(client)
      _ = try await browser.logIn("kasubbag")
      let token = try await browser.token()
      let foreign = try await browser.post(
        "/akun/keluar", [("tanda", token)], from: "http://evil.example")
      #expect(foreign.status == .forbidden)
      #expect(try await browser.post("/akun/keluar", []).status == .forbidden)
      #expect(try await browser.get("/").status == .ok)
      let answer = try await browser.post("/akun/keluar", [("tanda", token)])
      #expect(answer.status == .seeOther)
      #expect(answer.headers[.setCookie]?.contains("Max-Age=0") == true)
      #expect(try await browser.get("/").status == .seeOther)
    }
  }

  @Test func `a session ends after half an hour without use, and after twelve hours`() async throws
  {
    let premises = try Premises.withUsers([.planner])
    try await premises.visit { client in
      var browser = Guest(client)
      _ = try await browser.logIn("kasubbag")
      premises.pass(Sessions.idle)
      #expect(try await browser.get("/").status == .ok)
      premises.pass(Sessions.idle + .seconds(1))
      #expect(try await browser.get("/").status == .seeOther)

      _ = try await browser.logIn("kasubbag")
      for _ in 0..<24 {
        premises.pass(Sessions.idle)
        #expect(try await browser.get("/").status == .ok)
      }
      premises.pass(.seconds(1))
      #expect(try await browser.get("/").status == .seeOther)
    }
  }

  @Test func `another password, and the end of a user, end their sessions`() async throws {
    let premises = try Premises.withUsers([.planner, .reader])
    try await premises.visit { client in
      var browser = Guest(client)
      var other = Guest(client)
      _ = try await browser.logIn("kasubbag")
      _ = try await other.logIn("pembaca")
      try SetPassword(of: "kasubbag").set(in: premises.office.open(), to: "lampu biru kursi")
      #expect(try await browser.get("/").status == .seeOther)
      #expect(try await other.get("/").status == .ok)
      #expect(try await browser.logIn("kasubbag").status == .unauthorized)
      #expect(try await browser.logIn("kasubbag", "lampu biru kursi").status == .seeOther)
      try RemoveUser("pembaca").remove(in: premises.office.open())
      #expect(try await other.get("/").status == .seeOther)
      #expect(try await other.logIn("pembaca").status == .unauthorized)
    }
  }

  @Test func `a file of users with a fault lets nobody in, and tells strangers nothing`()
    async throws
  {
    let premises = try Premises.withUsers([.planner])
    try await premises.visit { client in
      var browser = Guest(client)
      _ = try await browser.logIn("kasubbag")
      try premises.office.folder.write("rusak", to: Users.file, permissions: 0o600)
      let answer = try await browser.get("/")
      #expect(answer.status == .internalServerError)
      let html = String(buffer: answer.body)
      #expect(html.contains("tenggat periksa pengguna") && !html.contains("pengguna.csv"))
    }
  }

  @Test func `where others can ask, nobody is the owner, even without users`() async throws {
    let site = Site(
      base: "", names: ["localhost"], proxies: [], isEncrypted: true, isExposed: true)
    try await Premises(try Pages.filled().office, at: site).visit { client in
      var browser = Guest(client)
      let asked = try await browser.get("/")
      #expect(asked.status == .seeOther)
      #expect(try await browser.logIn("siapa").status == .forbidden)
    }
  }

  @Test func `where others can ask, nothing is sent that can be read on the way`() async throws {
    let site = Site(
      base: "", names: [], proxies: ["10.0.0.1"], isEncrypted: false, isExposed: true)
    try await Premises.withUsers([.planner], at: site).visit { client in
      let answer = try await Guest(client).get("/akun/masuk")
      #expect(answer.status == .forbidden)
      #expect(String(buffer: answer.body).contains("https"))
    }
  }

  @Test func `under another path every address begins with it`() async throws {
    let site = Site(
      base: "/tenggat", names: [], proxies: [], isEncrypted: false, isExposed: false)
    try await Premises.withUsers([.planner], at: site).visit { client in
      var browser = Guest(client)
      #expect(
        try await browser.get("/tenggat/desa").headers[.location]
          == "/tenggat/akun/masuk?ke=/tenggat/desa")
      let answer = try await browser.post(
        "/tenggat/akun/masuk", [("akun", "kasubbag"), ("sandi", Premises.password)])
      #expect(answer.headers[.location] == "/tenggat/")
      #expect(answer.headers[.setCookie]?.contains("; Path=/tenggat;") == true)
      browser.take(answer)
      for page in Dashboard.pages {
        let html = String(
          buffer: try await browser.get("/tenggat" + RouteTable.address(page.path)).body)
        for match in html.matches(of: #/(?:href|action)="([^"#]*)/#) where !match.1.isEmpty {
          #expect(match.1.hasPrefix("/tenggat/"), "\(page.path): \(match.1)")
        }
      }
      #expect(try await browser.get("/desa").status == .notFound)
    }
  }
}

/// How long one has to wait between attempts.
struct LoginAttemptTests {
  private let attempts = LoginAttempts()
  private let siti = LoginAttempts.Subject.account("siti")

  @Test func `the first attempts are free, then each wait is twice as long, up to a minute`() {
    var now = Duration.seconds(1_000)
    for _ in 0..<siti.free { #expect(attempts.begin([siti], now: now) == nil) }
    for wait in [1, 2, 4, 8, 16, 32, 60, 60, 60] {
      #expect(attempts.begin([siti], now: now) == .seconds(wait))
      now += .seconds(wait)
      #expect(attempts.begin([siti], now: now - .milliseconds(1)) == .milliseconds(1))
      #expect(attempts.begin([siti], now: now) == nil)
    }
    #expect(attempts.begin([.account("budi")], now: now) == nil)
  }

  @Test func `getting in frees the account, and not the address`() {
    let address = LoginAttempts.Subject.address("10.0.0.9")
    for number in 0..<address.free {
      #expect(attempts.begin([.account("\(number)"), address], now: .zero) == nil)
    }
    #expect(attempts.begin([siti, address], now: .zero) == .seconds(1))
    #expect(attempts.begin([siti, address], now: .seconds(1)) == nil)
    attempts.succeed([siti, address])
    #expect(attempts.begin([siti, address], now: .seconds(1)) == .seconds(1))
  }

  @Test func `an attempt whose password nobody looked at makes nobody wait`() {
    for _ in 0..<(2 * siti.free) {
      #expect(attempts.begin([siti], now: .zero) == nil)
      attempts.withdraw([siti])
    }
    for _ in 0..<siti.free { #expect(attempts.begin([siti], now: .zero) == nil) }
    #expect(attempts.begin([siti], now: .zero) == .seconds(1))
  }

  @Test func `after an hour without one all is forgotten`() {
    for _ in 0..<(siti.free + 20) { _ = attempts.begin([siti], now: .zero) }
    #expect(attempts.begin([siti], now: .zero) != nil)
    for _ in 0..<siti.free { #expect(attempts.begin([siti], now: .seconds(3_600)) == nil) }
  }

  @Test func `what is remembered has a bound`() {
    for number in 0..<10_050 {
      _ = attempts.begin([.account("\(number)")], now: .seconds(number / 100))
    }
    for _ in 0..<siti.free { #expect(attempts.begin([siti], now: .seconds(101)) == nil) }
    #expect(attempts.begin([siti], now: .seconds(101)) != nil)
  }
}
