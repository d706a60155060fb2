import CivilCalendar
import ComplianceModel
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import SystemPackage
import TestSupport
import Testing
import Workspace

@testable import Dashboard

/// A workspace that is made by pages.
struct FoundingPageTests {
  private static let hatungun: [(String, String)] = [
    ("kode", "63.05.12"), ("hari", "5"), ("sejak", "2025-TW4"),
    ("nama.camat", "Contoh Nama, S.Sos."), ("menjabat.camat", "2025-01-06"),
  ]
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Opens the pages of a folder that is no workspace.
  private func visit<Value: Sendable>(
    _ name: String = "kantor", at site: Site = .ownComputer, table: String? = nil,
    _ body: @escaping @Sendable (Guest) async throws -> Value
  ) async throws -> Value {
    var regions: FilePath?
    if let table { regions = FilePath(try folder.write(table, to: "tabel.csv")) }
    let source = OfficeSource(
      FilePath(folder.path(of: name)), data: try FoundedWorkspace.shippedData(),
      today: try day("2026-04-02"), recorders: RecorderNames(variable: nil, login: "budi"),
      temporaryFolder: FilePath(folder.path), executable: FilePath(ProgramRun.builtProgram),
      founding: FoundingGround(regionTable: regions)
    ) { .seconds(1_775_100_000) }
    let dashboard = try Dashboard(source, at: site)
    return try await Application(router: dashboard.router()).test(.router) {
      try await body(Guest($0))
    }
  }

  /// A page without what differs from one run to the next.
  private func stable(_ answer: TestResponse) -> String {
    Browser.stable(answer).replacing(folder.path, with: "FOLDER")
  }

  private static func token(_ guest: Guest) async throws -> [(String, String)] {
    let html = String(buffer: try await guest.get("/mulai?kode=63.05.12").body)
    return [("tanda", try #require(Browser.value(of: "tanda", in: html)))]
  }

  @Test func `the kecamatan is chosen, the files are shown, and only then they are made`()
    async throws
  {
    let own = self
    try await visit { guest in
      expectGolden(own.stable(try await guest.get("/mulai")), named: "mulai.html")
      expectGolden(
        own.stable(try await guest.get("/mulai?kode=63.05.12")), named: "mulai-kantor.html")
      let fields = try await Self.token(guest) + Self.hatungun
      let seen = try await guest.post("/mulai", fields + [("langkah", "periksa")])
      expectGolden(own.stable(seen), named: "periksa-mulai.html")
      #expect(own.folder.files.isEmpty)
      let made = try await guest.post("/mulai", fields + [("langkah", "buat")])
      #expect(made.status == .seeOther && made.headers[.location] == "/")
      let home = String(buffer: try await guest.get("/").body)
      #expect(home.contains("Kecamatan Hatungun") && home.contains("<bdi>Beranda</bdi>"))
    }
    let office = try folder.text(of: "kantor/kantor.yaml")
    #expect(office.contains("dipantau_sejak: 2025-TW4"))
    #expect(office.contains("nama: 'Contoh Nama, S.Sos.'"))
    let workspace = try Workspace(
      FilePath(folder.path(of: "kantor")), data: FoundedWorkspace.shippedData())
    let camat = workspace.office.official(
      "camat", in: try region("63.05.12"), on: try day("2026-04-02"))
    #expect(camat?.name == "Contoh Nama, S.Sos.")
  }

  @Test func `a form that is sent twice, or by two, makes one workspace`() async throws {
    try await visit { guest in
      let fields = try await Self.token(guest) + Self.hatungun + [("langkah", "buat")]
      let other = fields.map { ($0.0, $0.0 == "kode" ? "63.05.05" : $0.1) }
      let answers = try await withThrowingTaskGroup(of: TestResponse.self) { group in
        for sent in [fields, other, fields, other] {
          group.addTask { try await guest.post("/mulai", sent) }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(answers.contains { $0.status == .seeOther })
      #expect(try await guest.post("/mulai", fields).status == .seeOther)
      #expect(try await guest.get("/mulai").headers[.location] == "/")
    }
    let workspace = try Workspace(
      FilePath(folder.path(of: "kantor")), data: FoundedWorkspace.shippedData())
    #expect(workspace.kecamatan.count == 1)
  }

  @Test(arguments: [
    ("/", 303), ("/jadwal?tahun=2026", 303), ("/kewajiban/63.05.12/LPPD/2025", 303),
    ("/tidak-ada", 303), ("/gaya.css", 200), ("/ikon.svg", 200), ("/mulai", 200),
    ("/mulai?cari=63.05", 200), ("/mulai?kode=63.05.99", 400), ("/mulai?kode=x", 400),
    ("/mulai?kode=63.05.12&cari=a", 400), ("/mulai?per=2026-01-01", 400), ("/mulai?x=1", 400),
  ])
  func `before there is a workspace all ways lead to the page that makes it`(
    uri: String, status: Int
  ) async throws {
    try await visit { guest in
      let answer = try await guest.get(uri)
      #expect(answer.status.code == status)
      if status == 303 { #expect(answer.headers[.location] == "/mulai") }
    }
  }

  @Test func `nothing else is written, and no other site makes a workspace`() async throws {
    try await visit { guest in
      let fields = try await Self.token(guest) + Self.hatungun + [("langkah", "buat")]
      #expect(try await guest.post("/pengaturan", fields).status == .conflict)
      for origin in [nil, "http://evil.example", "null"] {
        #expect(try await guest.post("/mulai", fields, from: origin).status == .forbidden)
      }
      let guessed = fields.map {
        ($0.0, $0.0 == "tanda" ? String(repeating: "0", count: 64) : $0.1)
      }
      #expect(try await guest.post("/mulai", guessed).status == .forbidden)
    }
    #expect(folder.files == [])
  }

  @Test func `who can be reached by others offers no workspace to be made`() async throws {
    let site = Site(
      base: "", names: ["localhost"], proxies: [], isEncrypted: true, isExposed: true)
    try await visit(at: site) { guest in
      let answer = try await guest.get("/mulai")
      #expect(answer.status == .forbidden)
    }
  }

  @Test(arguments: [
    (["sejak": "kapan-kapan"], "bukan tanggal, triwulan, atau tahun"),
    (["menjabat.camat": ""], "hari mulai menjabat belum diisi"),
    (["nama.camat": ""], "nama belum diisi"),
    (["menjabat.camat": "dahulu"], "'dahulu' bukan tanggal"),
  ])
  func `what is wrong is told, and what was filled in stays`(
    changes: [String: String], sentence: String
  ) async throws {
    try await visit { guest in
      let fields = Self.hatungun.map { ($0.0, changes[$0.0] ?? $0.1) }
      let token = try await Self.token(guest)
      for stage in ["periksa", "buat"] {
        let answer = try await guest.post("/mulai", token + fields + [("langkah", stage)])
        let html = String(buffer: answer.body).replacing("&#39;", with: "'")
        #expect(answer.status == .unprocessableContent)
        #expect(html.contains(sentence), "\(html)")
        for (name, value) in fields where name != "kode" && name != "hari" && !value.isEmpty {
          #expect(html.contains("value=\"\(value)\""), "\(name)")
        }
      }
    }
    #expect(folder.files == [])
  }

  @Test(arguments: [
    ("hari", "7"), ("hari", "x"), ("kode", "x"), ("langkah", "hapus"), ("nip", "1"),
  ])
  func `what no page of ours sends is refused`(field: String, value: String) async throws {
    try await visit { guest in
      let fields = Self.hatungun.filter { $0.0 != field } + [(field, value)]
      let answer = try await guest.post("/mulai", try await Self.token(guest) + fields)
      #expect([400, 422].contains(answer.status.code), "\(answer.status)")
    }
    #expect(folder.files == [])
  }

  @Test func `one press makes a filled workspace for practice, and every page says what it is`()
    async throws
  {
    try await visit { guest in
      let press = try await Self.token(guest) + [("langkah", "latihan")]
      let made = try await guest.post("/mulai", press)
      #expect(made.status == .seeOther && made.headers[.location] == "/")
      // Sent a second time it is led to what the first one made.
      #expect(try await guest.post("/mulai", press).status == .seeOther)
      for page in ["/", "/jadwal", "/desa", "/masuk", "/iku", "/ekspor", "/surat", "/riwayat"] {
        let html = String(buffer: try await guest.get(page).body)
        #expect(html.contains("<p class=\"practice\">RUANG KERJA LATIHAN"), "\(page)")
        #expect(html.contains("Kecamatan Latihan"), "\(page)")
      }
      let inbox = String(buffer: try await guest.get("/masuk").body)
      #expect(inbox.contains("undangan sosialisasi.pdf"))
    }
    #expect(try folder.text(of: "kantor/kantor.yaml").contains("latihan: ya"))
    #expect(folder.files.contains { $0.hasPrefix("kantor/ekspor/beku/") })
  }

  @Test func `practice is not put into a folder that has something in it`() async throws {
    try folder.write("isi", to: "kantor/milik-saya.txt")
    try await visit { guest in
      let press = try await Self.token(guest) + [("langkah", "latihan")]
      let refused = try await guest.post("/mulai", press)
      #expect(refused.status == .unprocessableContent)
      let html = String(buffer: refused.body).replacing("&#39;", with: "'")
      #expect(html.contains("tidak kosong; jalankan 'tenggat contoh latihan'"))
      for origin in [nil, "http://evil.example"] {
        #expect(try await guest.post("/mulai", press, from: origin).status == .forbidden)
      }
    }
    #expect(folder.files == ["kantor/milik-saya.txt"])
  }

  @Test(arguments: ["kantor.yaml", "wilayah.csv"])
  func `what is in the folder already is not overwritten`(name: String) async throws {
    // A link that leads nowhere is no workspace, and not ours to replace.
    try FileManager.default.createDirectory(
      atPath: folder.path(of: "kantor"), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: folder.path(of: "kantor/\(name)"), withDestinationPath: "tak-ada")
    try await visit { guest in
      let fields = try await Self.token(guest) + Self.hatungun
      for stage in ["periksa", "buat"] {
        let answer = try await guest.post("/mulai", fields + [("langkah", stage)])
        #expect(answer.status == .unprocessableContent)
        #expect(String(buffer: answer.body).contains("sudah ada dan tidak ditimpa"))
      }
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path(of: "kantor"))
    #expect(names == [name])
  }

  @Test func `no workspace is made in another one`() async throws {
    let other = try FoundedWorkspace()
    let name = "luar"
    try FileManager.default.createSymbolicLink(
      atPath: folder.path(of: name), withDestinationPath: other.folder.path)
    try await visit("\(name)/cabang") { guest in
      let fields = try await Self.token(guest) + Self.hatungun
      let answer = try await guest.post("/mulai", fields + [("langkah", "buat")])
      #expect(answer.status == .unprocessableContent)
      #expect(String(buffer: answer.body).contains("terletak dalam ruang kerja lain"))
    }
    #expect(!FileManager.default.fileExists(atPath: other.folder.path + "/cabang"))
  }

  @Test func `a kecamatan is found by name, by code and by kabupaten, and its name is text`()
    async throws
  {
    let table = FoundedWorkspace.madeUp.replacing("Tetangga", with: "<b>Tetangga</b>")
    try await visit(table: table) { guest in
      for (word, first, second) in [
        ("", true, true), ("muara", true, false), ("TETANGGA", false, true),
        ("91.99.02", false, true),
        ("karangan", true, true), ("zzz", false, false),
      ] {
        let html = String(buffer: try await guest.get("/mulai?cari=\(word)").body)
        #expect(html.contains("kode=91.99.01\"") == first, "\(word)")
        #expect(html.contains("kode=91.99.02\"") == second, "\(word)")
        #expect(!html.contains("<b>"))
      }
    }
  }

  @Test func `of a large table nothing is listed until something is looked for`() async throws {
    let rows = (1...60).map { number in
      let code = "91.99.\(number < 10 ? "0" : "")\(number)"
      return "\(code),Kecamatan Ke-\(number)\n\(code).2001,Desa Contoh\n"
    }
    let table = "kode,nama\n91,Papua\n91.99,Kabupaten Karangan\n" + rows.joined()
    try await visit(table: table) { guest in
      let all = String(buffer: try await guest.get("/mulai").body)
      #expect(all.contains("Ada 60 kecamatan dalam tabel wilayah") && !all.contains("kode="))
      let many = String(buffer: try await guest.get("/mulai?cari=karangan").body)
      #expect(many.contains("60 ditemukan; yang tampak 50 pertama"))
      #expect(many.matches(of: /kode=/).count == 50)
    }
  }
}
