import ComplianceModel
import HTTPTypes
import HummingbirdTesting
import NIOCore
import TestSupport
import Testing
import Workspace

@testable import Dashboard

/// The addresses of the routes.
enum RouteTable {
  /// A file that waits in the drop folder.
  static let dropped = "LKPJ 2025.pdf"

  /// A route with what varies in it: a desa's document, the row that hands it in, an indicator of its kecamatan, a
  /// file that waits, a page and a picture of the guide.
  static func address(_ path: String, unit: String = "63.05.12.2001") -> String {
    let words = [
      "{unit}": path.hasPrefix("/iku/") ? "63.05.12" : unit, "{laporan}": "LPPDesa",
      "{periode}": "2025", "{tindakan}": "catat",
      "{kode}": path == MeasurePage.path ? "H16" : "H05",
      "{baris}": path.hasPrefix(LettersPage.path) ? "2026-7" : "2026-6",
      "{nomor}": path.hasPrefix(SettingsPage.path) ? "baru" : "1", "{jenis}": "xml",
      "{kunci}": FilingLine.key(of: dropped), "{halaman}": "Kasubbag",
      "{berkas}": "halaman-beranda.png",
    ]
    return words.reduce(path) { $0.replacing($1.key, with: $1.value) }
  }
}

/// What each role sees and writes.
struct RoleTests {
  /// Every form with any path parameters, as it would be sent empty.
  private static let forms = Dashboard.forms

  @Test func `every page and file is open to its readers and to nobody else`() async throws {
    let premises = try Premises.withUsers()
    try premises.handIn("LPPDesa", "2025", of: Premises.villages[0])
    try premises.issueLetter(to: Premises.villages[0])
    try premises.office.folder.write("%PDF-1.4 isi", to: "kotak-masuk/\(RouteTable.dropped)")
    try await premises.visit { client in
      for role in UserRole.allCases {
        var browser = Guest(client)
        #expect(try await browser.logIn(role.rawValue).status == .seeOther)
        for page in Dashboard.pages {
          let answer = try await browser.get(RouteTable.address(page.path))
          #expect(
            (answer.status == .forbidden) == !page.readers.roles.contains(role),
            "\(page.path) \(role) \(answer.status)")
          if page.readers.roles.contains(role) {
            #expect(answer.status == .ok, "\(page.path) \(role)")
          }
        }
        for resource in Dashboard.resources {
          let answer = try await browser.get(RouteTable.address(resource.path))
          let isReader = resource.readers.roles.contains(role)
          #expect(
            answer.status == (isReader ? .ok : .forbidden),
            "\(resource.path) \(role) \(answer.status)")
        }
      }
    }
  }

  @Test func `every form is taken from its writers and from nobody else`() async throws {
    try await Premises.withUsers(forms: Self.forms + [SentForm.self]).visit { client in
      for role in UserRole.allCases {
        var browser = Guest(client)
        #expect(try await browser.logIn(role.rawValue).status == .seeOther)
        let token = try await browser.token()
        for form in Self.forms + [SentForm.self] {
          // A field that no form knows: a writer gets as far as that.
          let answer = try await browser.post(
            RouteTable.address(form.path), [("tanda", token), ("tak-dikenal", "x")])
          let isWriter = form.writers.roles.contains(role)
          #expect(
            answer.status == (isWriter ? .badRequest : .forbidden),
            "\(form.path) \(role) \(answer.status)")
        }
      }
    }
  }

  @Test(arguments: UserRole.allCases)
  func `a desa that an operator has not is one that does not exist`(role: UserRole) async throws {
    try await Premises.withUsers([role]).visit { client in
      var browser = Guest(client)
      _ = try await browser.logIn(role.rawValue)
      let isOperator = role == .villageOperator
      for unit in ["63.05.12.2002", "63.05.12"] {
        let report = unit.count == 8 ? "LPPD" : "LPPDesa"
        let one = try await browser.get("/kewajiban/\(unit)/\(report)/2025")
        #expect(one.status == (isOperator ? .notFound : .ok))
        for page in ["/jadwal", "/kepatuhan", "/riwayat"] {
          let answer = try await browser.get("\(page)?unit=\(unit)")
          #expect(answer.status == (isOperator ? .badRequest : .ok), "\(page) \(unit)")
        }
      }
      if isOperator {
        let strange = try await browser.get("/kewajiban/63.05.12.2002/LPPDesa/2025")
        let none = try await browser.get("/kewajiban/63.05.12.2999/LPPDesa/2025")
        #expect(String(buffer: strange.body) == String(buffer: none.body))
        let unit = try await browser.get("/jadwal?unit=63.05.12.2002")
        let noUnit = try await browser.get("/jadwal?unit=63.05.12.2999")
        #expect(
          String(buffer: unit.body) == String(buffer: noUnit.body).replacing("2999", with: "2002"))
      }
    }
  }

  @Test func `no page shows an operator anything of another desa or of the office`() async throws {
    let premises = try Premises.withUsers([.villageOperator])
    let kecamatan = try #require(try premises.office.open().kecamatan.first)
    let own = try region(Premises.villages[0])
    // One desa is called as its kecamatan is.
    let names = kecamatan.villages.filter { $0.code != own && $0.name != kecamatan.unit.name }
      .map(\.name)
    #expect(names.count >= 5)
    try await premises.visit { client in
      var browser = Guest(client)
      _ = try await browser.logIn("operator-desa")
      // The guide is the same for everybody, and its examples are about reports of an office.
      for page in Dashboard.pages where !page.path.hasPrefix(GuideIndexPage.path) {
        for query in ["", "?tahun=2026", "?tahun=2026&semua=ya"] {
          let answer = try await browser.get(RouteTable.address(page.path) + query)
          let html = String(buffer: answer.body)
          for name in names { #expect(!html.contains(name), "\(page.path)\(query): \(name)") }
          // The office's own report, and what another desa handed in.
          for word in ["LKIP", "Renja", "63.05.12.2002", "2002/"] {
            #expect(!html.contains(word), "\(page.path)\(query): \(word)")
          }
        }
      }
    }
  }

  @Test(arguments: [
    ("2026-04-02", "", 200), ("", "", 200), ("2026-04-01", "", 422),
    ("2026-04-02", "2026-04-01", 422),
  ])
  func `an operator hands in today, and does not say of themselves that they were on time`(
    date: String, received: String, status: Int
  ) async throws {
    try await Premises.withUsers([.villageOperator], forms: Dashboard.forms).visit { client in
      var browser = Guest(client)
      _ = try await browser.logIn("operator-desa")
      let answer = try await browser.post(
        "/kewajiban/63.05.12.2001/LPPDesa/2025/catat",
        [
          ("tanda", try await browser.token()), ("tanggal", date), ("diterima", received),
          ("alasan", "terlambat"),
        ])
      #expect(answer.status.code == status)
      #expect(String(buffer: answer.body).contains("harus hari ini") == (status == 422))
    }
  }

  @Test func `an operator whose desa are watched no more sees nothing, not all`() async throws {
    let premises = try Premises.withUsers([.villageOperator])
    let table = try premises.office.folder.text(of: "wilayah.csv")
    try premises.office.folder.write(
      table.split(separator: "\n").filter { !$0.hasPrefix(Premises.villages[0]) }
        .joined(separator: "\n") + "\n", to: "wilayah.csv")
    try await premises.visit { client in
      var browser = Guest(client)
      _ = try await browser.logIn("operator-desa")
      for page in Dashboard.pages {
        #expect(try await browser.get(RouteTable.address(page.path)).status == .forbidden)
      }
    }
  }

  /// Role, jabatan of the report, level, unit, and whether they may hand it in and decide on it.
  @Test(
    arguments: [
      (.head, "camat", .office, "63.05.12", false, false),
      (.reader, "camat", .office, "63.05.12", false, false),
      (.secretary, "camat", .office, "63.05.12", true, true),
      (.planner, "kasi-pemerintahan", .village, "63.05.12.2002", true, true),
      (.manager, "kasi-trantib", .office, "63.05.12", true, true),
      (.section, "kasi-pemerintahan", .village, "63.05.12.2002", true, true),
      (.section, "Kasi-Pemerintahan", .recommendation, "63.05.12.2002", true, true),
      (.section, "kasi-trantib", .office, "63.05.12", false, false),
      (.villageOperator, "kasi-pemerintahan", .village, "63.05.12.2001", true, false),
      (.villageOperator, "kasi-pemerintahan", .village, "63.05.12.2002", false, false),
      (.villageOperator, "kasi-pemerintahan", .recommendation, "63.05.12.2001", false, false),
      (.villageOperator, "camat", .office, "63.05.12", false, false),
      (nil, "camat", .office, "63.05.12", true, true),
    ] as [(UserRole?, String, Report.Level, String, Bool, Bool)])
  func `what a role may do to an obligation`(
    role: UserRole?, responsible: String, level: Report.Level, unit: String, submits: Bool,
    decides: Bool
  ) throws {
    let premises = try Premises.withUsers(role.map { [$0] } ?? [])
    let workspace = try premises.office.open()
    let visitor =
      try role.map { role in
        try Visitor(
          try #require(Users(in: premises.office.path)[role.rawValue]), in: workspace)
      } ?? .owner(.success("budi"))
    let unit = try region(unit)
    #expect(visitor.may(.submit, level, responsible: responsible, of: unit) == submits)
    #expect(visitor.may(.decide, level, responsible: responsible, of: unit) == decides)
    #expect(try visitor.recorder() == (role.map { "Nama \($0.rawValue)" } ?? "budi"))
  }

  @Test func `the navigation names what one may open`() async throws {
    try await Premises.withUsers([.reader]).visit { client in
      var browser = Guest(client)
      _ = try await browser.logIn("pembaca")
      let html = String(buffer: try await browser.get("/").body)
      for page in Dashboard.pages {
        guard let name = page.name else { continue }
        let isNamed = page.readers.roles.contains(.reader) && !page.isOfSeveralKecamatan
        #expect(html.contains(">\(name)</a>") == isNamed)
      }
    }
  }
}
