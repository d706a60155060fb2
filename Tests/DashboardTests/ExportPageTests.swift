import CivilCalendar
import ComplianceModel
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import TestSupport
import Testing

@testable import Dashboard

/// Files that are made of the workspace and taken along.
struct ExportPageTests {
  private let pages: Pages

  init() throws { pages = try Pages.filled() }

  @Test func `the page names every file of the quarter`() async throws {
    expectGolden(try await pages.html("/ekspor?triwulan=2026-TW1"), named: "ekspor.html")
    #expect(try await pages.html("/ekspor").contains("TW II 2026"))
    #expect(try await pages.html("/ekspor?tahun=2026").contains("href=\"/ekspor/xml?tahun=2026"))
  }

  @Test(arguments: [
    ("xml?triwulan=2026-TW1", "63.05.12-2026-TW1.xml", "application/xml", "<?xml"),
    ("ics?tahun=2026", "63.05.12-2026.ics", "text/calendar; charset=utf-8", "BEGIN:VCALENDAR"),
    ("csv?tahun=2026&tabel=kewajiban", "kewajiban-2026.csv", "text/csv; charset=utf-8", "\u{FEFF}"),
    ("csv?tahun=2026&tabel=desa", "desa-2026.csv", "text/csv; charset=utf-8", "\u{FEFF}"),
    ("csv?tahun=2026&tabel=jadwal", "jadwal-2026.csv", "text/csv; charset=utf-8", "\u{FEFF}"),
    ("csv?tahun=2026&tabel=kepatuhan", "kepatuhan-2026.csv", "text/csv; charset=utf-8", "\u{FEFF}"),
    ("csv?tahun=2026&tabel=iku", "iku-2026.csv", "text/csv; charset=utf-8", "\u{FEFF}"),
    ("csv?tahun=2026&tabel=riwayat", "riwayat-2026.csv", "text/csv; charset=utf-8", "\u{FEFF}"),
    (
      "xml?tahun=2026&profil=kalsel", "kalsel-63.05.12-2026.xml", "application/xml",
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<daftar_dokumen_desa"
    ),
    (
      "xml?triwulan=2026-TW1&profil=ringkas&kecamatan=63.05.12",
      "ringkas-63.05.12-2026-TW1.csv", "text/csv; charset=utf-8", "kecamatan,tahun,triwulan"
    ),
    (
      "xlsx?tahun=2026", "63.05.12-2026.xlsx",
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "PK"
    ),
  ])
  func `a file is saved under its name and with its type`(
    _ uri: String, _ name: String, _ type: String, _ opening: String
  ) async throws {
    let answer = try await pages.answer("/ekspor/\(uri)")
    try #require(answer.status == .ok, "\(String(buffer: answer.body))")
    #expect(answer.headers[.contentType] == type)
    let disposition = try #require(answer.headers[.contentDisposition])
    #expect(disposition.hasPrefix("attachment") && disposition.contains(name))
    #expect(answer.headers[.xContentTypeOptions] == "nosniff")
    let bytes = Array(answer.body.readableBytesView)
    #expect(bytes.starts(with: Array(opening.utf8)) && bytes.count > 150)
  }

  @Test(arguments: [
    ("pdf?tahun=2026", 404, "tidak ada halaman"), ("csv?tahun=2026", 400, "'tabel' belum disebut"),
    ("csv?tahun=2026&tabel=gaji", 400, "bukan tabel"),
    ("xml?tahun=2026&tabel=desa", 400, "tidak dikenal"),
    ("csv?tahun=2026&tabel=desa&kecamatan=63.05.12", 400, "tidak dikenal"),
    ("xml?tahun=2026&kecamatan=63.05.13", 400, "bukan kecamatan"),
    ("xml?tahun=2026&triwulan=2026-TW1", 400, "tidak dapat bersamaan"),
    ("xml?tahun=26", 400, "bukan tahun"),
    ("csv?triwulan=2026-TW1&tabel=riwayat", 400, "tidak dibagi menurut triwulan"),
    ("xml?tahun=2026&profil=kalsell", 400, "bukan profil yang utuh"),
    ("ics?tahun=2026&profil=kalsel", 400, "'profil' tidak dikenal untuk ics"),
    ("csv?tahun=2026&tabel=desa&profil=kalsel", 400, "'profil' tidak dikenal untuk csv"),
  ])
  func `what is not understood is refused`(_ uri: String, _ status: Int, _ sentence: String)
    async throws
  {
    let answer = try await pages.answer("/ekspor/\(uri)")
    #expect(answer.status.code == status)
    #expect(String(buffer: answer.body).replacing("&#39;", with: "'").contains(sentence))
  }

  @Test func `the office's own profile stands beside the shipped ones while it is sound`()
    async throws
  {
    let settings = """
      profil: dinas-pmd
      judul: Daftar <untuk> dinas
      diminta: { oleh: Dinas PMD (karangan), tanggal: 2026-02-03 }
      dokumen: [triwulan]
      keluaran: teks
      nama_berkas: "{profil}-{kecamatan}-{masa}.txt"

      """
    try pages.office.folder.write(settings, to: "profil/dinas-pmd/profil.yaml")
    let layout = """
      <xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
        <xsl:output method="text"/>
        <xsl:template match="/"><xsl:value-of select="document('/etc/passwd')"/></xsl:template>
      </xsl:stylesheet>

      """
    try pages.office.folder.write(layout, to: "profil/dinas-pmd/layout.xsl")
    let link = "href=\"/ekspor/xml?triwulan=2026-TW1&amp;kecamatan=63.05.12&amp;profil=dinas-pmd\""
    let page = try await pages.html("/ekspor?triwulan=2026-TW1")
    #expect(page.contains(link))
    #expect(
      page.contains("Daftar &lt;untuk&gt; dinas, diminta Dinas PMD (karangan) 3 Februari 2026"))
    #expect(!(try await pages.html("/ekspor?tahun=2026")).contains("dinas-pmd"))
    let wrong = try await pages.refusal("/ekspor/xml?triwulan=2026-TW1&profil=dinas-pmd")
    #expect(wrong.status == 422)
    #expect(wrong.text.contains("profil/dinas-pmd/layout.xsl:3"))
    #expect(wrong.text.contains("layout hendak membaca"))
    try pages.office.folder.write(
      settings.replacing("keluaran", with: "keluarran"), to: "profil/dinas-pmd/profil.yaml")
    #expect(!(try await pages.html("/ekspor?triwulan=2026-TW1")).contains("dinas-pmd"))
    let check = try await pages.html("/periksa?nama=profil")
    #expect(check.contains("<code>profil/dinas-pmd/profil.yaml:5"))
  }
}
