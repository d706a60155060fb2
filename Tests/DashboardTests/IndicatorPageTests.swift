import TestSupport
import Testing

@testable import Dashboard

/// What the pages of indicators show.
struct IndicatorPageTests {
  /// An office that has measured an indicator in two years.
  private static func measured() throws -> Pages {
    let pages = try Pages.filled()
    try pages.office.append(
      [
        FoundedWorkspace.measurement("H03", "2025-TW4", "2026-01-05", "3/4"),
        FoundedWorkspace.measurement("H03", "2026-TW1", "2026-04-01", "4/5"),
      ], at: "2026-04-01T09:00:00+08:00")
    return pages
  }

  @Test(arguments: [
    ("/iku", "iku"), ("/iku?triwulan=2026-TW1&untuk=sekcam", "iku-sekcam"),
    ("/iku/63.05.12/H05", "iku-dokumen"), ("/iku/63.05.12/h03?tahun=2026", "iku-diukur"),
    ("/iku/63.05.12/H04", "iku-belum-diukur"),
  ])
  func `every page of indicators shows what it is asked`(uri: String, name: String) async throws {
    expectGolden(try await IndicatorPageTests.measured().html(uri), named: "\(name).html")
  }

  @Test func `a number leads to what it counts, and what is not there leads nowhere`() async throws
  {
    let html = try await IndicatorPageTests.measured().html("/iku?untuk=sekcam&per=2026-04-01")
    #expect(
      html.contains("<a href=\"/iku/63.05.12/H05?tahun=2026&amp;per=2026-04-01\"><bdi>14,29%"))
    #expect(!html.contains("><bdi></bdi></a>") && !html.contains("><bdi>-</bdi></a>"))
  }

  @Test func `both readings are told where an indicator has two`() async throws {
    let html = try await IndicatorPageTests.measured().html("/iku?untuk=sekcam")
    #expect(html.contains("H05 laporan kinerja: "))
    #expect(html.contains("H05 semua 15 laporan: "))
  }

  @Test(arguments: [
    ("/iku?tahun=2026x", 400, "bukan tahun"), ("/iku?bulan=2026-01", 400, "'bulan' tidak dikenal"),
    ("/iku?triwulan=2026-TW2", 200, "s.d. TW II"),  // It began the day before.
    ("/iku?triwulan=2026-TW3", 400, "TW III 2026 belum dimulai pada 2 April 2026"),
    ("/iku?triwulan=2026-TW1&tahun=2025", 400, "tidak sejalan"),
    ("/iku?untuk=raja", 400, "jabatan 'raja' tidak memiliki indikator"),
    ("/iku?unit=63.05.12.2001", 400, "bukan kecamatan yang dipantau"),
    ("/iku?tahun=2019", 404, "tidak ada register IKU yang berlaku pada 2019"),
    ("/iku/63.05.12/H99", 404, "tidak ada indikator"),
    ("/iku/63.05.12.2001/H05", 404, "tidak ada indikator"),
    ("/iku/63.05.99/H05", 404, "tidak ada indikator"),
    ("/iku/63.05.12/%3Cb%3E", 404, "tidak ada indikator"),
    ("/iku/63.05.12/H05?triwulan=2026-TW1", 400, "'triwulan' tidak dikenal"),
  ])
  func `what is not understood is refused with its reason`(
    uri: String, status: Int, sentence: String
  ) async throws {
    let answer = try await Pages.filled().refusal(uri)
    #expect(answer.status == status)
    #expect(answer.text.contains(sentence), "\(answer.text)")
  }

  @Test func `an office without a register is told how to have one`() async throws {
    let table = "kode,nama\n91,Papua\n91.99,Kabupaten Karangan\n91.99.01,Muara Contoh\n"
    let pages = Pages(try FoundedWorkspace("91.99.01", table: table), on: try day("2026-04-02"))
    let html = try await pages.html("/iku")
    #expect(html.contains("tenggat iku contoh"))
    // It is the page itself, and no failure of it; there is nothing to choose from yet.
    #expect(html.contains("<h1><bdi>Indikator kinerja (IKU)</bdi></h1>"))
    #expect(!html.contains("class=\"troubles\"") && !html.contains("name=\"untuk\""))
    #expect(try await pages.refusal("/iku/91.99.01/H05").status == 404)
  }

  @Test func `a bar is as long as its number, and the largest fills the height`() {
    let chart = BarChart(
      [
        .init(label: "a", text: "50", title: "", value: 50, goal: 100),
        .init(label: "b", text: "0", title: "", value: 0),
        .init(label: "c", text: "-", title: "", value: nil),
        .init(label: "d", text: "1", title: "", value: 1, goal: nil),
      ], summary: "")
    #expect(chart.bars.map(\.height) == [46, 0, 0, 2])
    #expect(chart.goals.map(\.y) == [18])
    #expect(
      BarChart([.init(label: "", text: "", title: "", value: .max)], summary: "").bars[0].height
        == 92)
  }
}
