import Foundation
import TestSupport
import Testing

/// Documents that some desa do not owe, as `desa` and `iku` show them.
struct PartialDutyTests {
  private static let villages = (2001...2008).map { "35.08.09.\($0)" }

  /// Tekung with its own calendar of desa documents: APBDes is owed by some desa alone.
  private func office(owing villages: [String], rkpdes: String = "ya") async throws -> Office {
    let office = try await Office.founded("35.08.09")
    try office.write(
      """
      kalender: Desa kami (karangan)
      wilayah: "35.08.09"
      diperiksa: 2026-01-05
      laporan:
        - kode: APBDes
          unit: [\(villages.map { "\"\($0)\"" }.joined(separator: ", "))]
        - kode: RKPDes
          wajib: \(rkpdes)

      """, to: "kalender/lokal.yaml")
    return office
  }

  @Test(arguments: [0, 3, 7])
  func `a desa that does not owe a document has a blank in its column`(
    _ missing: Int
  ) async throws {
    let owing = PartialDutyTests.villages.indices.filter { $0 != missing }
      .map { PartialDutyTests.villages[$0] }
    let office = try await office(owing: owing)
    let text = try await office.do("desa --tahun 2026", on: "2026-07-06")
    let lines = text.split(separator: "\n").map(String.init)
    let head = try #require(lines.first { $0.contains("APBDes") && $0.contains("ADD 1-4") })
    let column = try #require(head.range(of: "APBDes")).lowerBound.utf16Offset(in: head)
    let rows = lines.drop { $0 != head }.dropFirst().prefix(8)
    let marks = rows.map { line in
      String(line.dropFirst(column).prefix(1))
    }
    #expect(marks == (0..<8).map { $0 == missing ? " " : "." })
    #expect(lines.contains { $0.contains("APBDes 2027") })
    #expect(lines.contains("Dokumen desa: 0 dari 47   Rekomendasi ADD: 0 dari 32"))
    #expect(lines.contains("kosong: desa itu tidak wajib membuat dokumennya"))
    let matrix = try await office.json("desa --tahun 2026", on: "2026-07-06")
    let documents = try #require(matrix["desa"] as? [[String: Any]]).map { village in
      (village["dokumen"] as? [[String: Any]] ?? []).compactMap { $0["laporan"] as? String }
    }
    #expect(documents.map(\.count) == (0..<8).map { $0 == missing ? 5 : 6 })
    #expect(documents.indices.filter { !documents[$0].contains("APBDes") } == [missing])
  }

  @Test func `without a blank its meaning is not told`() async throws {
    let office = try await office(owing: PartialDutyTests.villages)
    #expect(try await !office.do("desa --tahun 2026", on: "2026-07-06").contains("kosong: "))
  }

  @Test func `a number for each desa is that of what the desa owe`() async throws {
    let office = try await office(
      owing: Array(PartialDutyTests.villages.dropFirst()), rkpdes: "tidak")
    for (code, parts) in [("T03", "0/15"), ("T11", "0/15")] {
      let entry = try await office.indicator(code, on: "2026-07-06")
      #expect(figure(entry) == "0.00 of \(parts)")
      let quarters = try #require(entry["triwulan"] as? [String: Any])
      // LPPDesa is due in TW I, and nothing in TW II.
      #expect(figure(quarters["2026-TW1"]) == "0.00 of 0/8")
      #expect(figure(quarters["2026-TW2"]) == "- of 0/0")
    }
    let why = try await office.do("jelaskan iku T03", on: "2026-07-06")
    #expect(why.contains("8 desa x 3, kecuali 9 dokumen yang tidak wajib: 15"))
  }
}
