import CivilCalendar
import ComplianceModel
import DurableFiles
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import LedgerStore
import NIOCore
import Synchronization
import SystemPackage
import TestSupport
import Testing
import Workspace

@testable import Dashboard

/// The recap of a workspace of many kecamatan, and how other pages keep to some of them.
struct RecapPageTests {
  /// Two provinces that are made up, with six kecamatan in four kabupaten.
  private static let table = """
    kode,nama
    63,Kalimantan Selatan
    63.01,Kabupaten Karangan
    63.01.01,Hulu
    63.01.01.2001,Satu
    63.01.02,Hilir
    63.01.02.2001,Dua
    63.02,Kabupaten Sepi
    63.02.01,Sunyi
    63.02.01.2001,Tiga
    91,Papua
    91.98,Kabupaten Jauh
    91.98.01,Jauh
    91.98.01.2001,Empat
    91.99,Kabupaten Tepi
    91.99.01,Tepi <Timur>
    91.99.01.2001,Lima
    91.99.02,Tepi Barat
    """ + "\n"

  private let pages: Pages

  init() throws {
    let office = try FoundedWorkspace("00", table: Self.table)
    try Self.submit("63.01.01", ["LKIP", "LPPD", "LKAT"], "2026-02-20", in: office)
    try Self.submit("63.01.02", ["LKIP"], "2026-02-20", in: office)
    try Self.submit("91.98.01", ["LKIP", "LPPD"], "2026-02-20", in: office)
    try Self.submit("91.99.01", ["LKIP"], "2026-03-10", in: office)
    pages = Pages(office, on: try day("2026-04-02"))
  }

  private static func submit(
    _ unit: String, _ reports: [String], _ date: String, in office: FoundedWorkspace
  ) throws {
    try LedgerStore(folder: office.path).append(
      reports.map { try FoundedWorkspace.entry(.submitted, $0, "2025", date, unit: unit) },
      to: region(unit), at: #require(ClockReading("\(date)T09:00:00+07:00")))
  }

  private func damage(_ unit: String) throws -> String {
    let name = "buku/\(unit)/2026.csv"
    try pages.office.change(name, "LKIP", to: "LKJP")
    return name
  }

  // MARK: - The page

  @Test(arguments: [
    ("", "rekap"), ("unit=63&triwulan=2026-TW1", "rekap-provinsi"),
    ("menurut=kecamatan&urut=kode&tingkat=kecamatan", "rekap-kecamatan"),
  ])
  func `the regions stand beside each other`(query: String, name: String) async throws {
    expectGolden(
      Browser.stable(try await pages.answer("/rekap?\(query)")), named: "\(name).html")
  }

  @Test(arguments: [
    ("", ["/rekap?tahun=2026&amp;unit=63", "/rekap?tahun=2026&amp;unit=91"]),
    ("?unit=63", ["/rekap?tahun=2026&amp;unit=63.01", "/rekap?tahun=2026&amp;unit=63.02"]),
    ("?unit=63.01", ["/desa?tahun=2026&amp;unit=63.01.01", "/desa?tahun=2026&amp;unit=63.01.02"]),
    ("?unit=63.02", ["/desa?tahun=2026&amp;unit=63.02.01"]),
    ("?menurut=kabupaten", ["/rekap?tahun=2026&amp;unit=91.98"]),
  ])
  func `one goes down from the provinces to the desa`(query: String, links: [String])
    async throws
  {
    let html = try await pages.html("/rekap\(query)")
    for link in links { #expect(html.contains("href=\"\(link)\"")) }
    #expect(try await pages.html("/desa?unit=63.01.02").contains("Kecamatan Hilir"))
    #expect(!(try await pages.html("/desa?unit=63.01.02")).contains("Kecamatan Hulu</bdi>"))
  }

  @Test func `a damaged ledger is told with its place and is in no sum`() async throws {
    let whole = try await pages.html("/rekap?menurut=kecamatan&unit=63")
    let name = try damage("63.01.02")
    let html = try await pages.html("/rekap?menurut=kecamatan&unit=63")
    #expect(html.contains("Kecamatan Hilir</bdi>: tidak dapat dihitung"))
    #expect(html.contains("<code>\(name):2:"))
    #expect(html.contains("class=\"bad right\"><bdi>tidak dapat dihitung"))
    #expect(!whole.contains("tidak dapat dihitung"))
    // Its kabupaten counts the other one, and says of how many one is missing.
    let regencies = try await pages.html("/rekap?unit=63")
    #expect(regencies.contains("data-heading=\"Buku rusak\" class=\"plain right\"><bdi>1</bdi>"))
    // The only kecamatan of a kabupaten leaves nothing to count.
    _ = try damage("91.98.01")
    let papua = try await pages.html("/rekap?unit=91")
    #expect(papua.contains("Kabupaten Jauh"))
    #expect(papua.contains("class=\"bad right\"><bdi>tidak dapat dihitung"))
  }

  @Test(arguments: ["/", "/jadwal", "/jadwal?tahun=2026", "/desa"])
  func `a damaged ledger is told with its place, and the pages show the others`(
    _ page: String
  ) async throws {
    let whole = try await pages.html(page)
    #expect(!whole.contains("Bukunya rusak"))
    let name = try damage("63.01.02")
    let html = try await pages.html(page)
    #expect(html.contains("Kecamatan Hilir</bdi>: tidak dapat dihitung"))
    #expect(html.contains("<code>\(name):2:"))
    #expect(html.contains("Kecamatan Hulu"))
    // Who asks for it alone is told so, as where there is no other.
    let mark = page.contains("?") ? "&" : "?"
    let alone = try await pages.refusal("\(page)\(mark)unit=63.01.02")
    #expect(alone.status == 500)
    #expect(alone.text.contains("<code>\(name):2:"))
  }

  @Test func `where nothing is decided yet there is no data`() async throws {
    let html = try await pages.html("/rekap?per=2026-01-02&tahun=2026")
    #expect(html.contains("tidak ada data"))
    #expect(html.contains("0,00% (0 dari "))
  }

  @Test func `who has submitted nothing is named`() async throws {
    let html = try await pages.html("/rekap")
    #expect(html.contains("Belum mengirim apa pun: 2 dari 6 kecamatan"))
    #expect(html.contains("<bdi>Kecamatan Sunyi</bdi></a></li>"))
    #expect(html.contains("<bdi>Distrik Tepi Barat</bdi></a></li>"))
    #expect(!html.contains("<bdi>Kecamatan Hulu</bdi></a></li>"))
  }

  @Test(arguments: [
    ("?menurut=desa", "'desa' bukan provinsi, kabupaten, kecamatan"),
    ("?menurut=semua", "'semua' bukan provinsi"), ("?menurut=pulau", "'pulau' bukan desa"),
    ("?urut=naik", "'naik' bukan kode, peringkat"), ("?unit=64", "bukan unit yang dipantau"),
    ("?tahun=2025&triwulan=2026-TW1", "tidak sejalan"), ("?tingkat=negara", "bukan tingkat"),
  ])
  func `what is not understood is refused`(query: String, sentence: String) async throws {
    let answer = try await pages.refusal("/rekap\(query)")
    #expect(answer.status == 400)
    #expect(answer.text.contains(sentence), "\(answer.text)")
  }

  // MARK: - Its file

  @Test(arguments: [
    ("", "--menurut semua --urut", "rekap-semua-2026.csv"),
    ("?urut=kode", "--menurut semua", "rekap-semua-2026.csv"),
    ("?menurut=desa&urut=kode", "--menurut desa", "rekap-desa-2026.csv"),
    (
      "?menurut=kabupaten&triwulan=2026-TW1&unit=63&tingkat=kecamatan",
      "--menurut kabupaten --triwulan 2026-TW1 --unit 63 --tingkat kecamatan --urut",
      "rekap-kabupaten-63-2026-TW1.csv"
    ),
  ])
  func `the table is that of the command, byte for byte`(
    query: String, options: String, name: String
  ) async throws {
    let answer = try await pages.answer("/rekap/csv\(query)")
    #expect(answer.status == .ok)
    #expect(answer.headers[.contentType] == "text/csv; charset=utf-8")
    #expect(try #require(answer.headers[.contentDisposition]).contains(name))
    let run = try await ProgramRun.tenggat(
      ["kepatuhan"] + options.split(separator: " ").map(String.init)
        + ["--csv", "--hari-ini", "2026-04-02", "--ruang", pages.office.folder.path],
      in: pages.office.folder.path)
    #expect(run.exitCode == 0, "\(run.errorText)")
    #expect(String(buffer: answer.body) == run.outputText)
  }

  @Test func `the page leads to the table of what it shows`() async throws {
    let html = try await pages.html("/rekap?unit=63&triwulan=2026-TW1&tingkat=desa&urut=kode")
    #expect(
      html.contains(
        "href=\"/rekap/csv?triwulan=2026-TW1&amp;menurut=kabupaten&amp;urut=kode&amp;unit=63&amp;tingkat=desa\""
      ))
  }

  // MARK: - Other pages

  @Test func `the navigation names the recap only where several kecamatan are watched`()
    async throws
  {
    #expect(try await pages.html("/").contains(">Rekap</a>"))
    let one = try Pages.filled()
    #expect(!(try await one.html("/")).contains("Rekap"))
    // Who knows the address is answered all the same.
    #expect(try await one.html("/rekap").contains("Kecamatan Hatungun"))
  }

  @Test func `who has chosen a kecamatan goes on with it`() async throws {
    let html = try await pages.html("/desa?unit=63.01.01.2001")
    #expect(html.contains("href=\"/jadwal?unit=63.01.01\""))
    #expect(html.contains("href=\"/?unit=63.01.01\""))
    #expect(html.contains("href=\"/rekap\""))
    #expect(html.contains("href=\"/surat\""))
    let home = try await pages.html("/?unit=63.01.01")
    #expect(home.contains("<p class=\"scope\"><bdi>Kecamatan Hulu</bdi></p>"))
    #expect(
      home.contains("/kepatuhan?triwulan=2026-TW2&amp;tingkat=kecamatan&amp;unit=63%2E01%2E01"))
    #expect(!home.contains("Kecamatan Sunyi"))
    // In a workspace of one kecamatan there is nothing to choose.
    let one = try await Pages.filled().html("/jadwal?unit=63.05.12.2001")
    #expect(!one.contains("/desa?unit="))
  }

  @Test func `a unit is chosen step by step`() async throws {
    func options(_ uri: String) async throws -> [String] {
      let html = try await pages.html(uri)
      let select = try #require(html.firstMatch(of: #/(?s)<select id="unit".*?</select>/#)).output
      return select.matches(of: #/value="([^"]+)"/#).map { String($0.output.1) }
    }
    #expect(try await options("/jadwal") == ["63", "91"])
    #expect(try await options("/jadwal?unit=63") == ["63", "63.01", "63.02", "91"])
    #expect(
      try await options("/jadwal?unit=63.01") == [
        "63", "63.01", "63.01.01", "63.01.02", "63.02", "91",
      ])
    let opened = [
      "63", "63.01", "63.01.01", "63.01.01.2001", "63.01.02", "63.02", "91",
    ]
    #expect(try await options("/jadwal?unit=63.01.01") == opened)
    #expect(try await options("/jadwal?unit=63.01.01.2001") == opened)
  }

  @Test func `pages that list what is owed lead to the recap where there is too much of it`()
    async throws
  {
    let kecamatan = (1...65).map { number in
      "91.97.\(number < 10 ? "0" : "")\(number),Nomor \(number)\n"
    }.joined()
    for (count, isTooWide) in [(64, false), (65, true)] {
      let rows = kecamatan.split(separator: "\n").prefix(count).joined(separator: "\n")
      let office = try FoundedWorkspace(
        "91", table: "kode,nama\n91,Papua\n91.97,Kabupaten Besar\n\(rows)\n")
      let wide = Pages(office, on: try day("2026-04-02"))
      for page in ["/", "/jadwal", "/desa", "/riwayat"] {
        let answer = try await wide.answer(page)
        #expect(answer.status == (isTooWide ? .seeOther : .ok), "\(page) \(count)")
        if isTooWide { #expect(answer.headers[.location] == "/rekap") }
        #expect(try await wide.answer("\(page)?unit=91.97.01").status == .ok)
      }
      let recap = try await wide.html("/rekap")
      #expect(recap.contains("Halaman lain menampilkan paling banyak 64") == isTooWide)
      #expect(try await wide.answer("/kepatuhan").status == .ok)
    }
  }

  // MARK: - What is kept

  /// Counts how often ledgers are opened by pages whose files are old enough to be told apart by their times.
  private final class OpenedLedgers: Sendable {
    private let opened = Mutex(0)

    func watched(_ pages: Pages) -> Pages {
      let live = SystemCalls.live
      var calls = live
      calls.open = { [self] (place, access, options, permissions) throws(Errno) in
        if place.path.string.hasSuffix("2026.csv") { opened.withLock { $0 += 1 } }
        return try live.open(place, access, options, permissions)
      }
      var watched = pages
      watched.files = FileSystem(calls: calls)
      watched.clockAhead = .seconds(600)
      return watched
    }

    /// How many were opened since this was asked last.
    func count() -> Int {
      opened.withLock { opened in
        defer { opened = 0 }
        return opened
      }
    }
  }

  @Test func `a recap opens each ledger once until one changes, whoever asks and in what order`()
    async throws
  {
    let opened = OpenedLedgers()
    let pages = opened.watched(pages)
    let office = pages.office
    try await pages.application().test(.router) { client in
      func html(_ uri: String) async throws -> String {
        String(buffer: try await client.execute(uri: uri, method: .get).body)
      }
      let first = try await html("/rekap")
      #expect(opened.count() == 4)
      #expect(try await html("/rekap") == first)
      _ = try await html("/rekap?urut=kode&menurut=kecamatan")
      _ = try await html("/rekap/csv?menurut=kabupaten")
      #expect(opened.count() == 0)
      try Self.submit("63.02.01", ["LKIP"], "2026-02-20", in: office)
      #expect(try await html("/rekap").contains("Belum mengirim apa pun: 1 dari 6 kecamatan"))
      #expect(opened.count() > 0)
    }
  }

  @Test func `no more recaps are kept than may be, the latest ones`() async throws {
    let opened = OpenedLedgers()
    let pages = opened.watched(pages)
    try await pages.application().test(.router) { client in
      for year in 2026..<2026 + KeptRecaps.most {
        _ = try await client.execute(uri: "/rekap?tahun=\(year)", method: .get)
      }
      _ = try await client.execute(uri: "/rekap?tahun=2026", method: .get)
      _ = try await client.execute(uri: "/rekap?tahun=2040", method: .get)
      _ = opened.count()
      _ = try await client.execute(uri: "/rekap?tahun=2026", method: .get)
      #expect(opened.count() == 0)
      _ = try await client.execute(uri: "/rekap?tahun=2027", method: .get)
      #expect(opened.count() > 0)
    }
  }
}
