import CivilCalendar
import ComplianceModel
import Foundation
import Reminders
import TestSupport
import Testing

@testable import Dashboard

/// What the page of the reminders shows.
struct RemindersPageTests {
  /// An office whose reminders ran: one message went out, one did not, one was cut off.
  private static func reminded() throws -> Pages {
    let pages = try Pages.filled()
    func row(_ time: String, _ event: OutboxRow.Event) throws -> OutboxRow {
      OutboxRow(at: try #require(ClockReading("2026-04-01T\(time)+08:00")), event)
    }
    func claim(_ message: String, _ person: String) -> OutboxRow.Event {
      .claimed(message: message, person: person, channel: "surel")
    }
    let rows = try [
      row("07:00:00", claim("a", "camat")),
      row("07:00:01", .sent(message: "a", person: "camat", channel: "surel")),
      row("07:00:02", claim("b", "kasi-pemerintahan")),
      row(
        "07:00:03",
        .failed(
          message: "b", person: "kasi-pemerintahan", channel: "surel",
          reason: "alamat <ditolak> & hilang")),
      row("07:00:04", .ran(.failed)),
      row("07:00:05", claim("c", "63.05.12.2001")),
      row(
        "08:00:00",
        .snoozed(
          .init(
            unit: region("63.05.12"), report: "Renja", period: #require(Period("2027")),
            until: day("2026-04-20"), person: "budi", reason: "menunggu pagu"))),
    ]
    var outbox = try Outbox(workspace: pages.office.path).lock(year: 2026)
    try outbox.append(rows)
    return pages
  }

  @Test func `the page tells what will be sent, what was, and what failed and why`() async throws {
    expectGolden(
      Browser.stable(try await RemindersPageTests.reminded().answer("/pengingat?hari=3")),
      named: "pengingat.html")
  }

  @Test func `messages are narrowed to somebody and to a time`() async throws {
    let pages = try RemindersPageTests.reminded()
    let camat = try await pages.html("/pengingat?untuk=camat")
    #expect(camat.contains("terkirim") && !camat.contains("ditolak"))
    let none = try await pages.html("/pengingat?sejak=2026-04-02")
    #expect(none.contains("Tidak ada yang cocok."))
  }

  @Test func `the first page says that reminders fail`() async throws {
    let html = try await RemindersPageTests.reminded().html("/")
    #expect(html.contains("belum pernah tanpa kegagalan; lihat halaman Pengingat."))
  }

  @Test func `an office that never reminded is told how to begin`() async throws {
    let html = try await Pages.filled().html("/pengingat")
    #expect(html.contains("tenggat ingatkan pasang"))
    #expect(html.contains("Belum ada yang dikirim."))
    #expect(!(try await Pages.filled().html("/")).contains("Pengingat terakhir"))
  }

  @Test func `a message never shows an address`() async throws {
    let pages = try RemindersPageTests.reminded()
    try pages.office.change(
      "kantor.yaml", "pejabat: []",
      to: """
        pejabat:
          - { jabatan: camat, nama: Nama Karangan, sejak: 2020-01-01, kontak: { stdout: rahasia@contoh.invalid } }
        """)
    #expect(!(try await pages.html("/pengingat?hari=90")).contains("rahasia@"))
  }

  @Test(arguments: [
    ("hari=0", "'0' bukan jumlah hari dari 1 sampai 90"), ("hari=91", "bukan jumlah hari"),
    ("sejak=kemarin", "'kemarin' bukan tanggal"), ("untuk=raja", "'raja' bukan jabatan atau desa"),
    ("nama=camat", "'nama' tidak dikenal"),
  ])
  func `what is not understood is refused with its reason`(
    query: String, sentence: String
  ) async throws {
    let answer = try await Pages.filled().refusal("/pengingat?\(query)")
    #expect(answer.status == 400)
    #expect(answer.text.contains(sentence), "\(answer.text)")
  }

  @Test(arguments: ["hari=1", "hari=90"])
  func `one day and ninety can be looked ahead`(query: String) async throws {
    _ = try await Pages.filled().html("/pengingat?\(query)")
  }
}
